import type { ControlFacts } from '../facts/followUp.ts'
import { compare, dividedBy, minus, ratio, rounded, times } from '../ratio.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, published, seed } from '../sources.ts'
import { cost } from './followUpLevers.ts'

const one = ratio(1, 1)

/**
 * control statistics. A cost per patient that is the threshold or more above the region's is examined; exactly 10 %
 * is examined. After that the committee may impose a ceiling; it never follows by itself.
 */
export const controlStatistics = defineRule({
  id: 'R-21',
  version: 1,
  strength: 'binding',
  uses: ['controlThresholdPercent', 'controlMinPatients'],
  sources: [
    seed('S_SEED001', 'footnote 1, section 4'),
    published('S_KONTROL'),
    published('S_NYOK'),
    assumption('mean of all expenditure over all patients'),
    assumption('controlMinPatients'),
  ],
  levers: [cost],
  judge(facts: ControlFacts, { controlThresholdPercent, controlMinPatients }): Verdict {
    const { figures, regional, review } = facts
    const { oere, patients } = figures
    const inputs = [...figures.inputs, ...(review?.inputs ?? [])]
    const persons = { key: 'patients', value: patients, unit: 'count' as const, limit: controlMinPatients }
    if (oere === null || patients === null || patients === 0 || regional.patients <= 0 || regional.oere <= 0) {
      const missing = [
        ...(oere === null ? ['expenditure'] : []),
        ...(patients === null || patients === 0 ? ['patients'] : []),
        ...(regional.patients <= 0 || regional.oere <= 0 ? ['regionalMean'] : []),
      ]
      return {
        inputs,
        measured: [persons],
        outcome: 'needs-information',
        code: 'R-21.unknown',
        missing,
        params: { missing },
      }
    }
    if (patients < controlMinPatients)
      return { inputs, measured: [persons], outcome: 'not-applicable', code: 'R-21.fewPatients' }
    const own = ratio(oere, patients)
    const mean = ratio(regional.oere, regional.patients)
    const limit = times(mean, ratio(100 + controlThresholdPercent, 100))
    const deviation = minus(dividedBy(own, mean), one)
    const shared = {
      inputs,
      measured: [
        persons,
        { key: 'costPerPatient', value: rounded(own), unit: 'oere' as const, limit: rounded(limit) },
        { key: 'meanPerPatient', value: rounded(mean), unit: 'oere' as const },
        {
          key: 'deviation',
          value: rounded(deviation, 1000),
          unit: 'permille' as const,
          limit: controlThresholdPercent * 10,
        },
      ],
      params: {
        costPerPatientOere: rounded(own),
        meanPerPatientOere: rounded(mean),
        deviationPermille: rounded(deviation, 1000),
        conclusion: review?.conclusion ?? '',
      },
    }
    if (compare(own, limit) < 0) return { ...shared, outcome: 'pass', code: 'R-21.below' }
    if (review?.conclusion === 'explained') return { ...shared, outcome: 'pass', code: 'R-21.explained' }
    if (review?.conclusion === 'ceiling') return { ...shared, outcome: 'pass', code: 'R-21.ceiling' }
    return {
      ...shared,
      outcome: 'needs-information',
      code: review === null ? 'R-21.examine' : 'R-21.underReview',
      missing: ['cause'],
    }
  },
})
