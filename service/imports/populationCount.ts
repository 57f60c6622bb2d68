import type { PopulationFault } from './populationProblem.ts'

/** A number of people as written: the number, or null with what is wrong. A number that is not whole has both. */
export interface CountRead {
  readonly count: number | null
  readonly fault: PopulationFault | null
  readonly proposal: string
}

/** More than live in Denmark: no square and no parish has so many. */
const most = 10_000_000
/** How a square or parish without a published number is written; empty, two dots and a dash are Statistics Denmark's. */
const nothing: ReadonlySet<string> = new Set(['', '.', '..', '...', '-', ':', 'x', 'na', 'n/a', 'null'])

export const countExpected = 'a whole number of people, 0 or more'

/**
 * Reads `1234`, `1 234` and `1234,0`. Three digits after a point, as in `1.234`, are thousands to one and a fraction to
 * another, so a text of that kind is not read at all.
 */
export function countOf(value: string | number | undefined): CountRead {
  const text = String(value ?? '')
    .trim()
    .replaceAll(/(?<=\d)[  ](?=\d{3}\b)/g, '')
  if (nothing.has(text.toLowerCase()))
    return { count: null, fault: 'no-count', proposal: 'leave the row out: its people are unknown, not none' }
  if (typeof value === 'string' && /^[+-]?\d{1,3}(\.\d{3})+$/.test(text)) {
    const proposal = `write ${text.replaceAll('.', '')} if the points part thousands, ${text.replace('.', ',')} if not`
    return { count: null, fault: 'ambiguous-count', proposal }
  }
  const count = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!(Math.abs(count) < most)) return { count: null, fault: 'not-a-count', proposal: 'write a number, or nothing' }
  if (count < 0) return { count: null, fault: 'negative-count', proposal: 'leave the row out: its people are unknown' }
  if (!Number.isInteger(count))
    return {
      count,
      fault: 'not-whole',
      proposal: 'round all such rows by largest remainder, so that their sum is kept',
    }
  return { count, fault: null, proposal: '' }
}
