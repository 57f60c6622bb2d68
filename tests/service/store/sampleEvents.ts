import { randomUUID } from 'node:crypto'
import { EventId, type NewEvent, type RecordedEvent } from '#events/envelope'
import { EffectiveDate } from '#events/time'
import type { CaughtUp, EventStore, StreamName } from '#service/store/eventStore'

/** A stream nobody else uses, also on a shared server. */
export function freshStream(category = 'clinic'): StreamName {
  return `${category}-${randomUUID()}`
}

/** An event with a fresh id; the data is whatever the test wants to find again. */
export function newEvent(data: Record<string, unknown> = {}): NewEvent {
  return {
    id: EventId.parse(randomUUID()),
    type: 'ClinicRegistered',
    version: 1,
    data,
    effectiveFrom: EffectiveDate.parse('2026-03-01'),
    metadata: {
      commandId: randomUUID(),
      correlationId: randomUUID(),
      actor: { userId: 'u-1', role: 'secretariat', organisation: '1082' },
      dataClass: 'open',
    },
  }
}

export function newEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => newEvent({ index }))
}

export async function readAll(store: EventStore, stream: StreamName): Promise<RecordedEvent[]> {
  return await collect(store.read(stream))
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

export function isEvent(item: RecordedEvent | CaughtUp): item is RecordedEvent {
  return !('caughtUp' in item)
}

/** Everything a subscription delivers before it says that it has caught up. */
export async function logUpToNow(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = []
  const stop = new AbortController()
  for await (const item of store.subscribe('start', stop.signal)) {
    if (!isEvent(item)) break
    events.push(item)
  }
  stop.abort()
  return events
}
