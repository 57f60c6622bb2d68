import '../cases/casePage.css'
import '../cases/hearing.css'
import '../cases/decision.css'
import '../cases/ruling.css'
import './meetings.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { AwaitedPage } from '../../parts/Awaited.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { useKey } from '../../shell/keys.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { Agenda } from './Agenda.tsx'
import { AttendancePanel } from './AttendancePanel.tsx'
import { ItemView } from './ItemView.tsx'
import { MeetingHead } from './MeetingHead.tsx'
import { MinutesPanel } from './MinutesPanel.tsx'
import { beside, type Item, type Meeting } from './meetingAnswer.ts'

/** One meeting at the table: the agenda on the left, one case at a time beside it. */
export function MeetingPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { committee, day } = useParams({ from: '/moeder/$committee/$day' })
  const { params } = useMoment()
  const { data, error, refetch } = useQuery(viewQuery('meeting', { ...params, region: committee, meetingOn: day }))
  useTitle(t('meetings.one.title', { date: date(day, language) }))
  if (data === undefined)
    return (
      <AwaitedPage
        title={t('meetings.one.title', { date: day })}
        error={error}
        onRetry={() => void refetch()}
        missing={
          <EmptyState
            icon="calendar"
            title={t('meetings.one.notFound')}
            text={t('meetings.one.notFoundWhy', { date: day })}
          >
            <Link to="/moeder" className="button button-secondary">
              {t('meetings.one.back')}
            </Link>
          </EmptyState>
        }
      />
    )
  return (
    <NoticeBoard>
      <AtTheTable meeting={data} />
    </NoticeBoard>
  )
}

function AtTheTable({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { item: asked } = useSearch({ from: '/moeder/$committee/$day' })
  const { items } = meeting
  const item = items.find((one) => one.case === asked) ?? items.find(({ result }) => result === null) ?? items[0]
  const show = (next: Item | null) => {
    if (next !== null)
      void navigate({ to: '.', search: (was) => ({ ...was, item: next.case, finding: undefined }), replace: true })
  }
  useKey(['n', 'N'], () => show(beside(items, item, 1)))
  useKey(['p', 'P'], () => show(beside(items, item, -1)))
  return (
    <article className="meeting">
      <MeetingHead meeting={meeting} />
      <div className="meeting-columns">
        <div className="meeting-side">
          <Agenda meeting={meeting} shown={item?.case} onShow={show} />
          <AttendancePanel meeting={meeting} />
          <MinutesPanel meeting={meeting} item={null} />
        </div>
        <div className="meeting-main">
          {item === undefined ? (
            <EmptyState icon="file" title={t('meetings.agenda.empty')} text={t('meetings.list.noneWhy')} />
          ) : (
            <ItemView key={item.case} meeting={meeting} item={item} onShow={show} />
          )}
        </div>
      </div>
    </article>
  )
}
