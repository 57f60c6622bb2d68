import { z } from 'zod'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { MessageKind, messageEvents } from '#events/message'
import { type CommandOf, command } from '../definitions.ts'

const base = { message: z.uuid(), case: CaseId }
const stream = ({ message }: { message: string }) => `message-${message}`

/** Commands to one letter of the outbox. Only that it shall be sent again is for a person to say. */
export const messageCommands = [
  command({
    type: 'QueueMessage',
    path: '/commands/queue-message',
    action: 'process.run',
    body: z.object({ ...base, kind: MessageKind, municipality: MunicipalityCode, round: z.int().positive() }),
    stream,
  }),
  command({
    type: 'BeginMessageAttempt',
    path: '/commands/begin-message-attempt',
    action: 'process.run',
    body: z.object({ ...base, ...messageEvents.MessageAttemptBegun.data.shape }),
    stream,
  }),
  command({
    type: 'RecordMessageSent',
    path: '/commands/record-message-sent',
    action: 'process.run',
    body: z.object({ ...base, ...messageEvents.MessageSent.data.shape }),
    stream,
  }),
  command({
    type: 'RecordMessageFailed',
    path: '/commands/record-message-failed',
    action: 'process.run',
    body: z.object({ ...base, ...messageEvents.MessageDeliveryFailed.data.shape }),
    stream,
  }),
  command({
    type: 'RecordMessageUnsure',
    path: '/commands/record-message-unsure',
    action: 'process.run',
    body: z.object({ ...base, ...messageEvents.MessageDeliveryUnsure.data.shape }),
    stream,
  }),
  command({
    type: 'ResendMessage',
    path: '/commands/resend-message',
    action: 'consultation.send',
    body: z.object({ ...base }),
    stream,
  }),
] as const

export type MessageCommand = CommandOf<(typeof messageCommands)[number]>
