import { v5 as uuidV5 } from 'uuid'
import { currentVersion, type DomainEventOf, type EventType } from '#events/catalogue'
import { type Actor, EventId, type Metadata, type NewEvent } from '#events/envelope'
import type { EffectiveDate, RecordedAt } from '#events/time'
import { dataClassOf } from '../handle.ts'

/** An event as the generator writes it down. */
export type DemoEvent = {
  [Type in EventType]: {
    readonly type: Type
    readonly data: DomainEventOf<Type>['data']
    readonly effectiveFrom: EffectiveDate
    readonly corrects?: EventId
  }
}[EventType]

/** One append: what one command would have written, and when. */
export interface Entry {
  readonly recordedAt: RecordedAt
  readonly stream: string
  /** Revision that the stream has before it, as the port expects it. */
  readonly expected: 'none' | number
  readonly events: readonly NewEvent[]
}

export interface Note {
  readonly stream: string
  readonly at: RecordedAt
  readonly by: Actor
  readonly events: readonly DemoEvent[]
  /** Streams that must have been written before: the clinic before its numbers. */
  readonly after?: readonly string[]
  readonly basis?: Metadata['basis']
}

/** Collects what the register learnt, in any order, and gives it back in the order of recorded time. */
export interface Journal {
  /** Notes events down; answers their ids. A stream never goes back in time: the instant is the later of the two. */
  write(note: Note): readonly EventId[]
  entries(): readonly Entry[]
}

/** Namespace of the demonstration register's ids: a random UUID of our own. */
const namespace = '6f2a4f0e-98c5-4b7e-9d6b-2f1d0c7a5e31'

/** An empty journal. Ids follow from the seed and the order of writing alone. */
export function journal(seed: string): Journal {
  const written: (Omit<Entry, 'expected'> & { readonly order: number })[] = []
  const latest = new Map<string, RecordedAt>()
  return {
    write({ stream, at, by, events, after = [], basis }) {
      const commandId = uuidV5(`${seed}/${written.length}`, namespace)
      const recordedAt = [stream, ...after].flatMap((name) => latest.get(name) ?? []).reduce(later, at)
      const made = events.map((event, index) => ({
        id: EventId.parse(uuidV5(`${stream}/${index}`, commandId)),
        type: event.type,
        version: currentVersion(event.type),
        data: event.data,
        effectiveFrom: event.effectiveFrom,
        metadata: {
          commandId,
          actor: by,
          dataClass: dataClassOf(event.type),
          correlationId: commandId,
          ...(basis === undefined ? {} : { basis }),
          ...(event.corrects === undefined ? {} : { corrects: event.corrects }),
          synthetic: true as const,
        },
      }))
      written.push({ recordedAt, stream, events: made, order: written.length })
      latest.set(stream, recordedAt)
      return made.map(({ id }) => id)
    },
    entries() {
      const lengths = new Map<string, number>()
      return written
        .toSorted((a, b) => compare(a.recordedAt, b.recordedAt) || a.order - b.order)
        .map(({ recordedAt, stream, events }) => {
          const length = lengths.get(stream) ?? 0
          lengths.set(stream, length + events.length)
          return { recordedAt, stream, expected: length === 0 ? 'none' : length - 1, events }
        })
    },
  }
}

function later(a: RecordedAt, b: RecordedAt): RecordedAt {
  return a > b ? a : b
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
