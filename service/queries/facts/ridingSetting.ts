import type { AsOf } from '#api/asOf'
import type { RegionCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { EffectiveDate } from '#events/time'
import { formerCountiesAt } from '#geo/countyAreas'
import type { Views } from '../../projections/views.ts'
import type { SchoolFact } from '../../rules/facts/riding.ts'
import type { World } from '../query.ts'
import { counts, holdingOn, type Ledger, type Stretch } from '../ridingLedger.ts'

/** The ledger on the date of the change, without it and with it, and where things lie. */
export interface Setting {
  readonly before: Ledger
  readonly after: Ledger
  readonly on: EffectiveDate
  readonly region: RegionCode
  readonly approved: ReadonlySet<string>
  readonly world: World
  /** Views without the change, and when they are asked. */
  readonly views: Views
  readonly at: AsOf
}

/** Agreements that hold hours under a provider number on the date. */
export function under(ledger: Ledger, provider: string, on: EffectiveDate): readonly Stretch[] {
  return holdingOn(ledger.stretches, on).filter((one) => counts(one) && one.provider === provider)
}

/** The agreement while it holds hours on the date; null when it does not, or is not known. */
export function agreementOn(ledger: Ledger, agreement: string, on: EffectiveDate): Stretch | null {
  return holdingOn(ledger.stretches, on).find((one) => one.agreement === agreement && counts(one)) ?? null
}

/** A school as the register has it, else where the application says that it lies. */
export function schoolFact(school: string, said: Address | null, { before, approved, world }: Setting): SchoolFact {
  const known = before.schools.get(school)
  const address = known?.address ?? said
  const municipality = address?.municipality ?? null
  return {
    school,
    name: known?.name ?? school,
    municipality,
    position: address?.position ?? null,
    approved: known === undefined ? null : approved.has(school),
    counties:
      address === null || municipality === null
        ? []
        : formerCountiesAt(world.geography.areas, { municipality, town: address.town, text: address.text }),
  }
}
