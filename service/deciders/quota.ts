import type { QuotaCommand } from '#api/commands/quota'
import { diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import type { AreaRef, QuotaEvent, QuotaTarget, RecordedQuotaEvent } from '#events/quota'
import type { EffectiveDate } from '#events/time'
import { type Dated, valueOn, withValue } from './dated.ts'
import { type Context, type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type DataOf<Type extends QuotaEvent['type']> = Extract<QuotaEvent, { type: Type }>['data']
type Adopt = Extract<QuotaCommand, { type: 'AdoptQuota' }>['data']

/** One area's cap for one group: what is proposed, and what is adopted; null from a suspension on. */
export interface QuotaState {
  readonly area: AreaRef | null
  readonly proposed: Dated<DataOf<'QuotaProposed'>>
  readonly adopted: Dated<DataOf<'QuotaAdopted'> | null>
}

export const quota: Decider<QuotaState, QuotaCommand, QuotaEvent, RecordedQuotaEvent> = {
  initial: { area: null, proposed: [], adopted: [] },

  evolve(state, event) {
    const { area } = event.data
    switch (event.type) {
      case 'QuotaProposed':
        return { ...state, area, proposed: withValue(state.proposed, event.data, event) }
      case 'QuotaAdopted':
        return { ...state, area, adopted: withValue(state.adopted, event.data, event) }
      case 'QuotaSuspended':
        return { ...state, area, adopted: withValue(state.adopted, null, event) }
      default:
        return event satisfies never
    }
  },

  decide(command, state, context) {
    const { quotaSize } = context
    const { effectiveFrom, area, target } = command.data
    refuseUnknown(target)
    // Names that differ only in what a stream's name cannot hold would share one cap.
    if (state.area !== null && !equal(state.area, area))
      throw new Refusal('quota.otherArea', { code: area.code, other: state.area.code })
    switch (command.type) {
      case 'ProposeQuota': {
        const { effectiveFrom: _, ...data } = command.data
        if (saidOn(state.proposed, effectiveFrom, data)) return []
        return [{ type: 'QuotaProposed', effectiveFrom, data }]
      }
      case 'AdoptQuota': {
        if (quotaSize?.state === 'hidden') throw new Refusal('quota.countHidden')
        const data = complete(command.data)
        if (saidOn(state.adopted, effectiveFrom, data)) return []
        return [{ type: 'QuotaAdopted', effectiveFrom, data }]
      }
      case 'AdoptProposedQuota': {
        const { planRef: _, documentRef: __, ...proposed } = proposalIn(command.data)
        const data = complete(adoptionOf(command.data, context))
        return [
          ...(saidOn(state.proposed, effectiveFrom, proposed)
            ? []
            : [{ type: 'QuotaProposed' as const, effectiveFrom, data: proposed }]),
          ...(saidOn(state.adopted, effectiveFrom, data)
            ? []
            : [{ type: 'QuotaAdopted' as const, effectiveFrom, data }]),
        ]
      }
      case 'SuspendQuota': {
        const { reason } = command.data
        if (saidOn(state.adopted, effectiveFrom, null)) return []
        if (valueOn(state.adopted, effectiveFrom) == null) throw new Refusal('quota.notAdopted', { effectiveFrom })
        return [{ type: 'QuotaSuspended', effectiveFrom, data: { area, target, reason } }]
      }
      default:
        return command satisfies never
    }
  },
}

/** True when just this is the last thing that was said for the date. */
function saidOn<Value>(dated: Dated<Value>, on: EffectiveDate, value: Value): boolean {
  const last = dated.findLast(({ from }) => from === on)
  return last !== undefined && equal(last.value, value)
}

function refuseUnknown({ kind, id }: QuotaTarget): void {
  const known: readonly { readonly id: string }[] = kind === 'group' ? diagnosisGroups : diagnosisFamilies
  if (!known.some((one) => one.id === id)) throw new Refusal('quota.unknownTarget', { group: id })
}

type AdoptProposed = Extract<QuotaCommand, { type: 'AdoptProposedQuota' }>['data']

function proposalIn({ effectiveFrom: _, region: __, ...proposal }: AdoptProposed) {
  return proposal
}

/** Day that patients are counted on for a cap: today, or its first day where that has been. */
export function countedOn(today: EffectiveDate, effectiveFrom: EffectiveDate): EffectiveDate {
  return effectiveFrom > today ? today : effectiveFrom
}

/** The proposal with what the cap's formula is given on its day, and how many patients may be told of there. */
function adoptionOf(data: AdoptProposed, { plan, quotaSize, quotaSource, today }: Context): Adopt {
  const { effectiveFrom, region } = data
  if (plan === null) throw new Refusal('case.noRuleSet', { wantedFrom: effectiveFrom, region })
  const { capFactorHundredths: factorHundredths, capRounding: rounding, capMinimum: minCap, capBasis } = plan
  return {
    ...proposalIn(data),
    effectiveFrom,
    parameters: { factorHundredths, rounding, minCap, basis: data.basis ?? capBasis },
    count: {
      value: quotaSize?.state === 'value' ? quotaSize.value : null,
      hidden: quotaSize?.state === 'hidden',
      asOf: countedOn(today, effectiveFrom),
      source: quotaSource ?? null,
    },
  }
}

/** What is adopted can be reckoned again: every parameter, and a count that is known, told, dated and says where it is from. */
function complete({ effectiveFrom, parameters, count, ...rest }: Adopt): DataOf<'QuotaAdopted'> {
  const { factorHundredths, rounding, minCap, basis } = parameters
  if (factorHundredths === null || rounding === null || minCap === null || basis === null) {
    // By the names that the plan's own parameters have.
    const named = { capFactorHundredths: factorHundredths, capRounding: rounding, capMinimum: minCap, capBasis: basis }
    const key = Object.entries(named).flatMap(([name, value]) => (value === null ? [name] : []))
    throw new Refusal('quota.parametersIncomplete', { key })
  }
  const { value, hidden, asOf, source } = count
  if (hidden) throw new Refusal('quota.countHidden')
  if (value === null) throw new Refusal('quota.countUnknown')
  if (asOf === null) throw new Refusal('quota.countUndated')
  if (source === null) throw new Refusal('quota.countUnsourced')
  if (asOf > effectiveFrom) throw new Refusal('quota.countAhead', { asOf, effectiveFrom })
  return { ...rest, parameters: { factorHundredths, rounding, minCap, basis }, count: { value, asOf, source } }
}
