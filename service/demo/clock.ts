import type { EffectiveDate, RecordedAt } from '#events/time'

/** The time machine of a log that is being filled with the past. */
export interface DemoClock {
  /** The instant for the next append: those announced in their order, then the one that was set. */
  now(): RecordedAt
  /** The date of the instant that was set; office hours, so the Danish date is the UTC one. */
  today(): EffectiveDate
  set(instant: RecordedAt): void
  /** The log asks once for each append, in the order of the calls. */
  announce(instant: RecordedAt): void
  /** Announced instants that nobody asked for yet. */
  pending(): number
}

/** A clock that stands at an instant until it is set or told another. */
export function demoClock(start: RecordedAt): DemoClock {
  let current = start
  const announced: RecordedAt[] = []
  let next = 0
  return {
    now() {
      const instant = announced[next]
      if (instant === undefined) return current
      next += 1
      return instant
    },
    // The first ten characters of an instant are a date.
    today: () => current.slice(0, 10) as EffectiveDate,
    set(instant) {
      current = instant
    },
    announce: (instant) => announced.push(instant),
    pending: () => announced.length - next,
  }
}
