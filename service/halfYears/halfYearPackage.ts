import type { ActivityFigures } from '#events/activity'
import { countsPersons, type HalfYearMeasure, type HalfYearPackage } from '#events/halfYear'
import type { Specialty } from '#events/identifiers'
import type { ToldTable } from './toldFigures.ts'

/** The specialty that has progressive patients: free physiotherapy. */
const withParts: Specialty = '62'

/** What may be told of one specialty in the half-year, and of the same half-year a year earlier. */
export interface ToldSpecialty {
  readonly specialty: Specialty
  readonly now: ToldTable
  /** Null where nothing was reported a year earlier. */
  readonly before: ToldTable | null
  readonly priceLevelYear: number | null
  readonly priceLevelYearBefore: number | null
}

/** Measures that a specialty has. */
export function measuresOf(specialty: Specialty): readonly HalfYearMeasure[] {
  const all = ['patients', 'groupServices', 'individualServices', 'homeServices', 'oere'] as const
  if (specialty !== withParts) return all
  const parts = ['progressivePatients', 'otherPatients'] as const
  return ['patients', ...parts, 'groupServices', 'individualServices', 'progressiveIndividualServices', ...all.slice(3)]
}

/** The package of one municipality as it is told: nothing in it has to be hidden any more. */
export function packageOf(
  municipality: string,
  told: readonly ToldSpecialty[],
  { minCell, inhabitants }: Pick<HalfYearPackage, 'minCell' | 'inhabitants'>,
): HalfYearPackage {
  return {
    minCell,
    inhabitants,
    specialties: told.map(({ specialty, now, before, priceLevelYear, priceLevelYearBefore }) => ({
      specialty,
      priceLevelYear,
      priceLevelYearBefore,
      rows: measuresOf(specialty).map((measure) => ({
        measure,
        own: now.own(municipality, measure),
        region: now.region(measure),
        ownBefore: before?.own(municipality, measure) ?? 'unknown',
        regionBefore: before?.region(measure) ?? 'unknown',
      })),
    })),
  }
}

/** True when every own figure of the half-year was reported; one that is hidden was. */
export function isComplete({ specialties }: HalfYearPackage): boolean {
  const hasMain = specialties.some(({ specialty }) => specialty === withParts)
  return hasMain && specialties.every(({ rows }) => rows.every(({ own }) => own !== 'unknown'))
}

/** Counts of persons, of the municipality or of the region, that are hidden in the half-year itself. */
export function suppressedCells({ specialties }: HalfYearPackage): number {
  return specialties
    .flatMap(({ rows }) => rows)
    .filter(({ measure }) => countsPersons.has(measure))
    .reduce((sum, { own, region }) => sum + Number(own === 'hidden') + Number(region === 'hidden'), 0)
}

/** The price level that all amounts of a version are in; null when there are none or several. */
export function priceLevelOf(figures: Iterable<ActivityFigures>): number | null {
  const levels = new Set([...figures].map(({ priceLevelYear }) => priceLevelYear))
  return levels.size === 1 ? ([...levels][0] ?? null) : null
}
