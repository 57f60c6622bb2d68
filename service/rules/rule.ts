import type { z } from 'zod'
import type { EventId } from '#events/envelope'
import type { Finding, FindingParams, MapEvidence, Measure, Outcome, RuleId, Source, Strength } from '#events/finding'
import type { FindingCode } from '#events/glossary'
import type { Address, Position2d } from '#events/place'
import type { ParameterKey, PlanParameters } from '#events/planParameters'
import { contains, type EffectiveDate } from '#events/time'
import type { CaseFacts } from './facts.ts'
import { flipsOf, type Lever } from './flip.ts'
import { samePlace } from './samePlace.ts'

/** One rule of the catalogue. Pure: the same facts and parameters give the same finding, forever. */
export interface Rule<Facts = CaseFacts> {
  readonly id: RuleId
  /** Raised whenever the same facts could give another finding than before. */
  readonly version: number
  readonly strength: Strength
  /** Parameters that the rule reads. */
  readonly uses: readonly ParameterKey[]
  readonly sources: readonly Source[]
  /** Inputs whose change could turn the finding. */
  readonly levers: readonly Lever<Facts>[]
  /** `others` are the findings of the other rules, for R-39, which speaks of them. */
  evaluate(facts: Facts, parameters: PlanParameters, others?: readonly Finding[]): Finding
}

/** What a rule's own code decides; the rest of the finding is filled in here. */
export interface Verdict {
  readonly outcome: Outcome
  /** Where this case's strength is another than the rule's own. */
  readonly strength?: Strength
  readonly code: FindingCode
  readonly params?: z.infer<typeof FindingParams>
  readonly measured?: readonly Measure[]
  readonly missing?: readonly string[]
  readonly inputs?: readonly EventId[]
  readonly evidence?: readonly MapEvidence[]
  /** What the rule says here is advice, however binding the rule is: shown apart, never a fault. */
  readonly advice?: true
}

/** What every rule's facts carry: the events that the question itself came from, such as an application. */
export interface Asked {
  readonly caseInputs: readonly EventId[]
}

interface RuleDefinition<Key extends ParameterKey, Facts extends Asked> {
  readonly id: RuleId
  readonly version: number
  readonly strength: Strength
  /** Parameters that the rule reads, and no others: the finding records their values. */
  readonly uses: readonly Key[]
  readonly sources: readonly Source[]
  /** Inputs whose change could turn the finding; none when the rule does not measure a number that could be another. */
  readonly levers?: readonly Lever<Facts>[]
  judge(facts: Facts, parameters: Pick<PlanParameters, Key>, others: readonly Finding[]): Verdict
}

/**
 * Makes a rule from its judgement. A departure is possible from a principle that is not met, never from a binding rule
 * (rules.md, "How rules run" 2); the committee may still rule against either, with a reason.
 */
export function defineRule<const Key extends ParameterKey, Facts extends Asked = CaseFacts>(
  definition: RuleDefinition<Key, Facts>,
): Rule<Facts> {
  const { id, version, strength, uses, sources, levers = [] } = definition
  return {
    id,
    version,
    strength,
    uses,
    sources,
    levers,
    evaluate(facts, parameters, others = []) {
      const verdict = definition.judge(facts, parameters, others)
      const found = verdict.advice === true ? 'recommendation' : (verdict.strength ?? strength)
      const met = verdict.outcome === 'pass' || verdict.outcome === 'not-applicable'
      return {
        rule: id,
        version,
        outcome: verdict.outcome,
        strength: found,
        derogationPossible: found === 'principle' && !met,
        code: verdict.code,
        // A sentence that speaks of what is missing always can.
        params: { ...(verdict.missing === undefined ? {} : { missing: [...verdict.missing] }), ...verdict.params },
        measured: [...(verdict.measured ?? [])],
        flips: flipsOf(levers, facts, (changed) => definition.judge(changed, parameters, others)),
        parameters: Object.fromEntries(uses.map((key) => [key, parameters[key]])),
        missing: [...(verdict.missing ?? [])],
        inputs: [...new Set([...facts.caseInputs, ...(verdict.inputs ?? [])])].toSorted(),
        evidence: [...(verdict.evidence ?? [])],
        sources: [...sources],
      }
    },
  }
}

/** True when the municipality of an address is settled: known, and not waiting for a person to confirm it. */
export function isPlaced(address: Address): boolean {
  return address.municipality !== null && address.certainty !== 'confirm' && address.certainty !== 'unknown'
}

/**
 * True when the change takes hold: from the date wanted, the clinic is at the new address. It is not when the register
 * refuses the move, because the practice is no longer where the application says.
 */
export function takesHold(
  { to, addressesAfter }: NonNullable<CaseFacts['relocation']>,
  wantedFrom: EffectiveDate,
): boolean {
  return addressesAfter.some(({ address, period }) => samePlace(address, to) && contains(period, wantedFrom))
}

/** A point for the map, or nothing when the address has none. */
export function pointOf(address: Address, role: string): MapEvidence[] {
  return address.position === null ? [] : [{ kind: 'point', role, position: address.position, label: address.text }]
}

/** An arrow for the map, or nothing when an end is unknown. */
export function arrow(from: Position2d | null, to: Position2d | null): MapEvidence[] {
  return from === null || to === null ? [] : [{ kind: 'arrow', from, to }]
}
