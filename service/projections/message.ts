import { bitemporal } from './bitemporal.ts'
import { stepDay } from './danishDay.ts'
import type { Cell } from './effectiveTimeline.ts'
import type { Projected, Projection, Writer } from './projection.ts'

/** Letters of the outbox and how their delivery went. */
export const messageTable = bitemporal({
  name: 'message',
  columns: {
    message: 'TEXT',
    number: 'INTEGER',
    kind: 'TEXT',
    case_id: 'TEXT',
    municipality: 'TEXT',
    round: 'INTEGER',
    state: 'TEXT',
    recipient: 'TEXT',
    sent_by: 'TEXT',
    reason: 'TEXT',
    attempts: 'INTEGER',
    again: 'TEXT',
    queued_at: 'TEXT',
    moved_at: 'TEXT',
  },
  indexed: ['case_id'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)

export const messageProjection: Projection = {
  name: 'message',
  version: 2,
  tables: [messageTable],
  on: {
    MessageQueued(write, event) {
      const { message, kind, case: case_id, municipality, round } = event.data
      const { number, recordedAt: at } = event
      const about = { message, number, kind, case_id, municipality, round, queued_at: at, moved_at: at }
      const untried = { recipient: null, sent_by: null, reason: null, attempts: 0, again: null }
      write.put(messageTable, message, { ...about, state: 'queued', ...untried }, { from: stepDay(event) })
    },
    MessageSent(write, event) {
      const { to: recipient, by: sent_by, attempt: attempts } = event.data
      move(write, event, { state: 'sent', recipient, sent_by, attempts, reason: null, again: null })
    },
    MessageDeliveryFailed(write, event) {
      const { to: recipient, reason, attempt: attempts, again } = event.data
      move(write, event, { state: again === null ? 'failed' : 'queued', recipient, reason, attempts, again })
    },
    MessageDeliveryUnsure(write, event) {
      const { to: recipient, attempt: attempts } = event.data
      move(write, event, { state: 'unsure', recipient, attempts, reason: null, again: null })
    },
    MessageResendAsked: (write, event) => move(write, event, { state: 'queued', reason: null, again: null }),
  },
}

type Column = keyof typeof messageTable.columns

function move(write: Writer, event: Projected, values: Partial<Readonly<Record<Column, Cell>>>): void {
  write.patch(messageTable, idOf(event.stream), { ...values, moved_at: event.recordedAt }, stepDay(event))
}
