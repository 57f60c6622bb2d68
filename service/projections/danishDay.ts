import { Temporal } from 'temporal-polyfill'
import { EffectiveDate, type RecordedAt } from '#events/time'

const days = new Map<string, EffectiveDate>()

/** The Danish date of an instant. */
export function danishDay(instant: RecordedAt): EffectiveDate {
  // Denmark's clock differs from UTC by whole hours, so that an hour lies in one day.
  const hour = instant.slice(0, 13)
  const known = days.get(hour)
  if (known !== undefined) return known
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Copenhagen')
  const day = EffectiveDate.parse(zoned.toPlainDate().toString())
  if (days.size > 10_000) days.clear()
  days.set(hour, day)
  return day
}

/**
 * The day from which a step of a procedure counts as taken: the day it was recorded, or an earlier one that it was dated
 * to. A decision about a later date is taken when it is recorded.
 */
export function stepDay(event: {
  readonly effectiveFrom: EffectiveDate
  readonly recordedAt: RecordedAt
}): EffectiveDate {
  const recordedOn = danishDay(event.recordedAt)
  if (event.effectiveFrom < recordedOn) return event.effectiveFrom
  return recordedOn
}
