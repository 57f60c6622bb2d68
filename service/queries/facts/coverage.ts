import type { AsOf } from '#api/asOf'
import { type CaseSubject, clinicOf } from '#events/caseSubject'
import { type DiagnosisGroup, diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import { MunicipalityCode } from '#events/identifiers'
import { LARGEST_SMALL_GROUP } from '#events/planParameters'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { middleOf } from '#geo/cellGrid'
import { regionOf } from '#geo/hierarchy'
import { toUtm } from '#geo/utm'
import { asOf, moment } from '../../projections/bitemporal.ts'
import type { Supposing, Views } from '../../projections/views.ts'
import type { Ground } from '../../reach/ground.ts'
import type { CoverageFacts, NearestFact } from '../../rules/facts/coverage.ts'
import { eventIds } from '../capacity.ts'
import { type CompetentSite, type CompetentSupply, competentSupply } from '../competentSupply.ts'
import { groundInForce } from '../groundInForce.ts'
import type { World } from '../query.ts'

/**
 * Groups that can be small and that the people of the changed clinic are documented for, before the change and after it.
 * Null where nobody there is; `unprepared` where the ground has not been made (see `withGround`).
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
  const squares = inhabitedSquares(ground, geography.areas, region, at)
  // All at once: what the changed views know is remembered only while they stand.
  const suppliesAfter = changed((after) => groups.map(({ id }) => competentSupply(after, at, id)))
  const shores = shoresOf(ground, geography.areas)
  const nearest = ({ sites }: CompetentSupply) => nearestIn(ground, squares, sites, shores)
  return {
    people: Float64Array.from(squares, (cell) => ground.population[cell] ?? 0),
    municipality: squares.map((cell) => MunicipalityCode.parse(codeAt(ground, cell))),
    groups: groups.map((group, index) => {
      const supply = competentSupply(before, at, group.id)
      const reachBefore = nearest(supply)
      const persons = personsOf(group, geography.areas)
      const after = suppliesAfter[index] ?? supply
      // A change that leaves the therapists where they are is not measured twice.
      const isSame = JSON.stringify(supply.sites) === JSON.stringify(after.sites)
      return { group: group.id, persons, before: reachBefore, after: isSame ? reachBefore : nearest(after) }
    }),
    inputs,
  }
}

/** The world with the ground in it where the case needs one; everybody else is spared the wait. */
export async function withGround(views: Views, subject: CaseSubject, at: AsOf, world: World): Promise<World> {
  if (documentedAt(views, subject, at).groups.length === 0) return world
  return { ...world, ground: await groundInForce(views, at, world) }
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
    groups: diagnosisGroups.filter(({ id, persons }) => covered.has(id) && (persons ?? 0) < LARGEST_SMALL_GROUP),
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
export function inhabitedSquares(ground: Ground, areas: AreaCatalogue, region: string, at: AsOf): readonly number[] {
  const inside = new Set(
    ground.grid.municipalities.filter((code) => regionOf(areas, code, at.effectiveOn)?.code === region),
  )
  return [...ground.population.keys()].filter(
    (cell) => (ground.population[cell] ?? 0) > 0 && inside.has(codeAt(ground, cell)),
  )
}

/**
 * An island without a fixed link counts its own providers only, and they count only there (R-28, `islands`). Compared by
 * squares of distances in plain arrays: it is done for every group of every case.
 */
function nearestIn(
  { grid }: Ground,
  squares: readonly number[],
  sites: readonly CompetentSite[],
  shores: Shores,
): NearestFact {
  const east = new Float64Array(sites.length)
  const north = new Float64Array(sites.length)
  const shore = new Int32Array(sites.length)
  for (const [i, { position, municipality }] of sites.entries()) {
    const [x, y] = toUtm(position)
    east[i] = x
    north[i] = y
    shore[i] = shores.of(municipality)
  }
  const metres = Float64Array.from(squares, (cell) => {
    const [x, y] = middleOf(grid, cell)
    const own = shores.ofCell[grid.municipality[cell] ?? 0]
    let nearest = Number.POSITIVE_INFINITY
    for (let i = 0; i < east.length; i += 1) {
      if (shore[i] !== own) continue
      const dx = (east[i] ?? 0) - x
      const dy = (north[i] ?? 0) - y
      nearest = Math.min(nearest, dx * dx + dy * dy)
    }
    return Math.sqrt(nearest)
  })
  return { providers: new Set(sites.flatMap(({ persons }) => persons)).size, metres }
}

/** Number of the shore of each municipality: its own for an island without a fixed link, the mainland's 0 for all others. */
interface Shores {
  readonly of: (municipality: string | null) => number
  /** By the grid's own numbering of municipalities. */
  readonly ofCell: readonly number[]
}

function shoresOf({ grid }: Ground, { municipalities }: AreaCatalogue): Shores {
  const islands = municipalities.filter((one) => one.islandWithoutFixedLink).map(({ code }) => code)
  const of = (municipality: string | null) => (municipality === null ? 0 : islands.indexOf(municipality) + 1)
  return { of, ofCell: grid.municipalities.map(of) }
}
