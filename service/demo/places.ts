import { MunicipalityCode } from '#events/identifiers'
import type { Address, Position2d } from '#events/place'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { type AreaIndex, distanceToBorderM, municipalityAt } from '#geo/areas'
import { distanceM, METRES_PER_DEGREE, metresPerDegreeLng } from '#geo/distance'
import { populationOf } from '#geo/hierarchy'
import type { BoundaryVersion, Geography, Town } from '../geography.ts'
import { grouped } from './grouping.ts'
import { streetAddress } from './names.ts'
import type { Random } from './random.ts'

/** What the generator knows about the country. */
export interface Places {
  readonly areas: AreaCatalogue
  readonly index: AreaIndex
  /** The municipality shapes that come with the service. */
  readonly builtIn: BoundaryVersion
  readonly towns: ReadonlyMap<string, readonly Town[]>
}

/** The country as the service has it. Throws an Error when a municipality has no town. */
export function places({ areas, towns, builtIn }: Geography): Places {
  const byMunicipality = grouped(towns, ({ municipality }) => municipality ?? '')
  const without = areas.municipalities.find(({ code }) => !byMunicipality.has(code))
  if (without !== undefined) throw new Error(`No town in municipality ${without.code}`)
  byMunicipality.delete('')
  return { areas, index: builtIn.shapes.index(), builtIn, towns: byMunicipality }
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
  return distance !== null && distance < places.builtIn.accuracy.confirmWithinM
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
