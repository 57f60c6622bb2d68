import type { z } from 'zod'
import type { PlanCommand } from '#api/commands/plan'
import type { PlanEvent, planEvents, RecordedPlanEvent } from '#events/plan'
import { PlanParameters } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type RuleSet = z.infer<typeof planEvents.RuleSetPublished.data>
type InForce = z.infer<typeof planEvents.PlanInForce.data>

interface Published {
  /** As published, to tell a repeated command from another one. */
  readonly published: RuleSet
  readonly from: EffectiveDate
  readonly version: number
  readonly parameters: PlanParameters
}

/** A region's plan: its approvals, its periods in force, and its rule sets with every change in order. */
export interface PlanState {
  readonly approvals: readonly { readonly plan: string; readonly from: EffectiveDate }[]
  readonly inForce: readonly { readonly data: InForce; readonly from: EffectiveDate }[]
  readonly ruleSets: readonly Published[]
}

export const plan: Decider<PlanState, PlanCommand, PlanEvent, RecordedPlanEvent> = {
  initial: { approvals: [], inForce: [], ruleSets: [] },

  evolve(state, event) {
    switch (event.type) {
      case 'PlanApprovedByCommittee':
        return { ...state, approvals: [...state.approvals, { plan: event.data.plan, from: event.effectiveFrom }] }
      case 'PlanInForce':
        return { ...state, inForce: [...state.inForce, { data: event.data, from: event.effectiveFrom }] }
      case 'RuleSetPublished': {
        const { ruleSetVersion: version, parameters } = event.data
        const entry = { published: event.data, from: event.effectiveFrom, version, parameters }
        return { ...state, ruleSets: [...state.ruleSets, entry] }
      }
      case 'ParameterChanged': {
        const before = inForceOn(state, event.data.ruleSet, event.effectiveFrom)
        if (before === undefined) return state
        const parameters = PlanParameters.parse({ ...before.parameters, [event.data.key]: event.data.new })
        const entry = { ...before, from: event.effectiveFrom, parameters }
        return { ...state, ruleSets: [...state.ruleSets, entry] }
      }
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
      default:
        return command satisfies never
    }
  },
}

type Data<Type extends PlanCommand['type']> = Extract<PlanCommand, { type: Type }>['data']

function publish(command: Data<'PublishRuleSet'>, { ruleSets }: PlanState): PlanEvent[] {
  const { effectiveFrom, ...data } = command
  // The first of a version is the publication itself; later entries are its changed parameters.
  const taken = ruleSets.find((one) => one.published.ruleSet === data.ruleSet && one.version === data.ruleSetVersion)
  if (taken) {
    if (taken.from === effectiveFrom && equal(taken.published, data)) return []
    throw new Refusal('plan.versionTaken', { ruleSet: data.ruleSet, ruleSetVersion: data.ruleSetVersion })
  }
  refuseBackwards(effectiveFrom, data.until)
  const keys = Object.keys(data.parameters).filter((key) => data.sources[key] === undefined)
  if (keys.length > 0) throw new Refusal('plan.sourceMissing', { keys })
  // A new version of a rule set replaces the old one from its date; another rule set may not hold at the same time.
  const other = ruleSets.find(
    ({ published, from }) =>
      published.ruleSet !== data.ruleSet &&
      (published.until === null || effectiveFrom < published.until) &&
      (data.until === null || from < data.until),
  )
  if (other) throw new Refusal('plan.overlaps', { ruleSet: other.published.ruleSet, from: other.from })
  return [{ type: 'RuleSetPublished', effectiveFrom, data }]
}

function changeParameter(command: Data<'ChangeParameter'>, state: PlanState): PlanEvent[] {
  const { effectiveFrom, ruleSet, key, to, reason } = command
  const stands = inForceOn(state, ruleSet, effectiveFrom)
  if (stands === undefined) throw new Refusal('plan.unknownRuleSet', { ruleSet, effectiveFrom })
  const old = Object.entries(stands.parameters).find(([name]) => name === key)?.[1]
  if (old === undefined) throw new Refusal('plan.unknownParameter', { key })
  if (old === to) return []
  if (!PlanParameters.safeParse({ ...stands.parameters, [key]: to }).success)
    throw new Refusal('plan.badValue', { key, to })
  const data = { ruleSet, ruleSetVersion: stands.version, key, old, new: to, reason }
  return [{ type: 'ParameterChanged', effectiveFrom, data }]
}

/** The rule set as it holds on a date: of those that began, the one with the latest date, the last recorded of equals. */
function inForceOn({ ruleSets }: PlanState, name: string, on: EffectiveDate): Published | undefined {
  return ruleSets
    .filter(({ published, from }) => published.ruleSet === name && from <= on)
    .filter(({ published }) => published.until === null || on < published.until)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .at(-1)
}

function refuseBackwards(effectiveFrom: EffectiveDate, until: EffectiveDate | null): void {
  if (until !== null && until <= effectiveFrom) throw new Refusal('plan.endsBeforeStart', { effectiveFrom, until })
}
