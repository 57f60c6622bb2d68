import type { z } from 'zod'
import type { PlanCommand } from '#api/commands/plan'
import type { Source } from '#events/finding'
import { boundsOf, isParameter, isWithin } from '#events/parameterBounds'
import { decisionSource, type PlanEvent, type planEvents, publishedSource, type RecordedPlanEvent } from '#events/plan'
import type { ParameterKey } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type RuleSet = z.infer<typeof planEvents.RuleSetPublished.data>
type InForce = z.infer<typeof planEvents.PlanInForce.data>

type Changed = z.infer<typeof planEvents.ParameterChanged.data>
type Confirmed = z.infer<typeof planEvents.ParameterConfirmed.data>

interface Published {
  readonly data: RuleSet
  readonly from: EffectiveDate
}

/** What was decided about one parameter, from a date on. */
type Decision = { readonly from: EffectiveDate } & (
  | { readonly kind: 'changed'; readonly data: Changed }
  | { readonly kind: 'confirmed'; readonly data: Confirmed }
)

/** A region's plan: its approvals, its periods in force, its rule sets, and what was decided about their parameters. */
export interface PlanState {
  readonly approvals: readonly { readonly plan: string; readonly from: EffectiveDate }[]
  readonly inForce: readonly { readonly data: InForce; readonly from: EffectiveDate }[]
  readonly ruleSets: readonly Published[]
  readonly decisions: readonly Decision[]
}

export const plan: Decider<PlanState, PlanCommand, PlanEvent, RecordedPlanEvent> = {
  initial: { approvals: [], inForce: [], ruleSets: [], decisions: [] },

  evolve(state, event) {
    switch (event.type) {
      case 'PlanApprovedByCommittee':
        return { ...state, approvals: [...state.approvals, { plan: event.data.plan, from: event.effectiveFrom }] }
      case 'PlanInForce':
        return { ...state, inForce: [...state.inForce, { data: event.data, from: event.effectiveFrom }] }
      case 'RuleSetPublished':
        return { ...state, ruleSets: [...state.ruleSets, { data: event.data, from: event.effectiveFrom }] }
      case 'ParameterChanged':
        return decided(state, { kind: 'changed', from: event.effectiveFrom, data: event.data })
      case 'ParameterConfirmed':
        return decided(state, { kind: 'confirmed', from: event.effectiveFrom, data: event.data })
      default:
        return event satisfies never
    }
  },

  decide(command, state) {
    const { region, effectiveFrom } = command.data
    switch (command.type) {
      case 'ApprovePlan': {
        const { plan: name } = command.data
        if (state.approvals.some((one) => one.plan === name && one.from === effectiveFrom)) return []
        return [{ type: 'PlanApprovedByCommittee', effectiveFrom, data: { region, plan: name } }]
      }
      case 'PutPlanInForce': {
        const { effectiveFrom: _, ...data } = command.data
        if (state.inForce.some((one) => one.from === effectiveFrom && equal(one.data, data))) return []
        refuseBackwards(effectiveFrom, data.until)
        return [{ type: 'PlanInForce', effectiveFrom, data }]
      }
      case 'PublishRuleSet':
        return publish(command.data, state)
      case 'ChangeParameter':
        return changeParameter(command.data, state)
      case 'ConfirmParameter':
        return confirmParameter(command.data, state)
      default:
        return command satisfies never
    }
  },
}

type Data<Type extends PlanCommand['type']> = Extract<PlanCommand, { type: Type }>['data']

function publish(command: Data<'PublishRuleSet'>, { ruleSets }: PlanState): PlanEvent[] {
  const { effectiveFrom, ...data } = command
  const taken = ruleSets.find(
    (one) => one.data.ruleSet === data.ruleSet && one.data.ruleSetVersion === data.ruleSetVersion,
  )
  if (taken) {
    if (taken.from === effectiveFrom && equal(taken.data, data)) return []
    throw new Refusal('plan.versionTaken', { ruleSet: data.ruleSet, ruleSetVersion: data.ruleSetVersion })
  }
  refuseBackwards(effectiveFrom, data.until)
  const keys = Object.keys(data.parameters).filter((key) => data.sources[key] === undefined)
  if (keys.length > 0) throw new Refusal('plan.sourceMissing', { keys })
  // A new version of a rule set replaces the old one from its date; another rule set may not hold at the same time.
  const other = ruleSets.find(
    ({ data: other, from }) =>
      other.ruleSet !== data.ruleSet &&
      (other.until === null || effectiveFrom < other.until) &&
      (data.until === null || from < data.until),
  )
  if (other) throw new Refusal('plan.overlaps', { ruleSet: other.data.ruleSet, from: other.from })
  return [{ type: 'RuleSetPublished', effectiveFrom, data }]
}

