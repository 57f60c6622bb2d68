import type { MultiPolygon } from 'geojson'
import { feature as featureOf } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { type BoundaryCrs, type BoundaryProblem, crsOfPosition, readPolygons } from './officialShape.ts'
import { type BoundaryAccuracy, officialAccuracy } from './placement.ts'
import type { MunicipalityFeature, MunicipalityFeatures } from './position.ts'

export type { BoundaryCrs, BoundaryProblem } from './officialShape.ts'

export type BoundaryOptions = {
  /** Coordinate system of the file; without it the file's `crs` member, else the coordinates themselves decide. */
  readonly crs?: BoundaryCrs
  /** Object to read from a TopoJSON; needed only where the file has several and none is named for municipalities. */
  readonly objectName?: string
  /** Codes that must all be there, and beside which none may be (four digits). Christiansø (0411) is always allowed. */
  readonly expectedCodes?: readonly string[]
  /** How far the lines may be from the truth, in metres: the accuracy of the scale that is imported. */
  readonly accuracyM: number
}

export type OfficialBoundaries =
  | {
      readonly status: 'read'
      readonly crs: BoundaryCrs
      /** One feature per municipality, by code, in WGS84. */
      readonly shapes: MunicipalityFeatures
      /** To be stored with the shapes and given to `placeAddress`. */
      readonly accuracy: BoundaryAccuracy
    }
  | { readonly status: 'refused'; readonly problems: readonly BoundaryProblem[] }

/** Names under which DAGI's services and files carry the municipality code and name, lower case. */
const CODE_NAMES = ['kommunekode', 'komkode', 'kode', 'code', 'municipalitycode']
const NAME_NAMES = ['kommunenavn', 'komnavn', 'navn', 'name']
const CHRISTIANSOE = '0411'

type ShapeRead = { readonly code: string; readonly name: string; readonly polygons: MultiPolygon['coordinates'] }

/**
 * Official municipality boundaries (DAGI as GeoJSON or TopoJSON, EPSG:4326 or 25832) as checked features in WGS84, or
 * every problem of the file at once. Codes may have three or four digits, as text or number. Several features with one
 * code are pieces of one municipality. Nothing is repaired and nothing is left out silently.
 */
export function readOfficialBoundaries(json: unknown, options: BoundaryOptions): OfficialBoundaries {
  const problems: BoundaryProblem[] = []
  const file = (code: BoundaryProblem['code'], expected: string, found: string) =>
    problems.push({ feature: null, code, expected, found })

  const features = featuresOf(json, options.objectName, file)
  const crs = features && (options.crs ?? crsOf(json, features, file))
  if (features === undefined || crs === undefined) return { status: 'refused', problems }
  if (features.length === 0) file('no-features', 'municipality shapes', '0')

  const shapes = features.flatMap((one, feature): ShapeRead[] => {
    const found = readShape(one, crs, options.accuracyM)
    if ('problems' in found) problems.push(...found.problems.map((problem) => ({ feature, ...problem })))
    return 'problems' in found ? [] : [found]
  })
  if (options.expectedCodes) problems.push(...codeProblems(features, options.expectedCodes))
  if (problems.length > 0) return { status: 'refused', problems }
  return { status: 'read', crs, shapes: together(shapes), accuracy: officialAccuracy(options.accuracyM) }
}

type FileProblem = (code: BoundaryProblem['code'], expected: string, found: string) => void

function featuresOf(
  json: unknown,
  objectName: string | undefined,
  problem: FileProblem,
): readonly unknown[] | undefined {
  const type = member(json, 'type')
  const features = member(json, 'features')
  if (type === 'FeatureCollection' && Array.isArray(features)) return features
  if (type !== 'Topology') {
    problem('not-geojson', 'a GeoJSON FeatureCollection or a TopoJSON Topology', String(type ?? typeof json))
    return undefined
  }
  const names = Object.keys(Object(member(json, 'objects')))
  const name = objectName ?? (names.length === 1 ? names[0] : names.find((one) => /kommune|municipalit/i.test(one)))
  if (name === undefined || !names.includes(name)) {
    problem('object-not-found', objectName ?? 'one object, or one named for municipalities', names.join(', '))
    return undefined
  }
  try {
    // topojson-client checks nothing: a broken topology throws here, and the result is checked feature by feature.
    const collection: object = featureOf(json as Topology, name)
    const found = member(collection, 'features')
    return Array.isArray(found) ? found : [collection]
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    problem('not-geojson', 'a TopoJSON whose arcs are all there', error.message)
    return undefined
  }
}

