import type { MessageCommand } from '#api/commands/message'
import type { CaseId } from '#events/identifiers'
import type { MessageEvent, RecordedMessageEvent, MessageState as Status } from '#events/message'
import { type Decider, Refusal } from './decider.ts'

/** A letter: not written, waiting, delivered, or given up until a person asks again. */
export type MessageState =
  | { readonly status: 'none' }
  | { readonly status: Status; readonly case: CaseId; readonly attempts: number }

export const message: Decider<MessageState, MessageCommand, MessageEvent, RecordedMessageEvent> = {
  initial: { status: 'none' },

  evolve(state, event) {
    if (event.type === 'MessageQueued') return { status: 'queued', case: event.data.case, attempts: 0 }
    if (state.status === 'none') return state
    switch (event.type) {
      case 'MessageSent':
        return { ...state, status: 'sent', attempts: event.data.attempt }
      case 'MessageDeliveryFailed':
        return { ...state, status: event.data.again === null ? 'failed' : 'queued', attempts: event.data.attempt }
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
      case 'RecordMessageSent':
      case 'RecordMessageFailed': {
        // An attempt is told once; what comes after the letter has arrived changes nothing.
        const { attempt } = command.data
        if (state.status !== 'queued' || attempt <= state.attempts) return []
        return command.type === 'RecordMessageSent'
          ? [{ type: 'MessageSent', effectiveFrom, data: sentData(command.data) }]
          : [{ type: 'MessageDeliveryFailed', effectiveFrom, data: failedData(command.data) }]
      }
      case 'ResendMessage':
        return state.status === 'queued' ? [] : [{ type: 'MessageResendAsked', effectiveFrom, data: {} }]
      default:
        return command satisfies never
    }
  },
}

type Data<Type extends MessageCommand['type']> = Extract<MessageCommand, { type: Type }>['data']

function sentData({ to, by, attempt }: Data<'RecordMessageSent'>) {
  return { to, by, attempt }
}

function failedData({ reason, to, smtpCode, attempt, again }: Data<'RecordMessageFailed'>) {
  return { reason, to, smtpCode, attempt, again }
}
