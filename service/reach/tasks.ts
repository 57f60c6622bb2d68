import type { Position } from 'geojson'
import { type CellGrid, gridOf } from '#geo/cellGrid'
import { cellOutline } from '#geo/cellOutline'
import type { CostField, NearestSites } from '#geo/costField'
import { kNearestByTravel } from '#geo/kNearest'
import { surfaceOf } from '#geo/travelSurface'
import { type TravelSearch, travelSearch } from '#geo/travelTime'
import { type AccessAsked, accessScores } from './access.ts'
import { type AirSites, type AirTasks, airTasks } from './airTasks.ts'
import type { GroundParts } from './groundParts.ts'
import { sharedBytes } from './shared.ts'

/** What the threads compute. Sites are cells, as the surface's `cellAt` answers them. */
export interface ReachTasks {
  /** Minutes to the nearest site, and which. */
  nearest: { readonly ask: { readonly sites: Int32Array }; readonly answer: NearestSites<Float32Array> }
  /** The same when some of the sites of an earlier answer have moved. */
  nearestAfter: {
    readonly ask: {
      readonly before: NearestSites<Float32Array>
      readonly sites: Int32Array
      readonly moved: readonly number[]
    }
    readonly answer: NearestSites<Float32Array>
  }
  /** Minutes to the k-th nearest site. */
  kth: { readonly ask: { readonly sites: Int32Array; readonly k: number }; readonly answer: Float32Array }
  /** The cells from which each site is within so many minutes. */
  fields: {
    readonly ask: { readonly sites: Int32Array; readonly within: number }
    readonly answer: readonly CostField[]
  }
  /** Minutes from one cell to every cell. */
  from: { readonly ask: { readonly cell: number }; readonly answer: Float32Array }
  /** Kilometres to the nearest site by great circle times the detour, on the same shore only. */
  airNearest: { readonly ask: AirSites; readonly answer: NearestSites<Float64Array> }
  airKth: { readonly ask: AirSites & { readonly k: number }; readonly answer: Float32Array }
  /** The cells from which each site is within so many kilometres by great circle times the detour. */
  airFields: { readonly ask: AirSites & { readonly within: number }; readonly answer: readonly CostField[] }
  /** The score of every cell, see `accessScores`. */
  access: { readonly ask: AccessAsked; readonly answer: Float64Array }
  /** Outline of the cells that are not 0. */
  outline: { readonly ask: { readonly chosen: Uint8Array }; readonly answer: Position[][][] }
}

export type ReachTaskName = keyof ReachTasks

export type Runners = {
  [Name in ReachTaskName]: (ask: ReachTasks[Name]['ask'], check: () => void) => ReachTasks[Name]['answer']
}

/**
 * The tasks over a ground; what a search needs is made when it is first needed. `check` throws when nobody waits for the
 * task any more.
 */
export function reachTasks({ cells, ways, shore, population }: GroundParts): Runners {
  const grid: CellGrid = gridOf(cells)
  const surface = surfaceOf(grid, ways)
  let to: TravelSearch | undefined
  let from: TravelSearch | undefined
  let air: AirTasks | undefined
  const overAir = () => {
    air ??= airTasks(grid, shore)
    return air
  }
  const towards = () => {
    to ??= travelSearch(surface)
    return to
  }
  const shared = ({ cost, site }: NearestSites<Float32Array>) => ({
    cost: new Float32Array(sharedBytes(cost)),
    site: new Int32Array(sharedBytes(site)),
  })
  return {
    nearest: ({ sites }) => shared(towards().nearest(sites)),
    nearestAfter: ({ before, sites, moved }) => shared(towards().nearestAfter(before, sites, moved)),
    kth({ sites, k }) {
      const cells = grid.east.length
      return kNearestByTravel(surface, sites, k).cost.slice((k - 1) * cells, k * cells)
    },
    fields: ({ sites, within }, check) =>
      Array.from(sites, (site) => {
        check()
        return towards().field(site, within)
      }),
    from({ cell }) {
      from ??= travelSearch(surface, 'from')
      return from.nearest([cell]).cost
    },
    airNearest: (ask) => overAir().nearest(ask),
    airKth: ({ k, ...sites }) => overAir().kth(sites, k),
    airFields: ({ within, ...sites }, check) => overAir().fields(sites, within, check),
    access: (ask) => accessScores(ask, population),
    outline: ({ chosen }) => cellOutline(grid, (cell) => chosen[cell] !== 0).coordinates,
  }
}
