import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { CELL_M, type CellGrid } from './cellGrid.ts'
import { toUtm, toWgs84 } from './utm.ts'

/** Units across a tile, and the tile format's version (Mapbox Vector Tile 2). */
const EXTENT = 4096
const VERSION = 2
/** Units around a tile that are still drawn, so that no seam shows. */
const BUFFER = 32

/** The zoom whose tiles hold cells: below it a cell is too small to see, above it a map enlarges these. */
export const CELL_ZOOM = 9

/**
 * Cells as one vector tile of zoom 9 with one layer; undefined for any other zoom, and where the tile has no cell with
 * properties. Cut directly from the grid: only the tile's own cells are looked at.
 * @param propertiesOf what a cell carries; null for a cell that is not drawn.
 */
export function encodeCells(
  grid: CellGrid,
  layer: string,
  [z, x, y]: readonly [z: number, x: number, y: number],
  propertiesOf: (cell: number) => Record<string, string | number> | null,
): Uint8Array | undefined {
  if (z !== CELL_ZOOM || !(x >= 0 && x < 2 ** z && y >= 0 && y < 2 ** z)) return undefined
  const [from, to] = rangeOf(z, x, y)
  const corners = new Map<number, readonly [number, number]>()
  const corner = (east: number, north: number): readonly [number, number] => {
    const key = north * 4096 + east
    const known = corners.get(key)
    if (known !== undefined) return known
    const made = tileUnits(toWgs84([east * CELL_M, north * CELL_M]), z, x, y)
    corners.set(key, made)
    return made
  }
  const features: Feature[] = []
  for (let north = from[1]; north <= to[1]; north += 1)
    for (let east = from[0]; east <= to[0]; east += 1) {
      const cell = grid.at(east, north)
      const tags = cell < 0 ? null : propertiesOf(cell)
      if (tags === null) continue
      const ring = [corner(east, north), corner(east, north + 1), corner(east + 1, north + 1), corner(east + 1, north)]
      if (!touches(ring)) continue
      const closed = [...ring, ...ring.slice(0, 1)].map(([tx, ty]): [number, number] => [tx, ty])
      features.push({ id: cell, type: 3, tags, geometry: [closed] })
    }
  if (features.length === 0) return undefined
  // The encoder reads the features of a tile and nothing else of it.
  const tile = { features } as unknown as Parameters<typeof fromGeojsonVt>[0][string]
  return fromGeojsonVt({ [layer]: tile }, { version: VERSION, extent: EXTENT })
}

interface Feature {
  readonly id: number
  readonly type: 3
  readonly tags: Record<string, string | number>
  readonly geometry: [number, number][][]
}

/** Squares of the grid that a tile can touch: those around its corners and the middles of its sides. */
function rangeOf(z: number, x: number, y: number): readonly [from: [number, number], to: [number, number]] {
  const steps = [0, 0.5, 1]
  const squares = steps.flatMap((dx) =>
    steps.map((dy) => toUtm(degreesOf(z, x + dx, y + dy)).map((metres) => Math.floor(metres / CELL_M))),
  )
  const of = (axis: 0 | 1) => squares.map((square) => square[axis] ?? 0)
  return [
    [Math.max(0, Math.min(...of(0)) - 1), Math.max(0, Math.min(...of(1)) - 1)],
    [Math.max(...of(0)) + 1, Math.max(...of(1)) + 1],
  ]
}

/** Web Mercator tile coordinates to degrees. */
function degreesOf(z: number, x: number, y: number): readonly [number, number] {
  const n = Math.PI - (2 * Math.PI * y) / 2 ** z
  return [(x / 2 ** z) * 360 - 180, (180 / Math.PI) * Math.atan(Math.sinh(n))]
}

function tileUnits([lng, lat]: readonly [number, number], z: number, x: number, y: number): readonly [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  const across = 2 ** z
  const tx = ((lng + 180) / 360) * across
  const ty = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across
  return [Math.round((tx - x) * EXTENT), Math.round((ty - y) * EXTENT)]
}

function touches(ring: readonly (readonly [number, number])[]): boolean {
  const inside = (axis: 0 | 1) =>
    Math.max(...ring.map((at) => at[axis])) >= -BUFFER && Math.min(...ring.map((at) => at[axis])) <= EXTENT + BUFFER
  return inside(0) && inside(1)
}
