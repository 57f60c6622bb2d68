import type { EventId } from '#events/envelope'
import type { Measure } from '#events/finding'
import type { CapacityRegime } from '#events/planParameters'
import type { ShiftFact } from '../facts/capacity.ts'
import type { CaseFacts } from '../facts.ts'
import { unitOf } from '../regime.ts'
import { arrow, defineRule, isPlaced, takesHold, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { capacityMoved } from './levers.ts'

/** What moves: from where to where, how much of it in which unit, and what each municipality has before and after. */
interface Shift extends Pick<ShiftFact, 'from' | 'to' | 'municipalities' | 'takesHold'> {
  /** Null when unknown. */
  readonly amount: number | null
  readonly unit: ReturnType<typeof unitOf>
  /** Regime that a rule set must be of to judge it; null where any can. */
  readonly regime: CapacityRegime | null
  readonly inputs: readonly EventId[]
}

/** What moves in the case: an address, a riding agreement, or what another application takes from one place to another. */
function shiftOf({ relocation, capacity, riding, wantedFrom }: CaseFacts): Shift | null {
  // Riding hours are hours under either regime: units are of clinics.
  if (riding !== null && riding.shift !== null) {
    const { hoursTenths: amount, ...moves } = riding.shift
    return { ...moves, amount, unit: 'hoursTenths', regime: null, takesHold: riding.takesHold, inputs: riding.inputs }
  }
  const shift =
    relocation === null ? (capacity?.shift ?? null) : { ...relocation, takesHold: takesHold(relocation, wantedFrom) }
  if (shift === null) return null
  const { amount, regime, inputs } = shift.capacity
  return { ...shift, amount, unit: unitOf(regime), regime, inputs }
}

/**
 * capacity stays in its municipality. A municipality that would gain or lose more than the tolerance is a breach.
 * Measured in tenths of hours or hundredths of units, by the regime of the effective date; riding therapy in hours always.
 */
export const capacityStays = defineRule({
  id: 'R-02',
  version: 3,
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
    const { from, to, unit, municipalities } = shift
    const limit = unit === 'hoursTenths' ? parameters.toleranceHoursTenths : parameters.toleranceUnitsHundredths
    const measured = deltas(shift, limit)
    const missing = [
      ...missingOf(shift, shift.regime === null || shift.regime === parameters.regime),
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
      inputs: shift.inputs,
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

function missingOf({ from, to, amount, municipalities }: Shift, sameRegime: boolean): string[] {
  const crosses = from?.municipality !== to?.municipality
  const unseen = crosses && municipalities.length === 0 && amount !== 0
  return [
    ...(from !== null && isPlaced(from) ? [] : ['fromMunicipality']),
    ...(to !== null && isPlaced(to) ? [] : ['toMunicipality']),
    ...(amount === null || unseen ? ['capacity'] : []),
    ...(sameRegime ? [] : ['ruleSetOfTheRegime']),
  ]
}

/** Change per municipality; where none differs, the known ends of the move with a change of 0. */
function deltas({ from, to, amount, unit, municipalities }: Shift, limit: number): Measure[] {
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
  const still = amount === null ? null : 0
  const unchanged = ends.flatMap(({ key, code }) =>
    code === null || known.some(({ municipality }) => municipality === code)
      ? []
      : [{ key, value: from?.municipality === to?.municipality ? still : null, unit, limit, municipality: code }],
  )
  return [...known, ...unchanged]
}
