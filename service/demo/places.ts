import { z } from 'zod'
import { MunicipalityCode } from '#events/identifiers'
import type { Address, Position2d } from '#events/place'
import { type AreaCatalogue, areaCatalogue } from '#geo/areaCatalogue'
import { type AreaIndex, areaIndex, distanceToBorderM, municipalityAt } from '#geo/areas'
import { distanceM, METRES_PER_DEGREE, metresPerDegreeLng } from '#geo/distance'
import { populationOf } from '#geo/hierarchy'
import { municipalityFeatures, municipalityTopology } from '#geo/municipalityShapes'
import { grouped } from './grouping.ts'
import { streetAddress } from './names.ts'
import type { Random } from './random.ts'

/** A place of `boundaries/towns.json`, as far as the register needs it. */
export interface Town {
  readonly name: string
  readonly lng: number
  readonly lat: number
  readonly population: number | null
  readonly municipality: string
}

/** Out of `boundaries.json`, as far as the register needs it. */
export interface Shapes {
  readonly id: string
  readonly sha256: string
  readonly attribution: string
  readonly licence: string
  /** Metres: an address nearer to a border is not settled by its point. */
  readonly confirmWithinM: number
}

const Manifest = z.object({
  id: z.string(),
  attribution: z.string(),
  licence: z.string(),
  confirmWithinM: z.number(),
  files: z.object({ 'municipalities.topojson': z.object({ sha256: z.string() }) }),
})

/** What the generator knows about the country. */
export interface Places {
  readonly areas: AreaCatalogue
  readonly index: AreaIndex
  /** What the built-in municipality shapes are and how exact. */
  readonly shapes: Shapes
  readonly towns: ReadonlyMap<string, readonly Town[]>
}

/**
 * The country out of the parsed files of `geo/boundaries`. Throws a TypeError when a file is not what it should be, or
 * when a municipality has no town.
 */
export function places(files: {
  readonly areas: unknown
  readonly municipalities: unknown
  readonly towns: unknown
  readonly boundaries: unknown
}): Places {
  const areas = areaCatalogue(files.areas)
  const index = areaIndex(municipalityFeatures(municipalityTopology(files.municipalities)))
  if (!Array.isArray(files.towns)) throw new TypeError('towns.json: expected a list')
  // A committed file whose contents its own tests check; only a wrong file is told apart here.
  const towns = grouped(files.towns as readonly Town[], ({ municipality }) => municipality)
  const without = areas.municipalities.find(({ code }) => !towns.has(code))
  if (without !== undefined) throw new TypeError(`towns.json: no town in municipality ${without.code}`)
  return { areas, index, shapes: shapesOf(files.boundaries), towns }
}

/** Inhabitants of a municipality on 1 January 2026. Throws an Error where the catalogue has no figure. */
export function inhabitants({ areas }: Places, code: string): number {
  const figure = populationOf(areas, code, '2026-01-01')
  if (figure === undefined) throw new Error(`No population of municipality ${code}`)
  return figure.value
}

/** An invented address around one of the municipality's towns, on land and inside the municipality's shape. */
export function addressIn(places: Places, code: string, random: Random): Address {
  const towns = places.towns.get(code) ?? []
  const town = random.weighted(towns, (candidate) => weightOf(places, code, candidate, towns))
  const reach = Math.min(4500, 9 * Math.sqrt(weightOf(places, code, town, towns)))
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const position = around(town, Math.max(150, reach * (1 - attempt / 250)), random)
    if (liesIn(places, position, code)) {
      return {
        text: `${streetAddress(random)}, ${town.name}`,
        postcode: null,
        town: town.name,
        darId: null,
        position,
        municipality: MunicipalityCode.parse(code),
        certainty: 'registered',
      }
    }
  }
  throw new Error(`No place on land around ${town.name} in municipality ${code}`)
}

/** True where the point alone would not settle the municipality. */
export function isNearBorder(places: Places, { position, municipality }: Address): boolean {
  if (position === null || municipality === null) return false
  const distance = distanceToBorderM(places.index, position, municipality)
  return distance !== null && distance < places.shapes.confirmWithinM
}

/** True where the municipality's shape holds the position. */
export function liesIn({ index }: Places, position: Position2d, code: string): boolean {
  const answer = municipalityAt(index, position)
  return answer.status === 'inside' && answer.code === code
}

/** One of the three municipalities whose biggest towns are nearest to this one's. */
export function neighbourOf({ towns }: Places, code: string, random: Random): string {
  const centre = (of: string) => towns.get(of)?.[0]
  const own = centre(code)
  if (own === undefined) throw new RangeError(`No town in municipality ${code}`)
  const near = [...towns.keys()].flatMap((other) => {
    const town = other === code ? undefined : centre(other)
    return town ? [{ other, metres: distanceM([own.lng, own.lat], [town.lng, town.lat]) }] : []
  })
  return random.pick(near.toSorted((a, b) => a.metres - b.metres).slice(0, 3)).other
}

/** The position moved by up to `metres`, for a geocode that was a little wrong. */
export function nudged([lng, lat]: Position2d, metres: number, random: Random): Position2d {
  return around({ lng, lat }, metres, random)
}

/** Evenly in a disc of `metres` around the centre, rounded to about a metre. */
function around(
  { lng, lat }: { readonly lng: number; readonly lat: number },
  metres: number,
  random: Random,
): Position2d {
  const distance = metres * Math.sqrt(random.next())
  const angle = 2 * Math.PI * random.next()
  const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5
  return [
    rounded(lng + (distance * Math.cos(angle)) / metresPerDegreeLng(lat)),
    rounded(lat + (distance * Math.sin(angle)) / METRES_PER_DEGREE),
  ]
}

/** Inhabitants of the town; where no figure is known, what the municipality's other towns leave over. */
function weightOf(places: Places, code: string, town: Town, towns: readonly Town[]): number {
  if (town.population !== null) return town.population
  const known = towns.reduce((sum, { population }) => sum + (population ?? 0), 0)
  const unknown = towns.filter(({ population }) => population === null).length
  return Math.max(2000, (0.8 * inhabitants(places, code) - known) / unknown)
}

function shapesOf(boundaries: unknown): Shapes {
  const { files, ...manifest } = Manifest.parse(boundaries)
  return { ...manifest, sha256: files['municipalities.topojson'].sha256 }
}
