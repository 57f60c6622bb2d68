import { Temporal } from 'temporal-polyfill'
import { EffectiveDate, RecordedAt } from '#events/time'

/** The two readings of time that the service takes. Passed as an argument, so that a test can set it. */
export interface Clock {
  /** Today's date in Denmark. */
  today(): EffectiveDate
  /** This instant, in UTC with milliseconds. */
  now(): RecordedAt
}

/** The zone in which effective dates are counted. */
const denmark = 'Europe/Copenhagen'

/** The computer's clock: the only place in the service that reads it. */
export const systemClock: Clock = {
  today: () => EffectiveDate.parse(Temporal.Now.plainDateISO(denmark).toString()),
  now: () => RecordedAt.parse(new Date().toISOString()),
}

/** The last millisecond of a day in Denmark: what was recorded by then was known on that day. */
export function endOfDanishDay(day: EffectiveDate): RecordedAt {
  const end = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(denmark).subtract({ milliseconds: 1 })
  return RecordedAt.parse(end.toInstant().toString({ fractionalSecondDigits: 3 }))
}

/** An instant as libraries take it that write dates of their own, such as those in a PDF. */
export function dateOf(at: RecordedAt): Date {
  return new Date(at)
}
