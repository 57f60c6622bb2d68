import { setImmediate as pause } from 'node:timers/promises'
import type { CoverageEngine, CoverageUnit } from '#api/views/coverage'
import type { Position2d } from '#events/place'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { middleOf } from '#geo/cellGrid'
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
  /** To each goal, in their order. Lets others go first in between. */
  each(goals: readonly Goal[]): AsyncGenerator<Float32Array>
  /** From one place to each goal. */
  from(place: Goal, goals: readonly Goal[]): Float64Array
}

/** The engine for a unit: the travel surface for minutes, and for kilometres the straight line times a detour. */
export function costsIn(unit: CoverageUnit, ground: Ground, areas: AreaCatalogue, detourHundredths: number): Costs {
  return unit === 'minutes' ? surfaceCosts(ground) : greatCircleCosts(ground, areas, detourHundredths)
}

/** Fields to single places that are kept for each ground: 180 kB each. */
const keptFields = 192
const fields = new WeakMap<Ground, ReturnType<typeof remembering<Float32Array>>>()

function surfaceCosts(ground: Ground): Costs {
  const { surface } = ground
  const remembered = fields.get(ground) ?? remembering<Float32Array>(keptFields)
  fields.set(ground, remembered)
  return {
    engine: 'surface',
    nearest: (goals) => ground.minutesTo(goals.map(({ position }) => position)),
    async *each(goals) {
      for (const { position } of goals) {
        let isNew = false
        const field = remembered(String(surface.cellAt(position)), () => {
          isNew = true
          return ground.minutesTo([position])
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
    async *each(goals) {
      for (const [index, goal] of goals.entries()) {
        const best = none()
        to(goal, best)
        if (index % 16 === 15) await pause()
        yield best
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
