import type { z } from 'zod'
import type { DocketCommand } from '#api/commands/docket'
import type { DocketEvent, docketEvents, RecordedDocketEvent } from '#events/docket'
import type { CaseId } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { danishDate } from '../rules/calendar.ts'
import { referralUntil } from '../rules/procedure/committeeDecision.ts'
import { type Context, type Decider, Refusal } from './decider.ts'
import { refuseConditions, refuseOtherCommittee, refuseOthersThanSat, refuseUnready } from './docketReadiness.ts'
import { equal } from './equal.ts'

/** One ruling of the docket, as issued, and whether it still stands. */
export interface Ruling {
  readonly data: z.infer<typeof docketEvents.RulingIssued.data>
  readonly revision: number
  /** The day it was recorded, in Denmark. */
  readonly recordedOn: EffectiveDate
  readonly withdrawn: boolean
}

type NationalDecision = z.infer<typeof docketEvents.NationalCommitteeDecided.data>

/** A committee's docket: its rulings in order, the cases it gave away, and the revision that a ruling must have seen. */
export interface DocketState {
  /** Revision of the last event; -1 for an empty docket. */
  readonly revision: number
  readonly rulings: readonly Ruling[]
  readonly disagreements: readonly { readonly case: CaseId; readonly sides: string }[]
  readonly referred: readonly CaseId[]
  /** What the national committee decided. */
  readonly national: readonly NationalDecision[]
}

export const docket: Decider<DocketState, DocketCommand, DocketEvent, RecordedDocketEvent> = {
  initial: { revision: -1, rulings: [], disagreements: [], referred: [], national: [] },
  evolve(state, event) {
    return { ...changed(state, event), revision: event.revision }
  },
  decide(command, state, context) {
    switch (command.type) {
      case 'IssueRuling':
        return issue(command.data, state, context)
      case 'RecordDisagreement':
        return disagree(command.data, state, context)
      case 'DemandReferral':
        return demand(command.data, state, context)
      case 'DecideNationally':
        return decideNationally(command.data, state, context)
      case 'WithdrawRuling':
        return withdraw(command.data, state, context)
      default:
        return command satisfies never
    }
  },
}

function changed(state: DocketState, event: RecordedDocketEvent): DocketState {
  switch (event.type) {
    case 'RulingIssued': {
      const ruling = {
        data: event.data,
        revision: event.revision,
        recordedOn: danishDate(event.recordedAt),
        withdrawn: false,
      }
      return { ...state, rulings: [...state.rulings, ruling] }
    }
    case 'DisagreementRecorded': {
      const { case: id, sides } = event.data
      return { ...state, disagreements: [...state.disagreements, { case: id, sides }] }
    }
    case 'ReferredToNationalCommittee':
      return { ...state, referred: [...state.referred, event.data.case] }
    case 'RulingWithdrawn': {
      const rulings = state.rulings.map((ruling) =>
        ruling.data.number === event.data.number ? { ...ruling, withdrawn: true } : ruling,
      )
      return { ...state, rulings }
    }
    case 'NationalCommitteeDecided':
      return { ...state, national: [...state.national, event.data] }
    case 'ReferralDemanded':
    case 'RulingPublished':
      return state
    default:
      return event satisfies never
  }
}

type Data<Type extends DocketCommand['type']> = Extract<DocketCommand, { type: Type }>['data']

function issue(command: Data<'IssueRuling'>, state: DocketState, context: Context): DocketEvent[] {
  const { agreed: _, docketRevision, despiteOpenHearing: ___, ...ruling } = command
  const before = state.rulings.find(({ data, withdrawn }) => data.case === ruling.case && !withdrawn)
  if (before) {
    const { number, known: __, ...issued } = before.data
    if (equal(issued, ruling)) return []
    throw new Refusal('docket.alreadyRuled', { case: ruling.case, number })
  }
  if (state.referred.includes(ruling.case)) throw new Refusal('docket.referred', { case: ruling.case })
  const known = refuseUnready(command, state.revision, context)
  const number = nextNumber(state, context.today.slice(0, 4))
  return [{ type: 'RulingIssued', effectiveFrom: context.today, data: { ...ruling, number, known } }]
}

