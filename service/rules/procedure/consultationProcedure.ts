import type { EffectiveDate } from '#events/time'
import { addDays, onOrAfterWorkingDay } from '../calendar.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, published } from '../sources.ts'
import { mustHear } from './involvedMunicipalities.ts'

/**
 * Last day for an answer, the day itself included: `days` calendar days after sending; where that is no working day, the
 * next one that is (ASSUMPTION). 2026-11-30 and 21 days give 2026-12-21.
 */
export function consultationDeadline(sentOn: EffectiveDate, days: number): EffectiveDate {
  return onOrAfterWorkingDay(addDays(sentOn, days))
}

/** hearings sent are waited for until they are answered or their deadline has passed without an answer. */
export const consultationProcedure = defineRule({
  id: 'R-38',
  version: 3,
  strength: 'principle',
  uses: ['caseDays', 'hearCapacityCases'],
  sources: [assumption('caseDays'), assumption('nextWorkingDay'), published('S_DH'), published('S_NORDEN')],
  judge(facts, { caseDays, hearCapacityCases }): Verdict {
    const { consultations, today } = facts
    const sent = consultations.filter(({ state }) => state !== 'not-sent' && state !== 'not-required')
    const open = sent.filter(({ state }) => state === 'sent')
    const lapsed = sent.filter(({ state }) => state === 'lapsed')
    const lastDay = open
      .flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]))
      .toSorted()
      .at(-1)
    const shared = {
      measured: [
        { key: 'sent', value: sent.length, unit: 'count' as const },
        { key: 'open', value: open.length, unit: 'count' as const, limit: 0 },
        { key: 'caseDays', value: caseDays, unit: 'days' as const },
      ],
      inputs: consultations.flatMap(({ inputs }) => inputs),
      evidence: sent.map(({ municipality, state }) => ({
        kind: 'municipality' as const,
        role: 'heard',
        code: municipality,
        status: state,
      })),
      params: {
        sent: sent.length,
        open: open.map(({ municipality }) => municipality),
        noResponse: lapsed.map(({ municipality }) => municipality),
        dueOn: lastDay ?? '',
        ifSentToday: consultationDeadline(today, caseDays),
      },
    }
    if (sent.length === 0) {
      const code = mustHear(facts, hearCapacityCases) ? 'R-38.notSent' : 'R-38.nobody'
      return { ...shared, outcome: 'not-applicable', code }
    }
    if (open.length > 0) return { ...shared, outcome: 'needs-consultation', code: 'R-38.open' }
    // Silence is recorded as no response and shown as such; it is never consent.
    return { ...shared, outcome: 'pass', code: lapsed.length > 0 ? 'R-38.noResponse' : 'R-38.answered' }
  },
})
