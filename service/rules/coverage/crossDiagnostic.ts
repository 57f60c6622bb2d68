import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

/**
 * R-29: documentation for a family of groups counts as skilled care for each of its small groups, and once towards the
 * family's joint cap, which is by the groups' sizes together (R-27). Which groups make a family is an ASSUMPTION; the seed
 * names connective tissue.
 */
export const crossDiagnostic = defineRule({
  id: 'R-29',
  version: 1,
  strength: 'proposal',
  uses: ['smallGroupBelow'],
  sources: [seed('S_SEED000', 'recommendation 3'), assumption('smallGroupBelow')],
  judge({ family: fact }, { smallGroupBelow }): Verdict {
    if (fact === null) return { outcome: 'not-applicable', code: 'R-29.oneGroup' }
    const { family, members } = fact
    const unknown = members.filter(({ persons }) => persons === null).map(({ group }) => group)
    const small = members.filter(({ persons }) => persons !== null && persons < smallGroupBelow)
    if (unknown.length > 0)
      return {
        outcome: 'needs-information',
        code: 'R-29.sizeUnknown',
        missing: ['groupSize'],
        params: { family, members: unknown },
      }
    if (small.length === 0) return { outcome: 'pass', code: 'R-29.noneSmall', params: { family } }
    return {
      outcome: 'pass',
      code: 'R-29.counts',
      params: { family, members: small.map(({ group }) => group) },
    }
  },
})
