import type { AsOf } from '#api/asOf'
import type { Unfinished } from '#api/views/planningArea'
import { MunicipalityCode } from '#events/identifiers'
import { centreOf } from '#geo/cellGrid'
import type { Position } from '#geo/position'
import { sideOfRing } from '#geo/ring'
import { ringAreaM2, selfCrossing } from '#geo/ringFaults'
import { demandAt } from '../demand/demand.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { inTurns } from '../turns.ts'
import { answered, NotFound } from './answered.ts'
import { personsIn } from './facts/caps.ts'
import { contiguityOf } from './facts/contiguity.ts'
import { belongs, type PeopleInside, percentTold } from './facts/peopleInside.ts'
import { planningAreasAt } from './facts/planningAreas.ts'
import { groundInForce } from './groundInForce.ts'
import { practitioners } from './practitioners.ts'
import type { AsyncQuery, World } from './query.ts'

type Ring = readonly Position[]

/** Square metres below which a line encloses nothing, or crosses itself without anybody meaning it. */
const LEAST_M2 = 10_000
/** People inside a line are counted on squares, some of them small: their sum is told in whole hundreds. */
const PEOPLE_STEP = 100

/**
 * Sums of an area that is being drawn or picked, as the saved one has them: of its whole municipalities. A half-drawn
 * shape is answered with why it is not judged.
 */
export const planningAreaSketch: AsyncQuery<'planningAreaSketch'> = async (views, at, _scope, params, world) => {
  const { areas } = world.geography
  const nothing = {
    at: answered(views, at),
    unfinished: null,
    crossing: null,
    municipalities: [],
    cut: [],
    inhabitants: null,
    physiotherapists: null,
    insideLine: null,
    contiguity: null,
    overlaps: [],
  }
  if (params.polygon === undefined) {
    const codes = [...new Set(params.municipalities?.split(',') ?? [])].toSorted()
    const unknown = codes.filter((code) => !areas.municipalities.some((one) => one.code === code))
    if (unknown.length > 0) throw new NotFound(`Municipalities ${unknown.join(', ')}`)
    return { ...nothing, ...consisting(views, at, world, codes) }
  }
  const rings = ringsOf(params.polygon)
  const fault = faultOf(rings)
  if (fault !== null) return { ...nothing, ...fault }
  const inside = await peopleInside(views, at, world, rings)
  const people = inside.reduce((sum, one) => sum + one.inside, 0)
  if (people === 0) return { ...nothing, unfinished: 'nobodyInside' }
  const members = inside.filter(belongs).map(({ code }) => code)
  const nameOf = new Map(areas.municipalities.map(({ code, name }) => [code, name]))
  return {
    ...nothing,
    ...consisting(views, at, world, members),
    cut: inside
      .filter((one) => one.inside < one.all)
      .map((one) => ({
        municipality: MunicipalityCode.parse(one.code),
        name: nameOf.get(one.code) ?? one.code,
        insidePercent: percentTold(one),
        belongs: belongs(one),
      })),
    insideLine: {
      inhabitants: PEOPLE_STEP * Math.round(people / PEOPLE_STEP),
      physiotherapists: personsAt(views, at, rings),
    },
  }
}

/** What follows from the municipalities alone: the sums are those that the board and the list of areas give of them. */
function consisting(views: Views, at: AsOf, { geography }: World, codes: readonly string[]) {
  const municipalities = MunicipalityCode.array().parse(codes)
  const { inhabitants } = demandAt(views, geography.areas, at)
  return {
    municipalities,
    inhabitants: codes.reduce((sum, code) => sum + (inhabitants.get(code) ?? 0), 0),
    physiotherapists: personsIn(practitioners(views, at), codes).size,
    contiguity: contiguityOf(geography, inhabitants, codes),
    overlaps: planningAreasAt(views, at).flatMap(({ id, name, municipalities: own }) => {
      const shared = own.filter((code) => municipalities.includes(code))
      return shared.length === 0 ? [] : [{ area: id, name, municipalities: shared }]
    }),
  }
}

/** Rings of `lng lat` joined by commas; each is closed here, so that nobody has to say its first corner twice. */
function ringsOf(polygon: string): readonly Ring[] {
  return polygon.split(';').map((ring) => {
    const corners = ring.split(',').map((corner): Position => {
      const [lng = Number.NaN, lat = Number.NaN] = corner.split(' ').map(Number)
      return [lng, lat]
    })
    // Corners that say the same place twice in a row are one.
    const distinct = corners.filter((corner, at) => at === 0 || corner.join() !== corners[at - 1]?.join())
    const [first] = distinct
    return first === undefined || first.join() === distinct.at(-1)?.join() ? distinct : [...distinct, first]
  })
}

function faultOf(rings: readonly Ring[]): { unfinished: Unfinished; crossing: [number, number] | null } | null {
  for (const ring of rings) {
    // Three corners, and the first again.
    if (ring.length < 4) return { unfinished: 'fewCorners', crossing: null }
    const crossing = selfCrossing(ring, LEAST_M2)
    if (crossing !== undefined) return { unfinished: 'crossesItself', crossing: [crossing[0], crossing[1]] }
    if (ringAreaM2(ring) < LEAST_M2) return { unfinished: 'noArea', crossing: null }
  }
  return null
}

function isInside(rings: readonly Ring[], position: Position): boolean {
  return rings.some((ring) => sideOfRing(ring, position) !== 'outside')
}

interface Inside extends PeopleInside {
  readonly code: string
}

/** People of each municipality on squares whose middle is inside, beside all of them; only those with any inside. */
async function peopleInside(views: Views, at: AsOf, world: World, rings: readonly Ring[]): Promise<readonly Inside[]> {
  const turn = inTurns(world.asker?.signal)
  const { grid, population } = await groundInForce(views, at, world)
  const box = boxOf(rings)
  const sums = grid.municipalities.map((code) => ({ code, inside: 0, all: 0 }))
  for (const [cell, people] of population.entries()) {
    if (cell % 512 === 0) await turn()
    const sum = sums[grid.municipality[cell] ?? -1]
    if (people === 0 || sum === undefined) continue
    sum.all += people
    const centre = centreOf(grid, cell)
    if (isWithin(box, centre) && isInside(rings, centre)) sum.inside += people
  }
  return sums.filter(({ inside }) => inside > 0)
}

type Box = readonly [west: number, south: number, east: number, north: number]

function boxOf(rings: readonly Ring[]): Box {
  const [lngs, lats] = [rings.flat().map(([lng]) => lng), rings.flat().map(([, lat]) => lat)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

function isWithin([west, south, east, north]: Box, [lng, lat]: Position): boolean {
  return west <= lng && lng <= east && south <= lat && lat <= north
}

/** Persons with a provider number at a clinic with a place inside. */
function personsAt(views: Views, at: AsOf, rings: readonly Ring[]): number {
  const rows = views
    .statement<{ person: string; lng: number; lat: number }>(
      `SELECT DISTINCT p.holder AS person, a.lng, a.lat FROM provider p
       JOIN practice_address a ON a.clinic = p.clinic AND a.role = 'current' AND ${asOf('a')}
       WHERE ${asOf('p')} AND a.lng IS NOT NULL AND a.lat IS NOT NULL`,
    )
    .all(moment(at))
  return new Set(rows.filter(({ lng, lat }) => isInside(rings, [lng, lat])).map(({ person }) => person)).size
}
