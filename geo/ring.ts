import type { Position } from './position.ts'

/** Degrees (about 0.1 mm): a point this near to an edge lies on it. */
const ON_EDGE = 1e-9

export type Side = 'inside' | 'edge' | 'outside'

/** Where a position lies to a closed ring, by crossings of the ray to the east. A point on the ring is on its edge. */
export function sideOfRing(ring: readonly (readonly number[])[], [x, y]: Position): Side {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? []
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    if (Math.min(y0, y1) > y + ON_EDGE || Math.max(y0, y1) < y - ON_EDGE) continue
    if (onSegment(x, y, x0, y0, x1, y1)) return 'edge'
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside
  }
  return inside ? 'inside' : 'outside'
}

function onSegment(x: number, y: number, x0: number, y0: number, x1: number, y1: number): boolean {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length))
  return Math.hypot(x0 + t * dx - x, y0 + t * dy - y) <= ON_EDGE
}

/** Where a position lies to a polygon: the first ring is its outline, the others are holes. */
export function sideOfPolygon(rings: readonly (readonly (readonly number[])[])[], position: Position): Side {
  const [outline = [], ...holes] = rings
  const side = sideOfRing(outline, position)
  if (side !== 'inside') return side
  for (const hole of holes) {
    const inHole = sideOfRing(hole, position)
    if (inHole !== 'outside') return inHole === 'edge' ? 'edge' : 'outside'
  }
  return 'inside'
}
