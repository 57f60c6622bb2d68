import type { ActivityPeriod } from '#events/activity'
import { EffectiveDate } from '#events/time'
import { daysBetween } from '../calendar.ts'
import type { HalfYearFacts } from '../facts/followUp.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

/** The day by which the data of a half-year are due, itself included: H1 the same year, H2 the year after. */
export function dueOn(
  period: ActivityPeriod,
  { firstHalfDue, secondHalfDue }: { readonly firstHalfDue: string; readonly secondHalfDue: string },
): EffectiveDate {
  const year = Number(period.slice(0, 4))
  return EffectiveDate.parse(period.endsWith('H1') ? `${year}-${firstHalfDue}` : `${year + 1}-${secondHalfDue}`)
}

/** each municipality gets its half-yearly data by the due day. What came late or incomplete is told. */
export const halfYearlyData = defineRule({
  id: 'R-36',
  version: 1,
  strength: 'binding',
  uses: ['firstHalfDue', 'secondHalfDue'],
  sources: [seed('S_SEED001', 'annex 2'), assumption('firstHalfDue'), assumption('secondHalfDue')],
  judge({ municipality, period, delivery, today, inputs }: HalfYearFacts, parameters): Verdict {
    const due = dueOn(period, parameters)
    const until = delivery?.on ?? today
    const days = Math.max(0, daysBetween(due, until))
    const shared = {
      inputs,
      measured: [{ key: 'daysLate', value: days, unit: 'days' as const, limit: 0 }],
      evidence: [{ kind: 'municipality' as const, role: 'halfYear', code: municipality }],
      params: { municipality, period, dueOn: due, deliveredOn: delivery?.on ?? '', days },
    }
    if (delivery === null) {
      if (days > 0) return { ...shared, outcome: 'breach', code: 'R-36.missing' }
      return { ...shared, outcome: 'not-applicable', code: 'R-36.notDue' }
    }
    if (days > 0) return { ...shared, outcome: 'breach', code: 'R-36.late' }
    if (!delivery.complete)
      return { ...shared, outcome: 'needs-information', code: 'R-36.incomplete', missing: ['wholeData'] }
    return { ...shared, outcome: 'pass', code: 'R-36.delivered' }
  },
})
