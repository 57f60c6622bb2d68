import { area, booleanPointOnLine, lineIntersect, lineString, polygon } from '@turf/turf'
import type { Position } from './position.ts'

/** Nothing beside the ring, so that only its own lines meet. */
const nothing = { type: 'FeatureCollection' as const, features: [] }

/** How far from a segment a point counts as on it, as turf measures it (a cross product of degrees). */
const onSegment = 1e-9

/**
 * Square metres inside a closed ring of WGS84 positions (at least four), never negative. Of a ring that crosses itself,
 * what lies on one side of the crossing counts against the other.
 */
export function ringAreaM2(ring: readonly Position[]): number {
  return area(polygon([ring.map(copied)]))
}

/**
 * Where a closed ring crosses itself and neither loop is smaller than `leastLoopM2`; undefined when it does so nowhere.
 * Touching itself is no crossing. Smaller loops come from rounded coordinates, also in official files, and mislead nobody
 * whose boundaries are no more accurate than that.
 */
export function selfCrossing(ring: readonly Position[], leastLoopM2: number): Position | undefined {
  const line = lineString(ring.map(copied))
  const crossings = lineIntersect(line, nothing, { ignoreSelfIntersections: false }).features
  for (const { geometry } of crossings) {
    const [lng = 0, lat = 0] = geometry.coordinates
    if (smallerLoopM2(ring, [lng, lat]) >= leastLoopM2) return [lng, lat]
  }
  return undefined
}

/** The smaller of the two loops that a crossing makes of a ring, in square metres. */
function smallerLoopM2(ring: readonly Position[], crossing: Position): number {
  const through = ring.slice(1).flatMap((end, start) => {
    const from = ring[start]
    const passes = from && booleanPointOnLine([...crossing], lineString([[...from], [...end]]), { epsilon: onSegment })
    return passes ? [start] : []
  })
  const [first, last] = [through[0], through.at(-1)]
  if (first === undefined || last === undefined || first === last) return 0
  const inner = [crossing, ...ring.slice(first + 1, last + 1), crossing]
  const outer = [crossing, ...ring.slice(last + 1, -1), ...ring.slice(0, first + 1), crossing]
  return Math.min(...[inner, outer].map((loop) => (loop.length < 4 ? 0 : ringAreaM2(loop))))
}

function copied([lng, lat]: Position): [number, number] {
  return [lng, lat]
}
