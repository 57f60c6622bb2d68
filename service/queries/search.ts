import type { AsOf } from '#api/asOf'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Position2d } from '#events/place'
import type { EffectiveDate } from '#events/time'
import { distanceM } from '#geo/distance'
import { regionOf } from '#geo/hierarchy'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { answered } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import type { AnswerOf, ParamsOf, Query, World } from './query.ts'
import {
  caseProceedings,
  excerpt,
  hearingProceedings,
  meetingProceedings,
  rulingProceedings,
} from './searchProceedings.ts'

type Answer = AnswerOf<'search'>['hits'][number]
/** A hit before it is known how near it is. */
type Hit = Omit<Answer, 'region' | 'distanceKm'>
type Params = ParamsOf<'search'>

const mostOfAKind = 8
/** Where one kind is chosen from, the list is the point. */
const mostOfOneKind = 20

/**
 * Things whose name, number or place holds the words asked for. Those that begin with them come first, those that only
 * lie there last; of what is equal, the nearest or the first by name. The region asked for goes before everything.
 */
export const search: Query<'search'> = (views, at, scope, params, world) => {
  const { q, kind } = params
  const kinds: { readonly [Kind in Hit['kind']]: () => readonly Hit[] } = {
    municipality: () => municipalityHits(world),
    town: () => townHits(world),
    clinic: () => clinicHits(views, at, world),
    ridingSchool: () => schoolHits(views, at),
    provider: () => providerHits(views, at),
    case: () => said('case', caseProceedings(views, at, scope)),
    ruling: () => said('ruling', rulingProceedings(views, at, scope)),
    meeting: () => said('meeting', meetingProceedings(views, at, scope)),
    hearing: () => said('hearing', hearingProceedings(views, at, scope, world)),
  }
  const asked = kind === undefined ? order : [kind]
  const hits =
    q === '' && kind === undefined ? [] : asked.flatMap((one) => best(kinds[one](), params, at.effectiveOn, world))
  return { at: answered(views, at), hits }
}

/** Kinds as they are listed when all are asked for. */
const order = [
  'municipality',
  'town',
  'clinic',
  'ridingSchool',
  'provider',
  'case',
  'ruling',
  'meeting',
  'hearing',
] as const

function best(hits: readonly Hit[], { q, kind, region, lng, lat }: Params, on: EffectiveDate, world: World): Answer[] {
  const wanted = folded(q)
  const from: Position2d | null = lng === undefined || lat === undefined ? null : [lng, lat]
  const { areas } = world.geography
  return hits
    .map((one) => ({
      one,
      at: wanted === '' ? 0 : rank(one, wanted, world),
    }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
    .map(({ one, at }) => {
      const own = one.municipality === null ? null : (regionOf(areas, one.municipality, on)?.code ?? null)
      const distanceKm = from === null || one.position === null ? null : distanceM(from, one.position) / 1000
      return { one: { ...one, region: RegionCode.nullable().parse(own), distanceKm }, at }
    })
    .toSorted(
      (a, b) =>
        Number(b.one.region === region) - Number(a.one.region === region) ||
        a.at - b.at ||
        (a.one.distanceKm ?? farAway) - (b.one.distanceKm ?? farAway) ||
        a.one.title.localeCompare(b.one.title, 'da'),
    )
    .slice(0, kind === undefined ? mostOfAKind : mostOfOneKind)
    .map(({ one }) => (long.has(one.kind) ? { ...one, detail: excerpt(one.detail, q) } : one))
}

/** Kinds whose detail is a whole text, of which only a part is told. */
const long: ReadonlySet<Hit['kind']> = new Set(['ruling', 'hearing'])

/** Kilometres that stand for an unknown distance: after every known one. */
const farAway = 1e6

/** How well a hit answers: by its name or number before where it lies. */
function rank({ title, id, detail, municipality }: Hit, wanted: string, { geography }: World): number {
  const [lies, within] = [place(detail, wanted), place(nameOf(geography, municipality), wanted)]
  return Math.min(place(title, wanted), place(id, wanted), 3 + lies, 6 + within)
}

/** 0 where the text begins with the words, 1 where a word in it does, 2 where they stand inside one. */
function place(text: string, wanted: string): number {
  const at = folded(text).indexOf(wanted)
  if (at === -1) return Number.POSITIVE_INFINITY
  if (at === 0) return 0
  return /[\s-]/.test(text[at - 1] ?? '') ? 1 : 2
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase('da')
}

function hit(
  kind: Hit['kind'],
  id: string,
  title: string,
  detail: string,
  position: Position2d | null,
  municipality: string | null = null,
): Hit {
  return {
    kind,
    id,
    title,
    detail,
    position,
    municipality: MunicipalityCode.nullable().parse(municipality),
    clinic: null,
  }
}

function said(kind: Hit['kind'], proceedings: ReturnType<typeof caseProceedings>): Hit[] {
  return proceedings.map(({ id, title, text }) => hit(kind, id, title, text, null))
}

function municipalityHits({ geography }: World): Hit[] {
  return geography.areas.municipalities.map(({ code, name }) => hit('municipality', code, name, code, null))
}

function townHits({ geography }: World): Hit[] {
  return geography.towns.map(({ id, name, lng, lat, municipality }) =>
    hit('town', id, name, nameOf(geography, municipality), [lng, lat], municipality),
  )
}

function clinicHits(views: Views, at: AsOf, { geography }: World): Hit[] {
  return [...clinicFigures(views, at).values()].map(({ clinic, name, address }) => {
    const place = [address?.text, address?.town, nameOf(geography, address?.municipality)]
    const detail = [...new Set(place.filter(Boolean))].join(', ')
    return hit('clinic', clinic, name, detail, address?.position ?? null, address?.municipality ?? null)
  })
}

function nameOf({ areas }: World['geography'], code: string | null | undefined): string {
  return areas.municipalities.find((one) => one.code === code)?.name ?? ''
}

function schoolHits(views: Views, at: AsOf): Hit[] {
  return views
    .statement<AddressCells & { school: string; name: string }>(`SELECT s.* FROM riding_school s WHERE ${asOf('s')}`)
    .all(moment(at))
    .map((row) => {
      const { text, position, municipality } = addressOf(row)
      return hit('ridingSchool', row.school, row.name, text, position, municipality)
    })
}

function providerHits(views: Views, at: AsOf): Hit[] {
  return views
    .statement<{ number: string; clinic: string; name: string | null; municipality: string | null }>(
      `SELECT p.number, p.clinic, c.name, a.municipality FROM provider p
       LEFT JOIN clinic c ON c.clinic = p.clinic AND ${asOf('c')}
       LEFT JOIN practice_address a ON a.clinic = p.clinic AND a.kind = 'main' AND a.role = 'current' AND ${asOf('a')}
       WHERE ${asOf('p')}`,
    )
    .all(moment(at))
    .map(({ number, clinic, name, municipality }) => ({
      ...hit('provider', number, number, name ?? clinic, null, municipality),
      clinic,
    }))
}
