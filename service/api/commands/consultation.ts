import { z } from 'zod'
import { ConsultationPosition } from '#events/consultation'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = (body: { case: string; municipality: string; round: number }) =>
  `consultation-${body.case}.${body.municipality}.${body.round}`
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
