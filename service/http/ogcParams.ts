import { z } from 'zod'
import { EffectiveDate } from '#events/time'
import { fieldProblem } from './problems.ts'

export type BBox = readonly [west: number, south: number, east: number, north: number]

/** `west,south,east,north` in degrees; the six-number form with heights is understood and the heights are not used. */
export const Bbox = z
  .string()
  .refine((text) => isBox(text), {
    error: 'west,south,east,north in degrees, west to the left of east and south below north',
  })
  .meta({ description: 'west,south,east,north in degrees (CRS84)' })

/** A date, an instant, or an interval of either with `..` for an open end. */
export const Datetime = z
  .string()
  .refine((text) => partsOf(text) !== null, { error: 'a date, an instant, or an interval a/b with .. for an open end' })
  .meta({ description: 'Effective date; an interval is answered on the day in it that is nearest to today' })

/** The box of a text that `Bbox` has checked. */
export function bboxOf(text: string): BBox {
  const numbers = text.split(',').map(Number)
  const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((index) => numbers[index]) : numbers
  if (west === undefined || south === undefined || east === undefined || north === undefined) {
    throw fieldProblem('query.bbox', 'four or six numbers', 'invalid_format')
  }
  return [west, south, east, north]
}

/** The effective date that a `datetime` asks for. */
export function dateOf(datetime: string, today: EffectiveDate): EffectiveDate {
  const parts = partsOf(datetime)
  if (parts === null) throw fieldProblem('query.datetime', 'a date or an interval', 'invalid_format')
  const { from, to } = parts
  if (from !== null && today < from) return from
  return to !== null && to < today ? to : today
}

function isBox(text: string): boolean {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (!numbers.every(Number.isFinite) || (numbers.length !== 4 && numbers.length !== 6)) return false
  const [west, south, east, north] = bboxOf(text)
  return west <= east && south <= north && west >= -180 && east <= 180 && south >= -90 && north <= 90
}

/** Both ends, the day itself twice for a single one; null when it is neither. */
function partsOf(text: string): { from: EffectiveDate | null; to: EffectiveDate | null } | null {
  const parts = text.split('/')
  const [from, to] = [dayOf(parts[0]), dayOf(parts.length === 1 ? parts[0] : parts[1])]
  const wrong = parts.length > 2 || from === undefined || to === undefined || (parts.length === 1 && from === null)
  if (wrong || (from !== null && to !== null && from > to) || (from === null && to === null)) return null
  return { from, to }
}

/** The date in a date or an instant, null for an open end, undefined for anything else. */
function dayOf(text: string | undefined): EffectiveDate | null | undefined {
  if (text === '..' || text === '') return null
  const instant = z.union([EffectiveDate, z.iso.datetime({ offset: true })]).safeParse(text)
  return instant.success ? EffectiveDate.safeParse(instant.data.slice(0, 10)).data : undefined
}
