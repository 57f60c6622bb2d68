import Flatbush from 'flatbush'
import { distanceToSegmentM } from './distance.ts'
import { type Edge, type EdgeIndex, edgeIndex, edgesAround, nearestEdge } from './edges.ts'
import type { MunicipalityFeature, MunicipalityFeatures, Position } from './position.ts'
import { sideOfPolygon } from './ring.ts'

/** Metres: an edge whose middle comes this near to another municipality's outline is a border between the two. */
const SHARED_WITHIN = 2

type IndexedPolygon = { readonly code: string; readonly rings: readonly (readonly (readonly number[])[])[] }

/** Built once per dataset by `areaIndex`; answers `municipalityAt` in some ten microseconds. */
export type AreaIndex = {
  readonly codes: ReadonlySet<string>
  readonly polygons: readonly IndexedPolygon[]
  readonly tree: Flatbush
  /** Every outline: coast and borders. */
  readonly outlines: EdgeIndex
  /** Borders with other municipalities by code; a municipality without any (an island) is not in the map. */
  readonly borders: ReadonlyMap<string, EdgeIndex>
}

export type MunicipalityAnswer =
  | {
      readonly status: 'inside'
      readonly code: string
      /** Metres to this municipality's nearest border with another; `null` where it has none (an island). */
      readonly distanceToBorderM: number | null
    }
  | { readonly status: 'outside' }

/** Edges and polygons looked at in one step. */
const edgesInStep = 500
const polygonsInStep = 50

/** Index over municipality shapes in WGS84. Throws a RangeError when there are none. */
export function areaIndex(shapes: Pick<MunicipalityFeatures, 'features'>): AreaIndex {
  const steps = areaIndexSteps(shapes)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** The same in steps of some ten milliseconds at most, for who must not hold others up; the last gives the index. */
export function* areaIndexSteps({ features }: Pick<MunicipalityFeatures, 'features'>): Generator<void, AreaIndex> {
  const polygons = features.flatMap(polygonsOf)
  if (polygons.length === 0) throw new RangeError('areaIndex: expected at least one municipality shape')
  const tree = new Flatbush(polygons.length)
  for (const { rings } of polygons) {
    const [minX, minY, maxX, maxY] = box(rings[0] ?? [])
    tree.add(minX, minY, maxX, maxY)
  }
  tree.finish()
  const edges: Edge[] = []
  for (const [at, polygon] of polygons.entries()) {
    if (at % polygonsInStep === 0) yield
    edges.push(...edgesOf(polygon))
  }
  yield
  const outlines = edgeIndex(edges)
  const shared = new Map<string, Edge[]>()
  for (const [at, edge] of edges.entries()) {
    if (at % edgesInStep === 0) yield
    if (!isShared(edge, outlines)) continue
    const own = shared.get(edge.code)
    if (own) own.push(edge)
    else shared.set(edge.code, [edge])
  }
  const borders = new Map<string, EdgeIndex>()
  for (const [code, own] of shared) {
    yield
    borders.set(code, edgeIndex(own))
  }
  return { codes: new Set(polygons.map(({ code }) => code)), polygons, tree, outlines, borders }
}

/**
 * Which municipality holds this position. A position on a border belongs to the lowest of the codes that meet there,
 * one on the coast to its municipality: every position has one answer, and it is always the same.
 */
export function municipalityAt(index: AreaIndex, position: Position): MunicipalityAnswer {
  const [lng, lat] = position
  const code = index.tree
    .search(lng, lat, lng, lat)
    .flatMap((at) => index.polygons[at] ?? [])
    .filter(({ rings }) => sideOfPolygon(rings, position) !== 'outside')
    .map((polygon) => polygon.code)
    .toSorted()[0]
  if (code === undefined) return { status: 'outside' }
  return { status: 'inside', code, distanceToBorderM: distanceToBorderM(index, position, code) }
}

/** Metres from a position to the nearest border of one municipality with another; `null` where it has none. */
export function distanceToBorderM(index: AreaIndex, position: Position, code: string): number | null {
  const borders = index.borders.get(code)
  return (borders && nearestEdge(borders, position)?.distanceM) ?? null
}

/** True when an outline of one municipality, coast or border, is at most `reach` metres away. */
export function isOutlineWithin(index: AreaIndex, position: Position, code: string, reach: number): boolean {
  return nearestEdge(index.outlines, position, (edge) => edge.code === code, reach) !== undefined
}

/**
 * The nearest municipality and the metres to its outline; undefined when there is none within `reach` metres.
 * `other` leaves one municipality out.
 */
export function nearestMunicipality(
  index: AreaIndex,
  position: Position,
  { reach, other }: { readonly reach: number; readonly other?: string },
): { readonly code: string; readonly distanceM: number } | undefined {
  const near = nearestEdge(index.outlines, position, (edge) => edge.code !== other, reach)
  return near && { code: near.edge.code, distanceM: near.distanceM }
}

function polygonsOf({ geometry, properties }: MunicipalityFeature): readonly IndexedPolygon[] {
  const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return all.map((rings) => ({ code: properties.code, rings }))
}

function edgesOf({ code, rings }: IndexedPolygon): readonly Edge[] {
  return rings.flatMap((ring) => ring.slice(1).map((to, at): Edge => ({ a: pair(ring[at]), b: pair(to), code })))
}

function pair([lng = Number.NaN, lat = Number.NaN]: readonly number[] = []): Position {
  return [lng, lat]
}

function isShared({ a, b, code }: Edge, outlines: EdgeIndex): boolean {
  const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  return edgesAround(outlines, middle, SHARED_WITHIN).some(
    (other) => other.code !== code && distanceToSegmentM(middle, other.a, other.b) <= SHARED_WITHIN,
  )
}

function box(ring: readonly (readonly number[])[]): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = Number.NaN, y = Number.NaN] of ring) {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  return [minX, minY, maxX, maxY]
}
