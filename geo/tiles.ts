import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { FeatureCollection } from 'geojson'

export type TileIndex = GeoJSONVT

/** Units across a tile, and the tile format's version (Mapbox Vector Tile 2). */
const EXTENT = 4096
const VERSION = 2
/** Beyond this zoom a map enlarges the tiles it has. */
export const MAX_TILE_ZOOM = 14

/** Cuts features into tiles on demand. Properties are kept; a property that is an object becomes JSON text. */
export function tileIndex(features: FeatureCollection): TileIndex {
  return new GeoJSONVT(features, { maxZoom: MAX_TILE_ZOOM, indexMaxZoom: 5, extent: EXTENT, buffer: 64, tolerance: 3 })
}

/**
 * One vector tile with one layer; undefined where the tile has no feature or does not exist.
 * The same index and address always give the same bytes.
 */
export function encodeTile(index: TileIndex, layer: string, z: number, x: number, y: number): Uint8Array | undefined {
  if (!exists(z, x, y)) return undefined
  const tile = index.getTile(z, x, y)
  if (tile === null || tile.features.length === 0) return undefined
  return fromGeojsonVt({ [layer]: tile }, { version: VERSION, extent: EXTENT })
}

function exists(z: number, x: number, y: number): boolean {
  const across = 2 ** z
  const whole = Number.isInteger(z) && Number.isInteger(x) && Number.isInteger(y)
  return whole && z >= 0 && z <= MAX_TILE_ZOOM && x >= 0 && x < across && y >= 0 && y < across
}
