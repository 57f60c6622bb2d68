import '../consultations/consultations.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { longDate } from '../../format.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { isOpen } from '../cases/progress.ts'
import { DeadlineBar } from '../consultations/DeadlineBar.tsx'

type Row = Answer<'consultations'>['rows'][number]

/** First on the page: may the municipality object, and until when. */
export function OwnHearings({ municipality }: { readonly municipality: string }) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const { data, error, refetch } = useQuery(viewQuery('consultations', { ...params, municipality }))
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton rows={4} />
  const sent = data.rows.filter(({ state }) => state !== 'not-sent')
  const awaiting = sent.filter((row) => row.state === 'sent' && isOpen(row.caseStatus))
  const settled = sent.length - awaiting.length
  return (
    <Panel
      title={t('home.hearings.title')}
      aside={<Link to="/hoeringer">{t('home.hearings.all')}</Link>}
      className="own-hearings"
      {...(settled === 0 ? {} : { footer: t('home.hearings.answered', { count: settled }) })}
    >
      <Verdict awaiting={awaiting} />
      {awaiting.length > 0 && (
        <ul className="own-hearing-list">
          {awaiting.map((row) => (
            <Waiting key={`${row.case} ${row.round}`} row={row} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Verdict({ awaiting }: { readonly awaiting: readonly Row[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useSession()?.today
  const due = awaiting.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  const open = due.filter((date) => today === undefined || date >= today)
  const [first] = open
  const [passed] = due
  const text =
    first !== undefined
      ? open.length === 1
        ? t('home.hearings.yes', { date: longDate(first, language) })
        : t('home.hearings.yesMany', { count: open.length, date: longDate(first, language) })
      : passed !== undefined
        ? t('home.hearings.passed', { date: longDate(passed, language) })
        : t('home.hearings.none')
  return (
    <p className={`own-verdict ${first === undefined ? '' : 'is-open'}`}>
      <Icon name={first !== undefined ? 'inbox' : passed === undefined ? 'check' : 'warning'} size={20} />
      {text}
    </p>
  )
}

function Waiting({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <li>
      <Link
        to="/hoeringer/$case"
        params={{ case: row.case }}
        search={{ municipality: row.municipality, round: row.round }}
        className="own-hearing"
      >
        <span className="own-hearing-head">
          <strong>{row.applicant}</strong>
          <span className="muted">
            {words.kind(row)}, {row.caseNumber}
          </span>
        </span>
        {row.sentOn !== null && row.dueOn !== null && <DeadlineBar sentOn={row.sentOn} dueOn={row.dueOn} />}
        <span className="button button-secondary">{t('home.hearings.open')}</span>
      </Link>
    </li>
  )
}
