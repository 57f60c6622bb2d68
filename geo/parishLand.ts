import { CELL_M, type CellGrid, middleOf } from './cellGrid.ts'
import { shareOut } from './largestRemainder.ts'
import { rasterise } from './rasterise.ts'
import type { UtmPosition } from './utm.ts'

/** A district's land is looked at in squares of this side. */
const SAMPLE_M = 250
const PER_SIDE = CELL_M / SAMPLE_M

/** The cells that the people of a district live in, and how many of the model's live in its part of each. */
export interface DistrictLand {
  readonly cells: readonly number[]
  readonly weights: Float64Array
  /** Land of the district in each cell, for where the model has nobody. */
  readonly land: Float64Array
}

/** Polygons of a district in metres of EPSG:25832: outer ring first, then holes. */
export type DistrictPolygons = readonly (readonly (readonly UtmPosition[])[])[]

/** Land within the polygons; a cell that they share with others counts by its part. No cells where they hold only sea. */
export function landWithin(grid: CellGrid, model: ArrayLike<number>, polygons: DistrictPolygons): DistrictLand {
  const samples = new Map<number, number>()
  for (const rings of polygons)
    rasterise(rings, SAMPLE_M, (column, row) => {
      const cell = grid.at(Math.floor(column / PER_SIDE), Math.floor(row / PER_SIDE))
      if (cell >= 0) samples.set(cell, (samples.get(cell) ?? 0) + 1)
    })
  const cells = [...samples.keys()].toSorted((a, b) => a - b)
  const land = Float64Array.from(cells, (cell) => (samples.get(cell) ?? 0) / PER_SIDE ** 2)
  const weights = Float64Array.from(cells, (cell, i) => {
    const part = Math.min(1, (land[i] ?? 0) / (grid.land[cell] ?? 1))
    return (model[cell] ?? 0) * part
  })
  return { cells, weights, land }
}

/** A district known by one point, and the municipality that it belongs to where that is known. */
export interface DistrictPoint {
  readonly at: UtmPosition
  readonly municipality: string | null
}

/**
 * Land of districts of which only a point is known: every cell belongs to the nearest point of its own municipality, or of
 * an unknown one. A rough stand-in for their borders. A district that is nearest to no cell has none.
 */
export function landAround(
  grid: CellGrid,
  model: ArrayLike<number>,
  districts: readonly DistrictPoint[],
): readonly DistrictLand[] {
  const cellsOf: number[][] = districts.map(() => [])
  const near = grid.municipalities.map((code) =>
    [...districts.entries()].filter(([, { municipality }]) => municipality === null || municipality === code),
  )
  for (const cell of grid.east.keys()) {
    const [x, y] = middleOf(grid, cell)
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (const [index, { at }] of near[grid.municipality[cell] ?? 0] ?? []) {
      const square = (at[0] - x) ** 2 + (at[1] - y) ** 2
      if (square < least) {
        least = square
        best = index
      }
    }
    cellsOf[best]?.push(cell)
  }
  return cellsOf.map((cells) => ({
    cells,
    weights: Float64Array.from(cells, (cell) => model[cell] ?? 0),
    land: Float64Array.from(cells, (cell) => grid.land[cell] ?? 0),
  }))
}

/**
 * People of a district in each of its cells, by the model, or by land where the model has nobody; they add up exactly.
 * Throws a RangeError where there are people and no cells.
 */
export function peopleOver(people: number, { weights, land }: DistrictLand): Int32Array {
  return shareOut(people, weights.some((weight) => weight > 0) ? weights : land)
}
