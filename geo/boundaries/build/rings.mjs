/** Signed area in the ring's units squared: positive when the ring runs counter-clockwise (Y up). */
export function ringArea(ring) {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1]
  return sum / 2
}

/** True when the point lies inside the ring (even-odd). */
export function inRing(ring, [x, y]) {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]
    const [xj, yj] = ring[j]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** [minX, minY, maxX, maxY]. */
export function ringBox(ring) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

export function inBox([minX, minY, maxX, maxY], [x, y]) {
  return x >= minX && x <= maxX && y >= minY && y <= maxY
}

/** Area of a GeoJSON Polygon or MultiPolygon in planar coordinates, holes taken out. */
export function geometryArea({ type, coordinates }) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  let sum = 0
  for (const [outer, ...holes] of polygons) {
    sum += Math.abs(ringArea(outer))
    for (const hole of holes) sum -= Math.abs(ringArea(hole))
  }
  return sum
}

export function inGeometry({ type, coordinates }, point) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  return polygons.some(([outer, ...holes]) => inRing(outer, point) && !holes.some((hole) => inRing(hole, point)))
}

/** Distance from a point to the nearest boundary of a planar Polygon or MultiPolygon. */
export function distanceToGeometry({ type, coordinates }, [x, y]) {
  const rings = type === 'Polygon' ? coordinates : coordinates.flat()
  let best = Infinity
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1]
      const [dx, dy] = [ring[i][0] - x0, ring[i][1] - y0]
      const length = dx * dx + dy * dy
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length))
      best = Math.min(best, Math.hypot(x0 + t * dx - x, y0 + t * dy - y))
    }
  }
  return best
}
