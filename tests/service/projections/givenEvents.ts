import { v5 as uuid } from 'uuid'
import { type DomainEvent, type EventType, parse } from '#events/catalogue'
import { EventId, Position, type RecordedEvent } from '#events/envelope'
import { EffectiveDate, RecordedAt } from '#events/time'

const namespace = '6f0c1c1e-4f5e-4a0e-9d7b-1f4f0f4c1a11'

/** An event as a test writes it down: what happened, where, from when, and what else matters. */
export interface Given {
  readonly type: EventType
  readonly stream: string
  readonly from: string
  readonly data: Record<string, unknown>
  readonly recordedAt?: string
  readonly corrects?: string
  readonly id?: string
  readonly metadata?: Partial<RecordedEvent['metadata']>
}

export function eventIdOf(number: number): EventId {
  return EventId.parse(uuid(`event ${number}`, namespace))
}

/** A log of parsed events: positions, revisions and ids are given in order; recorded in the year 2026 unless said otherwise. */
export function log(given: readonly Given[], after: readonly DomainEvent[] = []): DomainEvent[] {
  return rawLog(given, after).map(parse)
}

export function rawLog(given: readonly Given[], after: readonly DomainEvent[] = []): RecordedEvent[] {
  const revisions = new Map<string, number>()
  for (const { stream, revision } of after) revisions.set(stream, revision)
  return given.map((event, index) => {
    const number = after.length + index + 1
    const revision = (revisions.get(event.stream) ?? -1) + 1
    revisions.set(event.stream, revision)
    return {
      id: event.id === undefined ? eventIdOf(number) : EventId.parse(event.id),
      type: event.type,
      version: 1,
      data: event.data,
      effectiveFrom: EffectiveDate.parse(event.from),
      metadata: {
        commandId: uuid(`command ${number}`, namespace),
        correlationId: uuid(`command ${number}`, namespace),
        actor: { userId: 'u-1', role: 'secretariat', organisation: '1082' },
        dataClass: 'open',
        ...(event.corrects === undefined ? {} : { corrects: event.corrects }),
        ...event.metadata,
      },
      stream: event.stream,
      revision,
      position: Position.parse(String(number)),
      recordedAt: RecordedAt.parse(event.recordedAt ?? `2026-01-01T00:00:${String(number % 60).padStart(2, '0')}.000Z`),
    }
  })
}

/** Every row of every table of the views, in an order that does not depend on when it was written. */
export function contents(views: { db: import('better-sqlite3').Database }): Record<string, string[]> {
  const tables = views.db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta') ORDER BY name")
    .pluck()
    .all()
  return Object.fromEntries(
    tables.map((table) => [
      table,
      views.db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  )
}
