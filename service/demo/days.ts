import { EffectiveDate, type RecordedAt } from '#events/time'
import { addDays } from '../rules/calendar.ts'
import type { Random } from './random.ts'

/** A date as the number of days since 2005-01-01, so that the generator can add and compare quickly. */
export type Day = number

const first = EffectiveDate.parse('2005-01-01')
const span = 11_300
const dates: EffectiveDate[] = []
for (let date = first; dates.length < span; date = addDays(date, 1)) dates.push(date)
const numbers: ReadonlyMap<string, Day> = new Map(dates.map((date, number) => [date, number]))

/** The day of a date from 2005 to 2035; throws a RangeError on any other text. */
export function day(date: string): Day {
  const number = numbers.get(date)
  if (number === undefined) throw new RangeError(`${date} is not a date of the demonstration register`)
  return number
}

/** The date of a day; throws a RangeError outside 2005 to 2035. */
export function dateOf(number: Day): EffectiveDate {
  const date = dates[number]
  if (date === undefined) throw new RangeError(`Day ${number} is outside the demonstration register`)
  return date
}

/** The first of the month on or before the day. */
export function firstOfMonth(number: Day): Day {
  return day(`${dateOf(number).slice(0, 8)}01`)
}

/** The register's first day in use: everything older was entered on it. */
export const importDay = day('2014-01-06')
/** Nothing is recorded after this day, the last working day before the demonstration's today, 2026-11-22. */
export const lastRecordedDay = day('2026-11-20')
/** Units replace hours (S_NYOK). */
export const transitionDay = day('2024-01-01')

/** An instant in office hours of the day, or of the Monday after a weekend. */
export function officeHour(number: Day, random: Random): RecordedAt {
  const minutes = random.int(7 * 60, 15 * 60 - 1)
  return instant(workday(number), minutes, random.int(0, 59))
}

/** An instant of the day, by minutes after midnight UTC. */
export function instant(number: Day, minutes: number, seconds = 0): RecordedAt {
  const two = (value: number) => String(value).padStart(2, '0')
  // Built from a date of the table and a time of day: an instant with milliseconds.
  return `${dateOf(number)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds)}.000Z` as RecordedAt
}

/**
 * When the office heard of something that holds from `effective`: mostly within a month before or after, sometimes weeks
 * late, seldom months. Never before the import, never after the last day.
 */
export function heardOn(effective: Day, random: Random): Day {
  const early = () => effective - random.int(1, 30)
  const late = random.weighted(
    [
      { share: 55, day: early },
      { share: 29, day: () => effective + random.int(0, 30) },
      { share: 13, day: () => effective + random.int(31, 80) },
      { share: 3, day: () => effective + random.int(100, 300) },
    ],
    ({ share }) => share,
  )
  const heard = effective > lastRecordedDay ? lastRecordedDay - random.int(2, 75) : late.day()
  return Math.min(Math.max(heard, importDay), lastRecordedDay)
}

/** 2005-01-01 was a Saturday. */
function workday(number: Day): Day {
  const weekday = number % 7
  const moved = weekday === 0 ? number + 2 : weekday === 1 ? number + 1 : number
  return moved > lastRecordedDay && number <= lastRecordedDay ? lastRecordedDay : moved
}
