import type { CoverageService, UncountedReason } from '#api/views/coverage'
import type { MunicipalityCode } from '#events/identifiers'
import type { Position2d } from '#events/place'
import { centreOf } from '#geo/cellGrid'
import type { Geography } from '../geography.ts'
import type { ReachEngine } from '../reach/engine.ts'
import type { Ground } from '../reach/ground.ts'
import { answered, NotFound } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import { takingNobodyNew } from './competentSupply.ts'
import { measuring, placesOf, waitingAs } from './coverageCosts.ts'
import { type CoverageField, coverageFieldBy, within } from './coverageField.ts'
import { usualLimits } from './coverageLimits.ts'
import { groundInForce } from './groundInForce.ts'
import type { AnswerOf, AsyncQuery } from './query.ts'

type Answer = AnswerOf<'coveragePlace'>

/** Services that any clinic with capacity could give, once it documents what they ask for. */
const byClinics: readonly CoverageService[] = ['clinic', 'home', 'children']
/** Nothing but documentation is missing: told by `wouldCover` and `inGrace`. */
const undocumented: readonly UncountedReason[] = ['grace', 'expired']

/** Towns that can be asked from in one municipality. */
const mostTowns = 12

/** How one place is covered: the nearest three, how crowded they are, and what would cover it. */
export const coveragePlace: AsyncQuery<'coveragePlace'> = async (views, at, _scope, params, world) => {
  const { code, lng, lat, ...asked } = params
  const { geography } = world
  const ground = await groundInForce(views, at, world)
  const { detourHundredths } = usualLimits
  const { value } = await measuring(asked.unit, ground, detourHundredths, async (engine) => {
    const field = await coverageFieldBy(
      engine,
      ground,
      views,
      at,
      { ...asked, measure: 'crowding' },
      detourHundredths,
      world,
    )
    return await told(engine, field)
  })
  return value

  async function told(engine: ReachEngine, field: CoverageField): Promise<Answer> {
    const { supply } = field
    const point: Position2d | null = lng === undefined || lat === undefined ? null : [lng, lat]
    const place = placeIn(code, point, geography, ground)
    const from = async (goals: Parameters<typeof placesOf>[0]) =>
      await engine.from(place.fromPosition, placesOf(goals), waitingAs(world.asker ?? {}))
    const cell = ground.surface.cellAt(place.fromPosition)
    const hasRoad = cell >= 0
    const away = hasRoad ? await from(supply.sites) : new Float64Array(supply.sites.length).fill(Infinity)
    const reached = supply.sites.map((site, index) => ({ site, cost: away[index] ?? Number.POSITIVE_INFINITY }))
    const nearest = reached
      .filter(({ cost }) => Number.isFinite(cost))
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, 3)
    const isCovered = hasRoad && field.reached[cell] === within.practice
    const waiting = supply.uncounted.filter(({ reason }) => reason === 'grace')
    return {
      at: answered(views, at),
      municipality: code,
      ...place,
      hasRoad,
      unit: asked.unit,
      nearest: nearest.map(({ site: { kind, id, name, municipality, position, persons }, cost }) => ({
        ...{ kind, id, name, municipality, position, cost },
        persons: persons.length,
      })),
      isCovered,
      unreachable: reached.filter(({ cost }) => !Number.isFinite(cost)).length,
      crowding: hasRoad ? (field.value[cell] ?? null) : null,
      wouldCover: isCovered || !hasRoad || !byClinics.includes(asked.service) ? null : await wouldCover(),
      notCounted: isCovered || !hasRoad ? null : await knownNear(),
      inGrace: isCovered || !hasRoad ? [] : await graceNear(),
    }

    /** The nearest clinic with capacity that lacks only the documentation and is near enough. */
    async function wouldCover(): Promise<Answer['wouldCover']> {
      // Where something else than the documentation is missing, documentation would not help.
      const counted = new Set([
        ...supply.sites.map(({ id }) => id),
        ...supply.uncounted.flatMap(({ id, reason }) => (undocumented.includes(reason) ? [] : [id])),
        ...takingNobodyNew(views, at),
      ])
      const candidates = [...clinicFigures(views, at).values()].flatMap(({ clinic, name, capacity, address }) =>
        (capacity ?? 0) <= 0 || address?.position == null || counted.has(clinic)
          ? []
          : [{ clinic, name, position: address.position, municipality: address.municipality }],
      )
      const each = await from(candidates)
      const best = candidates
        .map((one, index) => ({ ...one, cost: each[index] ?? Number.POSITIVE_INFINITY }))
        .filter(({ cost }) => cost <= asked.max)
        .toSorted((a, b) => a.cost - b.cost)[0]
      if (best === undefined) return null
      const { clinic, name, position, cost } = best
      return { clinic, name, position, cost }
    }

    /** The nearest that is known, near enough, and lacks something else than the documentation. */
    async function knownNear(): Promise<Answer['notCounted']> {
      const placed = supply.uncounted.flatMap((one) =>
        one.position === null || undocumented.includes(one.reason) ? [] : [{ ...one, position: one.position }],
      )
      const each = await from(placed)
      const [best] = placed
        .map((one, index) => ({ one, cost: each[index] ?? Number.POSITIVE_INFINITY }))
        .filter(({ cost }) => cost <= asked.max)
        .toSorted((a, b) => a.cost - b.cost)
      if (best === undefined) return null
      const { kind, id, name, municipality, position, persons, reason } = best.one
      return { kind, id, name, municipality, position, reason, cost: best.cost, persons: persons.length }
    }

    async function graceNear(): Promise<Answer['inGrace']> {
      const placed = waiting.flatMap((one) => (one.position === null ? [] : [{ ...one, position: one.position }]))
      const each = await from(placed)
      return placed
        .map((one, index) => ({ one, cost: each[index] ?? Number.POSITIVE_INFINITY }))
        .filter(({ cost }) => cost <= asked.max)
        .toSorted((a, b) => a.cost - b.cost)
        .map(({ one: { kind, id, name, municipality, position, persons, until }, cost }) => ({
          ...{ kind, id, name, municipality, position, until, cost },
          persons: persons.length,
        }))
    }
  }
}

type Place = Pick<Answer, 'fromKind' | 'from' | 'fromPosition' | 'towns'>

function placeIn(code: MunicipalityCode, point: Position2d | null, geography: Geography, ground: Ground): Place {
  const towns = geography.towns
    .filter(({ municipality, population }) => municipality === code && population !== null)
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
    .slice(0, mostTowns)
    .map(({ name, lng, lat }): { name: string; position: Position2d } => ({ name, position: [lng, lat] }))
  if (point !== null) {
    const town = towns.find(({ position }) => position[0] === point[0] && position[1] === point[1])
    return { fromKind: town === undefined ? 'point' : 'town', from: town?.name ?? null, fromPosition: point, towns }
  }
  const [first] = towns
  if (first !== undefined) return { fromKind: 'town', from: first.name, fromPosition: first.position, towns }
  return { fromKind: 'square', from: null, fromPosition: mostPeopled(ground, code), towns }
}

/** Middle of the square of the municipality where most people are modelled to live. */
function mostPeopled({ grid, population }: Ground, code: string): Position2d {
  const own = grid.municipalities.indexOf(code)
  let best = -1
  for (const [cell, count] of population.entries())
    if (grid.municipality[cell] === own && (best < 0 || count > (population[best] ?? 0))) best = cell
  if (best < 0) throw new NotFound(`Municipality ${code}`)
  const [lng, lat] = centreOf(grid, best)
  return [lng, lat]
}
