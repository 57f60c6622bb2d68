import { type AirSearch, airSearch } from '#geo/airSearch'
import { type CellGrid, centreOf } from '#geo/cellGrid'
import type { CostField, NearestSites } from '#geo/costField'
import type { Position } from '#geo/position'

/** Places as they are handed to a thread, each with the number of its shore. */
export interface AirSites {
  readonly positions: readonly Position[]
  readonly shores: readonly number[]
  /** What a way is longer than the great circle, as a factor. */
  readonly detour: number
}

/** A limit is looked for this much farther out, and then kept to the figure that is answered. */
const margin = 1 + 1e-9

/**
 * Great circles that do not cross water: a cell has only the places of its own shore, in kilometres times the detour.
 * @param shore number of each cell's shore: its own for an island without a fixed link, 0 for all others.
 */
export interface AirTasks {
  nearest(sites: AirSites): NearestSites<Float64Array>
  /** Kilometres to the k-th nearest. */
  kth(sites: AirSites, k: number): Float32Array
  fields(sites: AirSites, within: number, check: () => void): readonly CostField[]
}

export function airTasks(grid: CellGrid, shore: Uint8Array): AirTasks {
  const onShore = new Map<number, { readonly cells: Uint32Array; readonly search: AirSearch }>()
  for (const one of new Set(shore)) {
    const cells = Uint32Array.from([...shore.keys()].filter((cell) => shore[cell] === one))
    onShore.set(one, { cells, search: airSearch(Array.from(cells, (cell) => centreOf(grid, cell))) })
  }
  return {
    nearest({ positions, shores, detour }) {
      const cost = new Float64Array(shore.length).fill(Number.POSITIVE_INFINITY)
      const site = new Int32Array(shore.length).fill(-1)
      for (const [one, { cells, search }] of onShore) {
        const own = [...positions.keys()].filter((place) => shores[place] === one)
        const found = search.nearest(own.flatMap((place) => [positions[place] ?? [0, 0]]))
        for (const [i, cell] of cells.entries()) {
          cost[cell] = ((found.cost[i] ?? 0) * detour) / 1000
          site[cell] = own[found.site[i] ?? -1] ?? -1
        }
      }
      return { cost, site }
    },
    kth({ positions, shores, detour }, k) {
      const cost = new Float32Array(shore.length).fill(Number.POSITIVE_INFINITY)
      for (const [one, { cells, search }] of onShore) {
        const own = positions.filter((_, place) => shores[place] === one)
        const ranked = search.nearest(own, k).cost.subarray((k - 1) * cells.length)
        for (const [i, cell] of cells.entries()) cost[cell] = ((ranked[i] ?? 0) * detour) / 1000
      }
      return cost
    },
    fields: ({ positions, shores, detour }, within, check) =>
      positions.map((position, place) => {
        check()
        const here = onShore.get(shores[place] ?? -1)
        const near = here?.search.field(position, ((within * 1000) / detour) * margin)
        const costs = near?.costs.map((metres) => (metres * detour) / 1000) ?? new Float64Array(0)
        const kept = [...costs.keys()].filter((i) => (costs[i] ?? 0) <= within)
        return {
          cells: Uint32Array.from(kept, (i) => here?.cells[near?.cells[i] ?? 0] ?? 0),
          costs: Float64Array.from(kept, (i) => costs[i] ?? 0),
        }
      }),
  }
}
