import { z } from 'zod'
import { CaseId, MunicipalityCode } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `consultation-<case>.<municipality>.<round>`: the hearing (høring) of one municipality about one version of a case. */

export const ConsultationPosition = z.enum(['support', 'object', 'conditional', 'no-remarks'])
export type ConsultationPosition = z.infer<typeof ConsultationPosition>

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
  ConsultationReminderSent: { version: 1, data: z.object({}) },
  /** Only forward. */
  ConsultationDeadlineExtended: {
    version: 1,
    data: z.object({ old: EffectiveDate, new: EffectiveDate, reason: z.string() }),
  },
  ConsultationAnswered: {
    version: 1,
    data: z.object({
      position: ConsultationPosition,
      text: z.string().max(4000),
      answeredOn: EffectiveDate,
      late: z.boolean(),
      /** Set when the secretariat records an answer that came another way. */
      cameBy: z.enum(['portal', 'letter', 'mail', 'phone']),
    }),
  },
  /** The deadline passed without an answer: recorded as such, never as consent. */
  ConsultationClosedWithoutAnswer: { version: 1, data: z.object({ dueOn: EffectiveDate }) },
} as const satisfies EventShapes

export type ConsultationEvent = EventOf<typeof consultationEvents>
export type RecordedConsultationEvent = RecordedEventOf<typeof consultationEvents>
