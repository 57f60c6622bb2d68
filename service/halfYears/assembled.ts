import type { AsOf } from '#api/asOf'
import { type ActivityPeriod, daysOf, yearBefore } from '#events/activity'
import type { HalfYearPackage } from '#events/halfYear'
import type { Specialty } from '#events/identifiers'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { municipalitiesOfRegion, populationOf } from '#geo/hierarchy'
import { digestOf } from '../canonical.ts'
import { type HalfYearTold, Refusal } from '../deciders/decider.ts'
import { strictestCell } from '../demand/minCell.ts'
import { areaHierarchy } from '../disclosure/hierarchy.ts'
import type { Views } from '../projections/views.ts'
import type { World } from '../queries/query.ts'
import { addDays } from '../rules/calendar.ts'
import { isComplete, packageOf, priceLevelOf, suppressedCells, type ToldSpecialty } from './halfYearPackage.ts'
import { type ToldTable, toldFigures } from './toldFigures.ts'
import { type DatedVersion, publicationsTo, type Reports, reportedSpecialties, versionsOf } from './versions.ts'

/** One period as it was last told, or as it would be told now. */
export interface ToldPeriod {
  readonly period: ActivityPeriod
  readonly told: ToldTable
  readonly figures: DatedVersion['figures']
}

/**
 * Municipalities that were in the region on the period's last day, those with the fewest inhabitants first; always in the
 * same order, because it says who is hidden beside a small one.
 */
export function codesIn(areas: AreaCatalogue, region: string, period: ActivityPeriod): readonly string[] {
  const inside = new Set(municipalitiesOfRegion(areas, region, addDays(daysOf(period).to, -1)))
  return areaHierarchy(areas).municipalities.filter((code) => inside.has(code))
}

/**
 * Packages of a half-year as they would be published now, by municipality of the region; null for a municipality that
 * nothing was reported for. What was published earlier, to whomever, is taken into account.
 */
export function packagesNow(
  views: Views,
  at: AsOf,
  areas: AreaCatalogue,
  region: string,
  period: ActivityPeriod,
): (municipality: string) => HalfYearPackage | null {
  const codes = codesIn(areas, region, period)
  const told = reportedSpecialties(views, at, codes, period).map((specialty) =>
    specialtyNow(views, at, codes, specialty, period),
  )
  return packagesOf(areas, { codes, period, minCell: strictestCell(views) }, told)
}

/** A specialty with who was reported with it. */
export interface ReportedSpecialty extends ToldSpecialty {
  readonly reported: ReadonlySet<string>
}

/** The packages of a region's half-year, from what may be told of each specialty. */
export function packagesOf(
  areas: AreaCatalogue,
  {
    codes,
    period,
    minCell,
  }: { readonly codes: readonly string[]; readonly period: ActivityPeriod; readonly minCell: number },
  told: readonly ReportedSpecialty[],
): (municipality: string) => HalfYearPackage | null {
  const newYear = `${period.slice(0, 4)}-01-01`
  const region = inhabitantsOf(areas, codes, newYear)
  return (municipality) => {
    const own = told.filter(({ reported }) => reported.has(municipality))
    if (own.length === 0) return null
    const inhabitants = { own: inhabitantsOf(areas, [municipality], newYear), region }
    return packageOf(municipality, own, { minCell, inhabitants })
  }
}

/**
 * What a publication of a municipality's half-year has to know; null when nothing was reported for it. Throws a `Refusal`
 * when the municipality was not in the region.
 */
export function halfYearFor(
  views: Views,
  { today, geography }: World,
  {
    municipality,
    region,
    period,
  }: { readonly municipality: string; readonly region: string; readonly period: ActivityPeriod },
): HalfYearTold | null {
  if (!codesIn(geography.areas, region, period).includes(municipality))
    throw new Refusal('activity.notInRegion', { municipality, region, period })
  const at: AsOf = { effectiveOn: today, recordedAt: 'now' }
  const content = packagesNow(views, at, geography.areas, region, period)(municipality)
  return content === null ? null : toldAs(content)
}

/** A package with what is known of it. */
export function toldAs(content: HalfYearPackage): HalfYearTold {
  return {
    content,
    checksum: digestOf(content),
    complete: isComplete(content),
    suppressedCells: suppressedCells(content),
  }
}

function specialtyNow(
  views: Views,
  at: AsOf,
  codes: readonly string[],
  specialty: Specialty,
  period: ActivityPeriod,
): ReportedSpecialty {
  const periods = toldPeriods(views, at, { codes, kind: kindOf(period), specialty }, period)
  const now = periods.get(period)
  if (now === undefined) throw new Error(`Specialty ${specialty} was reported in ${period} and has no version`)
  const before = periods.get(yearBefore(period))
  return {
    specialty,
    now: now.told,
    before: before?.told ?? null,
    priceLevelYear: priceLevelOf(now.figures.values()),
    priceLevelYearBefore: before === undefined ? null : priceLevelOf(before.figures.values()),
    reported: new Set(now.figures.keys()),
  }
}

/** Each period of a kind as it was last told, up to `last`; of a half-year `last` as it would be told now. */
export function toldPeriods(
  views: Views,
  at: AsOf,
  reports: Reports,
  last: ActivityPeriod,
): ReadonlyMap<ActivityPeriod, ToldPeriod> {
  const published = reports.kind === '' ? [] : publicationsTo(views, at, reports.codes)
  const versions = versionsOf(views, at, reports, last, published)
  const tables = toldFigures(reports.codes, versions, strictestCell(views))
  return new Map(
    versions.flatMap(({ period, figures }, index) => {
      const told = tables[index]
      return told === undefined ? [] : [[period, { period, told, figures }] as const]
    }),
  )
}

function kindOf(period: ActivityPeriod): Reports['kind'] {
  return period.endsWith('-H1') ? '-H1' : period.endsWith('-H2') ? '-H2' : ''
}

/** Inhabitants on the day itself; null where one of the municipalities has no figure of it. */
export function inhabitantsOf(areas: AreaCatalogue, codes: readonly string[], day: string): number | null {
  let sum = 0
  for (const code of codes) {
    const figure = populationOf(areas, code, day)
    if (figure?.date !== day) return null
    sum += figure.value
  }
  return sum
}
