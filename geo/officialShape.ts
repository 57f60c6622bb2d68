import type { MultiPolygon, Polygon } from 'geojson'
import { ringAreaM2, selfCrossing } from './ringFaults.ts'
import { toWgs84 } from './utm.ts'

/** Coordinate systems official boundaries come in: degrees (longitude first) or metres of UTM zone 32. */
export type BoundaryCrs = 'EPSG:4326' | 'EPSG:25832'

/** One fault of an imported file. `feature` counts from 0; `null` means the file as a whole. Words live elsewhere. */
export type BoundaryProblem = {
  readonly feature: number | null
  readonly code:
    | 'not-geojson'
    | 'object-not-found'
    | 'unknown-crs'
    | 'crs-not-recognised'
    | 'no-features'
    | 'not-a-feature'
    | 'no-code'
    | 'bad-code'
    | 'unknown-code'
    | 'missing-code'
    | 'not-a-polygon'
    | 'ring-too-short'
    | 'ring-not-closed'
    | 'no-area'
    | 'self-crossing'
    | 'not-a-number'
    | 'metres-where-degrees-expected'
    | 'degrees-where-metres-expected'
    | 'axes-swapped'
    | 'outside-denmark'
  readonly expected: string
  readonly found: string
}

type Pair = readonly [number, number]
type Box = readonly [minX: number, minY: number, maxX: number, maxY: number]

/** Denmark with its waters and a margin: no coordinate of a Danish municipality lies outside. */
const BOXES: Readonly<Record<BoundaryCrs, Box>> = {
  'EPSG:4326': [7, 54, 16, 58.5],
  'EPSG:25832': [400_000, 6_000_000, 960_000, 6_500_000],
}

/** What the coordinates themselves look like; undefined when they fit neither system. */
export function crsOfPosition(x: number, y: number): BoundaryCrs | undefined {
  if (within([x, y], BOXES['EPSG:4326']) || within([y, x], BOXES['EPSG:4326'])) return 'EPSG:4326'
  return within([x, y], BOXES['EPSG:25832']) ? 'EPSG:25832' : undefined
}

/** A ring with less inside is a line: no island is that small. */
const LEAST_AREA_M2 = 1

/**
 * A GeoJSON geometry as polygons in WGS84, heights dropped, or every fault it has (each kind once).
 * The value may be anything. A ring may cross itself only in loops smaller than a square of `accuracyM` metres.
 */
export function readPolygons(
  geometry: unknown,
  crs: BoundaryCrs,
  accuracyM: number,
):
  | { readonly polygons: MultiPolygon['coordinates'] }
  | { readonly problems: readonly Omit<BoundaryProblem, 'feature'>[] } {
  const polygons = polygonsOf(geometry)
  if (polygons === undefined) {
    return { problems: [{ code: 'not-a-polygon', expected: 'Polygon or MultiPolygon', found: typeOf(geometry) }] }
  }
  const problems = new Map<BoundaryProblem['code'], Omit<BoundaryProblem, 'feature'>>()
  const note = (code: BoundaryProblem['code'], expected: string, found: string) => {
    if (!problems.has(code)) problems.set(code, { code, expected, found })
  }
  const read = polygons.map((rings) => rings.map((ring) => readRing(ring, crs, note)))
  // Only sound positions can be measured.
  if (problems.size === 0) for (const ring of read.flat()) checkRing(ring, accuracyM, note)
  return problems.size > 0 ? { problems: [...problems.values()] } : { polygons: read }
}

type Note = (code: BoundaryProblem['code'], expected: string, found: string) => void

function readRing(ring: readonly unknown[], crs: BoundaryCrs, note: Note): [number, number][] {
  const pairs = ring.flatMap((position): Pair[] => {
    const pair = pairOf(position)
    if (pair === undefined) note('not-a-number', 'two finite numbers', JSON.stringify(position) ?? 'nothing')
    return pair === undefined ? [] : [pair]
  })
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (pairs.length < 4) note('ring-too-short', 'at least 4 positions', String(pairs.length))
  else if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
    note('ring-not-closed', `last position ${first.join(' ')}`, last.join(' '))
  }
  return pairs.map((pair) => {
    const fault = placeFault(pair, crs)
    if (fault) note(fault, BOXES[crs].join(' '), pair.join(' '))
    const [lng, lat] = crs === 'EPSG:25832' ? toWgs84(pair) : pair
    return [lng, lat]
  })
}

function checkRing(ring: readonly [number, number][], accuracyM: number, note: Note): void {
  const area = ringAreaM2(ring)
  const crossing = selfCrossing(ring, Math.max(accuracyM ** 2, LEAST_AREA_M2))
  if (crossing !== undefined)
    note('self-crossing', 'a ring that does not cross itself', `a crossing at ${crossing.join(' ')}`)
  else if (area < LEAST_AREA_M2)
    note('no-area', `at least ${LEAST_AREA_M2} m2`, `${area.toFixed(2)} m2 at ${ring[0]?.join(' ')}`)
}

function placeFault(pair: Pair, crs: BoundaryCrs): BoundaryProblem['code'] | undefined {
  if (within(pair, BOXES[crs])) return undefined
  const [x, y] = pair
  if (within([y, x], BOXES[crs])) return 'axes-swapped'
  const degrees = Math.abs(x) <= 180 && Math.abs(y) <= 180
  if (crs === 'EPSG:4326' && !degrees) return 'metres-where-degrees-expected'
  if (crs === 'EPSG:25832' && degrees) return 'degrees-where-metres-expected'
  return 'outside-denmark'
}

function within([x, y]: Pair, [minX, minY, maxX, maxY]: Box): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY
}

/** The rings of each polygon, their positions unread; undefined when this is no polygon. */
function polygonsOf(geometry: unknown): unknown[][][] | undefined {
  if (typeof geometry !== 'object' || geometry === null) return undefined
  // Read as what it claims to be; every level is looked at below.
  const { type, coordinates } = geometry as Partial<Polygon | MultiPolygon>
  if (!Array.isArray(coordinates) || coordinates.length === 0) return undefined
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []
  const rings = polygons.filter(
    (polygon): polygon is unknown[][] => Array.isArray(polygon) && polygon.length > 0 && polygon.every(Array.isArray),
  )
  return rings.length > 0 && rings.length === polygons.length ? rings : undefined
}

function pairOf(position: unknown): Pair | undefined {
  if (!Array.isArray(position)) return undefined
  const [x, y]: unknown[] = position
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined
}

function typeOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return 'nothing'
  return 'type' in value ? String(value.type) : 'no type'
}
