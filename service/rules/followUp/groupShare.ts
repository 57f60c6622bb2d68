import type { GroupShareFacts, Reported } from '../facts/followUp.ts'
import { compare, ratio, rounded } from '../ratio.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { seed } from '../sources.ts'
import { laterCost, laterGroup, laterIndividual } from './followUpLevers.ts'

/** Group and individual services together; null when one of them is unknown. */
export function allServices({ groupServices: group, individualServices: individual }: Reported): number | null {
  return group === null || individual === null ? null : group + individual
}

function missingOf(figures: Reported | null): string[] {
  if (figures === null) return ['earlierPeriod']
  return [
    ...(figures.groupServices === null ? ['groupServices'] : []),
    ...(figures.individualServices === null ? ['individualServices'] : []),
    ...(figures.patients === null ? ['patients'] : []),
    ...(figures.oere === null ? ['expenditure'] : []),
  ]
}

/**
 * group sessions replace individual treatment. The share goes up, individual services go down by at least what group
 * services grew, and the cost per patient does not rise. A share that does not go up is advice.
 */
export const groupShare = defineRule({
  id: 'R-24',
  version: 2,
  strength: 'binding',
  uses: ['substitutionHundredths'],
  sources: [seed('S_SEED001', 'section 4')],
  levers: [laterCost, laterGroup, laterIndividual],
  judge({ municipality, before, after, highest }: GroupShareFacts, { substitutionHundredths }): Verdict {
    const inputs = [...(before?.inputs ?? []), ...after.inputs]
    const levels = before !== null && before.priceLevelYear !== after.priceLevelYear ? ['samePriceLevel'] : []
    const missing = [...new Set([...missingOf(before), ...missingOf(after), ...levels])]
    const unknown = {
      inputs,
      outcome: 'needs-information',
      code: 'R-24.unknown',
      missing,
      params: { municipality, missing },
    } as const
    if (before === null || missing.length > 0) return unknown
    const { groupServices: g0, individualServices: i0, patients: p0, oere: o0 } = before
    const { groupServices: g1, individualServices: i1, patients: p1, oere: o1 } = after
    if (
      g0 === null ||
      i0 === null ||
      p0 === null ||
      o0 === null ||
      g1 === null ||
      i1 === null ||
      p1 === null ||
      o1 === null
    )
      return unknown
    const none = ['services', 'patients'].filter((_, index) =>
      index === 0 ? g0 + i0 === 0 || g1 + i1 === 0 : p0 === 0 || p1 === 0,
    )
    if (none.length > 0) return { ...unknown, missing: none, params: { municipality, missing: none } }
    const [share0, share1] = [ratio(g0, g0 + i0), ratio(g1, g1 + i1)]
    const [cost0, cost1] = [ratio(o0, p0), ratio(o1, p1)]
    const [more, fewer] = [g1 - g0, i0 - i1]
    const substitution = more > 0 ? rounded(ratio(fewer, more), 100) : null
    const shared = {
      inputs,
      evidence: [{ kind: 'municipality' as const, role: 'groupShare', code: municipality }],
      measured: [
        { key: 'groupShareBefore', value: rounded(share0, 1000), unit: 'permille' as const },
        {
          key: 'groupShareAfter',
          value: rounded(share1, 1000),
          unit: 'permille' as const,
          ...(highest === null || highest.all === 0 ? {} : { limit: rounded(ratio(highest.group, highest.all), 1000) }),
        },
        { key: 'groupGrowth', value: more, unit: 'count' as const },
        { key: 'individualDrop', value: fewer, unit: 'count' as const, limit: more },
        { key: 'costPerPatientBefore', value: rounded(cost0), unit: 'oere' as const },
        { key: 'costPerPatient', value: rounded(cost1), unit: 'oere' as const, limit: rounded(cost0) },
      ],
      params: {
        municipality,
        beforePermille: rounded(share0, 1000),
        afterPermille: rounded(share1, 1000),
        more,
        fewer,
        substitutionHundredths: substitution ?? '',
        costBeforeOere: rounded(cost0),
        costAfterOere: rounded(cost1),
      },
    }
    if (compare(share1, share0) <= 0) return { ...shared, outcome: 'breach', code: 'R-24.notUp', advice: true }
    const replaced = fewer * 100 >= substitutionHundredths * Math.max(0, more)
    const dearer = compare(cost1, cost0) > 0
    if (replaced && !dearer) return { ...shared, outcome: 'pass', code: 'R-24.replaced' }
    const unmet = [...(replaced ? [] : ['substitution']), ...(dearer ? ['costPerPatient'] : [])]
    return { ...shared, outcome: 'breach', code: 'R-24.notReplaced', params: { ...shared.params, unmet } }
  },
})
