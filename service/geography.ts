import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { type AreaCatalogue, areaCatalogue } from '#geo/areaCatalogue'
import { type AreaIndex, areaIndex, areaIndexSteps } from '#geo/areas'
import { lakeShapes } from '#geo/lakeShapes'
import { type MunicipalityPlace, municipalityPlaces } from '#geo/municipalityPlaces'
import { type MunicipalityTopology, municipalityFeatures, municipalityTopology } from '#geo/municipalityShapes'
import { type BoundaryAccuracy, officialAccuracy } from '#geo/placement'
import type { MunicipalityFeatures } from '#geo/position'
import { type TravelNetwork, travelNetwork } from '#geo/travelNetwork'
import { travelSurfaceVersion } from '#geo/travelSurface'
import { createLandTiles, type LandTiles } from './landTiles.ts'
import { populationPath } from './reach/countedPopulation.ts'
import type { EngineUnavailable } from './reach/engine.ts'
import { createGround, type MakeGround } from './reach/prepareGround.ts'
import type { ReachSetting } from './reach/reach.ts'

/** A town that the map names. */
const Town = z.object({
  id: z.string(),
  name: z.string(),
  lng: z.number(),
  lat: z.number(),
  population: z.number().nullable(),
  municipality: z.string().nullable(),
  rank: z.number(),
  partOfCity: z.boolean(),
})
export type Town = z.infer<typeof Town>

const Manifest = z.object({
  id: z.string(),
  attribution: z.string(),
  licence: z.string(),
  positionalAccuracyM: z.object({ coast: z.number(), internalBorder95: z.number() }),
  confirmWithinM: z.number(),
  files: z.object({ 'municipalities.topojson': z.object({ sha256: z.string() }) }),
})

/** Municipality shapes of one file; read and indexed when first asked for. */
export interface Shapes {
  readonly sha256: string
  readonly path: string
  topology(): MunicipalityTopology
  features(): MunicipalityFeatures
  /** Where the labels stand, and the boxes. */
  places(): readonly MunicipalityPlace[]
  index(): AreaIndex
  /** Makes the index in turns with others, where it has not been made yet: `index` is quick after it. */
  indexInTurns(turn: () => Promise<void>): Promise<void>
}

/** Shapes together with what is known about them. */
export interface BoundaryVersion {
  readonly version: string
  readonly shapes: Shapes
  readonly accuracy: BoundaryAccuracy
  readonly attribution: string
}

/** Everything about Denmark's areas that does not come from the log. */
export interface Geography {
  readonly areas: AreaCatalogue
  readonly towns: readonly Town[]
  /** The shapes that come with the service. */
  readonly builtIn: BoundaryVersion
  /** The shapes with this hash; undefined when the file is neither built in nor in the folder of imported ones. */
  shapes(sha256: string): Shapes | undefined
  /** The built-in roads, links and ferries; read when asked for. */
  network(): TravelNetwork
  /** What travel times rest on: the roads by the hash of their file, and what measures minutes on them. */
  travelVersions(): { readonly roads: string; readonly travelTimes: string }
  /**
   * People and travel times, with people as they were counted or else as modelled; made in a thread of its own when first
   * asked for, which takes a second or two.
   */
  readonly ground: MakeGround
  /** The file of the imported population with this hash; undefined when it is not in the folder. */
  populationFile(sha256: string): string | undefined
  /** The ground of the map, cut when first asked for. */
  readonly tiles: LandTiles
  /** Where the files are, for those who serve them. */
  readonly files: { shapes(sha256: string): string | undefined; readonly towns: string }
}

/**
 * Loads areas, towns and the built-in shapes. `folder` holds imported official shapes, `populations` imported
 * populations, each named by its hash; the log says which of them holds when. `reach` says what measures minutes.
 */
export function loadGeography({
  folder,
  populations,
  reach = { engine: 'surface' },
  onUnavailable = () => undefined,
}: {
  readonly folder?: string
  readonly populations?: string
  readonly reach?: ReachSetting
  /** Told when the engine of the setting could not be used. */
  readonly onUnavailable?: (error: EngineUnavailable) => void
} = {}): Geography {
  const resolve = createRequire(import.meta.url).resolve
  const json = (name: string): unknown => JSON.parse(readFileSync(resolve(`#boundaries/${name}`), 'utf8'))
  const manifest = Manifest.parse(json('boundaries.json'))
  const builtInShapes = shapesAt(
    manifest.files['municipalities.topojson'].sha256,
    resolve('#boundaries/municipalities.topojson'),
  )
  const known = new Map([[builtInShapes.sha256, builtInShapes]])

  function shapes(sha256: string): Shapes | undefined {
    const found = known.get(sha256)
    if (found !== undefined || folder === undefined || !isHash(sha256)) return found
    const path = importedPath(folder, sha256)
    if (!existsSync(path)) return undefined
    const imported = shapesAt(sha256, path)
    known.set(sha256, imported)
    return imported
  }

  const areas = areaCatalogue(json('areas.json'))
  const readRoads = () => readFileSync(resolve('#boundaries/network.json'), 'utf8')
  let roads: string | undefined
  const towns = z.array(Town).parse(json('towns.json'))
  return {
    areas,
    towns,
    builtIn: {
      version: manifest.id,
      shapes: builtInShapes,
      accuracy: { positionalAccuracyM: manifest.positionalAccuracyM, confirmWithinM: manifest.confirmWithinM },
      attribution: manifest.attribution,
    },
    shapes,
    network: () => travelNetwork(JSON.parse(readRoads())),
    travelVersions() {
      roads ??= createHash('sha256').update(readRoads()).digest('hex')
      return { roads, travelTimes: reach.engine === 'surface' ? `surface ${travelSurfaceVersion}` : reach.engine }
    },
    ground: createGround(reach, onUnavailable),
    populationFile(sha256) {
      const path = populations === undefined || !isHash(sha256) ? undefined : populationPath(populations, sha256)
      return path !== undefined && existsSync(path) ? path : undefined
    },
    tiles: createLandTiles({ areas, towns, lakes: lakeShapes(json('lakes.topojson')) }),
    files: { shapes: (sha256) => shapes(sha256)?.path, towns: resolve('#boundaries/towns.json') },
  }
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** Where imported shapes with this hash are kept. */
export function importedPath(folder: string, sha256: string): string {
  return join(folder, `${sha256}.topojson`)
}

/** Imported shapes with what the log says about them. */
export function importedVersion(
  shapes: Shapes,
  said: { readonly areaVersion: string; readonly source: string; readonly confirmWithinM: number },
): BoundaryVersion {
  const accuracy = officialAccuracy(said.confirmWithinM)
  return { version: said.areaVersion, shapes, accuracy, attribution: said.source }
}

function shapesAt(sha256: string, path: string): Shapes {
  let topology: MunicipalityTopology | undefined
  let features: MunicipalityFeatures | undefined
  let places: readonly MunicipalityPlace[] | undefined
  let index: AreaIndex | undefined
  const parsed = () => {
    topology ??= municipalityTopology(JSON.parse(readFileSync(path, 'utf8')))
    return topology
  }
  const read = () => {
    features ??= municipalityFeatures(parsed())
    return features
  }
  return {
    sha256,
    path,
    topology: parsed,
    features: read,
    places() {
      places ??= municipalityPlaces(read())
      return places
    },
    index() {
      index ??= areaIndex(read())
      return index
    },
    async indexInTurns(turn) {
      if (index !== undefined) return
      const steps = areaIndexSteps(read())
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          index ??= step.value
          return
        }
        await turn()
      }
    },
  }
}
