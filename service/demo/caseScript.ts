import type { CaseSubject } from '#events/caseSubject'
import type { ConsultationPosition } from '#events/consultation'
import type { Participants, RulingOutcome } from '#events/docket'
import type { CaseId, MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { EffectiveDate } from '#events/time'

/** What happens in a case on one day, in the words of the office. */
export type CaseStep = { readonly on: EffectiveDate } & (
  | { readonly do: 'open' }
  | { readonly do: 'request'; readonly items: readonly string[]; readonly dueOn: EffectiveDate }
  | { readonly do: 'correctReceipt'; readonly to: EffectiveDate; readonly reason: string }
  /** Sends the hearing to every municipality that the rules named. */
  | { readonly do: 'send'; readonly questions: string }
  | {
      readonly do: 'answer'
      readonly municipality: MunicipalityCode
      readonly position: ConsultationPosition
      readonly text: string
    }
  /** Every municipality that the rules named answers the same. */
  | { readonly do: 'answerAll'; readonly position: ConsultationPosition; readonly text: string }
  | { readonly do: 'recommend'; readonly outcome: RulingOutcome; readonly text: string }
  | { readonly do: 'table'; readonly meetingOn: EffectiveDate }
  | { readonly do: 'postpone'; readonly reason: string }
  /** The committee rules; every finding that stands against it is overruled for one reason, the ruling's own if none is given. */
  | {
      readonly do: 'rule'
      readonly outcome: RulingOutcome
      readonly reasons: string
      readonly conditions: readonly string[]
      readonly overruledBecause?: string
      /** Those who took part where that were not all. */
      readonly participants?: Participants
    }
  | { readonly do: 'disagree'; readonly sides: string }
  /** What the national committee's letter says. */
  | { readonly do: 'national'; readonly reference: string; readonly outcome: RulingOutcome; readonly reasons: string }
  | { readonly do: 'withdraw'; readonly reason: string }
  /** The register changes while the case waits: the clinic moves somewhere else. */
  | { readonly do: 'moveMeanwhile'; readonly to: Address }
  /** Nothing but the calendar: hearings whose time is up are closed. */
  | { readonly do: 'wait' }
)

/** One application case from its receipt to wherever it has come. */
export interface CaseScript {
  readonly case: CaseId
  readonly region: RegionCode
  readonly subject: CaseSubject
  readonly applicant: string
  readonly receivedOn: EffectiveDate
  readonly wantedFrom: EffectiveDate
  readonly steps: readonly CaseStep[]
}
