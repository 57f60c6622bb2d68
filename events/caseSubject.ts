import { z } from 'zod'
import {
  AddressId,
  AgreementId,
  ClinicId,
  DiagnosisGroupId,
  MunicipalityCode,
  PersonId,
  ProviderNumber,
  SchoolId,
  Specialty,
} from './identifiers.ts'
import { Address } from './place.ts'
import { CapacityStatus } from './providerNumber.ts'
import { HoursTenths, Oere, ShareHundredths } from './quantities.ts'
import { CoverageArea } from './ridingAgreement.ts'
import { PlannedScenarioId, ScenarioName, ScenarioNote } from './scenario.ts'
import { EffectiveDate } from './time.ts'

/**
 * What an application asks for, by its type A1 to A15 of the rule catalogue, or A16, which is our own. A field that an applicant can leave out is
 * null, and the rules answer needs-information with its name; nothing is guessed. `place` is the address that the case is
 * about, as it stood when the case was opened: null when it is not known.
 */

/** Hours taken from other agreements on the same date, so that the region's total can stand still. 0 ends one. */
const Reduction = z.object({ agreement: AgreementId, hoursTenths: HoursTenths })

const newRidingAgreement = {
  /** Id that the agreement gets when it is permitted. */
  agreement: AgreementId,
  school: SchoolId,
  place: Address.nullable(),
  therapist: PersonId,
  provider: ProviderNumber.nullable(),
  hoursTenths: HoursTenths.min(1),
  area: CoverageArea,
  /** First day of the contract with the school; null when not stated. */
  contractFrom: EffectiveDate.nullable(),
  reductions: z.array(Reduction),
}

/** A1: a new provider number. */
const NewNumber = z.object({
  type: z.literal('A1'),
  holder: PersonId,
  /** Null for a clinic that does not exist yet. */
  clinic: ClinicId.nullable(),
  newNumber: ProviderNumber.nullable(),
  specialty: Specialty,
  hoursTenths: HoursTenths.nullable(),
  place: Address.nullable(),
})

/** A2: takeover of a share of a provider number. */
const Takeover = z.object({
  type: z.literal('A2'),
  provider: ProviderNumber,
  fromHolder: PersonId,
  toHolder: PersonId,
  shareHundredths: ShareHundredths,
  /** Number that the region gives the receiver; null until it has. */
  newNumber: ProviderNumber.nullable(),
  /** Riding schools that the receiver asks permission for, each with the area asked for. */
  schools: z.array(
    z.object({
      school: SchoolId,
      codes: z.array(MunicipalityCode),
      /** The giver's agreement there, which the takeover ends; without it the register cannot be changed. */
      agreement: AgreementId.optional(),
      /** Hours a week asked for there. */
      hoursTenths: HoursTenths.min(1).optional(),
    }),
  ),
  place: Address.nullable(),
})

/** A3: the clinic's address moves with all capacity of the clinic. */
const Relocation = z.object({
  type: z.literal('A3'),
  clinic: ClinicId,
  address: AddressId,
  from: Address,
  to: Address,
  /** First day on which the old address no longer counts. */
  previousUntil: EffectiveDate,
  accessibility: z.string().max(2000).nullable(),
})

/** A4: a second place for the same capacity. Planned amounts in the unit of the regime on the effective date. */
const ExtraAddress = z.object({
  type: z.literal('A4'),
  clinic: ClinicId,
  /** Id that the extra address gets. */
  address: AddressId,
  place: Address.nullable(),
  to: Address,
  /** Tenths of hours a week to 2023-12-31, hundredths of units after. */
  plannedMain: z.int().min(0).nullable(),
  plannedExtra: z.int().min(0).nullable(),
  openToAllPatients: z.boolean().nullable(),
  notifiedOn: EffectiveDate.nullable(),
})

/** A5: a number is used in another way. */
const StatusChange = z.object({
  type: z.literal('A5'),
  provider: ProviderNumber,
  from: CapacityStatus,
  to: CapacityStatus,
  place: Address.nullable(),
})

/** A6: a physiotherapist employed under somebody's number (section 24). Amounts in øre a year. */
const Employment = z.object({
  type: z.literal('A6'),
  provider: ProviderNumber,
  employee: PersonId,
  hoursTenths: HoursTenths.nullable(),
  turnoverLast12Oere: Oere.nullable(),
  turnoverThisYearOere: Oere.nullable(),
  place: Address.nullable(),
})

/** A9: an agreement moves to another school, with its hours. */
const RidingRelocation = z.object({
  type: z.literal('A9'),
  agreement: AgreementId,
  fromSchool: SchoolId,
  toSchool: SchoolId,
  from: Address.nullable(),
  to: Address.nullable(),
})

