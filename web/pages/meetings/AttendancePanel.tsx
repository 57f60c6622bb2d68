import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countSides } from '#events/meeting'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { AttendanceSheet } from './AttendanceSheet.tsx'
import type { Meeting } from './meetingAnswer.ts'

/** Who is there, by seat; with it the meeting begins. */
export function AttendancePanel({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const words = useWords()
  const mayRun = useWriting()('meeting.run')
  const today = useSession()?.today
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { attendance, state, meetingOn } = meeting
  const why =
    mayRun ??
    (today !== undefined && today < meetingOn
      ? t('meetings.attendance.early', { date: date(meetingOn, language) })
      : undefined)
  return (
    <Panel
      title={t('meetings.attendance.title')}
      footer={
        state === 'approved' || state === 'cancelled' ? undefined : (
          <WriteButton why={why} kind={attendance === null ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
            {t(attendance === null ? 'meetings.attendance.take' : 'meetings.attendance.retake')}
          </WriteButton>
        )
      }
    >
      {attendance === null ? (
        <p className="panel-note">{t('meetings.attendance.none')}</p>
      ) : (
        <>
          <p className="statement">{t('meetings.attendance.present', countSides(attendance.present))}</p>
          {attendance.absent.length > 0 && (
            <ul className="plain-list">
              {attendance.absent.map(({ seat, reason }) => (
                <li key={seat}>
                  {words.seat(seat)}: {reason ?? t('meetings.attendance.absent')}
                </li>
              ))}
            </ul>
          )}
          {meeting.partiesMissing.map((party) => (
            <p key={party} className="stale-note" role="alert">
              {t(`meetings.attendance.missing.${party}`)}
            </p>
          ))}
        </>
      )}
      <p className="panel-note">
        <span className="tag">{t('meetings.attendance.assumption')}</span> {t('meetings.attendance.quorum')}
      </p>
      <AttendanceSheet key={String(open)} meeting={meeting} open={open} onClose={() => setOpen(false)} />
    </Panel>
  )
}
