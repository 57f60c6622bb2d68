import type { ViewName } from '#api/contract'
import { meetingPaper } from '../documents/meetingPapers.ts'
import { paper } from '../documents/papers.ts'
import { areas } from './areas.ts'
import { capProposal } from './capProposal.ts'
import { caps } from './caps.ts'
import { caseFile } from './caseFile.ts'
import { cases } from './cases.ts'
import { clinic } from './clinic.ts'
import { consultations } from './consultations.ts'
import { contacts } from './contacts.ts'
import { coverage, coverageReach } from './coverage.ts'
import { coveragePlace } from './coveragePlace.ts'
import { deadlines } from './deadlines.ts'
import { events } from './events.ts'
import { followUp } from './followUp.ts'
import { halfYearBoard } from './halfYears/halfYearBoard.ts'
import { halfYearPackage } from './halfYears/halfYearPackage.ts'
import { ownFigures } from './halfYears/ownFigures.ts'
import { likeCases } from './likeCases.ts'
import { meeting } from './meeting.ts'
import { meetings } from './meetings.ts'
import { municipalities } from './municipalities.ts'
import { municipality } from './municipality.ts'
import { municipalOffers } from './municipalOffers.ts'
import { outbox } from './outbox.ts'
import { palliative } from './palliative.ts'
import { parameterHistory } from './parameterHistory.ts'
import { placement } from './placement.ts'
import { planInForceView } from './planInForce.ts'
import { planningAreaSketch } from './planningAreaSketch.ts'
import { planningAreas } from './planningAreas.ts'
import type { AsyncQuery, Query, WhatIfName } from './query.ts'
import { reform } from './reform/reform.ts'
import { riding } from './riding.ts'
import { ridingSchool } from './ridingSchool.ts'
import { rulings } from './rulingList.ts'
import { search } from './search.ts'
import { section2Calculator } from './section2Calculator.ts'
import { siting } from './siting.ts'
import { timeline } from './timeline.ts'

export type { World } from './query.ts'

/** The answer to every view of the contract but those that ask what would happen if. */
export const answers = {
  municipalities,
  municipality,
  clinic,
  ridingSchool,
  riding,
  areas,
  placement,
  siting,
  search,
  events,
  timeline,
  cases,
  caseFile,
  paper,
  meetingPaper,
  rulings,
  likeCases,
  consultations,
  meetings,
  meeting,
  deadlines,
  outbox,
  coverage,
  coveragePlace,
  coverageReach,
  caps,
  capProposal,
  planningAreas,
  planningAreaSketch,
  followUp,
  halfYearPackage,
  halfYearBoard,
  ownFigures,
  planInForce: planInForceView,
  parameterHistory,
  municipalOffers,
  contacts,
  palliative,
  section2Calculator,
  reform,
} satisfies { readonly [Name in Exclude<ViewName, WhatIfName>]: Query<Name> | AsyncQuery<Name> }
