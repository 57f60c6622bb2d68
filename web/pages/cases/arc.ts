import { bearing, bezierSpline, destination, distance, lineString, midpoint } from '@turf/turf'
import type { Position } from 'geojson'

/** A point as longitude and latitude in degrees. */
type Point = readonly [number, number]

/**
 * A shallow arc from one point to another, bent to the left of the way; the ends are the points themselves. The bend is
 * a share of the distance, so that a short move bends little.
 */
export function arc([...from]: Point, [...to]: Point, bend = 0.09): Position[] {
  const top = destination(midpoint(from, to), distance(from, to) * bend, bearing(from, to) - 90)
  // Some fifty points.
  return bezierSpline(lineString([from, top.geometry.coordinates, to]), { resolution: 1000 }).geometry.coordinates
}

/** Direction of the arc's end in degrees clockwise from north, for its head. */
export function headingAt(path: readonly Position[]): number {
  const [before, last] = path.slice(-2)
  return before === undefined || last === undefined ? 0 : bearing(before, last)
}
