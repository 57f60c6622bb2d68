import type { AsOf } from '#api/asOf'
import { reachOf, type Scope } from '#api/policy'
import type { FindingCounts } from '#api/views/case'
import type { MunicipalityRow } from '#api/views/register'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import type { Municipality } from '#geo/areaCatalogue'
import { regionOf } from '#geo/hierarchy'
import type { Geography } from '../geography.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { regimeOn } from '../rules/regime.ts'
import { type ClinicFigures, clinicFigures } from './capacity.ts'
import { maySee, maySeeCasesOf } from './caseAccess.ts'
import { caseRecords, isOpen } from './caseRecords.ts'
import { findingCounts } from './caseRows.ts'
import { municipalitiesOn } from './drawnMunicipalities.ts'
import type { World } from './query.ts'

const noFindings: FindingCounts = { breach: 0, needsInformation: 0, needsConsultation: 0, pass: 0 }

type Riding = { municipality: string; schools: number; idle: number; hours: number }

/**
 * Figures of every municipality in force on the date, before 2007 of today's. Capacity is unknown, not zero, where no
 * clinic's is known or the register knows no clinic at all on the date. Findings are those of the open cases that the
 * asker may see, and unknown where there may be others.
 */
export function municipalityFigures(views: Views, at: AsOf, scope: Scope, world: World): readonly MunicipalityRow[] {
  const { areas } = world.geography
  const clinics = [...clinicFigures(views, at).values()]
  const byPlace = groupBy(clinics, ({ municipality }) => municipality)
  const riding = new Map(ridingByMunicipality(views, at).map((row) => [row.municipality, row]))
  const findings = findingsByMunicipality(views, at, scope)
  const populationAsOf = populationDate(world.geography, at.effectiveOn)
  const perUnit = regimeOn(at.effectiveOn) === 'HOURS' ? 10 : 100
  return municipalitiesOn(areas, at.effectiveOn).municipalities.map(({ code, name }): MunicipalityRow => {
    const region = RegionCode.nullable().parse(regionOf(areas, code, at.effectiveOn)?.code ?? null)
    const here = byPlace.get(code) ?? []
    const capacity = clinics.length === 0 ? null : capacityOf(here)
    const population = populationIn(areas.municipalities, code, populationAsOf)
    return {
      code: MunicipalityCode.parse(code),
      name,
      region,
      population,
      capacity,
      per10000: capacity === null || population === null ? null : (capacity / perUnit / population) * 10_000,
      clinics: here.length,
      providers: here.reduce((sum, { providers }) => sum + providers, 0),
      ridingSchools: riding.get(code)?.schools ?? 0,
      idleRidingSchools: riding.get(code)?.idle ?? 0,
      ridingHoursTenths: riding.get(code)?.hours ?? 0,
      findings: findings.get(code) ?? (maySeeCasesOf(scope, { code, region }) ? noFindings : null),
    }
  })
}

/** Sum of the clinics' known capacity: 0 where there is no clinic, null where there are clinics and none is known. */
export function capacityOf(clinics: readonly ClinicFigures[]): number | null {
  const known = clinics.flatMap(({ capacity }) => capacity ?? [])
  return clinics.length > 0 && known.length === 0 ? null : known.reduce((sum, capacity) => sum + capacity, 0)
}

/** The date of the population figures used for a date: the newest not after it, else the oldest there is. */
export function populationDate({ areas }: Geography, on: EffectiveDate): EffectiveDate {
  const dates = [
    ...new Set(areas.municipalities.flatMap(({ population }) => population.map(({ date }) => date))),
  ].toSorted()
  return EffectiveDate.parse(dates.findLast((date) => date <= on) ?? dates[0])
}

function populationIn(municipalities: readonly Municipality[], code: string, on: EffectiveDate): number | null {
  const municipality = municipalities.find((one) => one.code === code)
  return municipality?.population.find(({ date }) => date === on)?.value ?? null
}

/** Hours count from the day they are permitted from, as in the ledger that R-14 is judged on. */
function ridingByMunicipality(views: Views, at: AsOf): readonly Riding[] {
  return views
    .statement<Riding>(
      `SELECT h.municipality, count(*) AS schools, sum(h.hours IS NULL) AS idle, coalesce(sum(h.hours), 0) AS hours
       FROM (SELECT s.municipality,
           (SELECT sum(g.hours) FROM riding_agreement g
            WHERE g.school = s.school AND g.status IN ('permitted', 'started') AND ${asOf('g')}) AS hours
         FROM riding_school s WHERE s.municipality IS NOT NULL AND ${asOf('s')}) h
       GROUP BY h.municipality`,
    )
    .all(moment(at))
}

function findingsByMunicipality(views: Views, at: AsOf, scope: Scope): ReadonlyMap<string, FindingCounts> {
  const sums = new Map<string, FindingCounts>()
  if (reachOf(scope.role, 'case.read') === null) return sums
  for (const record of caseRecords(views, at)) {
    if (!isOpen(record) || !maySee(scope, record)) continue
    const counts = findingCounts(record.findings?.findings ?? [])
    for (const code of new Set([record.fromMunicipality, record.toMunicipality])) {
      if (code !== null) sums.set(code, plus(sums.get(code) ?? noFindings, counts))
    }
  }
  return sums
}

function plus(a: FindingCounts, b: FindingCounts): FindingCounts {
  return {
    breach: a.breach + b.breach,
    needsInformation: a.needsInformation + b.needsInformation,
    needsConsultation: a.needsConsultation + b.needsConsultation,
    pass: a.pass + b.pass,
  }
}

/** Items by key; those without a key are left out. Node 20 has no `Map.groupBy`. */
export function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string | null,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const name = key(item)
    if (name === null) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [item])
    else group.push(item)
  }
  return groups
}
