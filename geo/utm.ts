import proj4 from 'proj4'
import type { Position } from './position.ts'

/** Easting and northing in metres, EPSG:25832 (ETRS89 / UTM zone 32 North), the grid of Danish public maps. */
export type UtmPosition = readonly [easting: number, northing: number]

// ETRS89 and WGS84 are taken as one: they differ by less than a metre in Denmark.
const converter = proj4('EPSG:4326', '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs')

/** WGS84 degrees to EPSG:25832 metres. */
export function toUtm([lng, lat]: Position): UtmPosition {
  const [easting = Number.NaN, northing = Number.NaN] = converter.forward([lng, lat])
  return [easting, northing]
}

/** EPSG:25832 metres to WGS84 degrees. Undoes `toUtm` to within a millimetre in and around Denmark. */
export function toWgs84([easting, northing]: UtmPosition): Position {
  const [lng = Number.NaN, lat = Number.NaN] = converter.inverse([easting, northing])
  return [lng, lat]
}
