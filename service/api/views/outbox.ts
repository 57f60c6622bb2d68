import { z } from 'zod'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { MessageFailure, MessageKind, MessageState, messageEvents } from '#events/message'
import { RecordedAt } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

/** A letter and how its delivery went. */
const OutboxRow = z.object({
  message: z.uuid(),
  kind: MessageKind,
  case: CaseId,
  caseNumber: z.string(),
  municipality: MunicipalityCode,
  round: z.int(),
  state: MessageState,
  /** Address of the last attempt; null before there was one, and where the directory has none. */
  to: z.string().nullable(),
  /** Where it was delivered: laid in a folder, or handed to a mail server. Null until then. */
  by: messageEvents.MessageSent.data.shape.by.nullable(),
  /** Why the last attempt failed; null where it did not. */
  reason: MessageFailure.nullable(),
  attempts: z.int(),
  /** When it is tried again by itself. */
  again: RecordedAt.nullable(),
  queuedAt: RecordedAt,
  movedAt: RecordedAt,
  /** What it says: as it was handed over, or as it would be now. Null where the hearing is not there. */
  letter: z.object({ subject: z.string(), text: z.string() }).nullable(),
})
export type OutboxRow = z.infer<typeof OutboxRow>

/** Letters that the secretariat's hearings gave rise to, the newest first. */
export const outboxView = view({
  path: '/views/outbox',
  action: 'consultation.send',
  params: AsOfParams.extend({ state: z.enum(['all', ...MessageState.options]).default('all') }),
  response: z.object({
    at: Answered,
    counts: z.object({ queued: z.int(), sent: z.int(), failed: z.int(), unsure: z.int() }),
    rows: z.array(OutboxRow),
  }),
})
