import { Temporal } from 'temporal-polyfill'

/** Whole days from one date to another, `YYYY-MM-DD`; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(to).since(Temporal.PlainDate.from(from)).total('days')
}

/** The date some days later. */
export function daysAfter(on: string, days: number): string {
  return Temporal.PlainDate.from(on).add({ days }).toString()
}

/** True for text that is a date. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    // The polyfill throws for a day that does not exist; that is the answer.
    return false
  }
}
