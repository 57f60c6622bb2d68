import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { instant } from '../../format.ts'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useDraft } from '../../parts/useDraft.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { type Item, type Meeting, named } from './meetingAnswer.ts'

const Draft = z.object({ text: z.string() })
const nothing = { text: '' }

/** Minutes of one item, or of the meeting as a whole: written while it lasts, locked by the chair, then corrected beside. */
export function MinutesPanel({ meeting, item }: { readonly meeting: Meeting; readonly item: Item | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const [correcting, setCorrecting] = useState(false)
  const why = useWriting()('meeting.run')
  const { minutes, corrections } = item ?? meeting
  const { approved, state } = meeting
  const title = item === null ? t('meetings.minutes.whole') : t('meetings.minutes.ofCase', { number: item.row.number })
  return (
    <Panel
      title={title}
      aside={
        minutes === null ? undefined : t('meetings.minutes.savedAt', { at: instant(minutes.recordedAt, language) })
      }
      footer={
        approved === null ? undefined : (
          <WriteButton why={why} icon="edit" onPress={() => setCorrecting(true)}>
            {t('meetings.minutes.correct')}
          </WriteButton>
        )
      }
    >
      {state === 'begun' ? (
        <Writing meeting={meeting} item={item} title={title} />
      ) : (
        <p className={minutes === null ? 'panel-note' : 'statement'}>{minutes?.text ?? t('meetings.minutes.none')}</p>
      )}
      {corrections.map(({ text, reason, recordedAt }) => (
        <p key={recordedAt} className="statement minutes-correction">
          {t('meetings.minutes.correction', { at: instant(recordedAt, language), text, reason })}
        </p>
      ))}
      {approved !== null && (
        <p className="panel-note">
          {t('meetings.minutes.approvedBy', {
            at: instant(approved.recordedAt, language),
            seat: words.seat(approved.chair),
          })}
        </p>
      )}
      <Correction meeting={meeting} item={item} open={correcting} onClose={() => setCorrecting(false)} />
    </Panel>
  )
}

function Writing({
  meeting,
  item,
  title,
}: {
  readonly meeting: Meeting
  readonly item: Item | null
  readonly title: string
}) {
  const { t } = useTranslation()
  const say = useNotice()
  const right = useWriting()('meeting.run')
  const write = useCommand('WriteMinutes')
  const user = useSession()?.user?.userId ?? 'public'
  const about = item?.case ?? 'meeting'
  const draft = useDraft(`minutes.${user}.${meeting.region}.${meeting.meetingOn}.${about}`, Draft, nothing)
  const saved = (item ?? meeting).minutes?.text ?? ''
  const text = draft.savedAt === null && draft.value.text === '' ? saved : draft.value.text
  const isNew = text.trim() !== '' && text !== saved
  const why = right ?? (isNew ? undefined : t('meetings.minutes.nothing'))
  const save = () =>
    write.send(
      { ...named(meeting), ...(item === null ? {} : { case: item.case }), text },
      {
        onDone: () => {
          draft.discard()
          say({ text: t('meetings.minutes.saved') })
        },
      },
    )
  return (
    <>
      <Field label={title}>
        {(props) => (
          <textarea
            {...props}
            rows={5}
            maxLength={8000}
            readOnly={right !== undefined}
            value={text}
            onChange={(event) => draft.change({ text: event.target.value })}
          />
        )}
      </Field>
      <Refused error={write.error} />
      <div className="panel-actions">
        <WriteButton why={why} busy={write.busy} onPress={save}>
          {t('meetings.minutes.save')}
        </WriteButton>
        {isNew && <span className="write-why">{t('meetings.minutes.unsaved')}</span>}
      </div>
    </>
  )
}

function Correction({
  meeting,
  item,
  open,
  onClose,
}: {
  readonly meeting: Meeting
  readonly item: Item | null
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const say = useNotice()
  const correct = useCommand('CorrectMinutes')
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('meetings.minutes.correct')}
      open={open}
      onClose={onClose}
      busy={correct.busy}
      error={correct.error}
      notReady={text.trim() === '' || reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() =>
        correct.send(
          { ...named(meeting), ...(item === null ? {} : { case: item.case }), text, reason },
          {
            onDone: () => {
              onClose()
              say({ text: t('meetings.minutes.corrected') })
            },
          },
        )
      }
    >
      <TextField label={t('meetings.minutes.correctText')} rows={4} value={text} onChange={setText} />
      <TextField label={t('meetings.minutes.correctReason')} rows={2} value={reason} onChange={setReason} />
    </FormSheet>
  )
}
