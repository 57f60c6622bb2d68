import type { AsOf } from '#api/asOf'
import type { Touches } from '#api/views/scenario'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'

/** The number that a person works under on a date and the name of its clinic, the first of several; undefined without one. */
export function holderOf(views: Views, at: AsOf, person: string | undefined): Touches['holder'] {
  if (person === undefined) return undefined
  return views
    .statement<{ number: string; clinic: string | null; clinicId: string | null }>(
      `SELECT p.number, c.name AS clinic, c.clinic AS clinicId FROM provider p LEFT JOIN clinic c ON c.clinic = p.clinic AND ${asOf('c')}
       WHERE p.holder = :person AND ${asOf('p')} ORDER BY p.number LIMIT 1`,
    )
    .get({ person, ...moment(at) })
}