/** The next number of the year; numbers of withdrawn rulings are not used again. */
function nextNumber({ rulings }: DocketState, year: string): string {
  const used = rulings.flatMap(({ data }) => (data.number.startsWith(`${year}-`) ? Number(data.number.slice(5)) : []))
  return `${year}-${String(Math.max(0, ...used) + 1).padStart(4, '0')}`
}

function disagree(command: Data<'RecordDisagreement'>, state: DocketState, context: Context): DocketEvent[] {
  const { case: id, sides, participants } = command
  if (state.disagreements.some((made) => made.case === id && made.sides === sides)) return []
  const before = state.rulings.find(({ data, withdrawn }) => data.case === id && !withdrawn)
  if (before) throw new Refusal('docket.alreadyRuled', { case: id, number: before.data.number })
  if (state.referred.includes(id)) throw new Refusal('docket.referred', { case: id })
  const { caseStatus, caseKnown } = context
  if (caseStatus === null || caseKnown === null) throw new Refusal('docket.unknownCase', { case: id })
  refuseOtherCommittee(command.committee, caseKnown.region, context.today)
  if (caseStatus !== 'heard' && caseStatus !== 'tabled') throw new Refusal('docket.notReady', { status: caseStatus })
  refuseOthersThanSat(command, context)
  const effectiveFrom = context.today
  return [
    { type: 'DisagreementRecorded', effectiveFrom, data: { case: id, sides, participants } },
    { type: 'ReferredToNationalCommittee', effectiveFrom, data: { case: id, reason: 'disagreement' } },
  ]
}

function demand(command: Data<'DemandReferral'>, state: DocketState, { today, plan }: Context): DocketEvent[] {
  const { case: id, by, receivedOn } = command
  if (state.referred.includes(id)) return []
  const ruling = state.rulings.find(({ data, withdrawn }) => data.case === id && !withdrawn)
  if (ruling === undefined) throw new Refusal('docket.notRuled', { case: id })
  if (plan === null) throw new Refusal('docket.noRuleSet', { case: id })
  const until = referralUntil(ruling.recordedOn, plan.referralDays)
  if (receivedOn > until) throw new Refusal('docket.referralTooLate', { receivedOn, until })
  if (receivedOn > today) throw new Refusal('docket.receivedInFuture', { receivedOn, today })
  return [
    { type: 'ReferralDemanded', effectiveFrom: today, data: { case: id, by, receivedOn } },
    { type: 'ReferredToNationalCommittee', effectiveFrom: today, data: { case: id, reason: 'demand' } },
  ]
}

function decideNationally(
  { committee: _, ...data }: Data<'DecideNationally'>,
  state: DocketState,
  { today }: Context,
): DocketEvent[] {
  const { case: id, decidedOn } = data
  const before = state.national.find((one) => one.case === id)
  if (before !== undefined) {
    if (equal(before, data)) return []
    throw new Refusal('docket.decidedNationally', { case: id, reference: before.reference })
  }
  if (!state.referred.includes(id)) throw new Refusal('docket.notReferred', { case: id })
  if (decidedOn > today) throw new Refusal('docket.decidedInFuture', { decidedOn, today })
  refuseConditions(data)
  return [{ type: 'NationalCommitteeDecided', effectiveFrom: today, data }]
}

function withdraw(command: Data<'WithdrawRuling'>, state: DocketState, { today }: Context): DocketEvent[] {
  const { case: id, number, reason } = command
  const ruling = state.rulings.find(({ data }) => data.case === id && data.number === number)
  if (ruling === undefined) throw new Refusal('docket.unknownRuling', { number })
  if (ruling.withdrawn) return []
  return [{ type: 'RulingWithdrawn', effectiveFrom: today, data: { case: id, number, reason } }]
}
