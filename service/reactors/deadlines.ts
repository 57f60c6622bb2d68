import type { DomainEvent, DomainEventOf } from '#events/catalogue'
import type { EffectiveDate } from '#events/time'
import { addDays } from '../rules/calendar.ts'
import type { Tools } from './reactor.ts'

type Sent = DomainEventOf<'ConsultationSent'>

/**
 * The one reactor that the calendar drives: hearings whose last day has passed are closed without an answer. It sees the
 * log from its start, and keeps the hearings that are still open.
 */
export function createDeadlines(): {
  see(event: DomainEvent): void
  /** Closes what lapsed before `today`. Calling it twice for the same day changes nothing. */
  tick(today: EffectiveDate, toolsOf: (event: DomainEvent) => Tools): Promise<void>
} {
  const open = new Map<string, { readonly sent: Sent; readonly dueOn: EffectiveDate }>()
  return {
    see(event) {
      switch (event.type) {
        case 'ConsultationSent':
          open.set(event.stream, { sent: event, dueOn: event.data.dueOn })
          return
        case 'ConsultationDeadlineExtended': {
          const hearing = open.get(event.stream)
          if (hearing) open.set(event.stream, { ...hearing, dueOn: event.data.new })
          return
        }
        case 'ConsultationAnswered':
        case 'ConsultationClosedWithoutAnswer':
          open.delete(event.stream)
          return
        default:
      }
    },
    async tick(today, toolsOf) {
      for (const { sent, dueOn } of [...open.values()]) {
        if (today < addDays(dueOn, 1)) continue
        const { case: id, municipality, round } = sent.data
        await toolsOf(sent).send({ type: 'CloseConsultation', data: { case: id, municipality, round } })
      }
    },
  }
}
