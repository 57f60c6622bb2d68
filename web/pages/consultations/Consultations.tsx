import { caseNumber } from '#events/say/caseNumber'
import './consultations.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { useSession } from '../../session.ts'
import { useMoment } from '../../time/moment.ts'
import { Hearing } from './Hearing.tsx'
import { Inbox } from './Inbox.tsx'

type Row = Answer<'consultations'>['rows'][number]

/** Which hearing the address names. Without a municipality it is the reader's own, without a round the latest. */
export interface Chosen {
  readonly case: string
  readonly municipality: string | undefined
  readonly round: number | undefined
}

/** Inbox and hearing side by side; on a narrow screen one of them, as the address says. */
export function Consultations({ chosen }: { readonly chosen: Chosen | null }) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const own = useSession()?.user
  const { data, error, refetch } = useQuery(viewQuery('consultations', params))
  useTitle(t('consultations.list.title'))
  if (data === undefined)
    return (
      <div className="page">
        <Awaited rows={10} error={error} onRetry={() => void refetch()} />
      </div>
    )
  const isOwn = own?.role === 'municipality'
  const rows = isOwn ? data.rows.filter(({ state }) => state !== 'not-sent') : data.rows
  const row = chosen === null ? rows[0] : find(rows, chosen)
  return (
    <NoticeBoard>
      <div className={`hearings ${chosen === null ? 'shows-inbox' : 'shows-hearing'}`}>
        <Inbox rows={rows} selected={row} isOwn={isOwn} author={own?.userId ?? 'public'} />
        {row !== undefined ? (
          <Hearing
            key={`${row.case} ${row.municipality} ${row.round}`}
            row={row}
            later={laterThan(row, rows)}
            isOwn={isOwn}
          />
        ) : chosen === null ? (
          <div className="hearing-none">
            <EmptyState icon="inbox" title={t('consultations.list.choose')} text={t('consultations.list.chooseWhy')} />
          </div>
        ) : (
          <div className="hearing-none">
            <EmptyState
              icon="inbox"
              title={t('consultations.notFound.title')}
              text={t('consultations.notFound.why', { case: caseNumber(chosen.case) })}
            >
              <Link to="/hoeringer" className="button button-secondary">
                {t('consultations.notFound.back')}
              </Link>
            </EmptyState>
          </div>
        )}
      </div>
    </NoticeBoard>
  )
}

/** Number of the newest round that the municipality was sent in the case, where it comes after this one. */
function laterThan({ case: id, municipality, round }: Row, rows: readonly Row[]): number | null {
  const sent = rows.filter((row) => row.case === id && row.municipality === municipality && row.sentOn !== null)
  const newest = Math.max(...sent.map((row) => row.round), 0)
  return newest > round ? newest : null
}

function find(rows: readonly Row[], { case: id, municipality, round }: Chosen): Row | undefined {
  return rows
    .filter((row) => row.case === id && (municipality === undefined || row.municipality === municipality))
    .filter((row) => round === undefined || row.round === round)
    .toSorted((a, b) => b.round - a.round)[0]
}
