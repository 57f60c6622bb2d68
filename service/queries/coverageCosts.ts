import { setImmediate as pause } from 'node:timers/promises'
import type { CoverageEngine, CoverageUnit } from '#api/views/coverage'
import type { Position2d } from '#events/place'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { middleOf } from '#geo/cellGrid'
import type { CostField } from '#geo/costField'
import { kNearestByTravel } from '#geo/kNearest'
import { type TravelSearch, travelSearch } from '#geo/travelTime'
import { toUtm } from '#geo/utm'
import type { Ground } from '../reach/ground.ts'
import { remembering } from '../remembering.ts'
import { shoresOf } from './facts/coverage.ts'

/** A place that costs are measured to. */
export interface Goal {
  readonly position: Position2d
  readonly municipality: string | null
}

/** Costs from every cell, all in one unit by one engine; infinite where no way leads. */
export interface Costs {
  readonly engine: CoverageEngine
  /** To the nearest of the goals. */
  nearest(goals: readonly Goal[]): Float32Array
  /** To the k-th nearest of the goals, k from 1. */
  kth(goals: readonly Goal[], k: number): Float32Array
  /** The cells within so much of each goal (<=), in the order of the goals. Lets others go first in between. */
  fields(goals: readonly Goal[], within: number): AsyncGenerator<CostField>
  /** From one place to each goal. */
  from(place: Goal, goals: readonly Goal[]): Float64Array
}

const nowhere: CostField = { cells: new Uint32Array(0), costs: new Float32Array(0) }

/** The engine for a unit: the travel surface for minutes, and for kilometres the straight line times a detour. */
export function costsIn(unit: CoverageUnit, ground: Ground, areas: AreaCatalogue, detourHundredths: number): Costs {
  return unit === 'minutes' ? surfaceCosts(ground) : greatCircleCosts(ground, areas, detourHundredths)
}

/** Fields of single places that are kept for each ground, some tens of kilobytes each. */
const keptFields = 512
interface Searching {
  readonly search: TravelSearch
  readonly fields: (key: string, make: () => CostField) => CostField
}
const searches = new WeakMap<Ground, Searching>()

function searchOn(ground: Ground): Searching {
  const known = searches.get(ground)
  if (known !== undefined) return known
  const made = { search: travelSearch(ground.surface), fields: remembering<CostField>(keptFields) }
  searches.set(ground, made)
  return made
}

function surfaceCosts(ground: Ground): Costs {
  const { surface } = ground
  const cellsOf = (goals: readonly Goal[]) => Int32Array.from(goals, ({ position }) => surface.cellAt(position))
  return {
    engine: 'surface',
    nearest: (goals) => ground.minutesTo(goals.map(({ position }) => position)),
    kth(goals, k) {
      const cells = ground.population.length
      return kNearestByTravel(surface, cellsOf(goals), k).cost.slice((k - 1) * cells, k * cells)
    },
    async *fields(goals, within) {
      const { search, fields } = searchOn(ground)
      for (const cell of cellsOf(goals)) {
        let isNew = false
        const field = fields(`${cell} ${within}`, () => {
          isNew = true
          return cell < 0 ? nowhere : search.field(cell, within)
        })
        if (isNew) await pause()
        yield field
      }
    },
    from(place, goals) {
      // Ways are as long back as forth on this surface, so one search from here tells them all.
      const minutes = ground.minutesTo([place.position])
      return Float64Array.from(goals, ({ position }) => minutes[surface.cellAt(position)] ?? Number.POSITIVE_INFINITY)
    },
  }
}

/** Middles of the cells in metres, for each ground. */
const middles = new WeakMap<Ground, readonly [x: Float64Array, y: Float64Array]>()

function middlesOf(ground: Ground): readonly [x: Float64Array, y: Float64Array] {
  const known = middles.get(ground)
  if (known !== undefined) return known
  const at = Array.from(ground.grid.east, (_, cell) => middleOf(ground.grid, cell))
  const made = [Float64Array.from(at, ([x]) => x), Float64Array.from(at, ([, y]) => y)] as const
  middles.set(ground, made)
  return made
}

/** An island without a fixed link counts its own places only, and they count only there. */
function greatCircleCosts(ground: Ground, areas: AreaCatalogue, detourHundredths: number): Costs {
  const perMetre = detourHundredths / 100 / 1000
  const [x, y] = middlesOf(ground)
  const { of, ofCell } = shoresOf(ground, areas)
  const { municipality } = ground.grid
  const to = (goal: Goal, best: Float32Array) => {
    const [gx, gy] = toUtm(goal.position)
    const shore = of(goal.municipality)
    for (let cell = 0; cell < best.length; cell += 1) {
      if (ofCell[municipality[cell] ?? 0] !== shore) continue
      const cost = Math.hypot((x[cell] ?? 0) - gx, (y[cell] ?? 0) - gy) * perMetre
      if (cost < (best[cell] ?? 0)) best[cell] = cost
    }
  }
  const none = () => new Float32Array(ground.population.length).fill(Number.POSITIVE_INFINITY)
  return {
    engine: 'greatCircle',
    nearest(goals) {
      const best = none()
      for (const goal of goals) to(goal, best)
      return best
    },
    kth(goals, k) {
      const ranked = Array.from({ length: k }, none)
      for (const goal of goals) {
        const field = none()
        to(goal, field)
        for (const [cell, found] of field.entries()) {
          let cost = found
          for (const rank of ranked) {
            const held = rank[cell] ?? 0
            if (cost >= held) continue
            rank[cell] = cost
            cost = held
          }
        }
      }
      return ranked[k - 1] ?? none()
    },
    async *fields(goals, within) {
      for (const [index, goal] of goals.entries()) {
        const field = none()
        to(goal, field)
        const cells = Uint32Array.from(
          [...field.keys()].filter((cell) => (field[cell] ?? Number.POSITIVE_INFINITY) <= within),
        )
        if (index % 16 === 15) await pause()
        yield { cells, costs: Float32Array.from(cells, (cell) => field[cell] ?? 0) }
      }
    },
    from({ position, municipality: at }, goals) {
      const [px, py] = toUtm(position)
      return Float64Array.from(goals, (goal) => {
        if (of(goal.municipality) !== of(at)) return Number.POSITIVE_INFINITY
        const [gx, gy] = toUtm(goal.position)
        return Math.hypot(px - gx, py - gy) * perMetre
      })
    },
  }
}
