import type { EffectiveDate } from '#events/time'
import { firstOfMonthAfter } from './calendar.ts'
import { share, wantedFrom as transferFrom } from './levers.ts'
import { defineRule, type Verdict } from './rule.ts'
import { published, seed } from './sources.ts'

/**
 * Earliest date of a transfer: the first of the second month after the form was received (S_SKEMA). A form of 31 March
 * gives 1 May, one of 1 April gives 1 June.
 */
export function earliestTransfer(receivedOn: EffectiveDate): EffectiveDate {
  return firstOfMonthAfter(receivedOn, 2)
}

/** takeover, transfer, split. Shares in hundredths sum to 100; not before the notice allows. */
export const transfer = defineRule({
  id: 'R-06',
  version: 1,
  strength: 'binding',
  uses: ['noticeRule'],
  sources: [seed('S_SEED001', 'section 3'), published('S_SKEMA')],
  levers: [share, transferFrom],
  judge({ transfer: facts, receivedOn, wantedFrom }): Verdict {
    if (facts === null) return { outcome: 'not-applicable', code: 'R-06.noTransfer' }
    const earliest = earliestTransfer(receivedOn)
    const sum = facts.sharesHundredths.reduce((total, share) => total + share, 0)
    const shared = {
      measured: [{ key: 'shareSum', value: sum, unit: 'share' as const, limit: 100 }],
      // The limit of six clinics per owner (S_EJER) needs an owner register that does not exist yet.
      params: {
        provider: facts.provider,
        earliest,
        receivedOn,
        wantedFrom,
        sumShareHundredths: sum,
        notChecked: ['maxClinicsPerOwner'],
      },
    }
    if (facts.sharesHundredths.length === 0)
      return { ...shared, outcome: 'needs-information', code: 'R-06.unknown', missing: ['shares'] }
    if (sum !== 100) return { ...shared, outcome: 'breach', code: 'R-06.shares' }
    if (wantedFrom < earliest) return { ...shared, outcome: 'breach', code: 'R-06.tooEarly' }
    return { ...shared, outcome: 'pass', code: 'R-06.inOrder' }
  },
})
