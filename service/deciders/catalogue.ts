import type { Command } from '#api/contract'
import type { DomainEvent, EventType, StreamCategory } from '#events/catalogue'
import type { EventId } from '#events/envelope'
import type { EffectiveDate } from '#events/time'
import { activity } from './activity.ts'
import { applicationCase } from './case.ts'
import { clinic } from './clinic.ts'
import { competence } from './competence.ts'
import { consultation } from './consultation.ts'
import { contacts } from './contacts.ts'
import type { Decider } from './decider.ts'
import { docket } from './docket.ts'
import { geography } from './geography.ts'
import { krCapacity } from './krCapacity.ts'
import { meeting } from './meeting.ts'
import { message } from './message.ts'
import { municipalOffer } from './municipalOffer.ts'
import { palliative } from './palliative.ts'
import { pathway } from './pathway.ts'
import { patientCount } from './patientCount.ts'
import { plan } from './plan.ts'
import { planningArea } from './planningArea.ts'
import { practiceAddress } from './practiceAddress.ts'
import { providerNumber } from './providerNumber.ts'
import { quota } from './quota.ts'
import { ridingAgreement } from './ridingAgreement.ts'
import { ridingSchool } from './ridingSchool.ts'
import { scenario } from './scenario.ts'
import { seal } from './seal.ts'

/** An event as any decider emits it. */
export interface Decided {
  readonly type: EventType
  readonly data: Readonly<Record<string, unknown>>
  readonly effectiveFrom: EffectiveDate
  readonly corrects?: EventId
}

/** A decider seen from outside: `handle` gives it the commands and events of its own streams and no others. */
export type AnyDecider = Decider<unknown, Command, Decided, DomainEvent>

/** Who decides for which category of streams. */
export const deciders: Readonly<Record<StreamCategory, AnyDecider>> = {
  providerNumber: widened(providerNumber),
  clinic: widened(clinic),
  patientCount: widened(patientCount),
  practiceAddress: widened(practiceAddress),
  ridingSchool: widened(ridingSchool),
  ridingAgreement: widened(ridingAgreement),
  competence: widened(competence),
  krCapacity: widened(krCapacity),
  plan: widened(plan),
  geography: widened(geography),
  case: widened(applicationCase),
  consultation: widened(consultation),
  message: widened(message),
  docket: widened(docket),
  meeting: widened(meeting),
  palliative: widened(palliative),
  municipalOffer: widened(municipalOffer),
  contacts: widened(contacts),
  activity: widened(activity),
  scenario: widened(scenario),
  seal: widened(seal),
  quota: widened(quota),
  pathway: widened(pathway),
  planningArea: widened(planningArea),
}

/** The table above is keyed by category, and a stream's category settles which commands and events are its own. */
function widened<State, Own, Event extends Decided, Recorded>(
  decider: Decider<State, Own, Event, Recorded>,
): AnyDecider {
  return decider as unknown as AnyDecider
}
