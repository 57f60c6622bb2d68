import type { ChildrensCriteria } from '#events/clinic'
import type { PlanParameters } from '#events/planParameters'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

const criteria = ['competence', 'facilities', 'equipment', 'parentsInvolved'] as const

/** Which of the four a clinic has not told, and which it says it does not meet. */
export function criteriaOf(said: ChildrensCriteria): {
  readonly unsaid: readonly string[]
  readonly unmet: readonly string[]
} {
  return {
    unsaid: criteria.filter((one) => said[one] === null),
    unmet: criteria.filter((one) => said[one] === false),
  }
}

/** True when a clinic meets all four. */
export function isChildrensClinic(said: ChildrensCriteria): boolean {
  return criteria.every((one) => said[one] === true)
}

/** Whether a place so many straight metres away is within reach by road, the limit itself included. */
export function inReach(
  metres: number | null,
  { coverageMaxKm, detourHundredths }: Pick<PlanParameters, 'coverageMaxKm' | 'detourHundredths'>,
): boolean {
  return metres !== null && (metres * detourHundredths) / 100 <= coverageMaxKm * 1000
}

/**
 * children are treated at clinics with competence, facilities, equipment and parents involved. A criterion that has not been
 * told needs information; a municipality without a clinic in reach that meets all four is a breach.
 */
export const childrensClinic = defineRule({
  id: 'R-31',
  version: 1,
  strength: 'proposal',
  uses: ['coverageMaxKm', 'detourHundredths'],
  sources: [seed('S_SEED000', 'recommendation 3'), assumption('coverageMaxKm'), assumption('detourHundredths')],
  judge({ childrensClinic: fact }, limits): Verdict {
    if (fact === null) return { outcome: 'not-applicable', code: 'R-31.notChildren' }
    const { criteria: said, nearestMetres, inputs } = fact
    if (said === null) return { outcome: 'needs-information', code: 'R-31.noClinic', missing: ['clinic'], inputs }
    const byRoad = nearestMetres === null ? null : Math.round((nearestMetres * limits.detourHundredths) / 100)
    const shared = {
      inputs,
      measured: [
        {
          key: 'nearestChildrensClinic',
          value: byRoad,
          unit: 'metres' as const,
          limit: limits.coverageMaxKm * 1000,
        },
      ],
    }
    if (isChildrensClinic(said)) return { ...shared, outcome: 'pass', code: 'R-31.qualifies' }
    const { unsaid, unmet } = criteriaOf(said)
    if (unsaid.length > 0) {
      const met = criteria.length - unsaid.length - unmet.length
      return { ...shared, outcome: 'needs-information', code: 'R-31.lacking', missing: unsaid, params: { met } }
    }
    const params = { unmet: [...unmet], maxKm: limits.coverageMaxKm }
    if (inReach(nearestMetres, limits)) return { ...shared, outcome: 'pass', code: 'R-31.near', params }
    return { ...shared, outcome: 'breach', code: 'R-31.none', params }
  },
})
