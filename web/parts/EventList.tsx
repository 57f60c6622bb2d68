import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { EventRow } from '#api/views/events'
import { date, eventNumber, instant } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'
import { useEventWords } from './useEventWords.ts'

/** Events as a line of dots: a ring is a correction. Each tells when it holds and when it was recorded. */
export function EventList({ events }: { readonly events: readonly z.infer<typeof EventRow>[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useEventWords(events)
  return (
    <ol className="event-list">
      {events.map((event) => (
        <li key={event.id} className={event.corrects === null ? '' : 'is-correction'}>
          <span className="event-date">
            <span className="visually-hidden">{t('cases.history.effective')} </span>
            {date(event.effectiveFrom, language)}
            <span className="event-number">{eventNumber(event.number, language)}</span>
          </span>
          <span className="event-dot" aria-hidden="true" />
          <span className="event-what">
            {event.corrects !== null && <strong className="correction-word">{t('cases.history.correction')}: </strong>}
            {words.event(event)}
            <span className="event-recorded">
              {t('cases.history.recorded')} {instant(event.recordedAt, language)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
