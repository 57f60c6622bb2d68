import type { ApplicationType } from '#events/case'
import type { EventId } from '#events/envelope'
import type { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { CapacityRegime } from '#events/planParameters'
import type { EffectiveDate, Period } from '#events/time'
import type { CapacityFacts } from './facts/capacity.ts'
import type { CoverageFacts, GroupSizeFact } from './facts/coverage.ts'
import type { SmallCapacityFact } from './facts/followUp.ts'
import type { PalliativeFacts, Section2Facts } from './facts/palliative.ts'
import type { ProposalFacts } from './facts/proposal.ts'
import type { RidingFacts } from './facts/riding.ts'
import type { CapFacts, ChildrensClinicFact, FamilyFact } from './facts/specialisation.ts'

/** Capacity of a clinic on a date, in the unit of the regime that holds on it. `amount` is null when unknown. */
export interface CapacityFact {
  readonly regime: CapacityRegime
  /** Tenths of hours a week, or hundredths of units. */
  readonly amount: number | null
  readonly bySpecialty: readonly { readonly specialty: string; readonly amount: number }[]
  readonly inputs: readonly EventId[]
}

/** One address of the clinic, with the period in which it counts. */
export interface AddressFact {
  readonly addressId: string
  readonly kind: 'main' | 'extra'
  readonly address: Address
  readonly period: Period
  /** An extra address that was notified or approved. */
  readonly notified: boolean
  readonly inputs: readonly EventId[]
}

/** Region of a municipality on the date that counts; null where there is none or it is not known. */
export interface JurisdictionFact {
  readonly municipality: MunicipalityCode
  readonly region: RegionCode | null
}

/** One hearing of the case's current round. */
export interface ConsultationFact {
  readonly municipality: MunicipalityCode
  readonly state: 'not-sent' | 'not-required' | 'sent' | 'answered' | 'lapsed'
  readonly dueOn: EffectiveDate | null
  readonly inputs: readonly EventId[]
}

/**
 * Everything that the rules may look at, gathered from the views at one pair of times, before the change and after it.
 * "After" is read from the scenario that holds just this change, so other approved changes are in both.
 */
export interface CaseFacts {
  readonly caseId: string
  readonly type: ApplicationType
  readonly region: RegionCode
  readonly today: EffectiveDate
  readonly receivedOn: EffectiveDate
  readonly wantedFrom: EffectiveDate
  readonly caseInputs: readonly EventId[]
  /** A3 only. */
  readonly relocation: {
    readonly from: Address
    readonly to: Address
    readonly previousUntil: EffectiveDate
    readonly accessibility: string | null
    readonly capacity: CapacityFact
    /** Addresses of the clinic as they would stand after the move, periods included. */
    readonly addressesAfter: readonly AddressFact[]
    /** Straight-line metres from old to new; null without both points. */
    readonly distanceM: number | null
    /** Capacity per municipality that differs, before and after, on the effective date. */
    readonly municipalities: readonly {
      readonly code: MunicipalityCode
      readonly before: number
      readonly after: number
    }[]
  } | null
  /** A2 and A11 only. */
  readonly transfer: {
    readonly provider: string
    readonly sharesHundredths: readonly number[]
  } | null
  /** A14 only: the documentation that is asked for. */
  readonly documentation: {
    readonly issuer: string | null
    readonly issuedOn: EffectiveDate | null
    readonly expiresOn: EffectiveDate | null
  } | null
  /** Palliative coverage that the change concerns, and the agreement that is joined. */
  readonly palliative: PalliativeFacts | null
  readonly section2: Section2Facts | null
  /** Capacity, addresses, owners; null where the application is about none of it. */
  readonly capacity: CapacityFacts | null
  /** A11 and A12: the number's hours beside its turnover. */
  readonly small: SmallCapacityFact | null
  /** Riding therapy; null where the application is about no riding school and no riding number. */
  readonly riding: RidingFacts | null
  /** A14 only: how many persons the group is expected to have around the therapist. */
  readonly groupSize: GroupSizeFact | null
  /** A14 only: how many are documented beside, the family it is for, the clinic for children. */
  readonly cap: CapFacts | null
  readonly family: FamilyFact | null
  readonly childrensClinic: ChildrensClinicFact | null
  /** A16 only: the caps that a scenario hands in, and whom its changes concern. */
  readonly proposal?: ProposalFacts
  /** Groups whose cover the change concerns; `unprepared` while the ground has not been made. */
  readonly coverage: CoverageFacts | 'unprepared' | null
  readonly consultations: readonly ConsultationFact[]
  /** Regions of the municipalities concerned, on the effective date and today. `gather` adds them. */
  readonly jurisdictions?: readonly JurisdictionFact[]
  readonly jurisdictionsNow?: readonly JurisdictionFact[]
}
