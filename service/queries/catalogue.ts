import type { ViewName } from '#api/contract'
import { areas } from './areas.ts'
import { caseFile } from './caseFile.ts'
import { cases } from './cases.ts'
import { clinic } from './clinic.ts'
import { consultations } from './consultations.ts'
import { coverage } from './coverage.ts'
import { events } from './events.ts'
import { municipalities } from './municipalities.ts'
import { municipality } from './municipality.ts'
import { placement } from './placement.ts'
import { planInForceView } from './planInForce.ts'
import type { AsyncQuery, Query } from './query.ts'
import { riding } from './riding.ts'
import { ridingSchool } from './ridingSchool.ts'
import { search } from './search.ts'
import { timeline } from './timeline.ts'

export type { World } from './query.ts'

/** The answer to every view of the contract. */
export const answers: { readonly [Name in ViewName]: Query<Name> | AsyncQuery<Name> } = {
  municipalities,
  municipality,
  clinic,
  ridingSchool,
  riding,
  areas,
  placement,
  search,
  events,
  timeline,
  cases,
  caseFile,
  consultations,
  coverage,
  planInForce: planInForceView,
}
