import { z } from 'zod'
import { Position } from '#events/envelope'
import { activityCommands } from './commands/activity.ts'
import { caseCommands } from './commands/case.ts'
import { clinicCommands } from './commands/clinic.ts'
import { competenceCommands } from './commands/competence.ts'
import { consultationCommands } from './commands/consultation.ts'
import { contactCommands } from './commands/contacts.ts'
import { docketCommands } from './commands/docket.ts'
import { geographyCommands } from './commands/geography.ts'
import { krCapacityCommands } from './commands/krCapacity.ts'
import { meetingCommands } from './commands/meeting.ts'
import { messageCommands } from './commands/message.ts'
import { municipalOfferCommands } from './commands/municipalOffer.ts'
import { palliativeCommands } from './commands/palliative.ts'
import { pathwayCommands } from './commands/pathway.ts'
import { patientCountCommands } from './commands/patientCount.ts'
import { planCommands } from './commands/plan.ts'
import { planningAreaCommands } from './commands/planningArea.ts'
import { practiceAddressCommands } from './commands/practiceAddress.ts'
import { providerNumberCommands } from './commands/providerNumber.ts'
import { quotaCommands } from './commands/quota.ts'
import { ridingAgreementCommands } from './commands/ridingAgreement.ts'
import { ridingSchoolCommands } from './commands/ridingSchool.ts'
import { scenarioCommands } from './commands/scenario.ts'
import { sealCommands } from './commands/seal.ts'
import type { CommandOf } from './definitions.ts'
import { alternativesView } from './views/alternatives.ts'
import { capProposalView } from './views/capProposal.ts'
import { capsView } from './views/caps.ts'
import { caseFileView, casesView, collisionsView, consultationsView } from './views/case.ts'
import { counterProposalView } from './views/counterProposal.ts'
import { coverageEffectsView, coverageView } from './views/coverage.ts'
import { coveragePlaceView, coverageReachView } from './views/coveragePlace.ts'
import { deadlinesView } from './views/deadlines.ts'
import { eventsView, timelineView } from './views/events.ts'
import { followUpView } from './views/followUp.ts'
import { halfYearBoardView, halfYearPackageView, ownFiguresView } from './views/halfYear.ts'
import { likeCasesView } from './views/likeCases.ts'
import { meetingsView, meetingView } from './views/meeting.ts'
import { contactsView, municipalOffersView, palliativeView, section2CalculatorView } from './views/municipal.ts'
import { outboxView } from './views/outbox.ts'
import { meetingPaperView, paperView } from './views/paper.ts'
import { parameterHistoryView, parameterPreviewView, planInForceView } from './views/plan.ts'
import { planningAreaSketchView, planningAreasView } from './views/planningArea.ts'
import { proposalFiguresView, proposalView } from './views/proposal.ts'
import { reformView } from './views/reform.ts'
import {
  areasView,
  clinicView,
  municipalitiesView,
  municipalityView,
  placementView,
  ridingSchoolView,
  searchView,
} from './views/register.ts'
import { rulingReplayView, rulingsView } from './views/replay.ts'
import { ridingView } from './views/riding.ts'
import { scenarioComparisonView, scenariosView, scenarioView } from './views/scenario.ts'
import { sitingView } from './views/siting.ts'

/** Every command that can be sent. */
export const commands = [
  ...providerNumberCommands,
  ...clinicCommands,
  ...practiceAddressCommands,
  ...ridingSchoolCommands,
  ...ridingAgreementCommands,
  ...competenceCommands,
  ...krCapacityCommands,
  ...planCommands,
  ...geographyCommands,
  ...caseCommands,
  ...consultationCommands,
  ...messageCommands,
  ...docketCommands,
  ...sealCommands,
  ...meetingCommands,
  ...palliativeCommands,
  ...municipalOfferCommands,
  ...contactCommands,
  ...activityCommands,
  ...patientCountCommands,
  ...quotaCommands,
  ...pathwayCommands,
  ...planningAreaCommands,
  ...scenarioCommands,
] as const

/** Any command: its type and its checked body. */
export type Command = CommandOf<(typeof commands)[number]>
export type CommandType = Command['type']

/** Every query that can be asked. */
export const views = {
  municipalities: municipalitiesView,
  municipality: municipalityView,
  clinic: clinicView,
  ridingSchool: ridingSchoolView,
  siting: sitingView,
  riding: ridingView,
  areas: areasView,
  placement: placementView,
  search: searchView,
  events: eventsView,
  timeline: timelineView,
  cases: casesView,
  caseFile: caseFileView,
  paper: paperView,
  meetingPaper: meetingPaperView,
  consultations: consultationsView,
  meetings: meetingsView,
  deadlines: deadlinesView,
  meeting: meetingView,
  outbox: outboxView,
  alternatives: alternativesView,
  collisions: collisionsView,
  rulingReplay: rulingReplayView,
  rulings: rulingsView,
  likeCases: likeCasesView,
  coverage: coverageView,
  coverageEffects: coverageEffectsView,
  coveragePlace: coveragePlaceView,
  coverageReach: coverageReachView,
  caps: capsView,
  capProposal: capProposalView,
  planningAreas: planningAreasView,
  planningAreaSketch: planningAreaSketchView,
  followUp: followUpView,
  halfYearPackage: halfYearPackageView,
  halfYearBoard: halfYearBoardView,
  ownFigures: ownFiguresView,
  planInForce: planInForceView,
  municipalOffers: municipalOffersView,
  contacts: contactsView,
  palliative: palliativeView,
  section2Calculator: section2CalculatorView,
  parameterHistory: parameterHistoryView,
  parameterPreview: parameterPreviewView,
  scenarios: scenariosView,
  scenario: scenarioView,
  scenarioComparison: scenarioComparisonView,
  proposal: proposalView,
  proposalFigures: proposalFiguresView,
  counterProposal: counterProposalView,
  reform: reformView,
} as const
export type ViewName = keyof typeof views

/**
 * Answer to a command. Sent with 200 when the views have seen it, 202 when they had not within two seconds. A repeated
 * command id gives the first answer again.
 */
export const Accepted = z
  .object({
    commandId: z.uuid(),
    stream: z.string(),
    /** Revision of the stream after the command. */
    revision: z.int().min(-1),
    /** Null when the command had nothing left to change. */
    position: Position.nullable(),
    events: z.array(z.object({ id: z.uuid(), type: z.string() })),
  })
  .meta({ id: 'Accepted' })
export type Accepted = z.infer<typeof Accepted>

/** Header with the command's id, a UUID that the client makes; the same id never takes effect twice. */
export const commandIdHeader = 'idempotency-key'

/**
 * Message of the change stream `/api/changes`: which views moved, at which commit. It goes to everybody and so names no
 * stream: a stream's name can tell of a case.
 */
export const Change = z.object({ ordinal: z.int(), projections: z.array(z.string()) })
export type Change = z.infer<typeof Change>
