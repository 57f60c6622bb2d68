import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { ApproveMinutes } from './ApproveMinutes.tsx'
import { CallMeeting } from './CallMeeting.tsx'
import { type Meeting, named, unminuted } from './meetingAnswer.ts'

/** What the meeting is, how far it has come, and what can be done with it as a whole. */
export function MeetingHead({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const why = useWriting()('meeting.run')
  const [sheet, setSheet] = useState<'change' | 'cancel' | 'approve' | null>(null)
  const close = () => setSheet(null)
  const { state, startsAt, place } = meeting
  const { open, unwritten } = unminuted(meeting)
  const notYet =
    open.length > 0
      ? t('meetings.minutes.itemsOpen', { cases: open.join(', ') })
      : unwritten.length > 0
        ? t('meetings.minutes.unwritten', { cases: unwritten.join(', ') })
        : undefined
  const isComing = state === 'called' || state === 'announced'
  return (
    <header className="case-head meeting-head">
      <div className="case-head-top">
        <div>
          <p className="breadcrumb">
            <Link to="/moeder">{t('meetings.title')}</Link>
          </p>
          <h1>{t('meetings.one.title', { date: date(meeting.meetingOn, language) })}</h1>
          <p className="case-sub">
            {[
              words.meetingKind(meeting.kind),
              ...(startsAt === null ? [] : [t('meetings.one.at', { time: startsAt })]),
              ...(place === null ? [] : [place]),
              t(`meetings.state.${state}`),
            ].join(' · ')}
          </p>
          {meeting.cancelled !== null && (
            <p className="statement">{t('meetings.one.cancelled', { reason: meeting.cancelled })}</p>
          )}
        </div>
        <div className="case-head-actions">
          <Link
            to="/moeder/$committee/$day/bilag"
            params={{ committee: meeting.region, day: meeting.meetingOn }}
            search={(was) => ({ ...was, kind: state === 'approved' ? ('minutes' as const) : ('agenda' as const) })}
            className="button button-secondary"
          >
            <Icon name="file" size={16} />
            {t('papers.open')}
          </Link>
          {(isComing || state === 'cancelled') && (
            <WriteButton why={why} icon="edit" onPress={() => setSheet('change')}>
              {t(state === 'cancelled' ? 'meetings.call' : 'meetings.change')}
            </WriteButton>
          )}
          {isComing && (
            <WriteButton why={why} kind="text" onPress={() => setSheet('cancel')}>
              {t('meetings.cancel.do')}
            </WriteButton>
          )}
          {state === 'begun' && (
            <WriteButton why={why ?? notYet} icon="lock" onPress={() => setSheet('approve')}>
              {t('meetings.minutes.approve')}
            </WriteButton>
          )}
        </div>
      </div>
      <CallMeeting
        key={String(sheet)}
        region={meeting.region}
        was={meeting}
        fixedDay
        open={sheet === 'change'}
        onClose={close}
      />
      <CancelMeeting meeting={meeting} open={sheet === 'cancel'} onClose={close} />
      <ApproveMinutes meeting={meeting} open={sheet === 'approve'} onClose={close} />
    </header>
  )
}

function CancelMeeting({
  meeting,
  open,
  onClose,
}: {
  readonly meeting: Meeting
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const say = useNotice()
  const cancel = useCommand('CancelMeeting')
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('meetings.cancel.do')}
      open={open}
      onClose={onClose}
      submit={t('meetings.cancel.do')}
      busy={cancel.busy}
      error={cancel.error}
      notReady={reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() =>
        cancel.send(
          { ...named(meeting), reason },
          {
            onDone: () => {
              onClose()
              say({ text: t('meetings.cancel.done') })
            },
          },
        )
      }
    >
      <TextField label={t('meetings.cancel.reason')} value={reason} onChange={setReason} />
    </FormSheet>
  )
}
