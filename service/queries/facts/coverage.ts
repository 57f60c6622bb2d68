import type { AsOf } from '#api/asOf'
import { type CaseSubject, clinicOf } from '#events/caseSubject'
import { type DiagnosisGroup, diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import { MunicipalityCode } from '#events/identifiers'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { middleOf } from '#geo/cellGrid'
import { regionOf } from '#geo/hierarchy'
import { toUtm } from '#geo/utm'
import { asOf, moment } from '../../projections/bitemporal.ts'
import type { Supposing, Views } from '../../projections/views.ts'
import type { Ground } from '../../reach/ground.ts'
import type { CoverageFacts, NearestFact } from '../../rules/facts/coverage.ts'
import { eventIds } from '../capacity.ts'
import { type CompetentSite, competentSupply } from '../competentSupply.ts'
import type { World } from '../query.ts'

/**
 * Groups that the people of the changed clinic are documented for, before the change and after it. Null where nobody
 * there is documented; `unprepared` where the ground has not been made (see `withGround`).
 */
export function coverageFacts(
  before: Views,
  changed: Supposing,
  { region, subject }: { readonly region: string; readonly subject: CaseSubject },
  at: AsOf,
  { geography, ground }: World,
): CoverageFacts | 'unprepared' | null {
  const { groups, inputs } = documentedAt(before, subject, at)
  if (groups.length === 0) return null
  if (ground === undefined) return 'unprepared'
  const squares = squaresOf(ground, geography.areas, region, at)
  const nearest = (views: Views, group: DiagnosisGroup) =>
    nearestIn(ground, squares, competentSupply(views, at, group.id).sites, geography.areas)
  return {
    people: Float64Array.from(squares, (cell) => ground.population[cell] ?? 0),
    municipality: squares.map((cell) => MunicipalityCode.parse(codeAt(ground, cell))),
    groups: groups.map((group) => ({
      group: group.id,
      persons: personsOf(group, geography.areas),
      before: nearest(before, group),
      after: changed((after) => nearest(after, group)),
    })),
    inputs,
  }
}

/** The world with the ground in it where the case needs one; everybody else is spared the wait. */
export async function withGround(views: Views, subject: CaseSubject, at: AsOf, world: World): Promise<World> {
  if (documentedAt(views, subject, at).groups.length === 0) return world
  return { ...world, ground: await world.geography.ground() }
}

type Documented = { kind: string; target: string; inputs: string }

function documentedAt(views: Views, subject: CaseSubject, at: AsOf) {
  const clinic = clinicOf(subject)
  const provider = 'provider' in subject ? subject.provider : null
  const rows =
    clinic === null && provider === null
      ? []
      : views
          .statement<Documented>(
            `SELECT DISTINCT k.kind, k.target, k.inputs FROM competence k JOIN provider p ON p.holder = k.person
             WHERE ${asOf('k')} AND ${asOf('p')} AND (k.expires_on IS NULL OR k.expires_on > :on)
               AND (p.clinic = :clinic OR p.clinic = (SELECT q.clinic FROM provider q WHERE q.number = :provider AND ${asOf('q')}))
             ORDER BY k.kind, k.target`,
          )
          .all({ ...moment(at), clinic, provider })
  const covered = new Set<string>(
    rows.flatMap(({ kind, target }): readonly string[] =>
      kind === 'group' ? [target] : (diagnosisFamilies.find(({ id }) => id === target)?.groups ?? []),
    ),
  )
  return {
    groups: diagnosisGroups.filter(({ id }) => covered.has(id)),
    inputs: rows.flatMap(({ inputs }) => eventIds(inputs)),
  }
}

/** Persons in the country by the source's number, or at most by the highest prevalence that it gives. */
function personsOf({ persons, per100k }: DiagnosisGroup, { municipalities }: AreaCatalogue): number | null {
  if (persons !== null || per100k === null) return persons
  const inhabitants = municipalities.reduce((sum, { population }) => sum + (population.at(-1)?.value ?? 0), 0)
  return Math.ceil((inhabitants * per100k[1]) / 100_000)
}

function codeAt({ grid }: Ground, cell: number): string {
  return grid.municipalities[grid.municipality[cell] ?? 0] ?? ''
}

/** Inhabited squares of the region on the date. */
function squaresOf(ground: Ground, areas: AreaCatalogue, region: string, at: AsOf): readonly number[] {
  const inside = new Set(
    ground.grid.municipalities.filter((code) => regionOf(areas, code, at.effectiveOn)?.code === region),
  )
  return [...ground.population.keys()].filter(
    (cell) => (ground.population[cell] ?? 0) > 0 && inside.has(codeAt(ground, cell)),
  )
}

/** An island without a fixed link counts its own providers only, and they count only there (R-28, `islands`). */
function nearestIn(
  ground: Ground,
  squares: readonly number[],
  sites: readonly CompetentSite[],
  { municipalities }: AreaCatalogue,
): NearestFact {
  const islands = new Set(municipalities.filter((one) => one.islandWithoutFixedLink).map(({ code }) => code))
  const shoreOf = (code: string | null) => (code !== null && islands.has(code) ? code : '')
  const placed = sites.map(({ position, municipality }) => ({ at: toUtm(position), shore: shoreOf(municipality) }))
  return {
    providers: new Set(sites.flatMap(({ persons }) => persons)).size,
    metres: Float64Array.from(squares, (cell) => {
      const [x, y] = middleOf(ground.grid, cell)
      const shore = shoreOf(codeAt(ground, cell))
      let nearest = Number.POSITIVE_INFINITY
      for (const site of placed)
        if (site.shore === shore) nearest = Math.min(nearest, Math.hypot(site.at[0] - x, site.at[1] - y))
      return nearest
    }),
  }
}
