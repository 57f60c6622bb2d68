import type { AsOf } from '#api/asOf'
import type { CoverageRow } from '#api/views/coverage'
import { diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import { ClinicId, type DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import { type Coverage, coverageByArea } from '#geo/coverage'
import { regionOf } from '#geo/hierarchy'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { answered, NotFound } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import type { AsyncQuery } from './query.ts'

/** Limits between classes of covered share. Fixed, so that one colour means one thing for every group and date. */
const breaks = [0.2, 0.4, 0.6, 0.8, 0.95]

type Place = { readonly clinic: string; readonly position: Position2d; readonly municipality: string | null }
type Competent = {
  clinic: string
  address: string
  lng: number | null
  lat: number | null
  municipality: string | null
  person: string
}

/**
 * Coverage of a diagnosis group: competent are persons with documentation for the group or a family that holds it, valid
 * on the date, at every address of a clinic with capacity.
 */
export const coverage: AsyncQuery<'coverage'> = async (views, at, _scope, { group, max, region }, world) => {
  if (!diagnosisGroups.some(({ id }) => id === group)) throw new NotFound(`Diagnosis group ${group}`)
  const competent = competentPersons(views, at, group)
  const figures = clinicFigures(views, at)
  const withCapacity = competent.filter(({ clinic }) => (figures.get(clinic)?.capacity ?? 0) > 0)
  const placed = withCapacity.filter(({ lng, lat }) => lng !== null && lat !== null)
  const sites = sitesOf(placed)
  const ground = await world.geography.ground()
  const minutes = ground.minutesTo(sites.map(({ position }) => position))
  const { municipalities, municipality: areaOf } = ground.grid
  const { areas } = world.geography
  const reached = coverageByArea(minutes, ground.population, areaOf, municipalities.length, max)
  const persons = countBy(placed, ({ municipality, person }) => [municipality, person])
  const rows = municipalities.flatMap((code, index): CoverageRow[] => {
    const known = areas.municipalities.find((one) => one.code === code)
    const here = reached[index]
    if (known === undefined || here === undefined) return []
    const of = RegionCode.nullable().parse(regionOf(areas, code, at.effectiveOn)?.code ?? null)
    const municipality = MunicipalityCode.parse(code)
    return [{ municipality, name: known.name, region: of, persons: persons.get(code) ?? 0, ...said(here) }]
  })
  const shown = rows.filter((row) => region === undefined || row.region === region)
  return {
    at: answered(views, at),
    group,
    max,
    engine: 'surface' as const,
    populationAsOf: EffectiveDate.parse(ground.populationAsOf),
    breaks,
    total: totalOf(shown),
    rows: shown,
    sites: sites.map(({ clinic, position, municipality }) => ({
      clinic: ClinicId.parse(clinic),
      name: figures.get(clinic)?.name ?? clinic,
      municipality: MunicipalityCode.nullable().parse(municipality),
      position,
      persons: new Set(placed.filter((row) => row.clinic === clinic).map(({ person }) => person)).size,
    })),
    notCounted: {
      withoutPlace: personsOf(withCapacity) - personsOf(placed),
      withoutCapacity: personsOf(competent) - personsOf(withCapacity),
    },
  }
}

function competentPersons(views: Views, at: AsOf, group: DiagnosisGroupId): Competent[] {
  const families = diagnosisFamilies.filter(({ groups }) => groups.includes(group)).map(({ id }) => id)
  return views
    .statement<Competent>(
      `SELECT DISTINCT k.person, p.clinic, a.address, a.lng, a.lat, a.municipality
       FROM competence k JOIN provider p ON p.holder = k.person
       JOIN practice_address a ON a.clinic = p.clinic AND a.role = 'current'
       WHERE ${asOf('k')} AND ${asOf('p')} AND ${asOf('a')} AND (k.expires_on IS NULL OR k.expires_on > :on)
         AND ((k.kind = 'group' AND k.target = :group)
           OR (k.kind = 'family' AND k.target IN (SELECT value FROM json_each(:families))))
       ORDER BY p.clinic, a.address, k.person`,
    )
    .all({ ...moment(at), group, families: JSON.stringify(families) })
}

function sitesOf(competent: readonly Competent[]): readonly Place[] {
  const sites = new Map<string, Place>()
  for (const { clinic, address, lng, lat, municipality } of competent)
    if (lng !== null && lat !== null) sites.set(address, { clinic, position: [lng, lat], municipality })
  return [...sites.values()]
}

function personsOf(competent: readonly Competent[]): number {
  return new Set(competent.map(({ person }) => person)).size
}

/** How many different members each group has. */
function countBy(
  rows: readonly Competent[],
  of: (row: Competent) => readonly [group: string | null, member: string],
): ReadonlyMap<string, number> {
  const groups = new Map<string, Set<string>>()
  for (const row of rows) {
    const [group, member] = of(row)
    if (group === null) continue
    const members = groups.get(group) ?? new Set()
    members.add(member)
    groups.set(group, members)
  }
  return new Map([...groups].map(([group, members]) => [group, members.size]))
}

function said({ people, within, beyond, unreachable, meanCost }: Coverage) {
  return { people, within, beyond, unreachable, share: people === 0 ? null : within / people, meanMinutes: meanCost }
}

function totalOf(rows: readonly CoverageRow[]) {
  const sum = (pick: (row: CoverageRow) => number) => rows.reduce((all, row) => all + pick(row), 0)
  const reaching = sum(({ within, beyond }) => within + beyond)
  const minutes = sum(({ within, beyond, meanMinutes }) => (within + beyond) * (meanMinutes ?? 0))
  return said({
    people: sum(({ people }) => people),
    within: sum(({ within }) => within),
    beyond: sum(({ beyond }) => beyond),
    unreachable: sum(({ unreachable }) => unreachable),
    meanCost: reaching === 0 ? null : minutes / reaching,
  })
}
