import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { MeetingKind } from '#events/meeting'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWords } from '../../text/words.ts'
import { isDate } from '../cases/days.ts'
import type { Meeting } from './meetingAnswer.ts'

type Particulars = Pick<Meeting, 'kind' | 'startsAt' | 'place'> & { readonly meetingOn: string }

/** Calls a committee to a meeting, or changes what it was called to. */
export function CallMeeting({
  region,
  was,
  fixedDay = false,
  open,
  onClose,
}: {
  readonly region: RegionCode
  readonly was: Partial<Particulars>
  /** The day cannot be another: it names the meeting. */
  readonly fixedDay?: boolean
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const say = useNotice()
  const navigate = useNavigate()
  const call = useCommand('CallMeeting')
  const [meetingOn, setMeetingOn] = useState<string>(was.meetingOn ?? '')
  const [kind, setKind] = useState<MeetingKind>(was.kind ?? 'ordinary')
  const [startsAt, setStartsAt] = useState(was.startsAt ?? '')
  const [place, setPlace] = useState(was.place ?? '')
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt)
  const isReady = isDate(meetingOn) && (kind === 'written' || isTime)
  const send = () =>
    call.send(
      {
        region,
        meetingOn,
        kind,
        startsAt: kind === 'written' ? null : startsAt,
        place: place.trim() === '' ? null : place,
      },
      {
        onDone: () => {
          onClose()
          say({ text: t('meetings.called') })
          void navigate({ to: '/moeder/$committee/$day', params: { committee: region, day: meetingOn } })
        },
      },
    )
  return (
    <FormSheet
      title={t(fixedDay ? 'meetings.change' : 'meetings.call')}
      open={open}
      onClose={onClose}
      submit={t(fixedDay ? 'meetings.change' : 'meetings.call')}
      busy={call.busy}
      error={call.error}
      notReady={isReady ? undefined : t('cases.write.required')}
      onSubmit={send}
    >
      {!fixedDay && (
        <Field label={t('meetings.meetingOn')}>
          {(props) => <DateInput {...props} value={meetingOn} onChange={setMeetingOn} />}
        </Field>
      )}
      <RadioCards
        label={t('meetings.kind')}
        value={kind}
        onChange={setKind}
        columns={2}
        options={MeetingKind.options.map((value) => ({ value, label: words.meetingKind(value) }))}
      />
      {kind === 'ordinary' && (
        <Field label={t('meetings.startsAt')} hint={t('meetings.startsAtHint')}>
          {(props) => (
            <input
              {...props}
              type="text"
              inputMode="numeric"
              maxLength={5}
              value={startsAt}
              onChange={(event) => setStartsAt(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t('meetings.place')}>
        {(props) => (
          <input
            {...props}
            type="text"
            maxLength={200}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
        )}
      </Field>
    </FormSheet>
  )
}
