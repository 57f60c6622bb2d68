import { type SeenAs, seenAs } from '#geo/coordinateSystem'
import { METRES_PER_DEGREE } from '#geo/distance'
import { readPolygons } from '#geo/officialShape'
import type { DistrictPolygons } from '#geo/parishLand'
import { toUtm, type UtmPosition } from '#geo/utm'

/** Loops of a ring smaller than a square of this side do no harm: land is looked at in squares as large. */
const harmlessM = 250

/** A pair of numbers that shall be a place, or the first of many. */
export type RawPair = readonly [x: number, y: number]

/** A pair as it was meant, in metres of EPSG:25832. */
export function inMetres([x, y]: RawPair, { crs, isSwapped }: SeenAs): UtmPosition {
  const [first, second] = isSwapped ? [y, x] : [x, y]
  return crs === 'EPSG:25832' ? [first, second] : toUtm([first, second])
}

/** The middle of a point's or a polygon's box, and the wider side of the box; null for any other geometry. */
export function boxOf(geometry: unknown): { readonly middle: RawPair; readonly width: number } | null {
  const pairs = pairsIn(coordinatesOf(geometry))
  if (pairs.length === 0) return null
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of pairs) {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  return { middle: [(minX + maxX) / 2, (minY + maxY) / 2], width: Math.max(maxX - minX, maxY - minY) }
}

/** How wide a polygon is, roughly where it is in degrees. */
export function widthInMetres(geometry: unknown, { crs }: SeenAs): number {
  const width = boxOf(geometry)?.width ?? 0
  return crs === 'EPSG:25832' ? width : width * METRES_PER_DEGREE
}

export function isArea(geometry: unknown): boolean {
  const type = member(geometry, 'type')
  return type === 'Polygon' || type === 'MultiPolygon'
}

/** The polygons in metres, or what is wrong with them. */
export function polygonsInMetres(
  geometry: unknown,
): { readonly polygons: DistrictPolygons } | { readonly found: string; readonly expected: string } {
  const [first] = pairsIn(coordinatesOf(geometry))
  const crs = (first && seenAs(...first)?.crs) ?? 'EPSG:4326'
  const read = readPolygons(geometry, crs, harmlessM)
  if ('polygons' in read)
    return {
      polygons: read.polygons.map((rings) => rings.map((ring) => ring.map(([lng = 0, lat = 0]) => toUtm([lng, lat])))),
    }
  const [problem] = read.problems
  return { found: `${problem?.code}: ${problem?.found}`, expected: problem?.expected ?? 'polygons' }
}

function coordinatesOf(geometry: unknown): unknown {
  const type = member(geometry, 'type')
  return type === 'Point' || isArea(geometry) ? member(geometry, 'coordinates') : undefined
}

function pairsIn(coordinates: unknown): RawPair[] {
  if (!Array.isArray(coordinates)) return []
  const [x, y]: unknown[] = coordinates
  if (typeof x === 'number' && typeof y === 'number') return [[x, y]]
  return coordinates.flatMap(pairsIn)
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
