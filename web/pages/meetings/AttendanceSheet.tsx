import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Seat } from '#events/meeting'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWords } from '../../text/words.ts'
import { everybody, recorded, type Told, toldBy, untold } from './attendance.ts'
import { type Meeting, named } from './meetingAnswer.ts'

/** Seat by seat who is there. No seat is there unsaid; that all are is one press. */
export function AttendanceSheet({
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
  const [told, setTold] = useState<Told>(() => toldBy(meeting.attendance))
  const missing = untold(told)
  const tell = (seat: Seat, what: 'there' | { away: string }) => setTold(new Map(told).set(seat, what))
  return (
    <FormSheet
      title={t('meetings.attendance.title')}
      open={open}
      onClose={onClose}
      busy={record.busy}
      error={record.error}
      notReady={missing.length === 0 ? undefined : t('meetings.attendance.untold', { count: missing.length })}
      onSubmit={() =>
        record.send(
          { ...named(meeting), ...recorded(told) },
          {
            onDone: () => {
              onClose()
              say({ text: t('meetings.attendance.taken') })
            },
          },
        )
      }
    >
      <div className="attendance-all">
        <h3>{t('meetings.attendance.presentLegend')}</h3>
        <Button icon="check" onPress={() => setTold(everybody)}>
          {t('meetings.attendance.everybody')}
        </Button>
      </div>
      <ul className="attendance-seats">
        {Seat.options.map((seat) => {
          const one = told.get(seat)
          return (
            <li key={seat}>
              <span aria-hidden="true">{words.seat(seat)}</span>
              <Segmented
                label={words.seat(seat)}
                value={one === undefined ? null : one === 'there' ? 'there' : 'away'}
                onChange={(value) => tell(seat, value === 'there' ? value : { away: '' })}
                options={[
                  { value: 'there', label: t('meetings.attendance.there') },
                  { value: 'away', label: t('meetings.attendance.absent') },
                ]}
              />
            </li>
          )
        })}
      </ul>
      {[...told].map(([seat, one]) =>
        one === 'there' ? null : (
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
                value={one.away}
                onChange={(event) => tell(seat, { away: event.target.value })}
              />
            )}
          </Field>
        ),
      )}
    </FormSheet>
  )
}
