import { EffectiveDate } from '#events/time'
import { momentary } from '../momentary.ts'
import { asOf, knownAt, moment } from '../projections/bitemporal.ts'
import { practiceProjection } from '../projections/practice.ts'

/** A person with a provider number, and the municipalities of the places of the clinics where it is used. */
export interface Practitioner {
  readonly person: string
  readonly municipalities: ReadonlySet<string>
}

/** One person's documentation for a group or family as it stood last on or before the date. */
export interface DocumentationRow {
  readonly person: string
  readonly kind: string
  readonly target: string
  readonly issuedOn: EffectiveDate
  readonly expiresOn: EffectiveDate | null
  readonly inputs: string
}

/** Everybody who holds a provider number on the date; without municipalities where no place is known. */
export const practitioners = momentary(
  (views, at): readonly Practitioner[] => {
    const rows = views
      .statement<{ person: string; municipality: string | null }>(
        `SELECT DISTINCT p.holder AS person, a.municipality FROM provider p
       LEFT JOIN practice_address a ON a.clinic = p.clinic AND a.role = 'current' AND ${asOf('a')}
       WHERE ${asOf('p')} ORDER BY p.holder`,
      )
      .all(moment(at))
    const found = new Map<string, Set<string>>()
    for (const { person, municipality } of rows) {
      const own = found.get(person) ?? new Set()
      found.set(person, own)
      if (municipality !== null) own.add(municipality)
    }
    return [...found].map(([person, municipalities]) => ({ person, municipalities }))
  },
  [practiceProjection],
)

/**
 * Documentations that have not been revoked by the date. One that the register ended on the day it expired is among them:
 * whether it is in grace is the plan's to say.
 */
export const documentations = momentary(
  (views, at): readonly DocumentationRow[] => {
    type Row = {
      person: string
      kind: string
      target: string
      issued_on: string
      expires_on: string | null
      effective_to: string
      inputs: string
    }
    const rows = views
      .statement<Row>(
        `SELECT k.person, k.kind, k.target, k.issued_on, k.expires_on, k.effective_to, k.inputs FROM competence k
       WHERE ${knownAt('k')} AND k.effective_from <= :on AND NOT EXISTS (
         SELECT 1 FROM competence l WHERE l.key = k.key AND ${knownAt('l')} AND l.effective_from <= :on
           AND l.effective_from > k.effective_from)
       ORDER BY k.person, k.kind, k.target`,
      )
      .all(moment(at))
    return rows
      .filter(({ effective_to, expires_on }) => effective_to > at.effectiveOn || effective_to === expires_on)
      .map(({ person, kind, target, issued_on, expires_on, inputs }) => ({
        person,
        kind,
        target,
        issuedOn: EffectiveDate.parse(issued_on),
        expiresOn: EffectiveDate.nullable().parse(expires_on),
        inputs,
      }))
  },
  [practiceProjection],
)
