import { landmassesOf } from './landmasses.ts'
import type { MunicipalityFeatures, Position } from './position.ts'
import { rasterise } from './rasterise.ts'
import { toUtm, toWgs84, type UtmPosition } from './utm.ts'

/** Side of a cell in metres: the kilometre squares of the Danish grid, so that official figures replace ours cell for cell. */
export const CELL_M = 1000
/** A cell is looked at in squares of this side when its land, its municipality and its landmass are found. */
const SAMPLE_M = 250
const PER_SIDE = CELL_M / SAMPLE_M
/** More squares than the country is wide, so that a square has one number. */
const COLUMNS = 4096

/**
 * Land in cells of 1 km on the kilometre lines of EPSG:25832. Cell `i` has its lower left corner at
 * (`east[i]`, `north[i]`) km; cells are in order of north, then east.
 */
export interface CellGrid extends Cells {
  /** Cell at a kilometre square; -1 where there is only sea. */
  at(east: number, north: number): number
}

/** What a grid is made of: plain arrays, which can be handed from one thread to another. */
export interface Cells {
  readonly east: Uint16Array
  readonly north: Uint16Array
  /** Share of the cell that is land, 0 to 1; never 0. */
  readonly land: Float32Array
  /** Index into `municipalities` of the one with most of the cell's land. */
  readonly municipality: Uint8Array
  readonly municipalities: readonly string[]
  /** Number of the landmass with most of the cell's land: what lies on the same can be reached without crossing water. */
  readonly landmass: Uint16Array
}

/** Rasterises municipalities; every piece of land gets into at least one cell. */
export function cellGrid(shapes: MunicipalityFeatures): CellGrid {
  const landmasses = landmassesOf(shapes)
  const municipality = new Votes()
  const landmass = new Votes()
  for (const [index, { geometry }] of shapes.features.entries()) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const [part, polygon] of polygons.entries()) {
      const rings = polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => toUtm([lng, lat])))
      rasterise(rings, SAMPLE_M, (column, row) => {
        const square = Math.floor(row / PER_SIDE) * COLUMNS + Math.floor(column / PER_SIDE)
        municipality.add(square, index)
        landmass.add(square, landmasses[index]?.[part] ?? 0)
      })
    }
  }
  const squares = municipality.squares()
  return gridOf({
    east: Uint16Array.from(squares, (square) => square % COLUMNS),
    north: Uint16Array.from(squares, (square) => Math.floor(square / COLUMNS)),
    land: Float32Array.from(squares, (square) => Math.min(1, municipality.total(square) / PER_SIDE ** 2)),
    municipality: Uint8Array.from(squares, (square) => municipality.winner(square)),
    municipalities: shapes.features.map(({ properties }) => properties.code),
    landmass: Uint16Array.from(squares, (square) => landmass.winner(square)),
  })
}

/** A grid over cells that were made before. */
export function gridOf(cells: Cells): CellGrid {
  const cellAt = new Map(Array.from(cells.east, (east, cell) => [(cells.north[cell] ?? 0) * COLUMNS + east, cell]))
  return { ...cells, at: (east, north) => cellAt.get(north * COLUMNS + east) ?? -1 }
}

/** Square of a position, in kilometres east and north. */
export function squareOf([easting, northing]: UtmPosition): readonly [east: number, north: number] {
  return [Math.floor(easting / CELL_M), Math.floor(northing / CELL_M)]
}

/** Middle of a cell in metres of EPSG:25832. */
export function middleOf({ east, north }: CellGrid, cell: number): UtmPosition {
  return [((east[cell] ?? 0) + 0.5) * CELL_M, ((north[cell] ?? 0) + 0.5) * CELL_M]
}

/** Middle of a cell in WGS84 degrees. */
export function centreOf(grid: CellGrid, cell: number): Position {
  return toWgs84(middleOf(grid, cell))
}

/** Counts, for each square, how many of its samples each candidate has. */
class Votes {
  readonly #counts = new Map<number, Map<number, number>>()

  add(square: number, candidate: number): void {
    const counts = this.#counts.get(square) ?? new Map<number, number>()
    counts.set(candidate, (counts.get(candidate) ?? 0) + 1)
    this.#counts.set(square, counts)
  }

  squares(): readonly number[] {
    return [...this.#counts.keys()].toSorted((a, b) => a - b)
  }

  total(square: number): number {
    let total = 0
    for (const count of this.#counts.get(square)?.values() ?? []) total += count
    return total
  }

  /** The candidate with most samples, the lowest of equals. */
  winner(square: number): number {
    const counts = [...(this.#counts.get(square) ?? [])]
    return counts.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
  }
}
