import type { MultiPolygon } from 'geojson'
import { CELL_M, type CellGrid } from './cellGrid.ts'
import { sideOfRing } from './ring.ts'
import { toWgs84 } from './utm.ts'

type Vertex = readonly [east: number, north: number]

/**
 * Outline of the cells that are chosen, in WGS84: cells that share a side are one polygon, holes and all; cells that only
 * touch at a corner are not. No coordinates when no cell is chosen.
 */
export function cellOutline(grid: CellGrid, isChosen: (cell: number) => boolean): MultiPolygon {
  const chosen = (east: number, north: number): boolean => {
    const cell = grid.at(east, north)
    return cell >= 0 && isChosen(cell)
  }
  const rings = ringsOf(sidesOf(grid, isChosen, chosen))
  const outer = rings.filter((ring) => area(ring) > 0).map((ring) => ({ ring, holes: [] as (readonly Vertex[])[] }))
  for (const hole of rings.filter((ring) => area(ring) < 0)) {
    // The middle of the hole's own cell at its lowest corner, which lies on no ring.
    const [[east, north] = [0, 0]] = hole.toSorted((a, b) => a[1] - b[1] || a[0] - b[0])
    const around = outer
      .filter(({ ring }) => sideOfRing(closed(ring), [east + 0.5, north + 0.5]) === 'inside')
      .toSorted((a, b) => area(a.ring) - area(b.ring))[0]
    around?.holes.push(hole)
  }
  return {
    type: 'MultiPolygon',
    coordinates: outer.map(({ ring, holes }) => [ring, ...holes].map((one) => closed(one).map(degrees))),
  }
}

/** Sides between a chosen cell and what is not chosen, by their start; the chosen cell lies to the left. */
function sidesOf(
  { east, north }: CellGrid,
  isChosen: (cell: number) => boolean,
  chosen: (east: number, north: number) => boolean,
): Map<string, Vertex[]> {
  const sides = new Map<string, Vertex[]>()
  const side = (from: Vertex, to: Vertex) => {
    const list = sides.get(from.join()) ?? []
    list.push(to)
    sides.set(from.join(), list)
  }
  for (let cell = 0; cell < east.length; cell += 1) {
    if (!isChosen(cell)) continue
    const [e, n] = [east[cell] ?? 0, north[cell] ?? 0]
    if (!chosen(e, n - 1)) side([e, n], [e + 1, n])
    if (!chosen(e + 1, n)) side([e + 1, n], [e + 1, n + 1])
    if (!chosen(e, n + 1)) side([e + 1, n + 1], [e, n + 1])
    if (!chosen(e - 1, n)) side([e, n + 1], [e, n])
  }
  return sides
}

/** Chains sides to rings, without vertices on a straight line. Where two rings meet at a corner each keeps to its left. */
function ringsOf(sides: Map<string, Vertex[]>): (readonly Vertex[])[] {
  const rings: (readonly Vertex[])[] = []
  for (const [key, starts] of sides)
    while (starts.length > 0) {
      const [e = 0, n = 0] = key.split(',').map(Number)
      const ring: Vertex[] = []
      let at: Vertex = [e, n]
      let heading: Vertex = [0, 0]
      do {
        const next = takeNext(sides.get(at.join()) ?? [], at, heading)
        const turn: Vertex = [next[0] - at[0], next[1] - at[1]]
        if (turn[0] !== heading[0] || turn[1] !== heading[1]) ring.push(at)
        heading = turn
        at = next
      } while (at[0] !== e || at[1] !== n)
      rings.push(ring)
    }
  return rings
}

/** The side that turns most to the left, so that cells touching at a corner stay apart. */
function takeNext(ends: Vertex[], at: Vertex, heading: Vertex): Vertex {
  const turnOf = ([e, n]: Vertex) => heading[0] * (n - at[1]) - heading[1] * (e - at[0])
  const [best = at] = ends.toSorted((a, b) => turnOf(b) - turnOf(a))
  ends.splice(ends.indexOf(best), 1)
  return best
}

/** Twice the signed area in cells; above 0 for a ring around chosen cells, below 0 for a hole. */
function area(ring: readonly Vertex[]): number {
  return ring.reduce((sum, [e1, n1], i) => {
    const [e2, n2] = ring[(i + 1) % ring.length] ?? [e1, n1]
    return sum + e1 * n2 - e2 * n1
  }, 0)
}

function closed(ring: readonly Vertex[]): [number, number][] {
  return [...ring, ...ring.slice(0, 1)].map(([e, n]) => [e, n])
}

function degrees([east, north]: Vertex): [number, number] {
  const [lng, lat] = toWgs84([east * CELL_M, north * CELL_M])
  return [lng, lat]
}
