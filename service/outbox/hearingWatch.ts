import type { DomainEvent, DomainEventOf } from '#events/catalogue'
import type { MessageKind } from '#events/message'
import type { EffectiveDate } from '#events/time'
import { addDays } from '../rules/calendar.ts'

/** Days before the last day on which a municipality that has not answered is reminded (ASSUMPTION). */
const remindDaysBefore = 5

/** A letter that an event gives rise to. */
export interface Wanted {
  readonly event: DomainEvent
  readonly kind: MessageKind
}

interface Open {
  readonly sent: DomainEventOf<'ConsultationSent'>
  isOpen: boolean
  dueOn: EffectiveDate
  remindedOn: EffectiveDate | null
  wanted: readonly Wanted[]
}

const kinds = {
  ConsultationSent: 'consultation',
  ConsultationReminderSent: 'consultation-reminder',
  ConsultationDeadlineExtended: 'consultation-extended',
  ConsultationExtensionDeclined: 'consultation-extension-declined',
} as const satisfies Partial<Record<DomainEvent['type'], MessageKind>>

/**
 * Follows hearings from the log's start: which letters they want, and who is to be reminded. A hearing that has ended
 * wants none, so that a log from before there were letters writes to nobody about what is long over.
 */
export function watchHearings() {
  const open = new Map<string, Open>()
  return {
    see(event: DomainEvent): void {
      if (event.type === 'ConsultationSent')
        open.set(event.stream, { sent: event, isOpen: true, dueOn: event.data.dueOn, remindedOn: null, wanted: [] })
      const hearing = open.get(event.stream)
      if (hearing === undefined) return
      if (event.type === 'ConsultationDeadlineExtended') hearing.dueOn = event.data.new
      if (event.type === 'ConsultationReminderSent') hearing.remindedOn = event.effectiveFrom
      const ends = event.type === 'ConsultationAnswered' || event.type === 'ConsultationClosedWithoutAnswer'
      if (ends) hearing.wanted = []
      if (ends || event.type === 'ConsultationDeadlineExtended') hearing.isOpen = !ends
      if (isWriting(event)) hearing.wanted = [...hearing.wanted, { event, kind: kinds[event.type] }]
    },
    /** Letters that are wanted and have not been queued in this run, each with the hearing that it is about. */
    wanted(): readonly (Wanted & { readonly sent: Open['sent'] })[] {
      return [...open.values()].flatMap(({ sent, wanted }) => wanted.map((one) => ({ ...one, sent })))
    },
    queued({ id, stream }: DomainEvent): void {
      const hearing = open.get(stream)
      if (hearing !== undefined) hearing.wanted = hearing.wanted.filter(({ event }) => event.id !== id)
    },
    /** Hearings that are near their last day and have not been reminded for it. */
    toRemind(today: EffectiveDate): readonly Pick<Open, 'sent' | 'dueOn'>[] {
      return [...open.values()].filter(({ isOpen, dueOn, remindedOn }) => {
        const from = addDays(dueOn, -remindDaysBefore)
        return isOpen && from <= today && today <= dueOn && (remindedOn === null || remindedOn < from)
      })
    },
  }
}

function isWriting(event: DomainEvent): event is DomainEventOf<keyof typeof kinds> {
  return event.type in kinds
}
