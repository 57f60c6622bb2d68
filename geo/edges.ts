import Flatbush from 'flatbush'
import { distanceToSegmentM, METRES_PER_DEGREE, metresPerDegreeLng } from './distance.ts'
import type { Position } from './position.ts'

/** A straight piece of some area's outline. */
export type Edge = { readonly a: Position; readonly b: Position; readonly code: string }
export type EdgeIndex = { readonly edges: readonly Edge[]; readonly tree: Flatbush | undefined }

/** First search radius in metres; doubled until something is found. */
const FIRST_REACH = 2000
/** Metres: farther than any two places in Denmark. */
const LAST_REACH = 1_000_000

/** The edges with a spatial index over their boxes. */
export function edgeIndex(edges: readonly Edge[]): EdgeIndex {
  if (edges.length === 0) return { edges, tree: undefined }
  const tree = new Flatbush(edges.length)
  for (const { a, b } of edges)
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
  tree.finish()
  return { edges, tree }
}

/** Edges whose box comes within `metres` of the position: all that are that near, and some that are not. */
export function edgesAround({ edges, tree }: EdgeIndex, [lng, lat]: Position, metres: number): readonly Edge[] {
  if (tree === undefined) return []
  const dx = metres / metresPerDegreeLng(lat)
  const dy = metres / METRES_PER_DEGREE
  const found = tree.search(lng - dx, lat - dy, lng + dx, lat + dy)
  return found.flatMap((at) => edges[at] ?? [])
}

/**
 * The nearest edge that satisfies `keep`, with its distance in metres; undefined when there is none within `reach`.
 */
export function nearestEdge(
  index: EdgeIndex,
  position: Position,
  keep: (edge: Edge) => boolean = () => true,
  reach = LAST_REACH,
): { readonly edge: Edge; readonly distanceM: number } | undefined {
  for (let radius = Math.min(FIRST_REACH, reach); ; radius = Math.min(radius * 4, reach)) {
    let best: { edge: Edge; distanceM: number } | undefined
    for (const edge of edgesAround(index, position, radius)) {
      if (!keep(edge)) continue
      const distance = distanceToSegmentM(position, edge.a, edge.b)
      if (distance <= radius && (best === undefined || distance < best.distanceM)) best = { edge, distanceM: distance }
    }
    if (best !== undefined || radius >= reach) return best
  }
}
