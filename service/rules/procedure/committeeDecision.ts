import type { Finding, Outcome } from '#events/finding'
import type { EffectiveDate } from '#events/time'
import { addDays } from '../calendar.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'

const overruled: ReadonlySet<Outcome> = new Set(['breach', 'needs-consultation', 'needs-information'])

/** Findings that a ruling which grants must give a reason for: those that count and are not met. */
export function needingReason(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ outcome, strength }) => overruled.has(outcome) && (strength === 'binding' || strength === 'principle'),
  )
}

/**
 * Last day on which a party may demand referral to the national committee: `days` after receipt, that day included
 * (S_SU). Received 2026-12-09, 14 days: through 2026-12-23.
 */
export function referralUntil(receivedOn: EffectiveDate, days: number): EffectiveDate {
  return addDays(receivedOn, days)
}

/** the committee rules when all present agree; every finding overruled needs a recorded reason. */
export const committeeDecision = defineRule({
  id: 'R-39',
  version: 1,
  strength: 'binding',
  uses: ['unanimity', 'referralDays'],
  sources: [published('S_SU'), published('S_SUH'), seed('S_SEED001', 'composition in general terms')],
  judge({ today }, { unanimity, referralDays }, others): Verdict {
    const rules = needingReason(others).map(({ rule }) => rule)
    return {
      outcome: 'pass',
      code: rules.length > 0 ? 'R-39.reasonsNeeded' : 'R-39.agreement',
      measured: [
        { key: 'reasonsNeeded', value: rules.length, unit: 'count' },
        { key: 'referralDays', value: referralDays, unit: 'days' },
      ],
      params: { rules, unanimity, referralDays, ifReceivedToday: referralUntil(today, referralDays) },
    }
  },
})
