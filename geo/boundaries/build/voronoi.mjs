import Delaunator from 'delaunator'
import { inRing, ringArea } from './rings.mjs'
import { OUTSIDE } from './sites.mjs'

/**
 * Partition of the plane by nearest site, sites of one code taken together: the middle of every gap becomes a border.
 *
 *        a  |  b        a, b: sites of two codes
 *     ------+------     the Voronoi edge between the circumcentres of the two triangles that share the edge a-b
 *
 * A triangle has at most three codes and each code enters and leaves it once, so "the next node of this code" is a
 * function, and following it closes the rings. Returns a Map code -> polygons (rings in metres, holes after the outer).
 */
export function partition(sites) {
  const { triangles, halfedges } = Delaunator.from(
    sites,
    (site) => site.x,
    (site) => site.y,
  )
  const centres = new Map()
  const centre = (triangle) => {
    let found = centres.get(triangle)
    if (!found) {
      found = circumcentre(...[0, 1, 2].map((corner) => sites[triangles[triangle * 3 + corner]]))
      centres.set(triangle, found)
    }
    return found
  }
  const next = new Map()
  for (let edge = 0; edge < triangles.length; edge++) {
    const opposite = halfedges[edge]
    if (opposite < 0) continue
    const here = sites[triangles[edge]].code
    const there = sites[triangles[edge % 3 === 2 ? edge - 2 : edge + 1]].code
    if (here === there || here === OUTSIDE) continue
    const steps = next.get(here) ?? new Map()
    next.set(here, steps)
    steps.set(Math.floor(opposite / 3), Math.floor(edge / 3))
  }
  const zones = new Map()
  for (const [code, steps] of next) zones.set(code, polygons(chain(steps, centre)))
  return zones
}

function circumcentre(a, b, c) {
  const [dx, dy, ex, ey] = [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y]
  const [bl, cl] = [dx * dx + dy * dy, ex * ex + ey * ey]
  const d = 0.5 / (dx * ey - dy * ex)
  return [Math.round(a.x + (ey * bl - dy * cl) * d), Math.round(a.y + (dx * cl - ex * bl) * d)]
}

function chain(steps, centre) {
  const rings = []
  for (const start of [...steps.keys()]) {
    if (!steps.has(start)) continue
    const ring = [centre(start)]
    let node = start
    do {
      const to = steps.get(node)
      if (to === undefined) throw new Error('voronoi: a border does not close')
      steps.delete(node)
      node = to
      const point = centre(node)
      const last = ring[ring.length - 1]
      if (point[0] !== last[0] || point[1] !== last[1]) ring.push(point)
    } while (node !== start)
    if (ring.length > 3) rings.push(ring)
  }
  return rings
}

/** Rings to polygons: the orientation of the largest is an outer ring's; the others lie in the smallest outer around. */
function polygons(rings) {
  const sized = rings
    .map((ring) => ({ ring, area: ringArea(ring) }))
    .sort((a, b) => Math.abs(b.area) - Math.abs(a.area))
  const outward = Math.sign(sized[0].area)
  const outers = sized.filter(({ area }) => Math.sign(area) === outward).map(({ ring }) => [ring])
  for (const { ring, area } of sized) {
    if (Math.sign(area) !== -outward) continue
    const owner = outers.findLast(([outer]) => inRing(outer, ring[0]))
    owner?.push(ring)
  }
  return outers
}
