/** A box in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

type Point = readonly [lng: number, lat: number]

export const denmark: Bounds = [8.0, 54.53, 15.2, 57.78]

/** Room around points, in degrees of longitude and latitude: some seven kilometres. */
const room = [0.12, 0.06] as const

/** The smallest box around boxes; null around none. */
export function boxAround(boxes: readonly Bounds[]): Bounds | null {
  const [first, ...others] = boxes
  if (first === undefined) return null
  return others.reduce(
    ([west, south, east, north], one) => [
      Math.min(west, one[0]),
      Math.min(south, one[1]),
      Math.max(east, one[2]),
      Math.max(north, one[3]),
    ],
    first,
  )
}

/** A box around the points that are known, some kilometres wide at least; null without any. */
export function around(points: readonly (Point | null)[]): Bounds | null {
  const box = boxAround(boxesOf(points))
  if (box === null) return null
  const [west, south, east, north] = box
  return [west - room[0], south - room[1], east + room[0], north + room[1]]
}

/** The box, made large enough to hold the points that are known. */
export function holding(box: Bounds, points: readonly (Point | null)[]): Bounds {
  return boxAround([box, ...boxesOf(points)]) ?? box
}

function boxesOf(points: readonly (Point | null)[]): Bounds[] {
  return points.flatMap((at): Bounds[] => (at === null ? [] : [[...at, ...at]]))
}
