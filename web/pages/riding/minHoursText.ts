import { capacity, type Language } from '../../format.ts'

/** The hours of R-17 as its words name them, `10` rather than `10,0`; a question mark while no rule set says them. */
export function minHoursText(hoursTenths: number | null, language: Language): string {
  return hoursTenths === null ? '?' : capacity(hoursTenths, 'hoursTenths', language).replace(/[.,]0$/, '')
}
