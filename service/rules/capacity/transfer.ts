import type { EffectiveDate } from '#events/time'
import { firstOfMonthAfter } from '../calendar.ts'
import type { NumberFact, OwnerFact } from '../facts/capacity.ts'
import { unitOf } from '../regime.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { share, wantedFrom as transferFrom } from './levers.ts'

/**
 * Earliest date of a transfer: the first of the second month after the form was received (S_SKEMA). A form of 31 March
 * gives 1 May, one of 1 April gives 1 June.
 */
export function earliestTransfer(receivedOn: EffectiveDate): EffectiveDate {
  return firstOfMonthAfter(receivedOn, 2)
}

/**
 * takeover, transfer, split, cessation. Shares in hundredths sum to 100, capacity is the same before and after, the
 * date keeps the notice, and nobody comes to own more than six clinics (S_EJER). What stops without a receiver lapses.
 */
export const transfer = defineRule({
  id: 'R-06',
  version: 2,
  strength: 'binding',
  uses: ['noticeRule', 'maxClinicsPerOwner', 'maxClinicsFrom'],
  sources: [seed('S_SEED001', 'section 3'), published('S_SKEMA'), published('S_EJER'), published('S_FAKTA')],
  levers: [share, transferFrom],
  judge({ type, transfer: shares, capacity, receivedOn, wantedFrom }, parameters): Verdict {
    const number = capacity?.number ?? null
    const owners = capacity?.owners ?? []
    if (shares === null && number === null) return { outcome: 'not-applicable', code: 'R-06.noTransfer' }
    if (type === 'A5' && owners.length === 0) return { outcome: 'not-applicable', code: 'R-06.notOwner' }
    const earliest = earliestTransfer(receivedOn)
    const sum = shares?.sharesHundredths.reduce((total, one) => total + one, 0) ?? null
    const lapses = type === 'A12' && number?.receiver === null
    const most = owners.reduce<OwnerFact | null>(
      (found, one) => (found === null || one.clinicsAfter > found.clinicsAfter ? one : found),
      null,
    )
    const { before = null, after = null } = number ?? {}
    const limited = wantedFrom >= parameters.maxClinicsFrom
    const unmet = [
      ...(sum !== null && sum !== 0 && sum !== 100 ? ['shares'] : []),
      ...(!lapses && before !== null && after !== null && before !== after ? ['capacityKept'] : []),
      ...(type !== 'A5' && wantedFrom < earliest ? ['notice'] : []),
      ...(limited && owners.some((owner) => acquiresTooMany(owner, parameters.maxClinicsPerOwner))
        ? ['maxClinicsPerOwner']
        : []),
    ]
    const missing = [...(sum === 0 ? ['shares'] : []), ...(number === null ? [] : missingOf(number))]
    const unit = number === null ? null : unitOf(number.regime)
    const shared = {
      missing,
      measured: [
        ...(sum === null ? [] : [{ key: 'shareSum', value: sum, unit: 'share' as const, limit: 100 }]),
        ...(unit === null || lapses ? [] : [{ key: 'capacityAfter', value: after, unit, limit: before }]),
        ...(lapses && number?.regime === 'HOURS'
          ? [{ key: 'capacityLapses', value: number.hoursTenths, unit: 'hoursTenths' as const }]
          : []),
        ...(most === null
          ? []
          : [
              {
                key: 'clinicsOwned',
                value: most.clinicsAfter,
                unit: 'count' as const,
                ...(limited ? { limit: parameters.maxClinicsPerOwner } : {}),
              },
            ]),
      ],
      inputs: [...(number?.inputs ?? []), ...owners.flatMap(({ inputs }) => inputs)],
      params: {
        provider: number?.number ?? shares?.provider ?? '',
        earliest,
        receivedOn,
        wantedFrom,
        sumShareHundredths: sum ?? '',
        unmet,
        missing,
        hoursTenths: number?.hoursTenths ?? '',
        count: most?.clinicsAfter ?? '',
        most: parameters.maxClinicsPerOwner,
      },
    }
    if (unmet.includes('shares')) return { ...shared, outcome: 'breach', code: 'R-06.shares' }
    if (unmet.includes('capacityKept')) return { ...shared, outcome: 'breach', code: 'R-06.capacity' }
    if (unmet.includes('notice')) return { ...shared, outcome: 'breach', code: 'R-06.tooEarly' }
    if (unmet.includes('maxClinicsPerOwner')) return { ...shared, outcome: 'breach', code: 'R-06.clinics' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-06.unknown' }
    if (type === 'A5') return { ...shared, outcome: 'pass', code: 'R-06.owner' }
    if (!lapses) return { ...shared, outcome: 'pass', code: 'R-06.inOrder' }
    return number?.regime === 'HOURS'
      ? { ...shared, outcome: 'pass', code: 'R-06.lapses' }
      : { ...shared, outcome: 'pass', code: 'R-06.stays' }
  },
})

/** An acquisition: somebody comes to own a clinic more, and then owns more than is allowed. */
function acquiresTooMany({ clinicsBefore, clinicsAfter }: OwnerFact, most: number): boolean {
  return clinicsAfter > clinicsBefore && clinicsAfter > most
}

function missingOf({ holder, saidHolder, takesHold }: NumberFact): string[] {
  if (holder === null) return ['provider']
  return [
    ...(saidHolder !== null && saidHolder !== holder ? ['currentHolder'] : []),
    ...(takesHold ? [] : ['registerRefuses']),
  ]
}
