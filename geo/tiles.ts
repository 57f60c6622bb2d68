import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { FeatureCollection } from 'geojson'

export type TileIndex = GeoJSONVT

/** Units across a tile, and the tile format's version (Mapbox Vector Tile 2). */
const EXTENT = 4096
const VERSION = 2
/** Beyond this zoom a map enlarges the tiles it has. */
export const MAX_TILE_ZOOM = 14

/**
 * Cuts features into tiles on demand. Properties are kept; a property that is an object becomes JSON text. The tiles of
 * the last zoom keep every vertex, so that neighbours still meet where they are enlarged.
 */
export function tileIndex(features: FeatureCollection, maxZoom = MAX_TILE_ZOOM): TileIndex {
  return new GeoJSONVT(features, { maxZoom, indexMaxZoom: 5, extent: EXTENT, buffer: 64, tolerance: 3 })
}

/**
 * One vector tile with one layer; undefined where the tile has no feature or does not exist.
 * The same index and address always give the same bytes.
 */
export function encodeTile(index: TileIndex, layer: string, z: number, x: number, y: number): Uint8Array | undefined {
  return encodeLayers([[layer, index]], z, x, y)
}

/** The same with a layer for each index that has a feature there. */
export function encodeLayers(
  indexes: Iterable<readonly [layer: string, index: TileIndex]>,
  z: number,
  x: number,
  y: number,
): Uint8Array | undefined {
  if (!exists(z, x, y)) return undefined
  const layers = [...indexes].flatMap(([layer, index]) => {
    const tile = index.getTile(z, x, y)
    return tile === null || tile.features.length === 0 ? [] : [[layer, tile] as const]
  })
  if (layers.length === 0) return undefined
  return fromGeojsonVt(Object.fromEntries(layers), { version: VERSION, extent: EXTENT })
}

function exists(z: number, x: number, y: number): boolean {
  const across = 2 ** z
  const whole = Number.isInteger(z) && Number.isInteger(x) && Number.isInteger(y)
  return whole && z >= 0 && z <= MAX_TILE_ZOOM && x >= 0 && x < across && y >= 0 && y < across
}
