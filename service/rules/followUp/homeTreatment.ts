import { addMonths } from '../calendar.ts'
import type { HomeTreatmentFacts } from '../facts/followUp.ts'
import { compare, dividedBy, ratio, rounded } from '../ratio.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'
import { homeServices } from './followUpLevers.ts'
import { allServices } from './groupShare.ts'

/**
 * treatment at home. A share that is the review ratio or more of the region's is examined; exactly 1.25 is. One that
 * was explained is looked at again after some months: the need of a person is not necessarily lasting.
 */
export const homeTreatment = defineRule({
  id: 'R-25',
  version: 2,
  strength: 'binding',
  uses: ['homeReviewHundredths', 'homeReviewMonths'],
  sources: [seed('S_SEED001', 'section 4'), assumption('homeReviewHundredths'), assumption('homeReviewMonths')],
  levers: [homeServices],
  judge(facts: HomeTreatmentFacts, { homeReviewHundredths, homeReviewMonths }): Verdict {
    const { municipality, figures, regional, review, on } = facts
    const inputs = [...figures.inputs, ...(review?.inputs ?? [])]
    const all = allServices(figures)
    const { homeServices: home } = figures
    if (
      home === null ||
      all === null ||
      all === 0 ||
      regional.home === null ||
      regional.all === null ||
      regional.all === 0
    ) {
      const missing = [
        ...(home === null ? ['homeServices'] : []),
        ...(all === null || all === 0 ? ['services'] : []),
        ...(regional.home === null || regional.all === null || regional.all === 0 ? ['regionalHomeShare'] : []),
      ]
      return { inputs, outcome: 'needs-information', code: 'R-25.unknown', missing, params: { municipality, missing } }
    }
    const own = ratio(home, all)
    const region = ratio(regional.home, regional.all)
    const times = region.over === 0n ? null : dividedBy(own, region)
    const shared = {
      inputs,
      evidence: [{ kind: 'municipality' as const, role: 'homeShare', code: municipality }],
      measured: [
        { key: 'homeShare', value: rounded(own, 1000), unit: 'permille' as const },
        { key: 'homeShareRegion', value: rounded(region, 1000), unit: 'permille' as const },
      ],
      params: {
        municipality,
        homePermille: rounded(own, 1000),
        regionPermille: rounded(region, 1000),
        timesHundredths: times === null ? '' : rounded(times, 100),
      },
    }
    // Without any in the region there is nothing to be a multiple of; any at all is more.
    const high = times === null ? home > 0 : compare(times, ratio(homeReviewHundredths, 100)) >= 0
    if (!high) return { ...shared, outcome: 'pass', code: 'R-25.below' }
    const again = review?.closedOn == null ? null : addMonths(review.closedOn, homeReviewMonths)
    if (again !== null && on < again)
      return { ...shared, outcome: 'pass', code: 'R-25.explained', params: { ...shared.params, again } }
    return { ...shared, outcome: 'needs-information', code: 'R-25.examine', missing: ['cause'] }
  },
})
