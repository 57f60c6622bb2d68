import { Temporal } from 'temporal-polyfill'
import type { EffectiveDate, RecordedAt } from '../time.ts'
import { type Language, none, number } from './numbers.ts'

const noBreak = '\u00A0'
const months = {
  da: ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
const longMonths = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const

/** A number with its sign always written. */
export function signed(value: number | null, language: Language, decimals = 0): string {
  if (value === null) return none
  return value > 0 ? `+${number(value, language, decimals)}` : number(value, language, decimals)
}

/** A share from 0 to 1 as percent, one decimal. */
export function percent(share: number | null, language: Language, decimals = 1): string {
  if (share === null) return none
  const text = number(share * 100, language, decimals)
  return language === 'da' ? `${text}${noBreak}%` : `${text}%`
}

/** Øre as whole kroner with the unit. */
export function kroner(oere: number | null, language: Language): string {
  return oere === null ? none : `${number(oere / 100, language)}${noBreak}kr.`
}

/** A stored quantity (hours in tenths, units in hundredths) as a number without its unit. */
export function capacity(value: number | null, unit: 'hoursTenths' | 'unitsHundredths', language: Language): string {
  if (value === null) return none
  return unit === 'hoursTenths' ? number(value / 10, language, 1) : number(value / 100, language, 2)
}

/** `12. mar. 2026` or `12 Mar 2026`. */
export function date(on: EffectiveDate | string | null, language: Language): string {
  if (on === null) return none
  const [year = '', month = '1', day = '1'] = on.slice(0, 10).split('-')
  const name = months[language][Number(month) - 1] ?? ''
  return language === 'da' ? `${Number(day)}.${noBreak}${name} ${year}` : `${Number(day)}${noBreak}${name} ${year}`
}

/** `12. marts 2026`, for speech and for sentences. */
export function longDate(on: EffectiveDate | string, language: Language): string {
  const [year = '', month = '1', day = '1'] = on.slice(0, 10).split('-')
  const name = longMonths[language][Number(month) - 1] ?? ''
  return language === 'da' ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** The Danish date of an instant, `YYYY-MM-DD`. */
export function danishDate(at: RecordedAt | string): string {
  return danish(at).date
}

/** `12. mar. 2026 kl. 09.41` or `12 Mar 2026 09:41`, in Danish time. A bare date keeps its day and has no time. */
export function instant(at: RecordedAt | string | null, language: Language): string {
  if (at === null) return none
  if (at.length === 10) return date(at, language)
  const local = danish(at)
  const time = language === 'da' ? `kl.${noBreak}${local.hour}.${local.minute}` : `${local.hour}:${local.minute}`
  return `${date(local.date, language)} ${time}`
}

/** `nr. 48.197` or `no. 48,197`. */
export function eventNumber(value: number, language: Language): string {
  return `${language === 'da' ? 'nr.' : 'no.'}${noBreak}${number(value, language)}`
}

/** The Danish date of an instant, and its time as `09:41`. */
export function danishMinute(at: RecordedAt | string): { readonly day: string; readonly time: string } {
  const { date: day, hour, minute } = danish(at)
  return { day, time: `${hour}:${minute}` }
}

function danish(at: string): { date: string; hour: string; minute: string } {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Copenhagen')
  const two = (value: number) => String(value).padStart(2, '0')
  return { date: local.toPlainDate().toString(), hour: two(local.hour), minute: two(local.minute) }
}
