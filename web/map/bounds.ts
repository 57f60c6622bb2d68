import { bbox, featureCollection, point } from '@turf/turf'
import type { Feature } from 'geojson'

/** A box in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

type Point = readonly [lng: number, lat: number]

export const denmark: Bounds = [8.0, 54.53, 15.2, 57.78]

/** Room around points, in degrees of longitude and latitude: some seven kilometres. */
const room = [0.12, 0.06] as const

/** The box around features; null around none. */
export function boundsOf(features: readonly Feature[]): Bounds | null {
  if (features.length === 0) return null
  const [west, south, east, north] = bbox(featureCollection([...features]))
  return [west, south, east, north]
}

/** A box around the points that are known, some kilometres wide at least; null without any. */
export function around(points: readonly (Point | null)[]): Bounds | null {
  const box = boundsOf(featuresOf(points))
  if (box === null) return null
  const [west, south, east, north] = box
  return [west - room[0], south - room[1], east + room[0], north + room[1]]
}

/** The box, made large enough to hold the points that are known. */
export function holding([west, south, east, north]: Bounds, points: readonly (Point | null)[]): Bounds {
  const corners: Point[] = [
    [west, south],
    [east, north],
  ]
  return boundsOf(featuresOf([...corners, ...points])) ?? [west, south, east, north]
}

function featuresOf(points: readonly (Point | null)[]): Feature[] {
  return points.flatMap((at) => (at === null ? [] : [point([...at])]))
}
