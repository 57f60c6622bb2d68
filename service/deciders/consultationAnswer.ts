import type { ConsultationCommand } from '#api/commands/consultation'
import type { Attachment } from '#events/attachment'
import type { ConsultationEvent } from '#events/consultation'
import type { EffectiveDate } from '#events/time'
import { refuseOutdated, type SentConsultation } from './consultationState.ts'
import { type Context, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type AnswerConsultation = Extract<ConsultationCommand, { type: 'AnswerConsultation' }>['data']

/**
 * A new answer stands beside the earlier ones and replaces them; a late one is kept and marked. Nothing is taken for a
 * closed case or for an earlier version of the application.
 */
export function answer(command: AnswerConsultation, state: SentConsultation, context: Context): ConsultationEvent[] {
  const { position, text, cameBy, topics, round } = command
  const attachments = command.attachments.map((file) => received(file, context))
  const counterProposal = context.counterProposal ?? null
  const said = { position, text, cameBy, topics, attachments, counterProposal }
  const last = state.answers.at(-1)
  if (last !== undefined) {
    const { answeredOn: _, late: __, ...before } = last
    if (equal(before, said)) return []
  }
  refuseOutdated(round, context)
  const answeredOn = arrival(command, state, context.today)
  const late = answeredOn > state.dueOn
  return [{ type: 'ConsultationAnswered', effectiveFrom: context.today, data: { ...said, answeredOn, late } }]
}

/** The file as it lies beside the log. Throws when it does not. */
function received({ hash, name }: AnswerConsultation['attachments'][number], { files }: Context): Attachment {
  const file = files?.find((one) => one.hash === hash)
  if (file === undefined) throw new Refusal('consultation.fileMissing', { name })
  return { hash, name, type: file.type, size: file.size }
}

/** The day on which an answer came: today by the portal; another way, the day stated, between the sending and today. */
function arrival(
  { cameBy, receivedOn }: AnswerConsultation,
  { sentOn }: SentConsultation,
  today: EffectiveDate,
): EffectiveDate {
  if (cameBy === 'portal' || receivedOn === undefined) return today
  if (receivedOn < sentOn || receivedOn > today)
    throw new Refusal('consultation.receivedOutside', { receivedOn, sentOn, today })
  return receivedOn
}
