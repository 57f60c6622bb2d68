import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Seat } from '#events/meeting'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useWords } from '../../text/words.ts'
import { type Item, type Meeting, named } from './meetingAnswer.ts'

/** Seats that take no part in one case, and who does. */
export function ConflictsPanel({ meeting, item }: { readonly meeting: Meeting; readonly item: Item }) {
  const { t } = useTranslation()
  const words = useWords()
  const why = useWriting()('meeting.run')
  // A seat to lift, or `new` to declare one.
  const [sheet, setSheet] = useState<Seat | 'new' | null>(null)
  const mayChange = item.result === null && meeting.state !== 'approved' && meeting.state !== 'cancelled'
  return (
    <Panel
      title={t('meetings.conflicts.title')}
      footer={
        mayChange ? (
          <WriteButton why={why} onPress={() => setSheet('new')}>
            {t('meetings.conflicts.declare')}
          </WriteButton>
        ) : undefined
      }
    >
      {item.conflicts.length === 0 && <p className="panel-note">{t('meetings.conflicts.none')}</p>}
      <ul className="plain-list">
        {item.conflicts.map(({ seat, reason }) => (
          <li key={seat}>
            {words.seat(seat)}: {reason}{' '}
            {mayChange && (
              <WriteButton kind="text" why={why} onPress={() => setSheet(seat)}>
                {t('meetings.conflicts.lift', { seat: words.seat(seat) })}
              </WriteButton>
            )}
          </li>
        ))}
      </ul>
      {meeting.attendance !== null && (
        <p className="panel-note">{t('meetings.conflicts.takePart', item.participants)}</p>
      )}
      {sheet !== null && <ConflictSheet meeting={meeting} item={item} lifted={sheet} onClose={() => setSheet(null)} />}
    </Panel>
  )
}

function ConflictSheet({
  meeting,
  item,
  lifted,
  onClose,
}: {
  readonly meeting: Meeting
  readonly item: Item
  readonly lifted: Seat | 'new'
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const say = useNotice()
  const declare = useCommand('DeclareConflict')
  const lift = useCommand('LiftConflict')
  const [chosen, setChosen] = useState<Seat | null>(null)
  const [reason, setReason] = useState('')
  const isNew = lifted === 'new'
  const seat = isNew ? chosen : lifted
  const command = isNew ? declare : lift
  const out = item.conflicts.map((one) => one.seat)
  return (
    <FormSheet
      title={isNew ? t('meetings.conflicts.declare') : t('meetings.conflicts.lift', { seat: words.seat(lifted) })}
      open
      onClose={onClose}
      busy={command.busy}
      error={command.error}
      notReady={seat === null || reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() => {
        if (seat !== null)
          command.send(
            { ...named(meeting), case: item.case, seat, reason },
            {
              onDone: () => {
                onClose()
                say({ text: t(isNew ? 'meetings.conflicts.declared' : 'meetings.conflicts.lifted') })
              },
            },
          )
      }}
    >
      {isNew && (
        <RadioCards
          label={t('meetings.conflicts.seat')}
          value={chosen}
          onChange={setChosen}
          columns={2}
          options={Seat.options
            .filter((one) => !out.includes(one))
            .map((one) => ({ value: one, label: words.seat(one) }))}
        />
      )}
      <TextField
        label={t(isNew ? 'meetings.conflicts.reason' : 'meetings.conflicts.liftReason')}
        hint={t('consultations.reply.privacy')}
        value={reason}
        onChange={setReason}
      />
    </FormSheet>
  )
}
