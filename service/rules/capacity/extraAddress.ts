import { unitOf } from '../regime.ts'
import { defineRule, pointOf, type Verdict } from '../rule.ts'
import { assumption, published, seed } from '../sources.ts'
import { plannedExtra } from './capacityLevers.ts'
import { wantedFrom as usedFrom } from './levers.ts'

/**
 * an extra address does not stretch capacity. What is planned at all addresses together stays within what is
 * registered, every referred patient can come there, and since 2024 it is notified before it is used (S_ADR).
 * Measured in tenths of hours or hundredths of units, by the regime of the effective date.
 */
export const extraAddress = defineRule({
  id: 'R-04',
  version: 1,
  strength: 'binding',
  uses: ['extraAddressRole', 'openToAllPatients'],
  sources: [seed('S_SEED001', 'section 4'), published('S_ADR', 'section 27'), assumption('extraAddressRole')],
  levers: [plannedExtra, usedFrom],
  judge({ capacity, wantedFrom }, { extraAddressRole, openToAllPatients }): Verdict {
    const facts = capacity?.extra ?? null
    if (facts === null) return { outcome: 'not-applicable', code: 'R-04.noExtra' }
    const { plannedMain, plannedExtra, others, notifiedOn, main, extra } = facts
    const registered = facts.capacity.amount
    const unit = unitOf(facts.capacity.regime)
    const notified = extraAddressRole === 'notify'
    const elsewhere = others.reduce<number | null>(
      (sum, { planned }) => (sum === null || planned === null ? null : sum + planned),
      0,
    )
    const sum =
      plannedMain === null || plannedExtra === null || elsewhere === null
        ? null
        : plannedMain + plannedExtra + elsewhere
    const missing = [
      ...(registered === null ? ['capacity'] : []),
      ...(plannedMain === null ? ['plannedMain'] : []),
      ...(plannedExtra === null ? ['plannedExtra'] : []),
      ...(elsewhere === null ? ['plannedElsewhere'] : []),
      ...(facts.openToAllPatients === null ? ['openToAllPatients'] : []),
      ...(notified && notifiedOn === null ? ['notifiedOn'] : []),
    ]
    const over = sum === null || registered === null ? null : sum - registered
    const unmet = [
      ...(over !== null && over > 0 ? ['withinCapacity'] : []),
      ...(openToAllPatients && facts.openToAllPatients === false ? ['openToAllPatients'] : []),
      ...(notified && notifiedOn !== null && wantedFrom < notifiedOn ? ['notifiedBeforeUse'] : []),
    ]
    const shared = {
      missing,
      measured: [
        { key: 'plannedSum', value: sum, unit, limit: registered },
        { key: 'plannedMain', value: plannedMain, unit },
        { key: 'plannedExtra', value: plannedExtra, unit },
        ...others.map(({ planned }) => ({ key: 'plannedElsewhere', value: planned, unit })),
      ],
      inputs: facts.capacity.inputs,
      evidence: [...(main === null ? [] : pointOf(main, 'main')), ...pointOf(extra, 'extra')],
      params: { unit, unmet, missing, notifiedOn: notifiedOn ?? '', wantedFrom },
    }
    if (unmet.length > 0) return { ...shared, outcome: 'breach', code: 'R-04.unmet' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-04.unknown' }
    return notified
      ? { ...shared, outcome: 'pass', code: 'R-04.notified' }
      : { ...shared, outcome: 'pass', code: 'R-04.toApprove' }
  },
})
