import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { categoryOf, type DomainEvent, parse } from '#events/catalogue'
import { Position } from '#events/envelope'
import { EffectiveDate } from '#events/time'
import { activity } from '#service/deciders/activity'
import { clinic } from '#service/deciders/clinic'
import { competence } from '#service/deciders/competence'
import { contacts } from '#service/deciders/contacts'
import type { Context, HalfYearTold } from '#service/deciders/decider'
import { geography } from '#service/deciders/geography'
import { krCapacity } from '#service/deciders/krCapacity'
import { municipalOffer } from '#service/deciders/municipalOffer'
import { palliative } from '#service/deciders/palliative'
import { patientCount } from '#service/deciders/patientCount'
import { plan } from '#service/deciders/plan'
import { planningArea } from '#service/deciders/planningArea'
import { practiceAddress } from '#service/deciders/practiceAddress'
import { providerNumber } from '#service/deciders/providerNumber'
import { ridingAgreement } from '#service/deciders/ridingAgreement'
import { ridingSchool } from '#service/deciders/ridingSchool'
import { places } from '#service/demo/places'
import { demoRegister } from '#service/demo/register'
import { loadGeography } from '#service/geography'

/** A decider of any stream; the test pairs streams, commands and events itself. */
interface AnyDecider {
  readonly initial: unknown
  evolve(state: unknown, event: unknown): unknown
  decide(command: unknown, state: unknown, context: Context): readonly unknown[]
}
const deciders = {
  providerNumber,
  clinic,
  practiceAddress,
  ridingSchool,
  ridingAgreement,
  competence,
  krCapacity,
  plan,
  geography,
  palliative,
  patientCount,
  planningArea,
  municipalOffer,
  contacts,
  activity,
} as unknown as Readonly<Record<string, AnyDecider>>

/** Events that no command makes in this version: the register brings them as facts. */
const factsOnly: ReadonlySet<string> = new Set(['CompetenceExpired'])

/** Events whose date follows from what they say: their commands name none. */
const dateless: ReadonlySet<string> = new Set(['ActivityReportReceived', 'HalfYearlyDataPublished'])

/** Which command makes the event, with the fields that its data does not name itself. */
const commands: Readonly<Record<string, (event: DomainEvent) => Record<string, unknown>>> = {
  ProviderNumberRegistered: () => ({ type: 'RegisterProviderNumber' }),
  HoursCapacityRegistered: () => ({ type: 'RegisterHoursCapacity' }),
  ProviderNumberTransferred: () => ({ type: 'TransferProviderNumber' }),
  CapacityStatusChanged: () => ({ type: 'ChangeCapacityStatus' }),
  ClinicChanged: () => ({ type: 'ChangeClinic' }),
  NumberShareSet: () => ({ type: 'SetNumberShares' }),
  Section24EmploymentRegistered: () => ({ type: 'RegisterSection24Employment' }),
  Section24EmploymentEnded: () => ({ type: 'EndSection24Employment' }),
  TurnoverCeilingSet: () => ({ type: 'SetTurnoverCeiling' }),
  TurnoverCeilingLapsed: () => ({ type: 'LapseTurnoverCeiling' }),
  PaymentCeilingImposed: () => ({ type: 'ImposePaymentCeiling' }),
  ProviderNumberCeased: () => ({ type: 'CeaseProviderNumber' }),
  ProviderNumberCorrected: ({ corrects }) => ({ type: 'CorrectProviderNumber', corrects }),
  ProviderNumberVoided: ({ corrects }) => ({ type: 'VoidProviderNumberEvent', corrects }),
  ClinicRegistered: () => ({ type: 'RegisterClinic' }),
  KrCapacityAllocated: () => ({ type: 'AllocateKrCapacity' }),
  ClinicOwnershipChanged: () => ({ type: 'ChangeClinicOwnership' }),
  NewEstablishmentAdvertised: () => ({ type: 'AdvertiseNewEstablishment' }),
  NewEstablishmentAwarded: () => ({ type: 'AwardNewEstablishment' }),
  ChildrensClinicDescribed: () => ({ type: 'DescribeChildrensClinic' }),
  ClinicIntakeStated: () => ({ type: 'StateClinicIntake' }),
  PatientCountLoaded: () => ({ type: 'LoadPatientCount' }),
  PlanningAreaDrawn: () => ({ type: 'DrawPlanningArea' }),
  ClinicClosed: () => ({ type: 'CloseClinic' }),
  PracticeAddressOpened: () => ({ type: 'OpenPracticeAddress' }),
  PracticeAddressMoved: () => ({ type: 'MovePracticeAddress' }),
  PracticeAddressClosed: () => ({ type: 'ClosePracticeAddress' }),
  ExtraAddressNotified: () => ({ type: 'NotifyExtraAddress' }),
  ExtraAddressApproved: () => ({ type: 'ApproveExtraAddress' }),
  AccessibilityStated: () => ({ type: 'StateAccessibility' }),
  AddressGeocodeCorrected: () => ({ type: 'CorrectGeocode' }),
  RidingSchoolRegistered: () => ({ type: 'RegisterRidingSchool' }),
  RidingSchoolApproved: () => ({ type: 'ApproveRidingSchool' }),
  RidingAgreementRequested: () => ({ type: 'RequestRidingAgreement' }),
  RidingAgreementPermitted: () => ({ type: 'PermitRidingAgreement' }),
  RidingAgreementStarted: () => ({ type: 'StartRidingAgreement' }),
  RidingHoursChanged: (event) => ({ type: 'ChangeRidingHours', to: newOf(event) }),
  CoverageAreaRecorded: () => ({ type: 'RecordCoverageArea' }),
  CoverageAreaClarified: () => ({ type: 'ClarifyCoverageArea' }),
  RidingAgreementEnded: () => ({ type: 'EndRidingAgreement' }),
  RidingNumberLapsed: () => ({ type: 'LapseRidingNumber' }),
  CompetenceDocumented: () => ({ type: 'DocumentCompetence' }),
  CompetenceRenewed: () => ({ type: 'RenewCompetence' }),
  CompetenceRevoked: () => ({ type: 'RevokeCompetence' }),
  PlanApprovedByCommittee: () => ({ type: 'ApprovePlan' }),
  PlanInForce: () => ({ type: 'PutPlanInForce' }),
  RuleSetPublished: () => ({ type: 'PublishRuleSet' }),
  AreaVersionPublished: () => ({ type: 'PublishAreaVersion' }),
  Section2AgreementProposed: () => ({ type: 'ProposeSection2Agreement' }),
  Section2AgreementAdopted: () => ({ type: 'AdoptSection2Agreement' }),
  TherapistJoined: () => ({ type: 'JoinSection2Agreement' }),
  AcceptanceChanged: () => ({ type: 'ChangeAcceptance' }),
  BudgetSet: () => ({ type: 'SetPalliativeBudget' }),
  SupplySurveyRecorded: () => ({ type: 'RecordSupplySurvey' }),
  MunicipalOfferPublished: () => ({ type: 'PublishMunicipalOffer' }),
  ContactEntrySet: () => ({ type: 'SetContactEntry' }),
  ActivityReportReceived: () => ({ type: 'ReportActivity' }),
  ControlReviewOpened: () => ({ type: 'OpenControlReview' }),
  ControlReviewClosed: () => ({ type: 'CloseControlReview' }),
  HalfYearlyDataPublished: () => ({ type: 'PublishHalfYearlyData' }),
  YearlyFollowUpHeld: () => ({ type: 'RecordYearlyFollowUp' }),
}

