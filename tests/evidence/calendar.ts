/** Days since 1 March of the year 0 in the Gregorian calendar. */
function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const m = (month + 9) % 12
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1
  )
}

function dateOf(number: number): string {
  let year = Math.floor((10_000 * number + 14_780) / 3_652_425)
  const before = (y: number) => 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  let rest = number - before(year)
  if (rest < 0) {
    year -= 1
    rest = number - before(year)
  }
  const m = Math.floor((100 * rest + 52) / 3060)
  const month = ((m + 2) % 12) + 1
  const day = rest - Math.floor((m * 306 + 5) / 10) + 1
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year + (month <= 2 ? 1 : 0)}-${two(month)}-${two(day)}`
}

/** Calendar days from one date to another. */
export function days(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The date so many calendar days later. */
export function later(from: string, count: number): string {
  return dateOf(dayNumber(from) + count)
}

/** The same day so many months later, or the last of a month that has no such day. */
export function monthsLater(date: string, count: number): string {
  const [, , day = 1] = date.split('-').map(Number)
  const first = firstOfMonth(date, count)
  const last = days(first, firstOfMonth(first, 1))
  return later(first, Math.min(day, last) - 1)
}

/** The first day of the month so many months later. */
export function firstOfMonth(date: string, count: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const all = year * 12 + month - 1 + count
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}-01`
}

/** Easter Sunday by the rule of the Gregorian computus as Gauss gave it. */
function easter(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const m = Math.floor((a + 11 * h) / 319)
  const r = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7
  const month = Math.floor((h - m + r + 90) / 25)
  const day = (h - m + r + month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days after Easter that are Danish public holidays; the great prayer day was one to 2023. */
const movable = [-3, -2, 0, 1, 39, 49, 50]

function isHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4))
  const sunday = easter(year)
  const fixed = ['01-01', '12-25', '12-26'].includes(date.slice(5))
  return fixed || [...movable, ...(year <= 2023 ? [26] : [])].some((offset) => later(sunday, offset) === date)
}

/** The date, or the first after it from Monday to Friday that is no public holiday. */
export function workingDay(date: string): string {
  // 1 March of the year 0 was a Wednesday.
  const weekday = (((dayNumber(date) + 2) % 7) + 7) % 7
  return weekday >= 5 || isHoliday(date) ? workingDay(later(date, 1)) : date
}
