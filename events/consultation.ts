import { z } from 'zod'
import { Attachment } from './attachment.ts'
import { CaseId, MunicipalityCode } from './identifiers.ts'
import { PlannedScenarioId, ScenarioName } from './scenario.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/**
 * Stream `consultation-<case>.<municipality>.<round>`: the hearing (høring) of one municipality about one version of a
 * case. A correction of what was asked about makes a new version, and so a new round.
 */

export const ConsultationPosition = z.enum(['support', 'object', 'conditional', 'no-remarks'])
export type ConsultationPosition = z.infer<typeof ConsultationPosition>

/** What an answer is about. */
export const ConsultationTopic = z.enum(['travel-time', 'coverage-area', 'capacity', 'other'])
export type ConsultationTopic = z.infer<typeof ConsultationTopic>

/** A scenario of the municipality's own, as it was when it was put beside what the applicant asks for. */
export const CounterProposal = z.object({
  scenario: PlannedScenarioId,
  revision: z.int().min(0),
  name: ScenarioName,
  /** Checksum of its changes and of what they stand on. */
  key: z.string().min(1),
})
export type CounterProposal = z.infer<typeof CounterProposal>

/** Files of one answer, at most. */
export const mostAttachments = 10

export const consultationEvents = {
  ConsultationSent: {
    version: 1,
    data: z.object({
      case: CaseId,
      municipality: MunicipalityCode,
      round: z.int().positive(),
      questions: z.string(),
      /** Last day for an answer, the day itself included. */
      dueOn: EffectiveDate,
    }),
  },
  /** A person decided that this municipality need not be asked in this round; who it was is in the metadata. */
  ConsultationNotRequired: {
    version: 1,
    data: z.object({
      case: CaseId,
      municipality: MunicipalityCode,
      round: z.int().positive(),
      reason: z.string().min(1).max(2000),
    }),
  },
  ConsultationReminderSent: { version: 1, data: z.object({}) },
  /** Only forward. */
  ConsultationDeadlineExtended: {
    version: 1,
    data: z.object({ old: EffectiveDate, new: EffectiveDate, reason: z.string() }),
  },
  /** The municipality asks for a later deadline; the secretariat extends or declines. */
  ConsultationExtensionRequested: {
    version: 1,
    data: z.object({ to: EffectiveDate, reason: z.string().min(1).max(2000) }),
  },
  ConsultationExtensionDeclined: { version: 1, data: z.object({ reason: z.string().min(1).max(2000) }) },
  ConsultationAnswered: {
    version: 2,
    data: z.object({
      position: ConsultationPosition,
      text: z.string().max(4000),
      answeredOn: EffectiveDate,
      late: z.boolean(),
      /** Set when the secretariat records an answer that came another way. */
      cameBy: z.enum(['portal', 'letter', 'mail', 'phone']),
      topics: z.array(ConsultationTopic),
      attachments: z.array(Attachment).max(mostAttachments),
      counterProposal: CounterProposal.nullable(),
    }),
  },
  /** The deadline passed without an answer: recorded as such, never as consent. */
  ConsultationClosedWithoutAnswer: { version: 1, data: z.object({ dueOn: EffectiveDate }) },
} as const satisfies EventShapes

export type ConsultationEvent = EventOf<typeof consultationEvents>
export type RecordedConsultationEvent = RecordedEventOf<typeof consultationEvents>