/** A10: an agreement gets more hours. */
const RidingExpansion = z.object({
  type: z.literal('A10'),
  agreement: AgreementId,
  school: SchoolId,
  place: Address.nullable(),
  /** Hours a week after the expansion, not the increase. */
  hoursTenths: HoursTenths.min(1),
  reductions: z.array(Reduction),
})

/** A11: a number is split among holders. */
const Split = z.object({
  type: z.literal('A11'),
  provider: ProviderNumber,
  shares: z.array(z.object({ holder: PersonId, shareHundredths: ShareHundredths })).min(1),
  place: Address.nullable(),
})

/** A12: a number stops; without a receiver its capacity lapses. */
const Cessation = z.object({
  type: z.literal('A12'),
  provider: ProviderNumber,
  transferredTo: ProviderNumber.nullable(),
  /** Riding agreements under the number, which stop with it. */
  agreements: z.array(AgreementId),
  reason: z.string().trim().min(1).max(2000),
  place: Address.nullable(),
})

/** A13: new capacity from the advertised pool of 2024. Subsidy a year in øre. */
const NewEstablishment = z.object({
  type: z.literal('A13'),
  clinic: ClinicId,
  holder: PersonId,
  newNumber: ProviderNumber.nullable(),
  specialty: z.enum(['51', '62']),
  requestedOere: Oere,
  place: Address.nullable(),
})

/** A14: documentation of a competence for a diagnosis group or a family of groups. */
const Competence = z.object({
  type: z.literal('A14'),
  person: PersonId,
  target: z.object({ kind: z.enum(['group', 'family']), id: DiagnosisGroupId }),
  issuer: z.string().trim().min(1).max(200).nullable(),
  issuedOn: EffectiveDate.nullable(),
  expiresOn: EffectiveDate.nullable(),
  evidenceRef: z.string().max(200).nullable(),
  place: Address.nullable(),
})

/** A15: a therapist joins the region's section-2 agreement on palliative physiotherapy. */
const Section2Member = z.object({
  type: z.literal('A15'),
  person: PersonId,
  provider: ProviderNumber.nullable(),
  place: Address.nullable(),
  homeRadiusKm: z.int().min(1).max(200).nullable(),
  acceptsNew: z.boolean().nullable(),
  trainingDone: z.boolean().nullable(),
})

/**
 * A16: a planner's scenario, handed in as a proposal. ASSUMPTION: the rule catalogue ends at A15 and has no such type. The
 * scenario's stream only grows, so its revision settles for good what was handed in.
 */
export const Proposal = z.object({
  type: z.literal('A16'),
  scenario: PlannedScenarioId,
  /** Last event of the scenario that is part of the proposal. */
  revision: z.int().min(0),
  /** Names the content that it had then. */
  key: z.string().min(1),
  name: ScenarioName,
  /** The plan that adopted caps become part of, as the committee names it. */
  planRef: z.string().trim().min(1).max(200),
  documentRef: z.string().trim().min(1).max(200).nullable(),
  note: ScenarioNote,
})

export const CaseSubject = z.discriminatedUnion('type', [
  NewNumber,
  Takeover,
  Relocation,
  ExtraAddress,
  StatusChange,
  Employment,
  /** A7: an agreement with a school where the therapist has none. */
  z.object({ type: z.literal('A7'), ...newRidingAgreement }),
  /** A8: one more school for the same therapist. */
  z.object({ type: z.literal('A8'), ...newRidingAgreement }),
  RidingRelocation,
  RidingExpansion,
  Split,
  Cessation,
  NewEstablishment,
  Competence,
  Section2Member,
  Proposal,
])
export type CaseSubject = z.infer<typeof CaseSubject>
/** The subject of one type of application. */
export type SubjectOf<Type extends CaseSubject['type']> = Extract<CaseSubject, { type: Type }>

/** Where a case begins and where it ends up; the same place twice when nothing moves, null for what is not known. */
export function placesOf(subject: CaseSubject): { readonly from: Address | null; readonly to: Address | null } {
  switch (subject.type) {
    case 'A3':
    case 'A9':
      return { from: subject.from, to: subject.to }
    case 'A4':
      return { from: subject.place, to: subject.to }
    case 'A16':
      return { from: null, to: null }
    default:
      return { from: subject.place, to: subject.place }
  }
}

/** Clinic that the subject names; null where it names a number, a person or a school. */
export function clinicOf(subject: CaseSubject): ClinicId | null {
  return 'clinic' in subject ? subject.clinic : null
}

/** True for an application that a region's riding hours can change with. */
export function isRiding(subject: CaseSubject): boolean {
  switch (subject.type) {
    case 'A7':
    case 'A8':
    case 'A9':
    case 'A10':
      return true
    case 'A2':
      return subject.schools.length > 0
    case 'A12':
      return subject.agreements.length > 0
    default:
      return false
  }
}
