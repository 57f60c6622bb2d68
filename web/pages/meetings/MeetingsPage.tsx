import './meetings.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionCode } from '#events/identifiers'
import { viewQuery } from '../../api.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useMoment } from '../../time/moment.ts'
import { CallMeeting } from './CallMeeting.tsx'
import { MeetingTable } from './MeetingTable.tsx'
import { WaitingPanel } from './WaitingPanel.tsx'

/** The committee's meetings, what waits for one, and what the last ones decided. */
export function MeetingsPage() {
  const { t } = useTranslation()
  useTitle(t('meetings.title'))
  const { params } = useMoment()
  const why = useWriting()('meeting.run')
  const own = RegionCode.safeParse(useSession()?.user?.organisation).data
  const { data, error, refetch } = useQuery(viewQuery('meetings', params))
  // The day that the sheet opens with; empty for any.
  const [calling, setCalling] = useState<string | null>(null)
  return (
    <NoticeBoard>
      <div className="page page-wide">
        <header className="page-head">
          <div>
            <h1>{t('meetings.title')}</h1>
            <p className="page-lead">{t('meetings.lead')}</p>
          </div>
          <WriteButton kind="primary" icon="plus" why={why} onPress={() => setCalling('')}>
            {t('meetings.call')}
          </WriteButton>
        </header>
        {data === undefined ? (
          <Awaited rows={8} error={error} onRetry={() => void refetch()} />
        ) : (
          <div className="meetings-columns">
            <section className="panel list-panel" aria-label={t('meetings.list.caption')}>
              {data.rows.length > 0 ? (
                <MeetingTable rows={data.rows} />
              ) : (
                <EmptyState icon="calendar" title={t('meetings.list.none')} text={t('meetings.list.noneWhy')} />
              )}
            </section>
            <WaitingPanel answer={data} onCall={setCalling} why={why} />
          </div>
        )}
        {own !== undefined && calling !== null && (
          <CallMeeting
            key={calling}
            region={own}
            was={calling === '' ? {} : { meetingOn: calling }}
            open
            onClose={() => setCalling(null)}
          />
        )}
      </div>
    </NoticeBoard>
  )
}
