import type { Cells } from '#geo/cellGrid'
import { type CellGrid, cellGrid, gridOf } from '#geo/cellGrid'
import { populationGrid } from '#geo/populationGrid'
import type { Position } from '#geo/position'
import { surfaceOf, type TravelSurface, travelSurface, type Ways } from '#geo/travelSurface'
import { travelSearch } from '#geo/travelTime'
import type { Geography } from '../geography.ts'
import { remembering } from '../remembering.ts'
import { type CountedPopulation, countedPeople } from './countedPopulation.ts'

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
  /** Minutes from every cell to the nearest of the places; infinite where no road or ferry leads. Remembered. */
  minutesTo(places: readonly Position[]): Float32Array
}

/** What a ground is made of, to be handed from one thread to another. */
export interface GroundParts {
  readonly cells: Cells
  readonly ways: Ways
  readonly population: Int32Array
  readonly populationAsOf: string
  readonly populationSource: string | null
  readonly hidden: Uint8Array
}

/** Cost fields kept: 180 kB each. */
const kept = 64

/**
 * Makes the ground of the built-in shapes and roads with the people who were counted, or else modelled by the newest
 * totals and the towns. Takes over a second.
 */
export function groundParts(geography: Geography, counted: CountedPopulation | null = null): GroundParts {
  const grid = cellGrid(geography.builtIn.shapes.features())
  const people =
    counted === null
      ? { ...modelledPeople(grid, geography), hidden: new Uint8Array(grid.east.length), populationSource: null }
      : { ...countedPeople(grid, counted), populationAsOf: counted.asOf, populationSource: counted.source }
  const { at: _, ...cells } = grid
  const { grid: __, cellAt: ___, ...ways } = travelSurface(grid, people.population, geography.network())
  return { cells, ways, ...people }
}

/** Modelled inhabitants of every cell, and the date of the totals that they add up to. */
export function modelledPeople(grid: CellGrid, { areas, towns }: Pick<Geography, 'areas' | 'towns'>) {
  const totals = new Map(areas.municipalities.map(({ code, population }) => [code, population.at(-1)?.value ?? 0]))
  const peopled = towns.map(({ lng, lat, municipality, population }) => ({
    position: [lng, lat] as const,
    municipality,
    population,
  }))
  const populationAsOf = areas.municipalities.flatMap(({ population: known }) => known.at(-1)?.date ?? []).toSorted()[0]
  if (populationAsOf === undefined) throw new Error('No municipality has a population')
  return { population: populationGrid(grid, totals, peopled), populationAsOf }
}

/** The ground over parts that were made before. */
export function groundOf({ cells, ways, ...people }: GroundParts): Ground {
  const grid = gridOf(cells)
  const surface = surfaceOf(grid, ways)
  const search = travelSearch(surface)
  const remembered = remembering<Float32Array>(kept)
  return {
    grid,
    ...people,
    surface,
    minutesTo(places) {
      const sites = [...new Set(places.map((place) => surface.cellAt(place)))].toSorted((a, b) => a - b)
      return remembered(sites.join(), () => search.nearest(sites).cost)
    },
  }
}
