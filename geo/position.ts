import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'

/** WGS84 degrees: longitude, latitude. */
export type Position = readonly [lng: number, lat: number]

/** A municipality's shape in WGS84 with its four-digit code. */
export type MunicipalityFeature = Feature<Polygon | MultiPolygon, { readonly code: string; readonly name: string }>
export type MunicipalityFeatures = FeatureCollection<
  Polygon | MultiPolygon,
  { readonly code: string; readonly name: string }
>
