import type { AsOf } from '#api/asOf'
import type { CaseSubject } from '#events/caseSubject'
import type { EventId } from '#events/envelope'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { eventIds } from './capacity.ts'

/** A riding school that an application names. */
export interface NamedSchool {
  readonly school: string
  readonly name: string
  readonly municipality: string | null
}

/** A riding agreement that an application names, as it stands without it. */
export interface NamedAgreement {
  readonly agreement: string
  readonly school: string
  readonly schoolName: string
  readonly therapist: string
  readonly hoursTenths: number
}

/** Hours a week added to a school, negative where they leave it; in tenths. */
interface Change {
  readonly school: string
  readonly hoursTenths: number
}

/** Existing agreements that the application names, in the order of their ids. */
export function namedAgreements(views: Views, at: AsOf, subject: CaseSubject): readonly NamedAgreement[] {
  const one = views.statement<{ school: string; name: string | null; therapist: string; hours: number }>(
    `SELECT g.school, s.name, g.therapist, g.hours FROM riding_agreement g
     LEFT JOIN riding_school s ON s.school = g.school AND ${asOf('s')} WHERE g.agreement = :agreement AND ${asOf('g')}`,
  )
  return [...new Set(existingIn(subject))].toSorted().flatMap((agreement) => {
    const row = one.get({ agreement, ...moment(at) })
    if (row === undefined) return []
    const { school, name, therapist, hours } = row
    return [{ agreement, school, schoolName: name ?? school, therapist, hoursTenths: hours }]
  })
}

/** Schools that the application names, and those of the agreements that it names. */
export function namedSchools(
  views: Views,
  at: AsOf,
  subject: CaseSubject,
  agreements: readonly NamedAgreement[],
): readonly NamedSchool[] {
  const one = views.statement<{ name: string; municipality: string | null }>(
    `SELECT s.name, s.municipality FROM riding_school s WHERE s.school = :school AND ${asOf('s')}`,
  )
  const ids = new Set([...schoolsIn(subject), ...agreements.map(({ school }) => school)])
  return [...ids].flatMap((school) => {
    const row = one.get({ school, ...moment(at) })
    return row === undefined ? [] : [{ school, ...row }]
  })
}

/**
 * Riding hours of each municipality that the application touches, before and after it, in tenths. `at` must be a moment
 * without the application's own change. Empty where it touches no riding hours.
 */
export function ridingEffects(
  views: Views,
  at: AsOf,
  subject: CaseSubject,
  schools: readonly NamedSchool[],
  agreements: readonly NamedAgreement[],
): readonly { readonly code: string; readonly before: number; readonly after: number }[] {
  const municipality = new Map(schools.map((school) => [school.school, school.municipality]))
  const deltas = new Map<string, number>()
  for (const { school, hoursTenths } of changesOf(subject, agreements)) {
    const code = municipality.get(school)
    if (code !== null && code !== undefined) deltas.set(code, (deltas.get(code) ?? 0) + hoursTenths)
  }
  return [...deltas].map(([code, delta]) => {
    const before = holdingsIn(views, at, code).reduce((sum, { hoursTenths }) => sum + hoursTenths, 0)
    return { code, before, after: before + delta }
  })
}

/** An agreement that counts in a municipality, with the events that say its hours. */
interface HoldingIn {
  readonly agreement: string
  readonly hoursTenths: number
  readonly inputs: readonly EventId[]
}

/** Agreements whose hours are a municipality's on the date, permitted or started, by id. */
export function holdingsIn(views: Views, at: AsOf, code: string): readonly HoldingIn[] {
  return views
    .statement<{ agreement: string; hours: number; inputs: string }>(
      `SELECT g.agreement, g.hours, g.inputs FROM riding_agreement g JOIN riding_school s ON s.school = g.school
       WHERE s.municipality = :code AND g.status IN ('permitted', 'started') AND ${asOf('g')} AND ${asOf('s')}
       ORDER BY g.agreement`,
    )
    .all({ code, ...moment(at) })
    .map(({ agreement, hours, inputs }) => ({ agreement, hoursTenths: hours, inputs: eventIds(inputs) }))
}

function existingIn(subject: CaseSubject): readonly string[] {
  return [
    ...(subject.type === 'A9' || subject.type === 'A10' ? [subject.agreement] : []),
    ...(subject.type === 'A12' ? subject.agreements : []),
    ...('reductions' in subject ? subject.reductions.map(({ agreement }) => agreement) : []),
  ]
}

function schoolsIn(subject: CaseSubject): readonly string[] {
  switch (subject.type) {
    case 'A2':
      return subject.schools.map(({ school }) => school)
    case 'A7':
    case 'A8':
    case 'A10':
      return [subject.school]
    case 'A9':
      return [subject.fromSchool, subject.toSchool]
    default:
      return []
  }
}

function changesOf(subject: CaseSubject, agreements: readonly NamedAgreement[]): readonly Change[] {
  const standing = (id: string) => agreements.find(({ agreement }) => agreement === id)
  const becomes = (id: string, hoursTenths: number): Change[] => {
    const row = standing(id)
    return row === undefined ? [] : [{ school: row.school, hoursTenths: hoursTenths - row.hoursTenths }]
  }
  switch (subject.type) {
    case 'A7':
    case 'A8':
      return [
        { school: subject.school, hoursTenths: subject.hoursTenths },
        ...subject.reductions.flatMap(({ agreement, hoursTenths }) => becomes(agreement, hoursTenths)),
      ]
    case 'A9': {
      const hours = standing(subject.agreement)?.hoursTenths
      if (hours === undefined) return []
      return [
        { school: subject.fromSchool, hoursTenths: -hours },
        { school: subject.toSchool, hoursTenths: hours },
      ]
    }
    case 'A10':
      return [
        ...becomes(subject.agreement, subject.hoursTenths),
        ...subject.reductions.flatMap(({ agreement, hoursTenths }) => becomes(agreement, hoursTenths)),
      ]
    case 'A12':
      return subject.agreements.flatMap((agreement) => becomes(agreement, 0))
    default:
      return []
  }
}
