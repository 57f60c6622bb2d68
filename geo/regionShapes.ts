import type { Feature, FeatureCollection, MultiPolygon } from 'geojson'
import { merge } from 'topojson-client'
import type { GeometryObject } from 'topojson-specification'
import type { AreaCatalogue, IsoDate } from './areaCatalogue.ts'
import { areasInForce, municipalitiesOfRegion } from './hierarchy.ts'
import type { MunicipalityTopology } from './municipalityShapes.ts'

export type RegionFeature = Feature<MultiPolygon, { readonly code: string; readonly name: string }>

export type CountyFeature = Feature<
  MultiPolygon,
  {
    readonly code: string
    readonly name: string
    /** Today's municipalities that lay only partly in the county: their land is not in the shape. */
    readonly municipalitiesPart: readonly string[]
  }
>

/** Regions in force on the date, merged from their municipalities: five in 2026, four in 2027, none before 2007. */
export function regionShapes(
  topology: MunicipalityTopology,
  areas: AreaCatalogue,
  date: IsoDate,
): FeatureCollection<MultiPolygon, RegionFeature['properties']> {
  const features = areasInForce(areas, 'region', date).map(({ code, name }): RegionFeature => {
    const geometry = mergeOf(topology, municipalitiesOfRegion(areas, code, date))
    return { type: 'Feature', id: code, properties: { code, name }, geometry }
  })
  return { type: 'FeatureCollection', features }
}

/**
 * Former counties on a date before 2007, merged from the municipalities that lay wholly in them. Municipalities the
 * county line ran through are named, not drawn: below the municipality the old line is not known.
 */
export function countyShapes(
  topology: MunicipalityTopology,
  areas: AreaCatalogue,
  date: IsoDate,
): FeatureCollection<MultiPolygon, CountyFeature['properties']> {
  const held = new Set(areasInForce(areas, 'county', date).map(({ code }) => code))
  const features = areas.counties
    .filter(({ code }) => held.has(code))
    .map(({ code, name, municipalitiesWhole, municipalitiesPart }): CountyFeature => {
      const geometry = mergeOf(topology, municipalitiesWhole)
      return { type: 'Feature', id: code, properties: { code, name, municipalitiesPart }, geometry }
    })
  return { type: 'FeatureCollection', features }
}

function mergeOf(topology: MunicipalityTopology, codes: readonly string[]): MultiPolygon {
  const wanted = new Set(codes)
  const shapes = topology.objects.municipalities.geometries.flatMap((shape) =>
    (shape.type === 'Polygon' || shape.type === 'MultiPolygon') && wanted.has(codeOf(shape)) ? [shape] : [],
  )
  return merge(topology, shapes)
}

function codeOf({ properties }: GeometryObject): string {
  return properties !== undefined && properties !== null && 'code' in properties ? String(properties.code) : ''
}
