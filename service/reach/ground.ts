import type { Cells } from '#geo/cellGrid'
import { type CellGrid, cellGrid, gridOf } from '#geo/cellGrid'
import { populationGrid } from '#geo/populationGrid'
import type { Position } from '#geo/position'
import { surfaceOf, type TravelSurface, travelSurface, type Ways } from '#geo/travelSurface'
import { travelSearch } from '#geo/travelTime'
import type { Geography } from '../geography.ts'
import { remembering } from '../remembering.ts'

/** Where people live and how long it takes to get there: the same on every date, since no source has older roads. */
export interface Ground {
  readonly grid: CellGrid
  /** Modelled inhabitants of each cell; a municipality's add up to its total. */
  readonly population: Int32Array
  /** Date of the totals. */
  readonly populationAsOf: string
  readonly surface: TravelSurface
  /** Minutes from every cell to the nearest of the places; infinite where no road or ferry leads. Remembered. */
  minutesTo(places: readonly Position[]): Float32Array
}

/** What a ground is made of, to be handed from one thread to another. */
export interface GroundParts {
  readonly cells: Cells
  readonly ways: Ways
  readonly population: Int32Array
  readonly populationAsOf: string
}

/** Cost fields kept: 180 kB each. */
const kept = 64

/** Makes the ground of the built-in shapes, the newest population totals, the towns and the built-in roads. Takes over a second. */
export function groundParts({ builtIn, areas, towns, network }: Geography): GroundParts {
  const grid = cellGrid(builtIn.shapes.features())
  const totals = new Map(areas.municipalities.map(({ code, population }) => [code, population.at(-1)?.value ?? 0]))
  const peopled = towns.map(({ lng, lat, municipality, population }) => ({
    position: [lng, lat] as const,
    municipality,
    population,
  }))
  const population = populationGrid(grid, totals, peopled)
  const { at: _, ...cells } = grid
  const { grid: __, cellAt: ___, ...ways } = travelSurface(grid, population, network())
  const populationAsOf = areas.municipalities.flatMap(({ population: known }) => known.at(-1)?.date ?? []).toSorted()[0]
  if (populationAsOf === undefined) throw new Error('No municipality has a population')
  return { cells, ways, population, populationAsOf }
}

/** The ground over parts that were made before. */
export function groundOf({ cells, ways, population, populationAsOf }: GroundParts): Ground {
  const grid = gridOf(cells)
  const surface = surfaceOf(grid, ways)
  const search = travelSearch(surface)
  const remembered = remembering<Float32Array>(kept)
  return {
    grid,
    population,
    populationAsOf,
    surface,
    minutesTo(places) {
      const sites = [...new Set(places.map((place) => surface.cellAt(place)))].toSorted((a, b) => a - b)
      return remembered(sites.join(), () => search.nearest(sites).cost)
    },
  }
}
