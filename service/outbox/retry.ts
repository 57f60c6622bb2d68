import { Temporal } from 'temporal-polyfill'
import { RecordedAt } from '#events/time'

/** Minutes until the next attempt, by the number of attempts made; after the last, a person has to ask again. */
const pauses = [1, 5, 30, 120, 720]

/** When a letter is tried again after so many attempts; null when it is given up. */
export function laterBy(now: RecordedAt, attempts: number): RecordedAt | null {
  const minutes = pauses[attempts - 1]
  if (minutes === undefined) return null
  const then = Temporal.Instant.from(now).add({ minutes })
  return RecordedAt.parse(then.toString({ fractionalSecondDigits: 3 }))
}
