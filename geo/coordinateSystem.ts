import { type BoundaryCrs, crsOfPosition } from './officialShape.ts'

/** What a pair of numbers looks like that shall lie in Denmark. */
export interface SeenAs {
  readonly crs: BoundaryCrs
  /** Northing or latitude came first. */
  readonly isSwapped: boolean
}

/**
 * The coordinate system of a pair that lies in Denmark or its waters, and whether its axes are swapped; null when it lies
 * in Denmark by neither system. The four readings have no pair in common, so one pair is enough.
 */
export function seenAs(x: number, y: number): SeenAs | null {
  // Degrees are told by that function whichever comes first; longitudes of Denmark are below 20, latitudes above.
  const straight = crsOfPosition(x, y)
  if (straight === 'EPSG:4326') return { crs: straight, isSwapped: x > y }
  if (straight !== undefined) return { crs: straight, isSwapped: false }
  const swapped = crsOfPosition(y, x)
  return swapped === undefined ? null : { crs: swapped, isSwapped: true }
}
