import { EffectiveDate } from '#events/time'
import { addMonths } from '../calendar.ts'
import type { YearlyFacts } from '../facts/followUp.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

/**
 * the plan is followed up once in each calendar year, and renewed with the agreement. The two are asked apart. A
 * plan that ends 2017-12-31 is warned of from 2016-12-31.
 */
export const yearlyFollowUp = defineRule({
  id: 'R-37',
  version: 1,
  strength: 'binding',
  uses: ['renewalWarningMonths'],
  sources: [seed('S_SEED001', 'section 3, section 4'), assumption('renewalWarningMonths')],
  judge(facts: YearlyFacts, { renewalWarningMonths }): Verdict {
    return facts.asks === 'followUp' ? followedUp(facts) : renewed(facts, renewalWarningMonths)
  },
})

function followedUp({ year, heldOn, today, inputs }: Extract<YearlyFacts, { asks: 'followUp' }>): Verdict {
  const lastDay = EffectiveDate.parse(`${year}-12-31`)
  const params = { year: String(year), heldOn: heldOn ?? '', lastDay }
  const shared = {
    inputs,
    params,
    measured: [{ key: 'followUps', value: heldOn === null ? 0 : 1, unit: 'count' as const, limit: 1 }],
  }
  if (heldOn !== null) return { ...shared, outcome: 'pass', code: 'R-37.held' }
  if (today > lastDay) return { ...shared, outcome: 'breach', code: 'R-37.notHeld' }
  return { ...shared, outcome: 'not-applicable', code: 'R-37.yearOpen' }
}

function renewed(facts: Extract<YearlyFacts, { asks: 'renewal' }>, months: number): Verdict {
  const { plan, lastDay, hasSuccessor, today, inputs } = facts
  if (plan === null) return { inputs, outcome: 'needs-information', code: 'R-37.noPlan', missing: ['plan'] }
  const params = { plan, lastDay: lastDay ?? '', warnFrom: lastDay === null ? '' : addMonths(lastDay, -months) }
  const shared = { inputs, params }
  if (lastDay === null) return { ...shared, outcome: 'pass', code: 'R-37.planOpen' }
  if (hasSuccessor) return { ...shared, outcome: 'pass', code: 'R-37.succeeded' }
  if (today > lastDay) return { ...shared, outcome: 'breach', code: 'R-37.expired', advice: true }
  if (today >= addMonths(lastDay, -months))
    return { ...shared, outcome: 'breach', code: 'R-37.renewalDue', advice: true }
  return { ...shared, outcome: 'pass', code: 'R-37.planRuns' }
}
