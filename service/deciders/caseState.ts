import type { CaseEvent, RecordedCaseEvent } from '#events/case'
import type { CaseSubject } from '#events/caseSubject'
import type { RulingOutcome } from '#events/docket'
import type { EventId } from '#events/envelope'
import type { FindingSet } from '#events/finding'
import type { CaseId, MunicipalityCode, RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { corrected } from './caseCorrection.ts'

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
export type OpenCase = Extract<CaseState, { status: OpenStatus }>

/** Statuses in which a case can still be prepared and ruled on. */
export const openStatuses: ReadonlySet<string> = new Set<OpenStatus>([
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

/** The case after one more event. */
export function evolve(state: CaseState, event: RecordedCaseEvent): CaseState {
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
