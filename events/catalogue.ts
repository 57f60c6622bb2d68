import { activityEvents, type RecordedActivityEvent } from './activity.ts'
import { caseEvents, type RecordedCaseEvent } from './case.ts'
import { clinicEvents, type RecordedClinicEvent } from './clinic.ts'
import { competenceEvents, type RecordedCompetenceEvent } from './competence.ts'
import { consultationEvents, type RecordedConsultationEvent } from './consultation.ts'
import { contactEvents, type RecordedContactEvent } from './contacts.ts'
import { docketEvents, type RecordedDocketEvent } from './docket.ts'
import type { RecordedEvent } from './envelope.ts'
import { geographyEvents, type RecordedGeographyEvent } from './geography.ts'
import { krCapacityEvents, type RecordedKrCapacityEvent } from './krCapacity.ts'
import { meetingEvents, type RecordedMeetingEvent } from './meeting.ts'
import { messageEvents, type RecordedMessageEvent } from './message.ts'
import { municipalOfferEvents, type RecordedMunicipalOfferEvent } from './municipalOffer.ts'
import { palliativeEvents, type RecordedPalliativeEvent } from './palliative.ts'
import { pathwayEvents, type RecordedPathwayEvent } from './pathway.ts'
import { patientCountEvents, type RecordedPatientCountEvent } from './patientCount.ts'
import { planEvents, type RecordedPlanEvent } from './plan.ts'
import { planningAreaEvents, type RecordedPlanningAreaEvent } from './planningArea.ts'
import { practiceAddressEvents, type RecordedPracticeAddressEvent } from './practiceAddress.ts'
import { providerNumberEvents, type RecordedProviderNumberEvent } from './providerNumber.ts'
import { quotaEvents, type RecordedQuotaEvent } from './quota.ts'
import { type RecordedRidingAgreementEvent, ridingAgreementEvents } from './ridingAgreement.ts'
import { type RecordedRidingSchoolEvent, ridingSchoolEvents } from './ridingSchool.ts'
import { type RecordedScenarioEvent, scenarioEvents } from './scenario.ts'
import { type RecordedSealEvent, sealEvents } from './seal.ts'
import type { EventShape } from './shape.ts'
import { upcast } from './upcasters.ts'

/** Every stream category with its event types: the one list. */
export const streams = {
  providerNumber: providerNumberEvents,
  clinic: clinicEvents,
  practiceAddress: practiceAddressEvents,
  ridingSchool: ridingSchoolEvents,
  ridingAgreement: ridingAgreementEvents,
  competence: competenceEvents,
  krCapacity: krCapacityEvents,
  plan: planEvents,
  geography: geographyEvents,
  case: caseEvents,
  consultation: consultationEvents,
  message: messageEvents,
  docket: docketEvents,
  meeting: meetingEvents,
  palliative: palliativeEvents,
  municipalOffer: municipalOfferEvents,
  contacts: contactEvents,
  activity: activityEvents,
  patientCount: patientCountEvents,
  quota: quotaEvents,
  pathway: pathwayEvents,
  planningArea: planningAreaEvents,
  scenario: scenarioEvents,
  seal: sealEvents,
} as const
export type StreamCategory = keyof typeof streams

/** A recorded event whose data has been checked, with its envelope. */
export type DomainEvent = (
  | RecordedProviderNumberEvent
  | RecordedClinicEvent
  | RecordedPracticeAddressEvent
  | RecordedRidingSchoolEvent
  | RecordedRidingAgreementEvent
  | RecordedCompetenceEvent
  | RecordedKrCapacityEvent
  | RecordedPlanEvent
  | RecordedGeographyEvent
  | RecordedCaseEvent
  | RecordedConsultationEvent
  | RecordedMessageEvent
  | RecordedDocketEvent
  | RecordedMeetingEvent
  | RecordedPalliativeEvent
  | RecordedMunicipalOfferEvent
  | RecordedContactEvent
  | RecordedActivityEvent
  | RecordedPatientCountEvent
  | RecordedQuotaEvent
  | RecordedPathwayEvent
  | RecordedPlanningAreaEvent
  | RecordedScenarioEvent
  | RecordedSealEvent
) &
  Pick<RecordedEvent, 'stream' | 'position' | 'version' | 'metadata'>
export type EventType = DomainEvent['type']
export type DomainEventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>

const shapes: ReadonlyMap<string, EventShape> = new Map(
  Object.values(streams).flatMap((events) => Object.entries(events)),
)

/** All event types with their current version. */
export const eventTypes: ReadonlyMap<string, EventShape> = shapes

/** Current version of an event type. Throws on a type that the catalogue does not know. */
export function currentVersion(type: string): number {
  const shape = shapes.get(type)
  if (shape === undefined) throw new Error(`Unknown event type ${type}`)
  return shape.version
}

/**
 * Checks a stored event: lifts older versions, then validates. Throws an error that names the event when its type is
 * unknown, its version is newer than this program, or its data does not fit.
 */
export function parse(raw: RecordedEvent): DomainEvent {
  const where = `event ${raw.id} (${raw.type} v${raw.version}, ${raw.stream}@${raw.revision}, position ${raw.position})`
  const shape = shapes.get(raw.type)
  if (shape === undefined) throw new UnreadableEvent(`${where}: unknown event type`)
  if (raw.version > shape.version)
    throw new UnreadableEvent(`${where}: newer than this program (version ${shape.version})`)
  const lifted = upcast(raw.type, raw.version, shape.version, raw.data)
  const result = shape.data.safeParse(lifted)
  if (!result.success)
    throw new UnreadableEvent(
      `${where}: ${result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    )
  const corrects = raw.metadata.corrects
  // The map from type to shape is `streams` itself, so data of this shape belongs to this type.
  return {
    ...raw,
    version: shape.version,
    data: result.data,
    ...(corrects === undefined ? {} : { corrects }),
  } as DomainEvent
}

/** True for what planners do to scenarios: kept in the log, and no part of the register's history. */
export function isScenarioEvent({ type }: { readonly type: string }): boolean {
  return type in scenarioEvents
}

/** An event that this program cannot read; the projector stops and says which. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
}

/** Category of a stream name: the part before the first hyphen. */
export function categoryOf(stream: string): StreamCategory {
  const category = stream.slice(0, stream.indexOf('-'))
  // Checked by the lookup itself.
  if (!(category in streams)) throw new Error(`Stream ${stream} has no known category`)
  return category as StreamCategory
}
