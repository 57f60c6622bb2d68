import './board.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { type BoardColumn, boardColumns, boardOf } from './board.ts'

type Row = Answer<'cases'>['rows'][number]

/** Cases shown of those decided: the latest. */
const mostDecided = 12

/** Cases by where they stand: a list for each step, every case a link. */
export function BoardPage() {
  const { t } = useTranslation()
  useTitle(t('worklist.board.title'))
  const { params } = useMoment()
  const { region } = useScope()
  const { data, error, refetch } = useQuery(
    viewQuery('cases', { ...params, ...(region === null ? {} : { region }), status: 'all' }),
  )
  const board = boardOf(data?.rows ?? [])
  return (
    <div className="page page-wide board-page">
      <header className="page-head">
        <div>
          <p className="breadcrumb">
            <Link to="/sager">{t('shell.nav.cases')}</Link>
          </p>
          <h1>{t('worklist.board.title')}</h1>
          <p className="page-lead">{t('worklist.board.lead')}</p>
        </div>
      </header>
      {data === undefined ? (
        <Awaited rows={8} error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="case-board">
          {boardColumns.map((column) => (
            <Column key={column} column={column} rows={board.get(column) ?? []} />
          ))}
        </div>
      )}
    </div>
  )
}

function Column({ column, rows }: { readonly column: BoardColumn; readonly rows: readonly Row[] }) {
  const { t } = useTranslation()
  const shown =
    column === 'decided' ? rows.toSorted((a, b) => b.number.localeCompare(a.number)).slice(0, mostDecided) : rows
  return (
    <section className="board-column" aria-labelledby={`board-${column}`}>
      <h2 id={`board-${column}`}>
        {t(`worklist.board.columns.${column}`)} <span className="count">{rows.length}</span>
      </h2>
      {rows.length === 0 && <p className="panel-note">{t('worklist.board.none')}</p>}
      <ul>
        {shown.map((row) => (
          <Card key={row.case} row={row} isDecided={column === 'decided'} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <Link to="/sager" search={{ status: 'closed' }}>
          {t('worklist.board.more', { count: rows.length - shown.length })}
        </Link>
      )}
    </section>
  )
}

function Card({ row, isDecided }: { readonly row: Row; readonly isDecided: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  return (
    <li className="board-card">
      <Link to="/sager/$case" params={{ case: row.case }}>
        {row.number} {row.applicant}
      </Link>
      <span className="cell-sub">{words.kind(row)}</span>
      {isDecided ? (
        <span className="cell-sub">{words.status(row.status)}</span>
      ) : (
        <span className="cell-sub">
          {row.dueOn === null
            ? t('worklist.board.wanted', { date: date(row.wantedFrom, language) })
            : t('worklist.board.due', { date: date(row.dueOn, language) })}
        </span>
      )}
    </li>
  )
}
