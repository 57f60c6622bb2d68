import type { Feature, MultiLineString } from 'geojson'
import { mesh } from 'topojson-client'
import type { GeometryObject } from 'topojson-specification'
import type { AreaCatalogue } from './areaCatalogue.ts'
import type { MunicipalityTopology } from './municipalityShapes.ts'

/**
 * What a line parts. `regions` holds the codes, with spaces between them, of every region of any time that has land on
 * one side of it only: where one of them is in force the line is a border between regions. `county` is true between
 * former counties, and around a municipality that lies in several: below it the old line is not known.
 */
export type LandLine = Feature<
  MultiLineString,
  { readonly kind: 'coast' | 'border'; readonly regions: string; readonly county: boolean }
>

/** Every line of the map once: borders inside regions first, then the coast, then what parts regions. */
export function landLines(topology: MunicipalityTopology, areas: AreaCatalogue): readonly LandLine[] {
  const object = topology.objects.municipalities
  const aboveOf = new Map(areas.municipalities.map(({ code, regions }) => [code, regions.map((held) => held.code)]))
  const regionsOf = (shape: GeometryObject) => aboveOf.get(codeOf(shape)) ?? []
  const countyOf = (shape: GeometryObject) => formerCountyOf(areas, codeOf(shape))
  const parts = (a: GeometryObject, b: GeometryObject) => {
    const [one, other] = [regionsOf(a), regionsOf(b)]
    const only = [...one.filter((code) => !other.includes(code)), ...other.filter((code) => !one.includes(code))]
    return { regions: [...new Set(only)].toSorted().join(' '), county: countyOf(a) !== countyOf(b) }
  }
  const keyOf = (a: GeometryObject, b: GeometryObject) => (a === b ? 'coast' : JSON.stringify(parts(a, b)))

  const kinds = new Map<string, LandLine['properties']>()
  mesh(topology, object, (a, b) => {
    const key = keyOf(a, b)
    if (!kinds.has(key))
      kinds.set(key, a === b ? { kind: 'coast', regions: '', county: false } : { kind: 'border', ...parts(a, b) })
    return false
  })
  return [...kinds]
    .map(([key, properties]): LandLine => {
      return { type: 'Feature', properties, geometry: mesh(topology, object, (a, b) => keyOf(a, b) === key) }
    })
    .toSorted((a, b) => orderOf(a) - orderOf(b))
}

function orderOf({ properties: { kind, regions } }: LandLine): number {
  if (kind === 'coast') return 1
  return regions === '' ? 0 : 2
}

function formerCountyOf({ counties }: AreaCatalogue, code: string): string {
  const held = counties.filter((one) => one.municipalitiesWhole.includes(code) || one.municipalitiesPart.includes(code))
  const [only] = held
  return held.length === 1 && only !== undefined ? only.code : `alone ${code}`
}

function codeOf({ properties }: GeometryObject): string {
  return properties !== undefined && properties !== null && 'code' in properties ? String(properties.code) : ''
}
