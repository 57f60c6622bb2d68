import { caseProjection } from './case.ts'
import { ceilingsProjection } from './ceilings.ts'
import { consultationProjection } from './consultation.ts'
import { contactsProjection } from './contacts.ts'
import { docketProjection } from './docket.ts'
import { eventLogProjection } from './eventLog.ts'
import { followUpProjection } from './followUp.ts'
import { geographyProjection } from './geography.ts'
import { krCapacityProjection } from './krCapacity.ts'
import { meetingProjection } from './meeting.ts'
import { messageProjection } from './message.ts'
import { municipalOfferProjection } from './municipalOffer.ts'
import { palliativeProjection } from './palliative.ts'
import { pathwayProjection } from './pathway.ts'
import { patientCountProjection } from './patientCount.ts'
import { planProjection } from './plan.ts'
import { planningAreaProjection } from './planningArea.ts'
import { practiceProjection } from './practice.ts'
import type { Projection } from './projection.ts'
import { quotaProjection } from './quota.ts'
import { ridingProjection } from './riding.ts'
import { scenarioProjection } from './scenario.ts'
import { sealProjection } from './seal.ts'

/** Every projection, in the order in which they see an event: the list of events looks places up in the others. */
export const projections: readonly Projection[] = [
  practiceProjection,
  ceilingsProjection,
  krCapacityProjection,
  ridingProjection,
  planProjection,
  geographyProjection,
  caseProjection,
  consultationProjection,
  messageProjection,
  docketProjection,
  sealProjection,
  meetingProjection,
  palliativeProjection,
  municipalOfferProjection,
  contactsProjection,
  followUpProjection,
  patientCountProjection,
  quotaProjection,
  pathwayProjection,
  planningAreaProjection,
  scenarioProjection,
  eventLogProjection,
]
