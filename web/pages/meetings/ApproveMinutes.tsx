import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seat } from '#events/meeting'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWords } from '../../text/words.ts'
import { type Meeting, named } from './meetingAnswer.ts'

/** The chair locks the minutes: one of the seats that were there. */
export function ApproveMinutes({
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
  const approve = useCommand('ApproveMinutes')
  const [chair, setChair] = useState<Seat | null>(null)
  return (
    <FormSheet
      title={t('meetings.minutes.approve')}
      lead={t('meetings.minutes.approveWhy')}
      open={open}
      onClose={onClose}
      submit={t('meetings.minutes.approve')}
      busy={approve.busy}
      error={approve.error}
      notReady={chair === null ? t('cases.write.required') : undefined}
      onSubmit={() => {
        if (chair !== null)
          approve.send(
            { ...named(meeting), chair },
            {
              onDone: () => {
                onClose()
                say({ text: t('meetings.minutes.approved') })
              },
            },
          )
      }}
    >
      <RadioCards
        label={t('meetings.minutes.chair')}
        value={chair}
        onChange={setChair}
        columns={2}
        options={(meeting.attendance?.present ?? []).map((seat) => ({ value: seat, label: words.seat(seat) }))}
      />
    </FormSheet>
  )
}
