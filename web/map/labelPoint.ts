import { area, bbox, polygon } from '@turf/turf'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import polylabel from 'polylabel'

/** How exact the place is, in degrees of latitude: some three hundred metres. */
const precision = 0.003

/**
 * A point inside the largest part of a shape, as far from its border as can be: where a label reads best. Longitude is
 * shortened by the cosine of the latitude while looking. Degrees in, degrees out; null for a shape without parts.
 */
export function labelPoint(shape: Polygon | MultiPolygon): Position | null {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const largest = parts.map((rings) => polygon(rings)).toSorted((a, b) => area(b) - area(a))[0]
  if (largest === undefined) return null
  const [, south, , north] = bbox(largest)
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const flat = largest.geometry.coordinates.map((ring) =>
    ring.map(([x = 0, y = 0]): [number, number] => [x * shrink, y]),
  )
  const [x, y] = polylabel(flat, precision)
  return [x / shrink, y]
}
