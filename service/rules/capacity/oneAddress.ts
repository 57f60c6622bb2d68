import type { EffectiveDate } from '#events/time'
import { contains } from '#events/time'
import { daysBetween } from '../calendar.ts'
import type { AddressFact, CaseFacts } from '../facts.ts'
import { defineRule, pointOf, type Verdict } from '../rule.ts'
import { assumption, published, seed } from '../sources.ts'
import { wantedFrom as newAddressBegins, previousUntil as oldAddressEnds } from './levers.ts'

/** Addresses that count at once, and for how many days more than `allowed` of them do, from a date on. Days are null while open-ended. */
export interface Concurrency {
  readonly most: number
  readonly days: number | null
}

/**
 * Counts addresses that hold at once on or after `from`. The order of the addresses does not matter; removing one never
 * raises either number.
 */
export function concurrency(addresses: readonly AddressFact[], from: EffectiveDate, allowed: number): Concurrency {
  const edges = addresses.flatMap(({ period }) => (period.to === null ? [period.from] : [period.from, period.to]))
  const dates = [...new Set([from, ...edges.filter((edge) => edge > from)])].toSorted()
  let most = 0
  let days: number | null = 0
  for (const [index, date] of dates.entries()) {
    const count = addresses.filter(({ period }) => contains(period, date)).length
    most = Math.max(most, count)
    if (count <= allowed) continue
    const next = dates[index + 1]
    days = next === undefined || days === null ? null : days + daysBetween(date, next)
  }
  return { most, days }
}

/**
 * one address per clinic. More than `maxAddresses` at once is a breach beyond `transitionDays`, unless the surplus
 * is an extra address that was notified or approved; that one belongs to R-04.
 */
export const oneAddress = defineRule({
  id: 'R-03',
  version: 2,
  strength: 'principle',
  uses: ['maxAddresses', 'transitionDays', 'extraAddressRole'],
  sources: [seed('S_SEED001', 'section 3, annex 2'), published('S_ADR'), assumption('transitionDays')],
  levers: [oldAddressEnds, newAddressBegins],
  judge({ type, wantedFrom, relocation, capacity }: CaseFacts, { maxAddresses, transitionDays }): Verdict {
    const places = capacity?.places ?? null
    if (relocation === null && (places === null || places.holder === null)) {
      return type === 'A2' || type === 'A4'
        ? { outcome: 'needs-information', code: 'R-03.receiverUnknown', missing: ['receiverAddresses'] }
        : { outcome: 'not-applicable', code: 'R-03.noAddress' }
    }
    const addressesAfter = relocation?.addressesAfter ?? places?.after ?? []
    const previousUntil = relocation?.previousUntil ?? wantedFrom
    const ordinary = addressesAfter.filter(({ kind, notified }) => kind === 'main' || !notified)
    const all = concurrency(addressesAfter, wantedFrom, maxAddresses)
    const plain = concurrency(ordinary, wantedFrom, maxAddresses)
    // The application itself says how long the old address goes on, whatever the register holds.
    const overlap = Math.max(0, daysBetween(wantedFrom, previousUntil))
    const days = plain.days === null ? null : Math.max(plain.days, overlap)
    const most = Math.max(all.most, overlap > 0 ? 2 : 1)
    const shared = {
      measured: [
        { key: 'addressesAfter', value: most, unit: 'count' as const, limit: maxAddresses },
        { key: 'overlapDays', value: days, unit: 'days' as const, limit: transitionDays },
      ],
      inputs: addressesAfter.flatMap(({ inputs }) => inputs),
      evidence: addressesAfter.flatMap(({ address, kind }) => pointOf(address, kind)),
      params: { from: wantedFrom, until: previousUntil, days: days ?? '', count: most },
    }
    // An extra address that nobody has given notice of yet: the notice is missing, not the principle broken.
    if (type === 'A4' && days !== 0 && addressesAfter.some(({ kind, notified }) => kind === 'extra' && !notified))
      return { ...shared, outcome: 'needs-information', code: 'R-03.notNotified', missing: ['notifiedOn'] }
    if (days === null) return { ...shared, outcome: 'breach', code: 'R-03.several' }
    if (days > transitionDays) return { ...shared, outcome: 'breach', code: 'R-03.overlap' }
    if (days > 0) return { ...shared, outcome: 'pass', code: 'R-03.transition' }
    if (all.most <= maxAddresses) return { ...shared, outcome: 'pass', code: 'R-03.one' }
    return type === 'A4'
      ? { ...shared, outcome: 'pass', code: 'R-03.extra' }
      : { ...shared, outcome: 'pass', code: 'R-03.extraNotified', params: { ...shared.params, notChecked: ['R-04'] } }
  },
})