function crsOf(json: unknown, features: readonly unknown[], problem: FileProblem): BoundaryCrs | undefined {
  const declared = member(member(member(json, 'crs'), 'properties'), 'name')
  if (typeof declared === 'string') {
    if (/25832$/.test(declared)) return 'EPSG:25832'
    if (/(4326|4258|CRS84)$/i.test(declared)) return 'EPSG:4326'
    problem('unknown-crs', 'EPSG:4326 or EPSG:25832', declared)
    return undefined
  }
  const first = firstPosition(features.map((one) => member(member(one, 'geometry'), 'coordinates')))
  if (first === undefined) return 'EPSG:4326'
  const seen = crsOfPosition(...first)
  if (seen === undefined)
    problem('crs-not-recognised', 'coordinates of Denmark in degrees or UTM 32 metres', first.join(' '))
  return seen
}

function readShape(
  one: unknown,
  crs: BoundaryCrs,
  accuracyM: number,
): ShapeRead | { problems: Omit<BoundaryProblem, 'feature'>[] } {
  if (member(one, 'type') !== 'Feature') {
    return { problems: [{ code: 'not-a-feature', expected: 'Feature', found: String(member(one, 'type')) }] }
  }
  const problems: Omit<BoundaryProblem, 'feature'>[] = []
  const given = property(one, CODE_NAMES)
  const code = fourDigits(given)
  if (given === undefined) problems.push({ code: 'no-code', expected: CODE_NAMES.join(', '), found: 'none of them' })
  else if (code === undefined) problems.push({ code: 'bad-code', expected: '3 or 4 digits', found: String(given) })
  const read = readPolygons(member(one, 'geometry'), crs, accuracyM)
  if ('problems' in read) problems.push(...read.problems)
  if (code === undefined || 'problems' in read) return { problems }
  return { code, name: String(property(one, NAME_NAMES) ?? code), polygons: read.polygons }
}

function codeProblems(features: readonly unknown[], expectedCodes: readonly string[]): BoundaryProblem[] {
  const expected = new Set([...expectedCodes, CHRISTIANSOE])
  const codes = features.map((one) => fourDigits(property(one, CODE_NAMES)))
  const unknown = codes.flatMap((code, feature): BoundaryProblem[] =>
    code === undefined || expected.has(code)
      ? []
      : [{ feature, code: 'unknown-code', expected: 'a municipality of Denmark', found: code }],
  )
  const missing = expectedCodes
    .filter((code) => !codes.includes(code))
    .map((code): BoundaryProblem => ({ feature: null, code: 'missing-code', expected: code, found: 'no feature' }))
  return [...unknown, ...missing]
}

function together(shapes: readonly ShapeRead[]): MunicipalityFeatures {
  const byCode = new Map<string, MunicipalityFeature>()
  for (const { code, name, polygons } of shapes) {
    const held = byCode.get(code)?.geometry
    const coordinates = held?.type === 'MultiPolygon' ? [...held.coordinates, ...polygons] : polygons
    const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates }
    byCode.set(code, { type: 'Feature', id: code, properties: { code, name }, geometry })
  }
  const features = [...byCode.values()].toSorted((a, b) => (a.properties.code < b.properties.code ? -1 : 1))
  return { type: 'FeatureCollection', features }
}

function fourDigits(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^\d{3,4}$/.test(text) ? text.padStart(4, '0') : undefined
}

/** The first property that bears one of the names, in the order of the names; upper and lower case are one. */
function property(one: unknown, names: readonly string[]): unknown {
  const entries = Object.entries(Object(member(one, 'properties')))
  const found = names.flatMap((name) => entries.filter(([key, value]) => key.toLowerCase() === name && value != null))
  return found[0]?.[1]
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined
}

function firstPosition(value: unknown): [number, number] | undefined {
  if (!Array.isArray(value)) return undefined
  const [x, y]: unknown[] = value
  if (typeof x === 'number' && typeof y === 'number') return [x, y]
  for (const inner of value) {
    const found = firstPosition(inner)
    if (found) return found
  }
  return undefined
}