function changeParameter(command: Data<'ChangeParameter'>, state: PlanState): PlanEvent[] {
  const { effectiveFrom, to, reason } = command
  const { ruleSet, ruleSetVersion, key, value: old, source } = standing(state, command)
  if (old === to) return []
  if (!isWithin(key, to)) throw new Refusal('plan.badValue', { key, to, allowed: boundsOf(key), source })
  return [{ type: 'ParameterChanged', effectiveFrom, data: { ruleSet, ruleSetVersion, key, old, new: to, reason } }]
}

/** Only what has no source waits for the region's word. Saying the same again changes nothing. */
function confirmParameter(command: Data<'ConfirmParameter'>, state: PlanState): PlanEvent[] {
  const { effectiveFrom, value: confirmed, reason, document } = command
  const { ruleSet, ruleSetVersion, key, value, source, decided } = standing(state, command)
  if (value !== confirmed) throw new Refusal('plan.valueMoved', { key, value, confirmed })
  const same = decided?.kind === 'confirmed' && decided.data.reason === reason && decided.data.document === document
  if (same) return []
  if (source.kind !== 'ASSUMPTION') throw new Refusal('plan.hasSource', { key, source })
  const data = { ruleSet, ruleSetVersion, key, value, reason, document }
  return [{ type: 'ParameterConfirmed', effectiveFrom, data }]
}

interface Standing {
  readonly ruleSet: string
  readonly ruleSetVersion: number
  readonly key: ParameterKey
  readonly value: number | boolean | string
  readonly source: Source
  /** The decision that stands behind it; undefined while it is as published. */
  readonly decided: Decision | undefined
}

/**
 * The parameter as it holds on the command's date: as published, or as last decided for a date up to it. What was decided
 * for a later date waits there, whenever it was recorded, as the views have it.
 */
function standing(
  { ruleSets, decisions }: PlanState,
  { ruleSet, key, effectiveFrom: on }: Pick<Data<'ChangeParameter'>, 'ruleSet' | 'key' | 'effectiveFrom'>,
): Standing {
  const holds = lastUpTo(
    ruleSets.filter(({ data }) => data.ruleSet === ruleSet && (data.until === null || on < data.until)),
    on,
  )
  if (holds === undefined) throw new Refusal('plan.unknownRuleSet', { ruleSet, effectiveFrom: on })
  if (!isParameter(key)) throw new Refusal('plan.unknownParameter', { key })
  const { ruleSetVersion, parameters, sources } = holds.data
  const about = lastUpTo(
    decisions.filter(
      ({ data }) => data.ruleSet === ruleSet && data.ruleSetVersion === ruleSetVersion && data.key === key,
    ),
    on,
  )
  const value = about === undefined ? parameters[key] : about.kind === 'changed' ? about.data.new : about.data.value
  const source = about === undefined ? publishedSource(sources, key) : decisionSource(about.data)
  return { ruleSet, ruleSetVersion, key, value, source, decided: about }
}

/** Value of a parameter in the rule set that holds on a date; null while none does. */
export function parameterOn(state: PlanState, key: ParameterKey, on: EffectiveDate): Standing['value'] | null {
  const holds = lastUpTo(
    state.ruleSets.filter(({ data }) => data.until === null || on < data.until),
    on,
  )
  return holds === undefined ? null : standing(state, { ruleSet: holds.data.ruleSet, key, effectiveFrom: on }).value
}

/** Of those that began by the date the one with the latest date, the last recorded of equals. */
function lastUpTo<Dated extends { readonly from: EffectiveDate }>(
  all: readonly Dated[],
  on: EffectiveDate,
): Dated | undefined {
  return all
    .filter(({ from }) => from <= on)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .at(-1)
}

function decided(state: PlanState, decision: Decision): PlanState {
  return { ...state, decisions: [...state.decisions, decision] }
}

function refuseBackwards(effectiveFrom: EffectiveDate, until: EffectiveDate | null): void {
  if (until !== null && until <= effectiveFrom) throw new Refusal('plan.endsBeforeStart', { effectiveFrom, until })
}
