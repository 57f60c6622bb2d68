import { Temporal } from 'temporal-polyfill'
import type { EffectiveDate, RecordedAt } from '#events/time'

/**
 * Danish public holidays (S_DH, S_NORDEN): fixed days, and days counted from Easter Sunday. Great Prayer Day is none since
 * 2024. 1 May, 5 June, 24 and 31 December are not public holidays.
 */
const holidays: readonly (
  | { readonly id: string; readonly fixed: string }
  | { readonly id: string; readonly easterOffset: number; readonly lastYear?: number }
)[] = [
  { id: 'new-years-day', fixed: '01-01' },
  { id: 'maundy-thursday', easterOffset: -3 },
  { id: 'good-friday', easterOffset: -2 },
  { id: 'easter-sunday', easterOffset: 0 },
  { id: 'easter-monday', easterOffset: 1 },
  { id: 'great-prayer-day', easterOffset: 26, lastYear: 2023 },
  { id: 'ascension-day', easterOffset: 39 },
  { id: 'whit-sunday', easterOffset: 49 },
  { id: 'whit-monday', easterOffset: 50 },
  { id: 'christmas-day', fixed: '12-25' },
  { id: 'second-christmas-day', fixed: '12-26' },
]

const plain = (date: EffectiveDate) => Temporal.PlainDate.from(date)
// The text of a PlainDate is an existing ISO date.
const iso = (date: Temporal.PlainDate) => date.toString() as EffectiveDate

/** The date `days` calendar days after `date`; before it, when negative. */
export function addDays(date: EffectiveDate, days: number): EffectiveDate {
  return iso(plain(date).add({ days }))
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: EffectiveDate, to: EffectiveDate): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * Days since 1 March of the year 0 in the Gregorian calendar. Counted by hand, because a search for what would turn a
 * finding counts days thousands of times. Years begin in March, so that the leap day is the last of its year.
 */
function dayNumber(date: EffectiveDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const y = month < 3 ? year - 1 : year
  const monthsSinceMarch = (month + 9) % 12
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return y * 365 + leapDays + Math.floor((monthsSinceMarch * 153 + 2) / 5) + day - 1
}

/** The same day of the month `months` later, or the month's last day; before it, when negative. */
export function addMonths(date: EffectiveDate, months: number): EffectiveDate {
  return iso(plain(date).add({ months }))
}

/** The first day of the month `months` after the month of `date`. */
export function firstOfMonthAfter(date: EffectiveDate, months: number): EffectiveDate {
  return iso(plain(date).with({ day: 1 }).add({ months }))
}

/** Easter Sunday of a Gregorian year (Meeus/Jones/Butcher). */
export function easterSunday(year: number): EffectiveDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return iso(Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }))
}

/** Id of the public holiday on the date, or null. */
export function publicHoliday(date: EffectiveDate): string | null {
  const year = plain(date).year
  const easter = easterSunday(year)
  const found = holidays.find((holiday) =>
    'fixed' in holiday
      ? date.endsWith(`-${holiday.fixed}`)
      : year <= (holiday.lastYear ?? year) && addDays(easter, holiday.easterOffset) === date,
  )
  return found?.id ?? null
}

/** True from Monday to Friday when the date is no public holiday. */
export function isWorkingDay(date: EffectiveDate): boolean {
  return plain(date).dayOfWeek <= 5 && publicHoliday(date) === null
}

/** The date itself when it is a working day, else the next working day (R-38, ASSUMPTION). */
export function onOrAfterWorkingDay(date: EffectiveDate): EffectiveDate {
  return isWorkingDay(date) ? date : onOrAfterWorkingDay(addDays(date, 1))
}

/** The date in Denmark at an instant: an hour or two ahead of UTC. */
export function danishDate(at: RecordedAt): EffectiveDate {
  return iso(Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Copenhagen').toPlainDate())
}
