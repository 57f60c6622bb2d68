import { Temporal } from 'temporal-polyfill'

export interface Deadline {
  /** Whole days from today to the last day, which counts; negative when it has passed. */
  readonly daysLeft: number
  /** How much of the time has gone, from 0 to 1. */
  readonly gone: number
  /** `near` from eight days before; the words say the days, colour only repeats it. */
  readonly urgency: 'calm' | 'near' | 'passed'
}

/** Days left at which the inbox turns to the urgent tone (design/ui, Høring). */
const NEAR = 8

/** Where today stands between the day a hearing was sent and its last day. Dates are `YYYY-MM-DD` in Danish time. */
export function deadline(sentOn: string, dueOn: string, today: string): Deadline {
  const due = Temporal.PlainDate.from(dueOn)
  const daysLeft = due.since(Temporal.PlainDate.from(today)).total('days')
  const whole = due.since(Temporal.PlainDate.from(sentOn)).total('days')
  const gone = whole <= 0 ? 1 : Math.min(1, Math.max(0, (whole - daysLeft) / whole))
  return { daysLeft, gone, urgency: daysLeft < 0 ? 'passed' : daysLeft <= NEAR ? 'near' : 'calm' }
}
