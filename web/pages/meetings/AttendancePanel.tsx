import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countSides, Seat } from '#events/meeting'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useWords } from '../../text/words.ts'
import { type Meeting, named } from './meetingAnswer.ts'

/** Who is there, by seat; with it the meeting begins. */
export function AttendancePanel({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const words = useWords()
  const why = useWriting()('meeting.run')
  const [open, setOpen] = useState(false)
  const { attendance, state } = meeting
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

function AttendanceSheet({
  meeting,
  open,
  onClose,
}: {
  readonly meeting: Meeting
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const say = useNotice()
  const record = useCommand('RecordAttendance')
  const { attendance } = meeting
  const [away, setAway] = useState<ReadonlyMap<Seat, string>>(
    () => new Map(attendance?.absent.map(({ seat, reason }) => [seat, reason ?? '']) ?? []),
  )
  const change = (seat: Seat, reason: string | null) => {
    const next = new Map(away)
    if (reason === null) next.delete(seat)
    else next.set(seat, reason)
    setAway(next)
  }
  return (
    <FormSheet
      title={t('meetings.attendance.title')}
      open={open}
      onClose={onClose}
      busy={record.busy}
      error={record.error}
      notReady={undefined}
      onSubmit={() =>
        record.send(
          {
            ...named(meeting),
            present: Seat.options.filter((seat) => !away.has(seat)),
            absent: [...away].map(([seat, reason]) => ({ seat, reason: reason.trim() === '' ? null : reason })),
          },
          {
            onDone: () => {
              onClose()
              say({ text: t('meetings.attendance.taken') })
            },
          },
        )
      }
    >
      <fieldset>
        <legend>{t('meetings.attendance.presentLegend')}</legend>
        {Seat.options.map((seat) => (
          <label key={seat} className="check">
            <input
              type="checkbox"
              checked={!away.has(seat)}
              onChange={(event) => change(seat, event.target.checked ? null : '')}
            />
            {words.seat(seat)}
          </label>
        ))}
      </fieldset>
      {[...away].map(([seat, reason]) => (
        <Field
          key={seat}
          label={t('meetings.attendance.reason', { seat: words.seat(seat) })}
          hint={t('consultations.reply.privacy')}
        >
          {(props) => (
            <input
              {...props}
              type="text"
              maxLength={400}
              value={reason}
              onChange={(event) => change(seat, event.target.value)}
            />
          )}
        </Field>
      ))}
    </FormSheet>
  )
}
