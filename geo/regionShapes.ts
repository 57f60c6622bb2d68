import type { Feature, FeatureCollection, MultiLineString, MultiPolygon } from 'geojson'
import { merge, mesh } from 'topojson-client'
import type { GeometryObject } from 'topojson-specification'
import type { AreaCatalogue, IsoDate } from './areaCatalogue.ts'
import { areasInForce, countyOf, municipalitiesOfRegion, regionOf } from './hierarchy.ts'
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

/** Every line of the map once. */
export type BoundaryLines = {
  readonly coast: MultiLineString
  /** Borders between municipalities inside one region (or county, before 2007). */
  readonly municipality: MultiLineString
  /** Borders between regions; before 2007 between counties, and around municipalities divided between two. */
  readonly region: MultiLineString
}

/**
 * Coast, municipality borders and the borders of the level above, for the parents that `parentOf` gives each municipality
 * code. Each piece of line is in one of them.
 */
export function boundaryLines(
  topology: MunicipalityTopology,
  parentOf: (municipality: string) => string,
): BoundaryLines {
  const object = topology.objects.municipalities
  const parent = (shape: GeometryObject) => parentOf(codeOf(shape))
  return {
    coast: mesh(topology, object, (a, b) => a === b),
    municipality: mesh(topology, object, (a, b) => a !== b && parent(a) === parent(b)),
    region: mesh(topology, object, (a, b) => a !== b && parent(a) !== parent(b)),
  }
}

/** What lies above each municipality on a date: its region; before 2007 its county, or itself where it had several. */
export function parentsOn(areas: AreaCatalogue, date: IsoDate): (municipality: string) => string {
  return (municipality) => {
    const region = regionOf(areas, municipality, date)
    if (region) return region.code
    const answer = countyOf(areas, municipality, date)
    return answer.status === 'one' ? answer.county.code : `alone ${municipality}`
  }
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
