import type { Told } from '#api/views/caps'
import type { PlanParameters } from '#events/planParameters'
import type { ProposalFacts } from '../facts/proposal.ts'
import type { SetCapFact, SizeFact } from '../facts/specialisation.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, published, seed } from '../sources.ts'
import { type CapParameters, capBetween, capOf } from './specialisationCap.ts'

/** A cap by one way of counting, or the bounds that what is told leaves. */
export interface SizedCap {
  readonly share: number | null
  readonly cap: number | null
  readonly between: readonly [number, number] | null
}

/**
 * The cap by the sizes that may be told. Where another group's size is hidden or unknown but whatever it is gives the same
 * cap, that is the cap; a group whose own size is not told has none (R-27: needs information).
 */
export function capFrom(physiotherapists: number, size: SizeFact, parameters: CapParameters): SizedCap {
  const { people, all, own, others } = size
  if (people.state === 'value' && all.state === 'value')
    return { ...capOf(physiotherapists, people.value, all.value, parameters), between: null }
  const between = capBetween(physiotherapists, own, others, parameters)
  const isSettled = between !== null && between[0] === between[1] && people.state === 'value'
  return { share: null, cap: isSettled ? between[0] : null, between }
}

/** What a cap lacks: the size of the group itself, or that of another. */
export function capLacks({ people, all }: Pick<SizeFact, 'people' | 'all'>): readonly string[] {
  return [...new Set([people, all].flatMap(lackOf))]
}

function lackOf(told: Told): readonly string[] {
  if (told.state === 'value') return []
  return told.state === 'hidden' ? ['suppressed'] : [told.lacks]
}

/**
 * no more are documented for a group than its share of the region's patients gives. Proposed by the patient
 * organisations and adopted by nobody, so it advises. Where the committee has adopted a cap as part of its plan, that one
 * is measured by instead and is a principle of the plan. Whoever is documented already keeps it; a new documentation above
 * the cap is a breach. By prevalence and by users the caps differ, so both are told.
 */
export const documentedCap = defineRule({
  id: 'R-27',
  version: 2,
  strength: 'proposal',
  uses: ['capFactorHundredths', 'capRounding', 'capMinimum', 'capBasis', 'minCell'],
  sources: [
    seed('S_SEED000', 'recommendation 3'),
    published('S_FCP'),
    assumption('capFactorHundredths'),
    assumption('capRounding'),
    assumption('capBasis'),
  ],
  judge({ cap: facts, proposal }, parameters): Verdict {
    if (proposal !== undefined && proposal.caps.length > 0) return byProposal(proposal)
    if (facts === null) return { outcome: 'not-applicable', code: 'R-27.notConcerned' }
    const { target, area, physiotherapists, before, after, sizes, inputs } = facts
    const by = (basis: PlanParameters['capBasis']) => capFrom(physiotherapists, sizes[basis], parameters).cap
    const held = tightest(facts.set)
    if (held !== null) return bySetCap(held, target.id)
    const cap = by(parameters.capBasis)
    const shared = {
      inputs,
      measured: [
        { key: 'documentedInArea', value: after, unit: 'count' as const, limit: cap },
        { key: 'documentedBefore', value: before, unit: 'count' as const },
        { key: 'physiotherapists', value: physiotherapists, unit: 'count' as const },
        { key: 'capByPrevalence', value: by('prevalence'), unit: 'count' as const },
        { key: 'capByUsers', value: by('users'), unit: 'count' as const },
      ],
      params: {
        group: target.id,
        area,
        before,
        after,
        ...(cap === null ? {} : { cap, excess: Math.max(0, after - cap) }),
      },
    }
    if (cap === null) {
      const missing = capLacks(sizes[parameters.capBasis])
      return { ...shared, outcome: 'needs-information', code: 'R-27.unknown', missing }
    }
    if (after <= cap) return { ...shared, outcome: 'pass', code: 'R-27.within' }
    if (after <= before) return { ...shared, outcome: 'pass', code: 'R-27.holder' }
    return { ...shared, outcome: 'breach', code: 'R-27.exceeds' }
  },
})

/** Of caps that are proposed: whoever is documented keeps it, so a cap below them binds newcomers alone. Each is told. */
function byProposal({ caps, inputs }: ProposalFacts): Verdict {
  const below = caps.filter(({ cap, documented }) => documented > cap)
  return {
    outcome: below.length === 0 ? 'pass' : 'breach',
    code: below.length === 0 ? 'R-27.proposed' : 'R-27.proposedBelowGroups',
    inputs,
    measured: [
      { key: 'capsProposed', value: caps.length, unit: 'count' },
      { key: 'capsBelowDocumented', value: below.length, unit: 'count', limit: 0 },
      ...below.map(({ area, group, cap, documented }) => ({
        key: 'documentedInArea',
        value: documented,
        unit: 'count' as const,
        limit: cap,
        area,
        group,
      })),
    ],
    params: {
      caps: caps.length,
      below: below.length,
      ...(below.length === 0 ? {} : { members: [...new Set(below.map(({ group }) => group))] }),
    },
  }
}

/** Of caps that were set, the one that is most exceeded, or has least room left; the first of equals. */
function tightest(set: readonly SetCapFact[]): SetCapFact | null {
  const room = ({ cap, after }: SetCapFact) => cap - after
  return set.reduce((least: SetCapFact | null, one) => (least === null || room(one) < room(least) ? one : least), null)
}

/** By a cap that was set: no size is needed, because whoever set it had one. */
function bySetCap({ area, cap, planRef, before, after, inputs }: SetCapFact, group: string): Verdict {
  const shared = {
    inputs,
    // What a committee adopts for its plan holds until it rules otherwise with a reason; a scenario's own cap is a proposal.
    ...(planRef === null ? {} : { strength: 'principle' as const }),
    measured: [
      { key: 'documentedInArea', value: after, unit: 'count' as const, limit: cap },
      { key: 'documentedBefore', value: before, unit: 'count' as const },
    ],
    params: {
      group,
      area,
      before,
      after,
      cap,
      excess: Math.max(0, after - cap),
      ...(planRef === null ? {} : { planRef }),
    },
  }
  if (after <= cap) return { ...shared, outcome: 'pass', code: planRef === null ? 'R-27.within' : 'R-27.withinPlan' }
  if (after <= before) return { ...shared, outcome: 'pass', code: planRef === null ? 'R-27.holder' : 'R-27.holderPlan' }
  return { ...shared, outcome: 'breach', code: planRef === null ? 'R-27.exceeds' : 'R-27.exceedsPlan' }
}
