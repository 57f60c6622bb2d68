import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { areaCatalogue } from '#geo/areaCatalogue'
import { areaIndex } from '#geo/areas'
import { municipalityFeatures, municipalityTopology } from '#geo/municipalityShapes'

const root = new URL('../../', import.meta.url)

/** A file of the repository as bytes. */
export function bytesOf(path: string): Buffer {
  return readFileSync(new URL(path, root))
}

export function jsonOf(path: string): unknown {
  return JSON.parse(bytesOf(path).toString('utf8'))
}

export type Town = {
  id: string
  name: string
  lng: number
  lat: number
  population: number | null
  municipality: string
  rank: number
  partOfCity: boolean
}

export const areas = areaCatalogue(jsonOf('geo/boundaries/areas.json'))
export const topology = municipalityTopology(jsonOf('geo/boundaries/municipalities.topojson'))
export const shapes = municipalityFeatures(topology)
export const index = areaIndex(shapes)
// The file is ours, generated and committed.
export const towns = jsonOf('geo/boundaries/towns.json') as Town[]
// As above.
export const manifest = jsonOf('geo/boundaries/boundaries.json') as {
  attribution: string
  confirmWithinM: number
  positionalAccuracyM: { coast: number; internalBorder95: number }
  files: Record<string, { sha256: string; licence: string; attribution: string }>
}

const truth = new URL('../shared/geo/truth/', root)
/** Official shapes for tests only; they lie beside the repository and may be absent. */
export const truthPresent = existsSync(fileURLToPath(truth))
export function truthJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, truth), 'utf8'))
}
