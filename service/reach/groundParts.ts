import { type Cells, cellGrid } from '#geo/cellGrid'
import { travelSurface, type Ways } from '#geo/travelSurface'
import type { Geography } from '../geography.ts'
import { type CountedPopulation, countedPeople } from './countedPopulation.ts'
import { modelledPeople } from './modelledPeople.ts'
import { sharedBytes } from './shared.ts'

/** What a ground is made of, to be handed from one thread to another. */
export interface GroundParts {
  readonly cells: Cells
  readonly ways: Ways
  /** Number of each cell's shore: its own for an island municipality without a fixed link, 0 for all others. */
  readonly shore: Uint8Array
  readonly population: Int32Array
  readonly populationAsOf: string
  readonly populationSource: string | null
  readonly hidden: Uint8Array
}

/** Squares, people, ways. */
const steps = 3

/**
 * Makes the ground of the built-in shapes and roads with the people who were counted, or else modelled by the newest
 * totals and the towns. Takes over a second; `onStep` is told how many of its steps have been taken.
 */
export function groundParts(
  geography: Geography,
  counted: CountedPopulation | null = null,
  onStep: (done: number, all: number) => void = () => undefined,
): GroundParts {
  onStep(0, steps)
  const grid = cellGrid(geography.builtIn.shapes.features())
  onStep(1, steps)
  const people =
    counted === null
      ? { ...modelledPeople(grid, geography), hidden: new Uint8Array(grid.east.length), populationSource: null }
      : { ...countedPeople(grid, counted), populationAsOf: counted.asOf, populationSource: counted.source }
  onStep(2, steps)
  const { at: _, ...cells } = grid
  const { grid: __, cellAt: ___, ...ways } = travelSurface(grid, people.population, geography.network())
  onStep(steps, steps)
  const islands = geography.areas.municipalities.filter((one) => one.islandWithoutFixedLink).map(({ code }) => code)
  const shoreOf = grid.municipalities.map((code) => islands.indexOf(code) + 1)
  const shore = Uint8Array.from(grid.municipality, (municipality) => shoreOf[municipality] ?? 0)
  return { cells, ways, shore, ...people }
}

/** The same in memory that all threads read. */
export function sharedParts({ cells, ways, shore, population, hidden, ...said }: GroundParts): GroundParts {
  return {
    cells: {
      ...cells,
      east: new Uint16Array(sharedBytes(cells.east)),
      north: new Uint16Array(sharedBytes(cells.north)),
      land: new Float32Array(sharedBytes(cells.land)),
      municipality: new Uint8Array(sharedBytes(cells.municipality)),
      landmass: new Uint16Array(sharedBytes(cells.landmass)),
    },
    ways: {
      ...ways,
      from: new Uint32Array(sharedBytes(ways.from)),
      to: new Uint32Array(sharedBytes(ways.to)),
      minutes: new Float32Array(sharedBytes(ways.minutes)),
      home: new Int32Array(sharedBytes(ways.home)),
    },
    shore: new Uint8Array(sharedBytes(shore)),
    population: new Int32Array(sharedBytes(population)),
    hidden: new Uint8Array(sharedBytes(hidden)),
    ...said,
  }
}
