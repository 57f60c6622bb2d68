import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { useMay, useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { openMeetings } from './openMeetings.ts'

/** The committee's coming meetings that are called, to choose one instead of typing its day. None, and nothing is shown. */
export function CalledMeetings({
  committee,
  value,
  onChange,
}: {
  readonly committee: RegionCode
  readonly value: string
  readonly onChange: (day: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const may = useMay()('meeting.read')
  const today = useSession()?.today
  const { params } = useMoment()
  const { data } = useQuery({ ...viewQuery('meetings', { ...params, region: committee }), enabled: may })
  const called = openMeetings(data?.rows ?? [], today ?? '')
  if (called.length === 0) return null
  return (
    <RadioCards
      label={t('cases.tabling.called')}
      value={called.some(({ meetingOn }) => meetingOn === value) ? value : null}
      onChange={onChange}
      options={called.map(({ meetingOn, kind, startsAt, place, items }) => ({
        value: String(meetingOn),
        label: [date(meetingOn, language), startsAt && t('meetings.one.at', { time: startsAt })]
          .filter(Boolean)
          .join(' '),
        help: [words.meetingKind(kind), place, t('meetings.list.items', { count: items })].filter(Boolean).join(' · '),
      }))}
    />
  )
}
