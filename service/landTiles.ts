import { createHash } from 'node:crypto'
import { setImmediate as pause } from 'node:timers/promises'
import type { Feature, FeatureCollection } from 'geojson'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { landLines } from '#geo/landLines'
import { encodeLayers, type TileIndex, tileIndex } from '#geo/tiles'
import type { Shapes, Town } from './geography.ts'
import { remembering } from './remembering.ts'

/** The last zoom that is cut; a map enlarges its tiles. A unit of such a tile is some five metres. */
export const landMaxZoom = 10
/** Below this zoom no town is named. */
const townsFrom = 8
/** Raised when the same files are cut differently. */
const format = 1
/** Written tiles kept in memory, some ten kilobytes each; the whole country is in a few hundred. */
const kept = 512
/** Shapes whose cut is kept: those of today and of the dates around it. */
const keptShapes = 3

/** What the tiles hold besides the municipalities. */
export interface LandParts {
  readonly areas: AreaCatalogue
  readonly lakes: FeatureCollection
  readonly towns: readonly Town[]
}

/** The ground of the map as vector tiles, for any shapes. */
export interface LandTiles {
  /** Names how the tiles are made and what of besides the shapes: same edition and shapes, same bytes. */
  readonly edition: string
  /** One tile with layers municipalities, lakes, lines, towns; undefined where there is none of them. */
  tile(shapes: Shapes, z: number, x: number, y: number): Promise<Uint8Array | undefined>
}

type Cut = readonly (readonly [layer: string, index: TileIndex])[]

export function createLandTiles(parts: LandParts): LandTiles {
  const edition = createHash('sha256')
    .update(JSON.stringify([format, landMaxZoom, parts]))
    .digest('hex')
    .slice(0, 16)
  const cuts = remembering<{ cut: Promise<Cut> }>(keptShapes)
  const written = remembering<{ tile: Uint8Array | undefined }>(kept)
  return {
    edition,
    async tile(shapes, z, x, y) {
      if (z > landMaxZoom) return undefined
      const layers = await cuts(shapes.sha256, () => ({ cut: cutOf(shapes, parts) })).cut
      return written(`${shapes.sha256} ${z} ${x} ${y}`, () => {
        const shown = layers.filter(([layer]) => layer !== 'towns' || z >= townsFrom)
        return { tile: encodeLayers(shown, z, x, y) }
      }).tile
    },
  }
}

/** Cuts layer by layer and lets others go first in between: the shapes of the country are a lot to do at once. */
async function cutOf(shapes: Shapes, { areas, lakes, towns }: LandParts): Promise<Cut> {
  const { features } = shapes.features()
  const layers: readonly (readonly [string, () => readonly Feature[]])[] = [
    ['municipalities', () => features.map((one) => ({ ...one, properties: pick(one.properties) }))],
    ['lakes', () => lakes.features],
    ['lines', () => landLines(shapes.topology(), areas)],
    ['towns', () => towns.filter(({ partOfCity }) => !partOfCity).map(featureOf)],
  ]
  const cut: (readonly [string, TileIndex])[] = []
  for (const [layer, make] of layers) {
    await pause()
    cut.push([layer, tileIndex({ type: 'FeatureCollection', features: [...make()] }, landMaxZoom)])
  }
  return cut
}

function pick({ code, name }: { readonly code: string; readonly name: string }) {
  return { code, name }
}

function featureOf({ name, lng, lat, population }: Town): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lng, lat] },
    properties: { name, population: population ?? 0 },
  }
}
