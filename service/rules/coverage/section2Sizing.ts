import { defineRule, type Verdict } from '../rule.ts'
import { assumption, published, seed } from '../sources.ts'
import { uplift } from './coverageLevers.ts'
import { calculateSection2 } from './section2Calculator.ts'

/** the agreement that a therapist joins is of the size that the population asks for; a calculator, and a warning. */
export const section2Sizing = defineRule({
  id: 'R-33',
  version: 2,
  strength: 'recommendation',
  uses: ['section2UpliftPercent', 'section2WarnPoints'],
  sources: [
    seed('S_SEED002', 'scaling from another region, budget table'),
    published('S_POP24'),
    assumption('section2WarnPoints'),
  ],
  levers: [uplift],
  judge({ section2 }, { section2WarnPoints }): Verdict {
    if (section2 === null) return { outcome: 'not-applicable', code: 'R-33.noAgreement' }
    const { proposal, membersAfter, lacks, inputs, region } = section2
    const missing = [...lacks, ...(proposal === null ? ['section2Agreement'] : [])]
    if (proposal === null || missing.length > 0)
      return { outcome: 'needs-information', code: 'R-33.unknown', missing, inputs, params: { missing, region } }
    const result = calculateSection2(proposal.figures, section2WarnPoints)
    const sized = result[proposal.basis]
    const shared = {
      inputs,
      measured: [
        { key: 'section2Members', value: membersAfter, unit: 'count' as const, limit: sized.therapists },
        {
          key: 'section2DifferenceTenths',
          value: result.differenceTenths,
          unit: 'count' as const,
          limit: section2WarnPoints * 10,
        },
        { key: 'section2BySeed', value: result.seed.therapists, unit: 'count' as const },
        { key: 'section2ByPopulation', value: result.population.therapists, unit: 'count' as const },
        { key: 'section2Yearly', value: sized.yearlyOere, unit: 'oere' as const },
      ],
      params: {
        region,
        members: membersAfter,
        sized: sized.therapists,
        uplift: proposal.figures.upliftPercent,
        populationUpliftPercentTenths: result.populationUpliftTenths,
        bySeed: result.seed.therapists,
        byPopulation: result.population.therapists,
      },
    }
    if (result.warns) return { ...shared, outcome: 'breach', code: 'R-33.differs', advice: true }
    return { ...shared, outcome: 'pass', code: 'R-33.agrees' }
  },
})
