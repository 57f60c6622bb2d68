import type { Measure } from '#events/finding'
import type { ShiftFact } from '../facts/capacity.ts'
import type { CaseFacts } from '../facts.ts'
import { unitOf } from '../regime.ts'
import { arrow, defineRule, isPlaced, takesHold, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { capacityMoved } from './levers.ts'

/** What moves in the case: the relocation of an address, or what another application takes from one place to another. */
function shiftOf({ relocation, capacity, wantedFrom }: CaseFacts): ShiftFact | null {
  if (relocation === null) return capacity?.shift ?? null
  return { ...relocation, takesHold: takesHold(relocation, wantedFrom) }
}

/**
 * capacity stays in its municipality. A municipality that would gain or lose more than the tolerance is a breach.
 * Measured in tenths of hours or hundredths of units, by the regime of the effective date.
 */
export const capacityStays = defineRule({
  id: 'R-02',
  version: 2,
  strength: 'principle',
  uses: ['regime', 'crossMunicipalityAllowed', 'toleranceHoursTenths', 'toleranceUnitsHundredths'],
  sources: [
    seed('S_SEED001', 'section 4, annex 2'),
    published('S_NYOK', 'hours until 2023-12-31'),
    published('S_KAP', 'units per clinic from 2024-01-01'),
  ],
  levers: [capacityMoved],
  judge(facts, parameters): Verdict {
    const shift = shiftOf(facts)
    if (shift === null) return { outcome: 'not-applicable', code: 'R-02.nothingMoves' }
    const { from, to, capacity, municipalities } = shift
    const unit = unitOf(capacity.regime)
    const limit = unit === 'hoursTenths' ? parameters.toleranceHoursTenths : parameters.toleranceUnitsHundredths
    const measured = deltas(shift, unit, limit)
    const missing = [
      ...missingOf(shift, capacity.regime === parameters.regime),
      ...(shift.takesHold ? [] : ['currentAddress']),
    ]
    const evidence = [
      ...(from === to ? [] : arrow(from?.position ?? null, to?.position ?? null)),
      ...municipalities.map(({ code, before, after }) => ({
        kind: 'municipality' as const,
        role: after < before ? 'loses' : 'gains',
        code,
      })),
    ]
    const shared = {
      measured,
      evidence,
      inputs: capacity.inputs,
      params: { from: from?.municipality ?? '', to: to?.municipality ?? '', unit },
    }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-02.unknown', missing }
    const moved = municipalities.some(({ before, after }) => Math.abs(after - before) > limit)
    if (!moved) return { ...shared, outcome: 'pass', code: 'R-02.stays' }
    return parameters.crossMunicipalityAllowed
      ? { ...shared, outcome: 'pass', code: 'R-02.crossingAllowed' }
      : { ...shared, outcome: 'breach', code: 'R-02.leaves' }
  },
})

function missingOf({ from, to, capacity, municipalities }: ShiftFact, sameRegime: boolean): string[] {
  const crosses = from?.municipality !== to?.municipality
  const unseen = crosses && municipalities.length === 0 && capacity.amount !== 0
  return [
    ...(from !== null && isPlaced(from) ? [] : ['fromMunicipality']),
    ...(to !== null && isPlaced(to) ? [] : ['toMunicipality']),
    ...(capacity.amount === null || unseen ? ['capacity'] : []),
    ...(sameRegime ? [] : ['ruleSetOfTheRegime']),
  ]
}

/** Change per municipality; where none differs, the known ends of the move with a change of 0. */
function deltas({ from, to, capacity, municipalities }: ShiftFact, unit: Measure['unit'], limit: number): Measure[] {
  const ends = [
    { key: 'deltaFrom', code: from?.municipality ?? null },
    { key: 'deltaTo', code: to?.municipality ?? null },
  ]
  const known = municipalities.map(({ code, before, after }) => ({
    key: ends.find((end) => end.code === code)?.key ?? 'deltaOther',
    value: after - before,
    unit,
    limit,
    municipality: code,
  }))
  const still = capacity.amount === null ? null : 0
  const unchanged = ends.flatMap(({ key, code }) =>
    code === null || known.some(({ municipality }) => municipality === code)
      ? []
      : [{ key, value: from?.municipality === to?.municipality ? still : null, unit, limit, municipality: code }],
  )
  return [...known, ...unchanged]
}
