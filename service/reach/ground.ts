import type { Position as Vertex } from 'geojson'
import { type CellGrid, gridOf } from '#geo/cellGrid'
import { surfaceOf, type TravelSurface } from '#geo/travelSurface'
import type { AccessAsked } from './access.ts'
import { airEngine } from './airEngine.ts'
import type { ReachEngine } from './engine.ts'
import type { GroundParts } from './groundParts.ts'
import type { ReachPool } from './pool.ts'
import type { Reach } from './reach.ts'
import { surfaceEngine } from './surfaceEngine.ts'

/** Where people live and how long it takes to get there: the same on every date that one population holds on, since no source has older roads. */
export interface Ground {
  readonly grid: CellGrid
  /** Inhabitants of each cell, modelled so that a municipality's add up to its total, or counted and imported. */
  readonly population: Int32Array
  /** Date of the totals, or of the count. */
  readonly populationAsOf: string
  /** Who counted the inhabitants; null where they are modelled. */
  readonly populationSource: string | null
  /** 1 for each cell with too few households to be shown on a map by itself; it counts in every sum. */
  readonly hidden: Uint8Array
  readonly surface: TravelSurface
  /** Measuring in minutes. */
  readonly reach: Reach
  /** Measuring in kilometres: the great circle times a detour, which does not cross water. */
  kilometres(detour: number): ReachEngine
  /** The score of every cell by a measure of supply over its people; computed in a thread. */
  access(asked: AccessAsked, signal?: AbortSignal): Promise<Float64Array>
  /** Outline of the chosen cells in WGS84, a polygon for each piece; drawn in a thread. */
  outline(isChosen: (cell: number) => boolean, signal?: AbortSignal): Promise<Vertex[][][]>
}

/**
 * The ground over parts that were made before.
 * @param pool of threads that compute over it. @param reach makes the measuring in minutes around the built-in surface.
 */
export function groundOf(
  parts: GroundParts,
  pool: ReachPool,
  reach: (surface: TravelSurface, engine: ReachEngine) => Reach,
): Ground {
  const { cells, ways, shore, ...people } = parts
  const grid = gridOf(cells)
  const surface = surfaceOf(grid, ways)
  const threads = pool.over(parts)
  return {
    grid,
    ...people,
    surface,
    reach: reach(surface, surfaceEngine(surface, threads)),
    kilometres: (detour) => airEngine(surface, shore, detour, threads),
    access: async (asked, signal) => await threads.run('access', asked, signal),
    outline: async (isChosen, signal) =>
      await threads.run(
        'outline',
        { chosen: Uint8Array.from(people.population, (_, cell) => (isChosen(cell) ? 1 : 0)) },
        signal,
      ),
  }
}
