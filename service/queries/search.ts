import type { AsOf } from '#api/asOf'
import type { Position2d } from '#events/place'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { answered } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import { caseRecords, maySee } from './caseRows.ts'
import type { AnswerOf, Query, World } from './query.ts'

type Hit = AnswerOf<'search'>['hits'][number]
const mostOfAKind = 8

/**
 * Things whose name, number or place holds the words asked for. Those that begin with them come first, those that only
 * lie there last.
 */
export const search: Query<'search'> = (views, at, scope, { q }, world) => {
  const wanted = folded(q)
  const kinds = [
    municipalityHits(world),
    townHits(world),
    clinicHits(views, at, world),
    schoolHits(views, at),
    providerHits(views, at),
    caseRecords(views, at)
      .filter((record) => maySee(scope, record))
      .map((record) => hit('case', record.case, record.number, record.applicant, null)),
  ]
  return { at: answered(views, at), hits: kinds.flatMap((hits) => best(hits, wanted)) }
}

function best(hits: readonly Hit[], wanted: string): Hit[] {
  return hits
    .map((one) => ({
      one,
      at: Math.min(place(one.title, wanted), place(one.id, wanted), 3 + place(one.detail, wanted)),
    }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.at - b.at || a.one.title.localeCompare(b.one.title, 'da'))
    .slice(0, mostOfAKind)
    .map(({ one }) => one)
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

function hit(kind: Hit['kind'], id: string, title: string, detail: string, position: Position2d | null): Hit {
  return { kind, id, title, detail, position, clinic: null }
}

function municipalityHits({ geography }: World): Hit[] {
  return geography.areas.municipalities.map(({ code, name }) => hit('municipality', code, name, code, null))
}

function townHits({ geography }: World): Hit[] {
  return geography.towns.map(({ id, name, lng, lat, municipality }) =>
    hit('town', id, name, nameOf(geography, municipality), [lng, lat]),
  )
}

function clinicHits(views: Views, at: AsOf, { geography }: World): Hit[] {
  return [...clinicFigures(views, at).values()].map(({ clinic, name, address }) => {
    const place = [address?.text, address?.town, nameOf(geography, address?.municipality)]
    return hit('clinic', clinic, name, [...new Set(place.filter(Boolean))].join(', '), address?.position ?? null)
  })
}

function nameOf({ areas }: World['geography'], code: string | null | undefined): string {
  return areas.municipalities.find((one) => one.code === code)?.name ?? ''
}

function schoolHits(views: Views, at: AsOf): Hit[] {
  return views
    .statement<{ school: string; name: string; text: string; lng: number | null; lat: number | null }>(
      `SELECT s.school, s.name, s.text, s.lng, s.lat FROM riding_school s WHERE ${asOf('s')}`,
    )
    .all(moment(at))
    .map(({ school, name, text, lng, lat }) =>
      hit('ridingSchool', school, name, text, lng === null || lat === null ? null : [lng, lat]),
    )
}

function providerHits(views: Views, at: AsOf): Hit[] {
  return views
    .statement<{ number: string; clinic: string; name: string | null }>(
      `SELECT p.number, p.clinic, c.name FROM provider p LEFT JOIN clinic c ON c.clinic = p.clinic AND ${asOf('c')} WHERE ${asOf('p')}`,
    )
    .all(moment(at))
    .map(({ number, clinic, name }) => ({ ...hit('provider', number, number, name ?? clinic, null), clinic }))
}
