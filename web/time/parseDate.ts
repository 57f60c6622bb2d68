import { EffectiveDate } from '#events/time'

const names = [
  ['jan'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['maj', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
]

/**
 * A date as people write it: `12. mar. 2026`, `12 March 2026`, `12-03-2026`, `12/3 2026`, `12.3.2026`, `2026-03-12`. Day
 * comes before month, as in Danish and British use. A time after it (`kl. 17.17`) is passed over. Undefined when it is no date.
 */
export function parseDate(text: string): EffectiveDate | undefined {
  const parts = text
    .toLowerCase()
    .replace(/\s(kl\.?\s*)?\d{1,2}[.:]\d{2}$/, '')
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '')
  const [first, second, third] = parts
  if (first === undefined || second === undefined || third === undefined || parts.length !== 3) return undefined
  const [year, month, day] = first.length === 4 ? [first, second, third] : [third, second, first]
  const number = monthOf(month)
  if (number === undefined) return undefined
  return EffectiveDate.safeParse(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`).data
}

function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const at = names.findIndex((starts) => starts.some((start) => text.startsWith(start)))
  return at === -1 ? undefined : at + 1
}
