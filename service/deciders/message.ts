import type { MessageCommand } from '#api/commands/message'
import type { CaseId } from '#events/identifiers'
import type { MessageEvent, RecordedMessageEvent, MessageState as Status } from '#events/message'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'

/** A letter: not written, waiting, delivered, given up, or perhaps delivered; the last two until a person asks again. */
export type MessageState =
  | { readonly status: 'none' }
  | { readonly status: Status; readonly case: CaseId; readonly attempts: number }

export const message: Decider<MessageState, MessageCommand, MessageEvent, RecordedMessageEvent> = {
  initial: { status: 'none' },

  evolve(state, event) {
    if (event.type === 'MessageQueued') return { status: 'queued', case: event.data.case, attempts: 0 }
    if (state.status === 'none') return state
    switch (event.type) {
      case 'MessageAttemptBegun':
        return state
      case 'MessageSent':
        return { ...state, status: 'sent', attempts: event.data.attempt }
      case 'MessageDeliveryFailed':
        return { ...state, status: event.data.again === null ? 'failed' : 'queued', attempts: event.data.attempt }
      case 'MessageDeliveryUnsure':
        return { ...state, status: 'unsure', attempts: event.data.attempt }
      case 'MessageResendAsked':
        return { ...state, status: 'queued' }
      default:
        return event satisfies never
    }
  },

  decide(command, state, { today: effectiveFrom }) {
    if (command.type === 'QueueMessage')
      return state.status === 'none' ? [{ type: 'MessageQueued', effectiveFrom, data: command.data }] : []
    const { message: id, case: about } = command.data
    if (state.status === 'none' || state.case !== about) throw new Refusal('message.unknown', { message: id })
    switch (command.type) {
      case 'BeginMessageAttempt':
      case 'RecordMessageSent':
      case 'RecordMessageFailed':
      case 'RecordMessageUnsure': {
        // An attempt is told once; what comes after the letter has arrived changes nothing.
        const isTold = state.status !== 'queued' || command.data.attempt <= state.attempts
        return isTold ? [] : [told(command, effectiveFrom)]
      }
      case 'ResendMessage':
        return state.status === 'queued' ? [] : [{ type: 'MessageResendAsked', effectiveFrom, data: {} }]
      default:
        return command satisfies never
    }
  },
}

type Told = Exclude<MessageCommand, { type: 'QueueMessage' | 'ResendMessage' }>

/** What the service says of an attempt, as its event. */
function told(command: Told, effectiveFrom: EffectiveDate): MessageEvent {
  const { attempt } = command.data
  switch (command.type) {
    case 'BeginMessageAttempt':
      return { type: 'MessageAttemptBegun', effectiveFrom, data: { to: command.data.to, attempt } }
    case 'RecordMessageSent': {
      const { to, by } = command.data
      return { type: 'MessageSent', effectiveFrom, data: { to, by, attempt } }
    }
    case 'RecordMessageFailed': {
      const { reason, to, smtpCode, again } = command.data
      return { type: 'MessageDeliveryFailed', effectiveFrom, data: { reason, to, smtpCode, attempt, again } }
    }
    case 'RecordMessageUnsure':
      return { type: 'MessageDeliveryUnsure', effectiveFrom, data: { to: command.data.to, attempt } }
    default:
      return command satisfies never
  }
}
