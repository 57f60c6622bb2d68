import type { MultiPolygon, Polygon, Position } from 'geojson'

/** Steps of the search grid on each side: fine enough for a label, a few milliseconds for a hundred shapes. */
const steps = 14

/**
 * A point inside the largest part of a shape, as far from its border as a grid finds: where a label reads best.
 * Longitude is shortened by the cosine of the latitude. Degrees in, degrees out.
 */
export function labelPoint(shape: Polygon | MultiPolygon): Position | null {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const rings = parts.toSorted((a, b) => ringArea(b[0]) - ringArea(a[0]))[0]
  const outer = rings?.[0]
  if (rings === undefined || outer === undefined) return null
  const xs = outer.map(([x = 0]) => x)
  const ys = outer.map(([, y = 0]) => y)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  let best: Position | null = null
  let farthest = -1
  for (let row = 1; row < steps; row++) {
    for (let column = 1; column < steps; column++) {
      const point: Position = [west + ((east - west) * column) / steps, south + ((north - south) * row) / steps]
      if (!isInside(rings, point)) continue
      const distance = distanceToRings(rings, point, shrink)
      if (distance > farthest) {
        farthest = distance
        best = point
      }
    }
  }
  return best ?? outer[0] ?? null
}

function ringArea(ring: readonly Position[] | undefined): number {
  let twice = 0
  edges(ring ?? [], ([x1 = 0, y1 = 0], [x2 = 0, y2 = 0]) => {
    twice += x1 * y2 - x2 * y1
  })
  return Math.abs(twice)
}

function isInside(rings: readonly (readonly Position[])[], [x = 0, y = 0]: Position): boolean {
  let inside = false
  for (const ring of rings) {
    edges(ring, ([x1 = 0, y1 = 0], [x2 = 0, y2 = 0]) => {
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    })
  }
  return inside
}

function distanceToRings(rings: readonly (readonly Position[])[], [x = 0, y = 0]: Position, shrink: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    edges(ring, ([x1 = 0, y1 = 0], [x2 = 0, y2 = 0]) => {
      const [ax, ay, bx, by] = [(x1 - x) * shrink, y1 - y, (x2 - x) * shrink, y2 - y]
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length))
      const distance = (ax + along * (bx - ax)) ** 2 + (ay + along * (by - ay)) ** 2
      if (distance < least) least = distance
    })
  }
  return least
}

function edges(ring: readonly Position[], visit: (a: Position, b: Position) => void): void {
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1], ring[at]]
    if (a !== undefined && b !== undefined) visit(a, b)
  }
}
