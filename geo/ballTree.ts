import type { Position } from './position.ts'

/** At most so many cells at the foot of the tree are looked through one by one. */
const leafSize = 24
const RADIANS = Math.PI / 180

/**
 * Points on the unit sphere in a tree of balls. Node `i` has the nodes `2 i + 1` and `2 i + 2` below it, to the last level;
 * the points of a node lie together.
 */
export interface BallTree {
  /** Index of the point at each place of the tree. */
  readonly order: Uint32Array
  /** Points in the tree's order, three numbers each. */
  readonly points: Float64Array
  /** Middle of each node, not on the sphere, and the largest distance from it to a point: four numbers each. */
  readonly balls: Float64Array
  /** Where the points of each node begin and end, exclusive: two numbers each. */
  readonly spans: Uint32Array
  readonly nodes: number
  readonly levels: number
}

/** A tree over positions, split in the middle of its widest axis from level to level. */
export function ballTree(positions: ArrayLike<Position>): BallTree {
  const count = positions.length
  const at = spherePoints(positions)
  const order = Uint32Array.from({ length: count }, (_, index) => index)
  const levels = 1 + Math.max(0, Math.ceil(Math.log2(Math.max(1, count) / leafSize)))
  const nodes = 2 ** levels - 1
  const balls = new Float64Array(nodes * 4)
  const spans = new Uint32Array(nodes * 2)
  spans[1] = count
  for (let node = 0; node < nodes; node += 1) {
    const from = spans[2 * node] ?? 0
    const to = spans[2 * node + 1] ?? 0
    const axis = enclose(at, order, from, to, balls, 4 * node)
    if (2 * node + 2 >= nodes) continue
    const middle = (from + to) >> 1
    if (to - from > 1) divide(at, axis, order, from, to - 1, middle)
    spans.set([from, middle, middle, to], 4 * node + 2)
  }
  const points = new Float64Array(count * 3)
  for (let place = 0; place < count; place += 1) {
    const index = order[place] ?? 0
    points[3 * place] = at[3 * index] ?? 0
    points[3 * place + 1] = at[3 * index + 1] ?? 0
    points[3 * place + 2] = at[3 * index + 2] ?? 0
  }
  return { order, points, balls, spans, nodes, levels }
}

/** Points on the unit sphere, three numbers each. */
export function spherePoints(positions: ArrayLike<Position>): Float64Array {
  const points = new Float64Array(positions.length * 3)
  for (let i = 0; i < positions.length; i += 1) {
    const [lng, lat] = positions[i] ?? [0, 0]
    const round = Math.cos(lat * RADIANS)
    points[3 * i] = round * Math.cos(lng * RADIANS)
    points[3 * i + 1] = round * Math.sin(lng * RADIANS)
    points[3 * i + 2] = Math.sin(lat * RADIANS)
  }
  return points
}

/** Writes the ball around some points: around the middle of their box. Answers the axis along which they spread most. */
function enclose(
  at: Float64Array,
  order: Uint32Array,
  from: number,
  to: number,
  balls: Float64Array,
  offset: number,
): number {
  if (from === to) return 0
  let widest = 0
  let axisOf = 0
  for (let axis = 0; axis < 3; axis += 1) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (let place = from; place < to; place += 1) {
      const value = at[3 * (order[place] ?? 0) + axis] ?? 0
      if (value < low) low = value
      if (value > high) high = value
    }
    balls[offset + axis] = (low + high) / 2
    if (high - low > widest) {
      widest = high - low
      axisOf = axis
    }
  }
  let square = 0
  for (let place = from; place < to; place += 1) {
    const index = 3 * (order[place] ?? 0)
    const dx = (at[index] ?? 0) - (balls[offset] ?? 0)
    const dy = (at[index + 1] ?? 0) - (balls[offset + 1] ?? 0)
    const dz = (at[index + 2] ?? 0) - (balls[offset + 2] ?? 0)
    square = Math.max(square, dx * dx + dy * dy + dz * dz)
  }
  balls[offset + 3] = Math.sqrt(square)
  return axisOf
}

/** Reorders `order` from `low` to `high` so that nothing before `middle` lies beyond what is at it or after (Hoare's selection). */
function divide(at: Float64Array, axis: number, order: Uint32Array, low: number, high: number, middle: number): void {
  const value = (place: number): number => at[3 * (order[place] ?? 0) + axis] ?? 0
  let from = low
  let to = high
  while (from < to) {
    const pivot = value((from + to) >> 1)
    let i = from
    let j = to
    while (i <= j) {
      while (value(i) < pivot) i += 1
      while (value(j) > pivot) j -= 1
      if (i > j) break
      const one = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = one
      i += 1
      j -= 1
    }
    if (middle <= j) to = j
    else if (middle >= i) from = i
    else return
  }
}
