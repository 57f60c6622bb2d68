import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { useTitle } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { fixedAt, PaperShown } from './PaperShown.tsx'

/** The agenda or the minutes of a meeting, to read, to print, or as a PDF. */
export function MeetingPaperPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { committee: region, day: meetingOn } = useParams({ from: '/moeder/$committee/$day/bilag' })
  const { kind = 'agenda' } = useSearch({ from: '/moeder/$committee/$day/bilag' })
  const navigate = useNavigate({ from: '/moeder/$committee/$day/bilag' })
  const { params } = useMoment()
  const title = t('papers.meeting', { date: date(meetingOn, language) })
  useTitle(title)
  const asked = { kind, region, meetingOn, language }
  const { data, error, refetch } = useQuery(viewQuery('meetingPaper', { ...params, ...asked }))
  const options = (['agenda', 'minutes'] as const).map((value) => ({ value, label: t(`papers.${value}`) }))
  return (
    <PaperShown
      title={title}
      paper={data?.paper}
      error={error}
      onRetry={() => void refetch()}
      pdf={`/api/papers/meeting-pdf?${fixedAt(asked, data?.paper)}`}
      tools={
        <>
          <nav aria-label={t('cases.header.breadcrumb')}>
            <Link to="/moeder/$committee/$day" params={{ committee: region, day: meetingOn }}>
              {title}
            </Link>
          </nav>
          <Select
            label={t('papers.which')}
            showLabel
            value={kind}
            options={options}
            onChange={(chosen) => void navigate({ search: (was) => ({ ...was, kind: chosen }) })}
          />
        </>
      }
    />
  )
}
