import type { BendFact } from '../facts/capacity.ts'
import { defineRule, pointOf, type Verdict } from '../rule.ts'
import { published } from '../sources.ts'
import { bendLimitOere, cutOere, maxNumbers, unitsOf } from './bendLimit.ts'
import { numbers, subsidy } from './capacityLevers.ts'

interface Level {
  readonly unit62Oere: number
  readonly unit51Oere: number
  readonly unitIndexTenThousandths: number
  readonly bendReductionPercent: number
}

/**
 * a clinic's capacity in kroner and its bend limit, since 2024. Subsidy above the limit is paid less 40 %: a
 * consequence for its economy, not misconduct. Owner and lessee numbers stay within the units rounded up, except those
 * that the clinic had at the transition. Amounts in øre a year.
 */
export const krCapacity = defineRule({
  id: 'R-08',
  version: 1,
  strength: 'binding',
  uses: ['regime', 'unit62Oere', 'unit51Oere', 'unitLevelYear', 'unitIndexTenThousandths', 'bendReductionPercent'],
  sources: [published('S_KAP', 'section 2, point 2'), published('S_FAKTA')],
  levers: [subsidy('62'), subsidy('51'), numbers],
  judge({ capacity }, parameters): Verdict {
    const facts = capacity?.bend ?? null
    if (facts === null) return { outcome: 'not-applicable', code: 'R-08.noClinic' }
    if (parameters.regime !== 'KR_PER_CLINIC') return { outcome: 'not-applicable', code: 'R-08.inHours' }
    const { clinic, numbersAfter, numbersAtTransition, place } = facts
    const bends = facts.specialties.map((one) => ({ ...one, ...bendOf(one, parameters) }))
    const units = bends.reduce((sum, { unitsAfter }) => sum + unitsAfter, 0)
    const most = maxNumbers(units)
    const grandfathered = numbersAtTransition !== null && numbersAfter <= numbersAtTransition
    const tooMany = numbersAfter > most && !grandfathered
    const above = bends.filter(({ excess }) => excess !== null && excess > 0)
    const sum = (of: (bend: (typeof bends)[number]) => number | null) =>
      above.reduce((total, bend) => total + (of(bend) ?? 0), 0)
    // A specialty without units has no subsidy to look at; one with units and no figures is not known.
    const missing = [
      ...(clinic === null ? ['clinic'] : []),
      ...bends.flatMap(({ specialty, unitsHundredths, subsidyOere }) =>
        unitsHundredths > 0 && subsidyOere === null ? [`subsidy${specialty}`] : [],
      ),
    ]
    const shared = {
      missing,
      measured: [
        ...bends.flatMap(({ specialty, unitsAfter, subsidyOere, limit, cut }) => [
          { key: 'subsidy', value: subsidyOere, unit: 'oere' as const, limit, specialty },
          { key: 'units', value: unitsAfter, unit: 'unitsHundredths' as const, specialty },
          ...(cut === null || cut === 0 ? [] : [{ key: 'bendCut', value: cut, unit: 'oere' as const, specialty }]),
        ]),
        { key: 'numbersAfter', value: numbersAfter, unit: 'count' as const, limit: most },
      ],
      inputs: facts.inputs,
      evidence: place === null ? [] : pointOf(place, 'clinic'),
      params: {
        missing,
        count: numbersAfter,
        most,
        unitsHundredths: units,
        excessOere: sum(({ excess }) => excess),
        cutOere: sum(({ cut }) => cut),
        paidOere: sum(({ subsidyOere, cut }) => (subsidyOere ?? 0) - (cut ?? 0)),
      },
    }
    if (tooMany) return { ...shared, outcome: 'breach', code: 'R-08.tooMany' }
    if (above.length > 0) return { ...shared, outcome: 'breach', code: 'R-08.above' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-08.unknown' }
    return numbersAfter > most
      ? { ...shared, outcome: 'pass', code: 'R-08.grandfathered' }
      : { ...shared, outcome: 'pass', code: 'R-08.within' }
  },
})

/** Limit, excess and cut of one specialty; unknown without a subsidy. */
function bendOf(
  { specialty, unitsHundredths, requestedOere, indexTenThousandths, subsidyOere }: BendFact['specialties'][number],
  { unit62Oere, unit51Oere, unitIndexTenThousandths, bendReductionPercent }: Level,
) {
  const unitOere = specialty === '62' ? unit62Oere : unit51Oere
  const unitsAfter = unitsHundredths + unitsOf(requestedOere, unitOere)
  const limit = bendLimitOere(unitsAfter, unitOere, indexTenThousandths ?? unitIndexTenThousandths)
  const excess = subsidyOere === null ? null : Math.max(0, subsidyOere - limit)
  return { unitsAfter, limit, excess, cut: excess === null ? null : cutOere(excess, bendReductionPercent) }
}
