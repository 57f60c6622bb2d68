import type { MunicipalityFeatures } from './position.ts'
import { toUtm, toWgs84, type UtmPosition } from './utm.ts'

/** Side of a cell in metres: the kilometre squares of the Danish grid, so that official figures replace ours cell for cell. */
export const CELL_M = 1000
/** A cell is looked at in squares of this side when its land and its municipality are found. */
const SAMPLE_M = 250
const SAMPLES = (CELL_M / SAMPLE_M) ** 2

/**
 * Land in cells of 1 km on the kilometre lines of EPSG:25832. Cell `i` has its lower left corner at
 * (`east[i]`, `north[i]`) km; cells are in order of north, then east.
 */
export interface CellGrid {
  readonly east: Uint16Array
  readonly north: Uint16Array
  /** Share of the cell that is land, 0 to 1; never 0. */
  readonly land: Float32Array
  /** Index into `municipalities` of the one with most of the cell's land. */
  readonly municipality: Uint8Array
  readonly municipalities: readonly string[]
  /** Cell at a kilometre square; -1 where there is only sea. */
  at(east: number, north: number): number
}

/** Rasterises municipalities. Every municipality with land gets at least one cell. */
export function cellGrid(shapes: MunicipalityFeatures): CellGrid {
  const municipalities = shapes.features.map(({ properties }) => properties.code)
  /** Samples of each municipality in each cell, by `cell * 128 + municipality`. */
  const samples = new Map<number, number>()
  for (const [index, { geometry }] of shapes.features.entries()) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const polygon of polygons)
      fillPolygon(
        polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => toUtm([lng, lat]))),
        (column, row) => {
          const key =
            keyOf(Math.floor((column * SAMPLE_M) / CELL_M), Math.floor((row * SAMPLE_M) / CELL_M)) * 128 + index
          samples.set(key, (samples.get(key) ?? 0) + 1)
        },
      )
  }
  return assemble(samples, municipalities)
}

/** Square of a position, in kilometres east and north. */
export function squareOf([easting, northing]: UtmPosition): readonly [east: number, north: number] {
  return [Math.floor(easting / CELL_M), Math.floor(northing / CELL_M)]
}

/** Middle of a cell in WGS84 degrees. */
export function centreOf({ east, north }: CellGrid, cell: number): readonly [lng: number, lat: number] {
  return toWgs84([((east[cell] ?? 0) + 0.5) * CELL_M, ((north[cell] ?? 0) + 0.5) * CELL_M])
}

function keyOf(east: number, north: number): number {
  return north * 4096 + east
}

function assemble(samples: ReadonlyMap<number, number>, municipalities: readonly string[]): CellGrid {
  const best = new Map<number, { total: number; municipality: number; most: number }>()
  for (const [key, count] of samples) {
    const square = Math.floor(key / 128)
    const municipality = key % 128
    const cell = best.get(square) ?? { total: 0, municipality, most: 0 }
    cell.total += count
    if (count > cell.most || (count === cell.most && municipality < cell.municipality)) {
      cell.most = count
      cell.municipality = municipality
    }
    best.set(square, cell)
  }
  const squares = [...best.keys()].toSorted((a, b) => a - b)
  const index = new Map(squares.map((square, cell) => [square, cell]))
  return {
    east: Uint16Array.from(squares, (square) => square % 4096),
    north: Uint16Array.from(squares, (square) => Math.floor(square / 4096)),
    land: Float32Array.from(squares, (square) => Math.min(1, (best.get(square)?.total ?? 0) / SAMPLES)),
    municipality: Uint8Array.from(squares, (square) => best.get(square)?.municipality ?? 0),
    municipalities,
    at: (east, north) => index.get(keyOf(east, north)) ?? -1,
  }
}

/** Visits every sample square whose middle lies in the polygon: even-odd along each row, so that holes are left out. */
function fillPolygon(rings: readonly (readonly UtmPosition[])[], visit: (column: number, row: number) => void): void {
  const crossings = new Map<number, number[]>()
  for (const ring of rings)
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1]
      if (y1 === y2) continue
      const first = Math.ceil(Math.min(y1, y2) / SAMPLE_M - 0.5)
      const last = Math.ceil(Math.max(y1, y2) / SAMPLE_M - 0.5) - 1
      for (let row = first; row <= last; row += 1) {
        const y = (row + 0.5) * SAMPLE_M
        const list = crossings.get(row) ?? []
        list.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
        crossings.set(row, list)
      }
    }
  let visited = false
  for (const [row, xs] of crossings) {
    xs.sort((a, b) => a - b)
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const first = Math.ceil((xs[i] ?? 0) / SAMPLE_M - 0.5)
      const last = Math.ceil((xs[i + 1] ?? 0) / SAMPLE_M - 0.5) - 1
      for (let column = first; column <= last; column += 1) {
        visited = true
        visit(column, row)
      }
    }
  }
  // An islet that no middle falls in still is land.
  const [x, y] = rings[0]?.[0] ?? [0, 0]
  if (!visited) visit(Math.floor(x / SAMPLE_M), Math.floor(y / SAMPLE_M))
}
