/** A point as longitude and latitude in degrees. */
type Point = readonly [number, number]

/**
 * A shallow arc from one point to another, bent to the left of the way, as `steps` + 1 points; the ends are the points
 * themselves. The bend is a share of the distance, so that a short move bends little.
 */
export function arc(from: Point, to: Point, bend = 0.18, steps = 32): [number, number][] {
  // Longitude shrinks towards the pole; without it the arc would lean.
  const shrink = Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180)
  const [dx, dy] = [(to[0] - from[0]) * shrink, to[1] - from[1]]
  const middle: Point = [(from[0] + to[0]) / 2 + (-dy * bend) / shrink, (from[1] + to[1]) / 2 + dx * bend]
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps
    const at = (axis: 0 | 1) => (1 - t) ** 2 * from[axis] + 2 * (1 - t) * t * middle[axis] + t ** 2 * to[axis]
    return [at(0), at(1)]
  })
}

/** Direction of the arc's end in degrees clockwise from north, for its head. */
export function headingAt(path: readonly (readonly [number, number])[]): number {
  const [last, before] = [path.at(-1), path.at(-3)]
  if (last === undefined || before === undefined) return 0
  const shrink = Math.cos((last[1] * Math.PI) / 180)
  return (Math.atan2((last[0] - before[0]) * shrink, last[1] - before[1]) * 180) / Math.PI
}
