import type { CaseCommand } from '#api/commands/case'
import type { CaseEvent, RecordedCaseEvent } from '#events/case'
import type { CaseSubject } from '#events/caseSubject'
import type { RulingOutcome } from '#events/docket'
import type { EventId } from '#events/envelope'
import type { FindingSet } from '#events/finding'
import type { CaseId, MunicipalityCode, RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { needingReason } from '../rules/procedure/committeeDecision.ts'
import { correct, corrected, refuseImpossible } from './caseCorrection.ts'
import { type FollowUp, record } from './caseRecord.ts'
import { type Context, type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Challenge = Extract<CaseEvent, { type: 'RecommendationChallenged' }>['data']

/** What a case is about and how far it has come, whatever its status. */
export interface CaseFile {
  readonly case: CaseId
  readonly region: RegionCode
  readonly subject: CaseSubject
  readonly applicant: string
  readonly receivedOn: EffectiveDate
  readonly wantedFrom: EffectiveDate
  /** Items asked for and not yet supplied. */
  readonly missing: readonly string[]
  readonly supplied: readonly string[]
  readonly findings: FindingSet | null
  readonly involved: readonly MunicipalityCode[]
  /** Number of the proposed hearing, 0 before the first. */
  readonly round: number
  readonly heardRound: number
  readonly recommendation: { readonly text: string; readonly outcome: RulingOutcome } | null
  /** What was last said against the recommendation. */
  readonly challenge: Challenge | null
  readonly meetingOn: EffectiveDate | null
  /** Reason of the last postponement, until the case is tabled again. */
  readonly postponed: string | null
  readonly ruling: { readonly number: string; readonly outcome: string; readonly effectiveFrom: EffectiveDate } | null
  /** The register holds what an earlier ruling on the case, withdrawn or not, changed. */
  readonly applied: boolean
  /** Of a proposal that was granted: changes that the register refused. */
  readonly refusedChanges: readonly string[]
  /** Events that said what the case is about: the inputs of its findings. */
  readonly inputs: readonly EventId[]
}

type OpenStatus = 'received' | 'awaiting-information' | 'checked' | 'heard' | 'tabled'
type ClosedStatus = 'ruled' | 'applied' | 'effect-refused' | 'referred' | 'withdrawn'

/** A case: not known, open, or closed. Whether a proposed hearing was sent stands in the hearing's own stream. */
export type CaseState =
  | { readonly status: 'none' }
  | { readonly status: OpenStatus; readonly file: CaseFile }
  | { readonly status: ClosedStatus; readonly file: CaseFile }
type OpenCase = Extract<CaseState, { status: OpenStatus }>

const openStatuses: ReadonlySet<string> = new Set<OpenStatus>([
  'received',
  'awaiting-information',
  'checked',
  'heard',
  'tabled',
])

/** True while the case can still be prepared and ruled on. */
export function isOpen(state: CaseState): state is OpenCase {
  return openStatuses.has(state.status)
}

export const applicationCase: Decider<CaseState, CaseCommand, CaseEvent, RecordedCaseEvent> = {
  initial: { status: 'none' },
  evolve,
  decide,
}

function evolve(state: CaseState, event: RecordedCaseEvent): CaseState {
  if (event.type === 'CaseOpened') {
    const { case: id, region, subject, applicant, receivedOn, wantedFrom } = event.data
    const file: CaseFile = {
      case: id,
      region,
      subject,
      applicant,
      receivedOn,
      wantedFrom,
      missing: [],
      supplied: [],
      findings: null,
      involved: [],
      round: 0,
      heardRound: 0,
      recommendation: null,
      challenge: null,
      meetingOn: null,
      postponed: null,
      ruling: null,
      applied: false,
      refusedChanges: [],
      inputs: [event.id],
    }
    return { status: 'received', file }
  }
  if (state.status === 'none') return state
  const { file } = state
  switch (event.type) {
    case 'CaseInformationRequested': {
      const missing = [...new Set([...file.missing, ...event.data.items])]
      const supplied = file.supplied.filter((item) => !event.data.items.includes(item))
      const status = state.status === 'received' || state.status === 'checked' ? 'awaiting-information' : state.status
      return settled(status, { ...file, missing, supplied })
    }
    case 'CaseInformationSupplied': {
      const missing = file.missing.filter((item) => !event.data.items.includes(item))
      const supplied = [...new Set([...file.supplied, ...event.data.items])]
      const status = state.status === 'awaiting-information' && missing.length === 0 ? 'received' : state.status
      return settled(status, { ...file, missing, supplied, inputs: [...file.inputs, event.id] })
    }
    case 'CaseInformationCorrected':
      return settled(state.status, {
        ...corrected(file, event.data.correction),
        inputs: [...file.inputs, event.id],
      })
    case 'FindingsComputed':
      return settled(state.status === 'received' ? 'checked' : state.status, { ...file, findings: event.data.set })
    case 'ConsultationProposed': {
      const { involved, round } = event.data
      return settled(state.status === 'heard' ? 'checked' : state.status, { ...file, involved, round })
    }
    case 'CaseHeard': {
      const status = state.status === 'tabled' || !isOpen(state) ? state.status : 'heard'
      return settled(status, { ...file, heardRound: event.data.round })
    }
    case 'RecommendationWritten':
      return settled(state.status, { ...file, recommendation: event.data, challenge: null })
    case 'RecommendationChallenged':
      return settled(state.status, { ...file, challenge: event.data })
    case 'RecommendationOverturned':
      return state
    case 'CaseTabled':
      return settled('tabled', { ...file, meetingOn: event.data.meetingOn, postponed: null })
    case 'CasePostponed': {
      return settled(untabled(file), { ...file, meetingOn: null, postponed: event.data.reason })
    }
    case 'CaseWithdrawn':
      return settled('withdrawn', file)
    case 'CaseRuled': {
      const { rulingNumber: number, outcome, effectiveFrom } = event.data
      return settled('ruled', { ...file, ruling: { number, outcome, effectiveFrom } })
    }
    case 'CaseReferred':
      return settled('referred', file)
    case 'CaseRulingWithdrawn': {
      const status = state.status === 'referred' ? 'referred' : untabled(file)
      return settled(status, { ...file, ruling: null, meetingOn: null })
    }
    case 'CaseDecidedNationally': {
      const { reference: number, outcome, effectiveFrom } = event.data
      const stands = file.applied && outcome !== 'refused'
      return settled(stands ? 'applied' : 'ruled', { ...file, ruling: { number, outcome, effectiveFrom } })
    }
    case 'CaseChangeRefused':
      return settled(state.status, { ...file, refusedChanges: [...file.refusedChanges, event.data.change] })
    case 'CaseEffectApplied':
      return settled('applied', { ...file, applied: true })
    case 'CaseEffectRefused':
      return settled('effect-refused', file)
    default:
      return event satisfies never
  }
}

/** Where a case is that stands on no agenda. */
function untabled({ round, heardRound }: CaseFile): OpenStatus {
  return round > 0 && heardRound === round ? 'heard' : 'checked'
}

function settled(status: OpenStatus | ClosedStatus, file: CaseFile): CaseState {
  return { status, file }
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
  const number = data.case.replace('-', '/')
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
    if (inCase !== null) throw new Refusal('scenario.inCase', { number: inCase.replace('-', '/') })
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
