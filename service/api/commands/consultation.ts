import { z } from 'zod'
import { AttachmentHash, AttachmentName } from '#events/attachment'
import { ConsultationPosition, ConsultationTopic, mostAttachments } from '#events/consultation'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { PlannedScenarioId } from '#events/scenario'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = (body: { case: string; municipality: string; round: number }) =>
  `consultation-${body.case}.${body.municipality}.${body.round}`
const reason = z.string().trim().min(1).max(2000)
const base = { case: CaseId, municipality: MunicipalityCode, round: z.int().positive() }

/** Commands to the hearing of one municipality. */
export const consultationCommands = [
  command({
    type: 'SendConsultation',
    path: '/commands/send-consultation',
    action: 'consultation.send',
    body: z.object({ ...base, questions: z.string().trim().max(4000) }),
    stream,
  }),
  command({
    type: 'MarkConsultationNotRequired',
    path: '/commands/mark-consultation-not-required',
    action: 'consultation.send',
    body: z.object({ ...base, reason }),
    stream,
  }),
  command({
    type: 'RequestConsultationExtension',
    path: '/commands/request-consultation-extension',
    action: 'consultation.answer',
    body: z.object({ ...base, to: EffectiveDate, reason }),
    stream,
  }),
  command({
    type: 'DeclineConsultationExtension',
    path: '/commands/decline-consultation-extension',
    action: 'consultation.send',
    body: z.object({ ...base, reason }),
    stream,
  }),
  command({
    type: 'RemindConsultation',
    path: '/commands/remind-consultation',
    action: 'consultation.send',
    body: z.object({ ...base }),
    stream,
  }),
  command({
    type: 'ExtendConsultation',
    path: '/commands/extend-consultation',
    action: 'consultation.send',
    body: z.object({ ...base, to: EffectiveDate, reason: z.string().trim().min(1) }),
    stream,
  }),
  command({
    type: 'AnswerConsultation',
    path: '/commands/answer-consultation',
    action: 'consultation.answer',
    body: z.object({
      ...base,
      position: ConsultationPosition,
      text: z.string().trim().max(4000),
      cameBy: z.enum(['portal', 'letter', 'mail', 'phone']),
      /** Day on which an answer came that did not come by the portal; the portal's own is today. */
      receivedOn: EffectiveDate.optional(),
      topics: z.array(ConsultationTopic).max(ConsultationTopic.options.length).default([]),
      /** Files that were received before, by their hash. */
      attachments: z
        .array(z.object({ hash: AttachmentHash, name: AttachmentName }))
        .max(mostAttachments)
        .default([]),
      /** A scenario of the sender's own at one of its revisions, put beside the application. */
      counterProposal: z
        .object({ scenario: PlannedScenarioId, revision: z.int().min(0) })
        .nullable()
        .default(null),
    }),
    stream,
  }),
  command({
    type: 'CloseConsultation',
    path: '/commands/close-consultation',
    action: 'process.run',
    body: z.object({ ...base }),
    stream,
  }),
] as const

export type ConsultationCommand = CommandOf<(typeof consultationCommands)[number]>
