import type { CaseCommand } from '#api/commands/case'
import type { CaseEvent } from '#events/case'
import type { RulingOutcome } from '#events/docket'
import type { EffectiveDate } from '#events/time'
import type { CaseFile, CaseState } from './caseState.ts'
import { Refusal } from './decider.ts'

/** A reactor's command to a case that exists. */
export type FollowUp = Extract<
  CaseCommand,
  {
    type:
      | 'RecordRuling'
      | 'RecordReferral'
      | 'RecordRulingWithdrawn'
      | 'RecordNationalDecision'
      | 'RecordChangeRefused'
      | 'RecordEffectApplied'
      | 'RecordEffectRefused'
  }
>

/** What a reactor records about the ruling and its consequence. */
export function record(
  command: FollowUp,
  state: Exclude<CaseState, { status: 'none' }>,
  isOpen: boolean,
  today: EffectiveDate,
): CaseEvent[] {
  const effectiveFrom = today
  switch (command.type) {
    case 'RecordRuling': {
      const { case: _, ...data } = command.data
      if (state.file.ruling?.number === data.rulingNumber) return []
      if (!isOpen) throw new Refusal('case.closed', { status: state.status })
      return [{ type: 'CaseRuled', effectiveFrom, data }, ...overturned(state.file, data, effectiveFrom)]
    }
    case 'RecordReferral': {
      if (state.status === 'referred') return []
      if (state.status === 'withdrawn') throw new Refusal('case.closed', { status: state.status })
      return [{ type: 'CaseReferred', effectiveFrom, data: { reason: command.data.reason } }]
    }
    case 'RecordRulingWithdrawn': {
      const { case: _, ...data } = command.data
      if (state.file.ruling?.number !== data.rulingNumber) return []
      return [{ type: 'CaseRulingWithdrawn', effectiveFrom, data }]
    }
    case 'RecordNationalDecision': {
      const { case: _, ...data } = command.data
      if (state.file.ruling?.number === data.reference) return []
      if (state.status !== 'referred') throw new Refusal('docket.notReferred', { case: state.file.case })
      return [
        { type: 'CaseDecidedNationally', effectiveFrom, data },
        ...overturned(state.file, { ...data, rulingNumber: data.reference }, effectiveFrom),
      ]
    }
    case 'RecordChangeRefused': {
      const { case: _, ...data } = command.data
      if (state.file.refusedChanges.includes(data.change)) return []
      if (state.status !== 'ruled') throw new Refusal('case.notRuled', { status: state.status })
      return [{ type: 'CaseChangeRefused', effectiveFrom, data }]
    }
    case 'RecordEffectApplied': {
      if (state.status === 'applied') return []
      if (state.status !== 'ruled') throw new Refusal('case.notRuled', { status: state.status })
      return [{ type: 'CaseEffectApplied', effectiveFrom, data: { stream: command.data.stream } }]
    }
    case 'RecordEffectRefused': {
      if (state.status === 'effect-refused') return []
      if (state.status !== 'ruled') throw new Refusal('case.notRuled', { status: state.status })
      const { code, params } = command.data
      return [{ type: 'CaseEffectRefused', effectiveFrom, data: { code, params } }]
    }
    default:
      return command satisfies never
  }
}

/** That the ruling is another than the one recommended; nothing where it is the same or nobody recommended anything. */
function overturned(
  { recommendation }: CaseFile,
  { outcome: ruled, rulingNumber }: { readonly outcome: RulingOutcome; readonly rulingNumber: string },
  effectiveFrom: EffectiveDate,
): CaseEvent[] {
  if (recommendation === null || recommendation.outcome === ruled) return []
  const data = { recommended: recommendation.outcome, ruled, rulingNumber }
  return [{ type: 'RecommendationOverturned', effectiveFrom, data }]
}
