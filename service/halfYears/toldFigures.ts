import { type ActivityFigures, type ActivityPeriod, yearBefore } from '#events/activity'
import type { HalfYearMeasure, ToldFigure } from '#events/halfYear'
import type { Hierarchy } from '../disclosure/hierarchy.ts'
import type { Cells } from '../disclosure/roundedCells.ts'
import { protectedCells, type Shields } from '../disclosure/shields.ts'

/** What the municipalities of a region were reported with in one period and specialty, and to whom it was told. */
export interface Version {
  readonly period: ActivityPeriod
  readonly figures: ReadonlyMap<string, ActivityFigures>
  /** Municipalities that were told their own; what nobody was told can still be hidden later. */
  readonly toldTo: ReadonlySet<string>
}

/** What a version hides, and what the next one of its period has to know of it. */
interface Hidden {
  /** Of patients. */
  readonly all: Shields
  /** Of progressive patients and the others. */
  readonly parts: Shields
}

/** What may be told of one version. */
export interface ToldTable {
  /** A municipality's own figure. */
  own(code: string, measure: HalfYearMeasure): ToldFigure
  /** The sum over the region's municipalities. */
  region(measure: HalfYearMeasure): ToldFigure
}

const regionId = 'region'
/** Measures of progressive patients alone, and of all others: hidden together, because either follows from the other. */
const ofPart: ReadonlySet<HalfYearMeasure> = new Set([
  'progressivePatients',
  'otherPatients',
  'progressiveIndividualServices',
])

/**
 * What may be told of each version, the earlier ones taken into account. Every municipality is told its own
 * figures and the region's sums, and may know those of others; so the versions are one table with one total.
 *
 * Patients are the sum of progressive ones and the others. A municipality where either part is small has both hidden, and
 * so has one whose patients are hidden; in each column others are hidden beside them, until what is hidden could be
 * anything small even to somebody who knows which cells those are. A part's helper counts with the lesser of its two
 * parts above the smallest cell, for what one part gains the other loses. Services and money are hidden with the persons
 * they are of. What was hidden stays hidden in later versions of the period as long as a difference between versions could
 * tell it, and so in the period a year later, which is told beside it (`disclosure/shields.ts`).
 * @param versions in the order in which they were told: those that come later change nothing in those before.
 * @param codes the region's municipalities, those with the fewest inhabitants first: who is hidden beside a small one must
 * not depend on the counts.
 */
export function toldFigures(
  codes: readonly string[],
  versions: readonly Version[],
  minCell: number,
): readonly ToldTable[] {
  const hierarchy: Hierarchy = {
    municipalities: codes,
    areas: [{ id: regionId, municipalities: new Set(codes) }],
    rounded: [],
  }
  const latest = new Map<ActivityPeriod, Hidden>()
  return versions.map((version): ToldTable => {
    const { period } = version
    const before = latest.get(period) ?? latest.get(yearBefore(period)) ?? null
    const all = protectedCells(hierarchy, patientCells(codes, version, minCell), before?.all ?? null, minCell)
    const cells = partCells(codes, version, all.hidden, minCell)
    const parts = protectedCells(hierarchy, cells, before?.parts ?? null, minCell, false)
    latest.set(period, {
      all: onlyTold(all, before?.all, version),
      parts: onlyTold(parts, before?.parts, version),
    })
    return tableOf(codes, version, { all, parts })
  })
}

/** Cells that nobody was told are not held against later versions. */
function onlyTold(shields: Shields, before: Shields | undefined, { toldTo }: Version): Shields {
  const told = [...shields.told].filter(([code, count]) => toldTo.has(code) || before?.told.get(code) === count)
  return { ...shields, told: new Map(told) }
}

function patientCells(codes: readonly string[], { figures }: Version, minCell: number): Cells {
  const count = (code: string) => figures.get(code)?.patients ?? null
  return { codes, count, exact: count, isSmall: (code) => isBelow(count(code), minCell) }
}

/** Both parts of a municipality's patients in one cell, as strong as the lesser; a small one lends no strength. */
function partCells(
  codes: readonly string[],
  { figures }: Version,
  hidden: ReadonlySet<string>,
  minCell: number,
): Cells {
  const lesser = (code: string) => {
    const [progressive, other] = partsOf(figures.get(code))
    return progressive === null || other === null ? null : Math.min(progressive, other)
  }
  const isSmall = (code: string) => lesser(code) !== null && (hidden.has(code) || isBelow(lesser(code), minCell))
  return {
    codes,
    count: (code) => (isSmall(code) ? 0 : lesser(code)),
    // Two versions say the same only when both parts are the same; counts of patients are far below ten million.
    exact: (code) => {
      const [progressive, other] = partsOf(figures.get(code))
      return progressive === null || other === null ? null : progressive * 10_000_000 + other
    },
    isSmall,
  }
}

function partsOf(figures: ActivityFigures | undefined): readonly [progressive: number | null, other: number | null] {
  const progressive = figures?.progressivePatients ?? null
  const patients = figures?.patients ?? null
  return [progressive, progressive === null || patients === null ? null : patients - progressive]
}

function isBelow(count: number | null, minCell: number): boolean {
  return count !== null && count < minCell
}

function tableOf(codes: readonly string[], { figures }: Version, { all, parts }: Hidden): ToldTable {
  const isHidden = (code: string, measure: HalfYearMeasure) =>
    all.hidden.has(code) || (ofPart.has(measure) && parts.hidden.has(code))
  return {
    own(code, measure) {
      const value = measured(figures.get(code), measure)
      return value === null ? 'unknown' : isHidden(code, measure) ? 'hidden' : value
    },
    region(measure) {
      const values = codes.map((code) => measured(figures.get(code), measure))
      if (values.includes(null)) return 'unknown'
      const isTold = all.totals.has(regionId) && (!ofPart.has(measure) || parts.totals.has(regionId))
      return isTold ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0) : 'hidden'
    },
  }
}

function measured(figures: ActivityFigures | undefined, measure: HalfYearMeasure): number | null {
  if (figures === undefined) return null
  return measure === 'otherPatients' ? partsOf(figures)[1] : figures[measure]
}
