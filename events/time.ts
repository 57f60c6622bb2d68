import { z } from 'zod'

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Days in a month of the proleptic Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isCalendarDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return isoDate.test(text) && day <= daysInMonth(year, month)
}

/** When something holds in the world: a date in Danish local time, `YYYY-MM-DD`. Compares as text. */
export const EffectiveDate = z
  .string()
  .refine(isCalendarDate, { error: 'expected an existing date as YYYY-MM-DD' })
  .brand<'EffectiveDate'>()
  .meta({ id: 'EffectiveDate', description: 'Date in Danish local time, YYYY-MM-DD', format: 'date' })
export type EffectiveDate = z.infer<typeof EffectiveDate>

/** When the store received an event: a UTC instant with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. Compares as text. */
export const RecordedAt = z.iso
  .datetime({ precision: 3 })
  .brand<'RecordedAt'>()
  .meta({ id: 'RecordedAt', description: 'UTC instant with milliseconds', format: 'date-time' })
export type RecordedAt = z.infer<typeof RecordedAt>

/** Half-open period: `from` counts, `to` does not. `null` means open. */
export const Period = z
  .object({ from: EffectiveDate, to: EffectiveDate.nullable() })
  .refine((period) => period.to === null || period.from < period.to, { error: 'from must be before to', path: ['to'] })
export type Period = z.infer<typeof Period>

/** True when the date lies in the half-open period. */
export function contains(period: Period, date: EffectiveDate): boolean {
  return period.from <= date && (period.to === null || date < period.to)
}
