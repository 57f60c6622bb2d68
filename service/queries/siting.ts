import type { AsOf } from '#api/asOf'
import { MunicipalityCode } from '#events/identifiers'
import { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import type { CostField } from '#geo/costField'
import { municipalitiesOfRegion } from '#geo/hierarchy'
import type { Views } from '../projections/views.ts'
import type { Ground } from '../reach/ground.ts'
import { leastSeconds, longestSeconds, nowMs, type Placed } from '../reach/placing.ts'
import { placedInThread } from '../reach/sitingThreads.ts'
import { inTurns } from '../turns.ts'
import { answered } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import { placesOf, waitingAs } from './coverageCosts.ts'
import { groundName } from './coverageField.ts'
import { type Supply, supplyFor } from './coverageSupply.ts'
import { groundInForce } from './groundInForce.ts'
import type { AnswerOf, AsyncQuery, ParamsOf, World } from './query.ts'

type Answer = AnswerOf<'siting'>
type Params = ParamsOf<'siting'>

/** A place where a new site can be. */
interface Candidate {
  readonly id: string | null
  readonly name: string | null
  readonly municipality: MunicipalityCode | null
  readonly position: Position2d
}

/** Up to so many pairs of a square and a candidate a question is answered: 160 MB of costs and as much again. */
export const mostPairs = 20_000_000

/** Where new sites of a group would do most. Costs are the engine's; the search runs in a thread. */
export const siting: AsyncQuery<'siting'> = async (views, at, _scope, params, world) => {
  const { group, question, sites, max, capacity = null } = params
  const seconds = longestSeconds({ capacity })
  const until = nowMs() + 1000 * seconds
  const ground = await groundInForce(views, at, world)
  const supply = supplyFor(views, at, { group, service: 'clinic' }, world)
  const inside = areaOf(params, ground, at, world)
  const found = candidatesOf(views, at, params, inside, supply, ground, world)
  const candidates = found.filter(({ position }) => ground.surface.cellAt(position) >= 0)
  const squares = squaresOf(ground, inside)
  // With room for so many at each, every existing site counts by itself.
  const own = capacity === null ? [] : placesOf(supply.sites)
  const pairs = squares.cells.length * (candidates.length + own.length)
  const measured = await ground.reach.minutes(async (engine): Promise<Placed | null> => {
    if (pairs > mostPairs) return null
    const waiting = waitingAs(world.asker ?? {})
    const rows = async (places: Parameters<typeof engine.fields>[0]) => {
      const fields = await engine.fields(places, Number.POSITIVE_INFINITY, waiting)
      return await rowsOf(fields, squares.cells, ground.population.length, world.asker?.signal)
    }
    const nearest = async (places: Parameters<typeof engine.nearest>[0]) => {
      const { cost } = await engine.nearest(places, waiting)
      return Float32Array.from(squares.cells, (cell) => cost[cell] ?? Number.POSITIVE_INFINITY)
    }
    // What its numbers alone refuse needs no costs from each square to each site: one row for all of them says enough.
    const sameRow = async () => {
      if (question === 'full') return null
      if (sites === 0 || sites > candidates.length) return new Float32Array(squares.cells.length)
      if (question !== 'median' || capacity === null) return null
      const row = await nearest(placesOf([...supply.sites, ...candidates]))
      const reached = squares.people.reduce((sum, one, at) => sum + (Number.isFinite(row[at]) ? one : 0), 0)
      return (own.length + sites) * capacity < reached ? row : null
    }
    const same = await sameRow()
    const existing = async () => {
      if (supply.sites.length === 0) return []
      if (capacity === null) return [same ?? (await nearest(placesOf(supply.sites)))]
      return same === null ? await rows(own) : own.map(() => same)
    }
    return await placedInThread(
      {
        ...{ question, sites, max, capacity, until },
        leaveOut: params.unreachable === 'leaveOut',
        people: squares.people,
        existing: await existing(),
        candidates: same === null ? await rows(placesOf(candidates)) : candidates.map(() => same),
      },
      {
        ...waiting,
        onProgress: (of, done, all) => world.asker?.onProgress?.({ of, done, all }),
      },
    )
  })
  const { value: result, engine, instead } = measured
  return {
    at: answered(views, at),
    ...{ group, question, sites, max, capacity },
    ...{ seconds, leastSeconds },
    proof: {
      ...{ engine, instead },
      populationAsOf: EffectiveDate.parse(ground.populationAsOf),
      populationSource: ground.populationSource,
      ground: groundName(ground),
    },
    fixed: supply.sites.map(({ kind, id, name, municipality, position, persons }) => ({
      ...{ kind, id, name, municipality, position },
      persons: persons.length,
    })),
    candidates: { kind: params.candidates, count: found.length, withoutRoad: found.length - candidates.length },
    squares: squares.cells.length,
    people: squares.people.reduce((sum, one) => sum + one, 0),
    result:
      result === null
        ? { state: 'refused', reason: 'tooLarge', params: { pairs, most: mostPairs } }
        : resultOf(result, params, candidates, squares.people),
  }
}

/** Minutes from each square to each site, in memory that the thread reads, too. Others have their turn in between. */
async function rowsOf(
  fields: readonly CostField[],
  squares: Uint32Array,
  cells: number,
  signal: AbortSignal | undefined,
): Promise<readonly Float32Array[]> {
  const turn = inTurns(signal)
  const squareOf = new Int32Array(cells).fill(-1)
  for (const [square, cell] of squares.entries()) squareOf[cell] = square
  const bytes = squares.length * Float32Array.BYTES_PER_ELEMENT
  const shared = new SharedArrayBuffer(fields.length * bytes)
  const rows: Float32Array[] = []
  for (const [site, field] of fields.entries()) {
    const row = new Float32Array(shared, site * bytes, squares.length).fill(Number.POSITIVE_INFINITY)
    for (let at = 0; at < field.cells.length; at += 1) {
      const square = squareOf[field.cells[at] ?? 0] ?? -1
      if (square >= 0) row[square] = field.costs[at] ?? Number.POSITIVE_INFINITY
    }
    rows.push(row)
    await turn()
  }
  return rows
}

function resultOf(
  placed: Placed,
  { candidates: kind }: Params,
  candidates: readonly Candidate[],
  counts: Float64Array,
): Answer['result'] {
  if (!('people' in placed)) {
    const { answer } = placed
    return { state: 'refused', reason: answer.reason, params: peopleAndSquares(answer) }
  }
  const { answer, searched, before, after, people } = placed
  const { value, bound, gap, proven, equalOptima, leftOut } = answer
  const chosen = answer.chosen
    .flatMap((site, at) => {
      const one = candidates[site]
      return one === undefined ? [] : [{ kind, ...one, people: people[at] ?? 0 }]
    })
    .toSorted((a, b) => b.people - a.people)
  return {
    state: 'solved',
    ...{ chosen, before, after, value, bound, gap, proven, equalOptima, searched },
    other: answer.other?.flatMap((site) => candidates[site] ?? []).map((one) => ({ kind, ...one })) ?? null,
    leftOut: { squares: leftOut.length, people: leftOut.reduce((sum, point) => sum + (counts[point] ?? 0), 0) },
  }
}

/** The library speaks of points and weights, which are squares and people here. */
function peopleAndSquares({ params }: { readonly params: Readonly<Record<string, number>> }) {
  const { points, weight, ...others } = params
  return {
    ...others,
    ...(points === undefined ? {} : { squares: points }),
    ...(weight === undefined ? {} : { people: weight }),
  }
}

/** Codes of the municipalities of the area. */
function areaOf(
  { region, municipalities }: Params,
  { grid }: Ground,
  { effectiveOn }: AsOf,
  { geography: { areas } }: World,
): ReadonlySet<string> {
  if (municipalities !== undefined) return new Set(municipalities.split(','))
  return new Set(region === undefined ? grid.municipalities : municipalitiesOfRegion(areas, region, effectiveOn))
}

/** Squares of the area where somebody lives. */
function squaresOf(
  { grid, population }: Ground,
  inside: ReadonlySet<string>,
): { readonly cells: Uint32Array; readonly people: Float64Array } {
  const isInside = grid.municipalities.map((code) => inside.has(code))
  const cells = [...population.keys()].filter(
    (cell) => (population[cell] ?? 0) > 0 && isInside[grid.municipality[cell] ?? -1] === true,
  )
  return { cells: Uint32Array.from(cells), people: Float64Array.from(cells, (cell) => population[cell] ?? 0) }
}

function candidatesOf(
  views: Views,
  at: AsOf,
  { candidates, points }: Params,
  inside: ReadonlySet<string>,
  supply: Supply,
  ground: Ground,
  world: World,
): readonly Candidate[] {
  if (candidates === 'towns') return mainTowns(inside, world)
  if (candidates === 'points') return drawn(points ?? '', ground)
  const counted = new Set(supply.sites.map(({ id }) => id))
  return [...clinicFigures(views, at).values()].flatMap(({ clinic, name, capacity, address }): Candidate[] => {
    if ((capacity ?? 0) <= 0 || address?.position == null || counted.has(clinic)) return []
    const { municipality, position } = address
    return municipality !== null && inside.has(municipality) ? [{ id: clinic, name, municipality, position }] : []
  })
}

/** The town with most inhabitants of each municipality; one without a listed town has none. */
function mainTowns(inside: ReadonlySet<string>, { geography }: World): readonly Candidate[] {
  const largest = new Map<string, (typeof geography.towns)[number]>()
  for (const town of geography.towns) {
    const { municipality, population } = town
    if (municipality === null || population === null || !inside.has(municipality)) continue
    if (population > (largest.get(municipality)?.population ?? -1)) largest.set(municipality, town)
  }
  return [...largest]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([municipality, { name, lng, lat }]) => ({
      id: null,
      name,
      municipality: MunicipalityCode.parse(municipality),
      position: [lng, lat],
    }))
}

function drawn(points: string, { grid, surface }: Ground): readonly Candidate[] {
  return points.split(';').map((point) => {
    const position = Position2d.parse(point.split(',').map(Number))
    const code = grid.municipalities[grid.municipality[surface.cellAt(position)] ?? -1]
    return { id: null, name: null, municipality: MunicipalityCode.nullable().parse(code ?? null), position }
  })
}
