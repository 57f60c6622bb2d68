import { z } from 'zod'
import { ConsultationPosition } from '#events/consultation'

/** A municipality's answer while it is being written. */
export const ReplyDraft = z.object({ position: ConsultationPosition.nullable(), text: z.string() })
export type ReplyDraft = z.infer<typeof ReplyDraft>

export const emptyReply: ReplyDraft = { position: null, text: '' }

/** Characters of an answer, as the event allows. */
export const LONGEST_REPLY = 4000

/** What keeps an answer from being sent, all at once; empty when it can be sent. Reservations need a reason. */
export function replyProblems({ position, text }: ReplyDraft): readonly ('needPosition' | 'needText' | 'tooLong')[] {
  return [
    ...(position === null ? (['needPosition'] as const) : []),
    ...((position === 'object' || position === 'conditional') && text.trim() === '' ? (['needText'] as const) : []),
    ...(text.trim().length > LONGEST_REPLY ? (['tooLong'] as const) : []),
  ]
}

/** Name of the draft of one person's answer to one hearing. */
export function replyName(author: string, hearing: { case: string; municipality: string; round: number }): string {
  return `reply.${author}.${hearing.case}.${hearing.municipality}.${hearing.round}`
}
