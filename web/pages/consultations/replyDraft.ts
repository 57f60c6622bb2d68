import { z } from 'zod'
import { Attachment } from '#events/attachment'
import { ConsultationPosition, ConsultationTopic } from '#events/consultation'
import type { Answer } from '../../api.ts'

/** A municipality's answer while it is being written. */
export const ReplyDraft = z.object({
  position: ConsultationPosition.nullable(),
  text: z.string(),
  topics: z.array(ConsultationTopic).default([]),
  /** Files that the service has received. */
  attachments: z.array(Attachment).default([]),
  counterProposal: z.object({ scenario: z.string(), revision: z.int(), name: z.string() }).nullable().default(null),
})
export type ReplyDraft = z.infer<typeof ReplyDraft>

type Given = Pick<
  Answer<'consultations'>['rows'][number]['answers'][number],
  'position' | 'text' | 'topics' | 'attachments' | 'counterProposal'
>

export const emptyReply: ReplyDraft = {
  position: null,
  text: '',
  topics: [],
  attachments: [],
  counterProposal: null,
}

/** An answer that was given, as the start of the one that replaces it. */
export function replyFrom({ position, text, topics, attachments, counterProposal }: Given): ReplyDraft {
  const { scenario, revision, name } = counterProposal ?? {}
  const counter =
    scenario === undefined || revision === undefined || name === undefined ? null : { scenario, revision, name }
  return { position, text, topics: [...topics], attachments: [...attachments], counterProposal: counter }
}

/** True when a draft says nothing else than another: nothing to send. */
export function sameReply(a: ReplyDraft, b: ReplyDraft): boolean {
  const said = (draft: ReplyDraft) => JSON.stringify(ReplyDraft.parse({ ...draft, text: draft.text.trim() }))
  return said(a) === said(b)
}

/** Characters of an answer, as the event allows. */
export const LONGEST_REPLY = 4000

/** What keeps an answer from being sent, all at once; empty when it can be sent. Reservations need a reason. */
export function replyProblems({
  position,
  text,
}: Pick<ReplyDraft, 'position' | 'text'>): readonly ('needPosition' | 'needText' | 'tooLong')[] {
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
