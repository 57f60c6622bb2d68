import type { AsOf } from '#api/asOf'
import { EffectiveDate } from '#events/time'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, endOf, knownAt, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import type { AddressFact } from '../rules/facts.ts'
import { regimeOn } from '../rules/regime.ts'
import { eventIds } from './capacity.ts'

type AddressRow = AddressCells & {
  address: string
  kind: string
  notified: number
  effective_from: string
  effective_to: string
  inputs: string
}

/** Places of the clinic that count on the date or later. */
export function addressFacts(views: Views, clinic: string, at: AsOf): AddressFact[] {
  return views
    .statement<AddressRow>(
      `SELECT a.* FROM practice_address a
       WHERE a.clinic = :clinic AND a.effective_to > :on AND ${knownAt('a')} ORDER BY a.effective_from, a.key`,
    )
    .all({ clinic, ...moment(at) })
    .map((row) => ({
      addressId: row.address,
      kind: row.kind === 'main' ? 'main' : 'extra',
      address: addressOf(row),
      period: {
        from: EffectiveDate.parse(row.effective_from),
        to: EffectiveDate.nullable().parse(endOf(row.effective_to)),
      },
      notified: row.notified === 1,
      inputs: eventIds(row.inputs),
    }))
}

/** Extra addresses of the clinic on the date, with what is planned there in the date's unit; null where it was not said. */
export function plannedAtExtras(
  views: Views,
  clinic: string,
  at: AsOf,
): readonly { readonly addressId: string; readonly planned: number | null }[] {
  const planned = regimeOn(at.effectiveOn) === 'HOURS' ? 'planned_hours' : 'planned_units'
  return views
    .statement<{ addressId: string; planned: number | null }>(
      `SELECT a.address AS addressId, a.${planned} AS planned FROM practice_address a
       WHERE a.clinic = :clinic AND a.kind = 'extra' AND a.role = 'current' AND ${asOf('a')} ORDER BY a.address`,
    )
    .all({ clinic, ...moment(at) })
}
