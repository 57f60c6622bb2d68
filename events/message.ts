import { z } from 'zod'
import { CaseId, MunicipalityCode } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { RecordedAt } from './time.ts'

/** Stream `message-<uuid>`: one letter of the outbox, and how its delivery went. Its text follows from the log. */

/** What a letter is about. */
export const MessageKind = z.enum([
  'consultation',
  'consultation-reminder',
  'consultation-extended',
  'consultation-extension-declined',
])
export type MessageKind = z.infer<typeof MessageKind>

/** `unsure`: handed to a mail server, and nothing is known of how it went; a person chooses whether it goes again. */
export const MessageState = z.enum(['queued', 'sent', 'failed', 'unsure'])
export type MessageState = z.infer<typeof MessageState>

/**
 * Why a delivery failed: the directory has no mail address for the municipality's health department, the address
 * was rejected, or the mail server did not take it.
 */
export const MessageFailure = z.enum(['no-address', 'rejected', 'unreachable'])
export type MessageFailure = z.infer<typeof MessageFailure>

/** A department's mail address, as the directory had it. */
const to = z.string().min(1).max(200)
const attempt = z.int().positive()

export const messageEvents = {
  MessageQueued: {
    version: 1,
    data: z.object({
      message: z.uuid(),
      kind: MessageKind,
      case: CaseId,
      municipality: MunicipalityCode,
      round: z.int().positive(),
    }),
  },
  /** A mail server is about to be handed the letter. Without what became of it, nobody knows whether it arrived. */
  MessageAttemptBegun: { version: 1, data: z.object({ to, attempt }) },
  MessageSent: {
    version: 1,
    data: z.object({
      to,
      /** `folder`: laid down as a file, for who fetches it there. */
      by: z.enum(['folder', 'smtp']),
      attempt,
    }),
  },
  MessageDeliveryFailed: {
    version: 1,
    data: z.object({
      reason: MessageFailure,
      to: z.string().max(200).nullable(),
      /** Code that the mail server answered; null without one. */
      smtpCode: z.int().nullable(),
      attempt,
      /** When it is tried again; null when a person has to. */
      again: RecordedAt.nullable(),
    }),
  },
  /** The service ended while a mail server had the letter: it may have been delivered. */
  MessageDeliveryUnsure: { version: 1, data: z.object({ to, attempt }) },
  MessageResendAsked: { version: 1, data: z.object({}) },
} as const satisfies EventShapes

export type MessageEvent = EventOf<typeof messageEvents>
export type RecordedMessageEvent = RecordedEventOf<typeof messageEvents>
