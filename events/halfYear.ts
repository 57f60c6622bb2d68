import { z } from 'zod'
import { Specialty } from './identifiers.ts'

/** The package of one municipality and half-year: what it tells is published as it stands here, and kept. */

/** What a package tells of each specialty. Progressive patients and the others make up the patients, and are told of 62 only. */
export const HalfYearMeasure = z.enum([
  'patients',
  'progressivePatients',
  'otherPatients',
  'groupServices',
  'individualServices',
  'progressiveIndividualServices',
  'homeServices',
  'oere',
])
export type HalfYearMeasure = z.infer<typeof HalfYearMeasure>

/** A figure that may be told; `hidden` because it is small or would give a small one away, `unknown` when not reported. Neither is zero. */
export const ToldFigure = z.union([z.int().min(0), z.enum(['hidden', 'unknown'])])
export type ToldFigure = z.infer<typeof ToldFigure>

/** One measure of the municipality and of its region, in the half-year and in the same half-year a year earlier. */
const HalfYearRow = z.object({
  measure: HalfYearMeasure,
  own: ToldFigure,
  region: ToldFigure,
  ownBefore: ToldFigure,
  regionBefore: ToldFigure,
})
export type HalfYearRow = z.infer<typeof HalfYearRow>

export const HalfYearPackage = z.object({
  /** Counts of persons below it are hidden. */
  minCell: z.int().min(3).max(100),
  /** On 1 January of the year, for figures per inhabitant; null where the catalogue has none of that day. */
  inhabitants: z.object({ own: z.int().nullable(), region: z.int().nullable() }),
  specialties: z.array(
    z.object({
      specialty: Specialty,
      /** Price level of the amounts, and of those a year earlier; null when nothing was reported. */
      priceLevelYear: z.int().nullable(),
      priceLevelYearBefore: z.int().nullable(),
      rows: z.array(HalfYearRow).min(1),
    }),
  ),
})
export type HalfYearPackage = z.infer<typeof HalfYearPackage>

/** Measures whose counts are of persons. */
export const countsPersons: ReadonlySet<HalfYearMeasure> = new Set(['patients', 'progressivePatients', 'otherPatients'])
