import './board.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import { type Answer, viewQuery } from '../../api.ts'
import { date, type Language } from '../../format.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { save as saveFile } from '../../parts/csv.ts'
import { DaysLeft } from '../../parts/DaysLeft.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { calendarFile } from './calendarFile.ts'

type Row = Answer<'deadlines'>['rows'][number]

/** What falls due, month by month, with a file for a calendar. */
export function CalendarPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  useTitle(t('worklist.calendar.title'))
  const { params } = useMoment()
  const { region } = useScope()
  const say = useDeadlineWords()
  const { data, error, refetch } = useQuery(
    viewQuery('deadlines', { ...params, ...(region === null ? {} : { region }) }),
  )
  const rows = data?.rows ?? []
  const months = [...new Set(rows.map(({ on }) => on.slice(0, 7)))]
  const save = () => {
    const days = rows.map((row) => ({
      id: [row.kind, row.case, row.municipality, row.region, row.what, row.on]
        .filter(Boolean)
        .join('.')
        .replaceAll(' ', '-'),
      on: row.on,
      title: [row.number, say(row)].filter(Boolean).join(' '),
    }))
    const stamp = `${data?.at.effectiveOn.replaceAll('-', '')}T000000Z`
    saveFile('frister.ics', new Blob([calendarFile(days, stamp)], { type: 'text/calendar;charset=utf-8' }))
  }
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="breadcrumb">
            <Link to="/sager">{t('shell.nav.cases')}</Link>
          </p>
          <h1>{t('worklist.calendar.title')}</h1>
          <p className="page-lead">{t('worklist.calendar.lead')}</p>
        </div>
        {rows.length > 0 && (
          <Button icon="download" onPress={save}>
            {t('worklist.calendar.download')}
          </Button>
        )}
      </header>
      {data === undefined ? (
        <Awaited rows={8} error={error} onRetry={() => void refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState icon="calendar" title={t('worklist.calendar.none')} text={t('worklist.calendar.noneWhy')} />
      ) : (
        months.map((month) => (
          <section key={month} className="deadline-month" aria-labelledby={`month-${month}`}>
            <h2 id={`month-${month}`}>{monthName(month, language)}</h2>
            <ul className="panel plain-list">
              {rows
                .filter(({ on }) => on.startsWith(month))
                .map((row) => (
                  <li
                    key={`${row.on} ${row.kind} ${row.case} ${row.municipality} ${row.what}`}
                    className="deadline-row"
                  >
                    <span>{date(row.on, language)}</span>
                    <Where row={row} text={say(row)} />
                    <DaysLeft dueOn={row.on} />
                  </li>
                ))}
            </ul>
          </section>
        ))
      )}
    </div>
  )
}

/** `december 2026` for `2026-12`. */
function monthName(month: string, language: Language): string {
  const first = Temporal.PlainDate.from(`${month}-01`)
  return first.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { month: 'long', year: 'numeric' })
}

/** What is due, with the way to where it is dealt with. */
function Where({ row, text }: { readonly row: Row; readonly text: string }) {
  if (row.case !== null)
    return (
      <span>
        <Link to="/sager/$case" params={{ case: row.case }}>
          {row.number}
        </Link>{' '}
        {text}
      </span>
    )
  if (row.kind === 'meeting' && row.region !== null)
    return (
      <Link to="/moeder/$committee/$day" params={{ committee: row.region, day: row.on }}>
        {text}
      </Link>
    )
  return (
    <Link to="/opfoelgning" search={{ part: 'halfYears' }}>
      {text}
    </Link>
  )
}

function useDeadlineWords(): (row: Row) => string {
  const { t } = useTranslation()
  const words = useWords()
  const names = useAreaNames()
  return ({ kind, municipality, what }) =>
    t(`worklist.calendar.kind.${kind}`, {
      municipality: names.municipality(municipality),
      what: what === null ? '' : kind === 'information' ? words.condition(what) : what,
    })
}
