import { z } from 'zod'
import { CaseCorrection, caseEvents, RelatedCase } from '#events/case'
import { CaseSubject, Proposal } from '#events/caseSubject'
import { CaseId, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ case: id }: { case: string }) => `case-${id}`
const base = { case: CaseId }

/** Commands to one application case. Those with `process.run` are a reactor's. */
export const caseCommands = [
  /** The id is the number with a hyphen (`26-0147`), so that the stream itself keeps numbers unique. */
  command({
    type: 'OpenCase',
    path: '/commands/open-case',
    action: 'case.open',
    body: z.object({
      case: CaseId.regex(/^\d{2}-\d{4}$/),
      region: RegionCode,
      subject: CaseSubject,
      applicant: z.string().trim().min(1).max(200),
      receivedOn: EffectiveDate,
      wantedFrom: EffectiveDate,
      relates: RelatedCase.optional(),
    }),
    stream,
  }),
  /**
   * Hands a scenario in as a proposal: opens a case (A16) that holds just what the scenario was at the revision, whatever
   * becomes of the scenario afterwards.
   */
  command({
    type: 'SubmitScenario',
    path: '/commands/submit-scenario',
    action: 'scenario.submit',
    body: z.object({
      case: CaseId.regex(/^\d{2}-\d{4}$/),
      region: RegionCode,
      ...Proposal.pick({ scenario: true, revision: true, planRef: true, documentRef: true, note: true }).shape,
      applicant: z.string().trim().min(1).max(200),
      wantedFrom: EffectiveDate,
    }),
    stream,
  }),
  command({
    type: 'RequestInformation',
    path: '/commands/request-information',
    action: 'case.prepare',
    body: z.object({ ...base, items: z.array(z.string().trim().min(1)).min(1), dueOn: EffectiveDate }),
    stream,
  }),
  command({
    type: 'SupplyInformation',
    path: '/commands/supply-information',
    action: 'case.prepare',
    body: z.object({ ...base, items: z.array(z.string().trim().min(1)).min(1) }),
    stream,
  }),
  command({
    type: 'CorrectCaseInformation',
    path: '/commands/correct-case-information',
    action: 'case.prepare',
    body: z.object({ ...base, correction: CaseCorrection, reason: z.string().trim().min(1).max(2000) }),
    stream,
  }),
  /** The findings themselves are gathered by the service; nobody can send them. */
  command({
    type: 'ComputeFindings',
    path: '/commands/compute-findings',
    action: 'case.prepare',
    /** A reactor asks for the findings only where they differ in substance; a person who asks always gets them anew. */
    body: z.object({ ...base, unlessSame: z.literal(true).optional() }),
    stream,
  }),
  command({
    type: 'WriteRecommendation',
    path: '/commands/write-recommendation',
    action: 'case.prepare',
    body: z.object({ ...base, ...caseEvents.RecommendationWritten.data.shape }),
    stream,
  }),
  /** The committee says what it holds against the recommendation; the recommendation itself stays. */
  command({
    type: 'ChallengeRecommendation',
    path: '/commands/challenge-recommendation',
    action: 'case.rule',
    body: z.object({ ...base, ...caseEvents.RecommendationChallenged.data.shape }),
    stream,
  }),
  command({
    type: 'TableCase',
    path: '/commands/table-case',
    action: 'case.prepare',
    body: z.object({ ...base, meetingOn: EffectiveDate, reason: z.string().trim().min(1).nullable() }),
    stream,
  }),
  command({
    type: 'PostponeCase',
    path: '/commands/postpone-case',
    action: 'case.prepare',
    body: z.object({ ...base, reason: z.string().trim().min(1) }),
    stream,
  }),
  command({
    type: 'WithdrawCase',
    path: '/commands/withdraw-case',
    action: 'case.prepare',
    body: z.object({ ...base, reason: z.string().trim().min(1) }),
    stream,
  }),
  command({
    type: 'ProposeConsultation',
    path: '/commands/propose-consultation',
    action: 'process.run',
    body: z.object({ ...base, ...caseEvents.ConsultationProposed.data.shape }),
    stream,
  }),
  command({
    type: 'MarkHeard',
    path: '/commands/mark-heard',
    action: 'process.run',
    body: z.object({ ...base, round: z.int().positive() }),
    stream,
  }),
  command({
    type: 'RecordRuling',
    path: '/commands/record-ruling',
    action: 'process.run',
    body: z.object({ ...base, ...caseEvents.CaseRuled.data.shape }),
    stream,
  }),
  command({
    type: 'RecordRulingWithdrawn',
    path: '/commands/record-ruling-withdrawn',
    action: 'process.run',
    body: z.object({ ...base, ...caseEvents.CaseRulingWithdrawn.data.shape }),
    stream,
  }),
  command({
    type: 'RecordNationalDecision',
    path: '/commands/record-national-decision',
    action: 'process.run',
    body: z.object({ ...base, ...caseEvents.CaseDecidedNationally.data.shape }),
    stream,
  }),
  command({
    type: 'RecordReferral',
    path: '/commands/record-referral',
    action: 'process.run',
    body: z.object({ ...base, reason: z.string() }),
    stream,
  }),
  command({
    type: 'RecordChangeRefused',
    path: '/commands/record-change-refused',
    action: 'process.run',
    body: z.object({ ...base, ...caseEvents.CaseChangeRefused.data.shape }),
    stream,
  }),
  command({
    type: 'RecordEffectApplied',
    path: '/commands/record-effect-applied',
    action: 'process.run',
    body: z.object({ ...base, stream: z.string() }),
    stream,
  }),
  command({
    type: 'RecordEffectRefused',
    path: '/commands/record-effect-refused',
    action: 'process.run',
    body: z.object({ ...base, ...caseEvents.CaseEffectRefused.data.shape }),
    stream,
  }),
] as const

export type CaseCommand = CommandOf<(typeof caseCommands)[number]>
