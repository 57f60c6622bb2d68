import type { BothOffersFacts } from '../facts/municipal.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { seed } from '../sources.ts'

/** the same thing for the same people, from practices and from the municipality, is shown side by side and never added. */
export const noDuplicates = defineRule({
  id: 'R-35',
  version: 1,
  strength: 'principle',
  uses: [],
  sources: [seed('S_SEED003', 'no duplicate offers'), seed('S_SEED004', 'free choice')],
  judge({ municipality, practice, municipal, inputs }: BothOffersFacts): Verdict {
    const shared = {
      inputs,
      measured: [
        { key: 'practiceSupply', value: practice, unit: 'count' as const, municipality },
        { key: 'municipalSupply', value: municipal, unit: 'count' as const, municipality },
      ],
      params: { municipality, practice: practice ?? '', municipal: municipal ?? '' },
    }
    const missing = [
      ...(practice === null ? ['practiceSupply'] : []),
      ...(municipal === null ? ['municipalSupply'] : []),
    ]
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-35.unknown', missing }
    if (practice === 0 || municipal === 0) return { ...shared, outcome: 'not-applicable', code: 'R-35.oneOnly' }
    return { ...shared, outcome: 'pass', code: 'R-35.apart' }
  },
})
