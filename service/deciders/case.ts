import type { CaseCommand } from '#api/commands/case'
import type { CaseEvent, RecordedCaseEvent } from '#events/case'
import type { FindingSet } from '#events/finding'
import { caseNumber } from '#events/say/caseNumber'
import type { EffectiveDate } from '#events/time'
import { needingReason } from '../rules/procedure/committeeDecision.ts'
import { correct, refuseImpossible } from './caseCorrection.ts'
import { type FollowUp, record } from './caseRecord.ts'
import { type CaseFile, type CaseState, evolve, isOpen, type OpenCase, openStatuses } from './caseState.ts'
import { type Context, type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

export const applicationCase: Decider<CaseState, CaseCommand, CaseEvent, RecordedCaseEvent> = {
  initial: { status: 'none' },
  evolve,
  decide,
}

function decide(command: CaseCommand, state: CaseState, context: Context): CaseEvent[] {
  const { today } = context
  if (command.type === 'OpenCase') {
    if (command.data.subject.type === 'A16') throw new Refusal('case.notHandedIn')
    refuseUnrelated(command.data, context)
    return open(command.data, state, today)
  }
  if (command.type === 'SubmitScenario') return handIn(command.data, state, context)
  if (state.status === 'none') throw new Refusal('case.unknown', { case: command.data.case })
  switch (command.type) {
    case 'RecordRuling':
    case 'RecordReferral':
    case 'RecordRulingWithdrawn':
    case 'RecordNationalDecision':
    case 'RecordChangeRefused':
    case 'RecordEffectApplied':
    case 'RecordEffectRefused':
      return record(command, state, isOpen(state), today)
    case 'WithdrawCase':
      if (state.status === 'withdrawn') return []
      break
    case 'CorrectCaseInformation':
      // A ruling keeps what it was made on; what is learnt afterwards is told beside it.
      if (isDecided(state)) return corrections(command.data, state.file, today)
      break
    default:
  }
  if (!isOpen(state)) throw new Refusal('case.closed', { status: state.status })
  return prepare(command, state, context)
}

/** True for a case that a committee has ruled on, whatever came of it. */
function isDecided({ status }: Exclude<CaseState, { status: 'none' }>): boolean {
  return status === 'ruled' || status === 'applied' || status === 'effect-refused' || status === 'referred'
}

function corrections(
  { correction, reason }: CommandData<'CorrectCaseInformation'>,
  file: CaseFile,
  today: EffectiveDate,
): CaseEvent[] {
  if (!correct(file, correction, today)) return []
  return [{ type: 'CaseInformationCorrected', effectiveFrom: today, data: { correction, reason } }]
}

type CommandData<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>['data']

function open(data: CommandData<'OpenCase'>, state: CaseState, today: EffectiveDate): CaseEvent[] {
  const number = caseNumber(data.case)
  if (state.status !== 'none') {
    const { case: id, region, subject, applicant, receivedOn, wantedFrom } = state.file
    const { relates: _, ...asked } = data
    if (equal({ case: id, region, subject, applicant, receivedOn, wantedFrom }, asked)) return []
    throw new Refusal('case.taken', { number })
  }
  if (data.receivedOn > today) throw new Refusal('case.receivedInFuture', { receivedOn: data.receivedOn, today })
  refuseImpossible(data.subject, data.wantedFrom)
  return [{ type: 'CaseOpened', effectiveFrom: data.receivedOn, data: { ...data, number } }]
}

/** A case about an earlier one names a case of the same region that has been decided. */
function refuseUnrelated({ relates, region }: CommandData<'OpenCase'>, { caseStatus, caseKnown }: Context): void {
  if (relates === undefined) return
  if (caseKnown === null || caseKnown.region !== region)
    throw new Refusal('case.relatedUnknown', { related: relates.case })
  if (caseStatus !== null && openStatuses.has(caseStatus))
    throw new Refusal('case.relatedOpen', { related: relates.case })
}

/** A case about a scenario as it was at its revision; handing the same in again with the same case changes nothing. */
function handIn(
  { case: id, region, applicant, wantedFrom, ...asked }: CommandData<'SubmitScenario'>,
  state: CaseState,
  { today, handedIn }: Context,
): CaseEvent[] {
  if (handedIn === undefined) throw new Refusal('scenario.unknown', { scenario: asked.scenario })
  const { name, key, on, inCase } = handedIn
  const subject = { type: 'A16' as const, ...asked, name, key }
  const receivedOn = state.status === 'none' ? today : state.file.receivedOn
  if (state.status === 'none') {
    if (on === 0) throw new Refusal('scenario.nothingOn')
    if (inCase !== null) throw new Refusal('scenario.inCase', { number: caseNumber(inCase) })
  }
  return open({ case: id, region, subject, applicant, receivedOn, wantedFrom }, state, today)
}

/** Everything that may be done to an open case. */
function prepare(
  command: Exclude<CaseCommand, FollowUp | { type: 'OpenCase' | 'SubmitScenario' }>,
  { status, file }: OpenCase,
  { today, findings }: Context,
): CaseEvent[] {
  const effectiveFrom = today
  switch (command.type) {
    case 'RequestInformation': {
      const { items, dueOn } = command.data
      if (items.every((item) => file.missing.includes(item))) return []
      if (dueOn < today) throw new Refusal('case.dueInPast', { dueOn, today })
      return [{ type: 'CaseInformationRequested', effectiveFrom, data: { items, dueOn } }]
    }
    case 'SupplyInformation': {
      const { items } = command.data
      if (items.every((item) => file.supplied.includes(item))) return []
      return [{ type: 'CaseInformationSupplied', effectiveFrom, data: { items } }]
    }
    case 'CorrectCaseInformation':
      return corrections(command.data, file, today)
    case 'ComputeFindings': {
      if (findings === null) throw new Refusal('case.noRuleSet', { wantedFrom: file.wantedFrom, region: file.region })
      const same = command.data.unlessSame === true ? sameFindings : equal
      if (file.findings !== null && status !== 'received' && same(file.findings, findings)) return []
      return [{ type: 'FindingsComputed', effectiveFrom, data: { set: findings } }]
    }
    case 'WriteRecommendation': {
      const { text, outcome } = command.data
      if (equal(file.recommendation, { text, outcome })) return []
      return [{ type: 'RecommendationWritten', effectiveFrom, data: { text, outcome } }]
    }
    case 'ChallengeRecommendation': {
      const { comment, outcome } = command.data
      if (equal(file.challenge, { comment, outcome })) return []
      if (file.recommendation === null) throw new Refusal('case.noRecommendation')
      return [{ type: 'RecommendationChallenged', effectiveFrom, data: { comment, outcome } }]
    }
    case 'TableCase': {
      const { meetingOn, reason } = command.data
      if (status === 'tabled' && file.meetingOn === meetingOn) return []
      if (meetingOn < today) throw new Refusal('case.meetingInPast', { meetingOn, today })
      if (file.findings === null) throw new Refusal('case.notChecked')
      const open = needingReason(file.findings.findings).filter(({ outcome }) => outcome === 'needs-information')
      if (reason === null && (open.length > 0 || file.missing.length > 0))
        throw new Refusal('case.reasonNeeded', { rules: open.map(({ rule }) => rule), missing: file.missing })
      return [{ type: 'CaseTabled', effectiveFrom, data: { meetingOn, reason } }]
    }
    case 'PostponeCase':
      if (status !== 'tabled' && file.postponed === command.data.reason) return []
      if (status !== 'tabled') throw new Refusal('case.notTabled', { status })
      return [
        { type: 'CasePostponed', effectiveFrom, data: { meetingOn: file.meetingOn, reason: command.data.reason } },
      ]
    case 'WithdrawCase':
      return [{ type: 'CaseWithdrawn', effectiveFrom, data: { reason: command.data.reason } }]
    case 'ProposeConsultation': {
      const { involved, round } = command.data
      if (round <= file.round) return []
      return [{ type: 'ConsultationProposed', effectiveFrom, data: { involved, round } }]
    }
    case 'MarkHeard': {
      const { round } = command.data
      if (file.heardRound >= round) return []
      if (round !== file.round) throw new Refusal('case.otherRound', { round, current: file.round })
      return [{ type: 'CaseHeard', effectiveFrom, data: { round } }]
    }
    default:
      return command satisfies never
  }
}

/**
 * The same findings on the same facts, seen with the same docket, whenever they were computed. What a finding only says
 * about today ("sent today, the deadline would be") is left aside, or every day would bring new ones.
 */
function sameFindings(a: FindingSet, b: FindingSet): boolean {
  return equal(substance(a), substance(b))
}

function substance({ knownAt: _, findings, ...set }: FindingSet): object {
  return { ...set, findings: findings.map(({ params: __, evidence: ___, ...finding }) => finding) }
}
