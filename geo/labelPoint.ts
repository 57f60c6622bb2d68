import type { MultiPolygon, Polygon } from 'geojson'
import polylabel from 'polylabel'
import type { Position } from './position.ts'

/** How exact the place is, in degrees of latitude: some three hundred metres. */
const PRECISION = 0.003

type Ring = [number, number][]

/**
 * A point inside the largest part of a shape, as far from its border as can be: where a label reads best. Longitude is
 * shortened by the cosine of the latitude while looking. Null for a shape without parts.
 */
export function labelPoint(shape: Polygon | MultiPolygon): Position | null {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const latitude = parts[0]?.[0]?.[0]?.[1]
  if (latitude === undefined) return null
  const shrink = Math.cos((latitude * Math.PI) / 180)
  const flat = parts.map((rings) =>
    rings.map((ring) => ring.map(([x = 0, y = 0]): [number, number] => [x * shrink, y])),
  )
  const [largest] = flat.toSorted((a, b) => areaOf(b) - areaOf(a))
  if (largest === undefined) return null
  const [x, y] = polylabel(largest, PRECISION)
  return [x / shrink, y]
}

/** The outline's area less that of its holes, in the square of the unit of the coordinates. */
function areaOf([outline = [], ...holes]: readonly Ring[]): number {
  return holes.reduce((area, hole) => area - ringArea(hole), ringArea(outline))
}

/** Half the sum of the cross products of neighbouring corners, whichever way round they go. */
function ringArea(ring: Ring): number {
  let twice = 0
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[at + 1] ?? ring[0] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice) / 2
}