it('holds nothing that the deciders would not have decided: the same commands give the same events', async () => {
  const states = new Map<string, unknown>()
  const decided = new Map<string, number>()
  const wrong: unknown[] = []
  let position = 0
  for (const { stream, recordedAt, expected, events } of demoRegister('praksiskort', places(loadGeography())).entries) {
    const decider = deciders[categoryOf(stream)]
    if (decider === undefined) throw new Error(`No decider for ${stream}`)
    for (const [index, stored] of events.entries()) {
      position += 1
      const revision = (expected === 'none' ? 0 : expected + 1) + index
      const event = parse({ ...stored, stream, recordedAt, revision, position: Position.parse(String(position)) })
      const state = states.has(stream) ? states.get(stream) : decider.initial
      if (!factsOnly.has(event.type)) {
        const { type, data, effectiveFrom, corrects } = event
        const made = { type, data, effectiveFrom, ...(corrects === undefined ? {} : { corrects }) }
        const context = { ...on(recordedAt.slice(0, 10)), halfYear: packageIn(event) }
        const found = attempt(() => decider.decide(commandFor(event), state, context))
        if (!isDeepStrictEqual(found, [made])) wrong.push({ stream, made, found })
        decided.set(type, (decided.get(type) ?? 0) + 1)
      }
      states.set(stream, decider.evolve(state, event))
    }
  }
  expect(wrong.slice(0, 8)).toEqual([])
  expect([...decided.keys()].toSorted()).toEqual(Object.keys(commands).toSorted())
}, 60_000)

function commandFor(event: DomainEvent): unknown {
  const make = commands[event.type]
  if (make === undefined) throw new Error(`No command makes ${event.type}`)
  const { type, ...own } = make(event)
  const id = event.stream.slice(event.stream.indexOf('-') + 1)
  const subject = {
    number: id,
    clinic: id,
    addressId: id,
    school: id,
    agreement: id,
    person: id,
    region: id,
    effectiveFrom: event.effectiveFrom,
  }
  const named = Object.entries(subject).filter(([name]) =>
    name === 'effectiveFrom' ? !dateless.has(event.type) : name === keyOf(event),
  )
  return { type, data: { ...Object.fromEntries(named), ...event.data, ...own } }
}

/** The field by which commands name the stream's subject. */
function keyOf({ stream }: DomainEvent): string {
  const keys: Readonly<Record<string, string>> = {
    providerNumber: 'number',
    clinic: 'clinic',
    practiceAddress: 'addressId',
    ridingSchool: 'school',
    ridingAgreement: 'agreement',
    competence: 'person',
    plan: 'region',
  }
  return keys[categoryOf(stream)] ?? ''
}

/** A delivery's package, as it was gathered for the command. */
function packageIn(event: DomainEvent): HalfYearTold | null {
  if (event.type !== 'HalfYearlyDataPublished') return null
  const { content, checksum, complete, suppressedCells } = event.data
  return content === null || checksum === null ? null : { content, checksum, complete, suppressedCells }
}

function newOf(event: DomainEvent): unknown {
  return event.type === 'RidingHoursChanged' ? event.data.new : undefined
}

function attempt(decide: () => readonly unknown[]): unknown {
  try {
    return decide()
  } catch (error) {
    return error
  }
}

function on(date: string): Context {
  return { today: EffectiveDate.parse(date), plan: null, findings: null, caseStatus: null, caseKnown: null }
}
