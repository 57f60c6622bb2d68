import type { ProgressiveFacts } from '../facts/followUp.ts'
import { compare, ratio, rounded } from '../ratio.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { progressiveServices } from './followUpLevers.ts'

/**
 * individual services per patient and year for progressive patients without severe disability. The plan follows
 * them up without naming a number; the number is the agreement's (S_FIRE). Above it the cause is asked for.
 */
export const progressivePatients = defineRule({
  id: 'R-23',
  version: 2,
  strength: 'binding',
  uses: ['maxIndividualTenths'],
  sources: [seed('S_SEED001', 'section 4, annex 2'), published('S_FIRE')],
  levers: [progressiveServices],
  judge({ figures, review }: ProgressiveFacts, { maxIndividualTenths }): Verdict {
    const { progressivePatients: patients, progressiveIndividualServices: services } = figures
    const inputs = [...figures.inputs, ...(review?.inputs ?? [])]
    if (patients === null || services === null || patients === 0) {
      const missing = [
        ...(patients === null || patients === 0 ? ['progressivePatients'] : []),
        ...(services === null ? ['progressiveServices'] : []),
      ]
      return { inputs, outcome: 'needs-information', code: 'R-23.unknown', missing, params: { missing } }
    }
    const each = ratio(services, patients)
    const shared = {
      inputs,
      measured: [
        { key: 'progressivePatients', value: patients, unit: 'count' as const },
        { key: 'progressiveServices', value: services, unit: 'count' as const },
        {
          key: 'servicesPerPatient',
          value: rounded(each, 10),
          unit: 'countTenths' as const,
          limit: maxIndividualTenths,
        },
      ],
      params: { perPatientTenths: rounded(each, 10), limitTenths: maxIndividualTenths },
    }
    if (compare(each, ratio(maxIndividualTenths, 10)) <= 0) return { ...shared, outcome: 'pass', code: 'R-23.within' }
    if (review?.conclusion != null) return { ...shared, outcome: 'pass', code: 'R-23.explained' }
    return { ...shared, outcome: 'needs-information', code: 'R-23.above', missing: ['cause'] }
  },
})
