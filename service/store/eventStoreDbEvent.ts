import type { Position, RecordedEvent } from '#events/envelope'

/** Where an event stands in a cluster's log. Nothing but this adapter sees the big integers. */
export interface Place {
  readonly commit: bigint
  readonly prepare: bigint
}

/** What the client hands over for one event; `data` is a text when it was no JSON. */
export interface Received {
  readonly id: string
  readonly type: string
  readonly streamId: string
  readonly revision: bigint
  readonly created: { toISOString(): string }
  readonly data: unknown
  readonly metadata?: unknown
  readonly position?: Place
}

/** What servers before 22.6 say instead of a position when one stream is read. */
const unknownPlace = 2n ** 64n - 1n

/** Throws when the server does not say where the event stands. */
export function placeOf({ position, streamId, revision }: Received): Place {
  if (position && position.commit < unknownPlace && position.prepare < unknownPlace) return position
  throw new Error(
    `The event store does not say where event ${revision} of ${streamId} stands; version 22.6 or later does`,
  )
}

/** Earlier is negative, the same is zero, later is positive. */
export function comparePlaces(one: Place, other: Place): number {
  const [first, second] = one.commit === other.commit ? [one.prepare, other.prepare] : [one.commit, other.commit]
  return first === second ? 0 : first < second ? -1 : 1
}

/** The position that the port gives out for a place in the log. */
export function toPosition({ commit, prepare }: Place): Position {
  // The brand is given here and nowhere else: this store's positions are its two numbers.
  return `${commit}:${prepare}` as Position
}

/** The reverse of `toPosition`. Throws for a position of another store. */
export function toPlace(position: Position): Place {
  const [, commit, prepare] = /^(\d+):(\d+)$/.exec(position) ?? []
  if (commit === undefined || prepare === undefined)
    throw new Error(`Position ${position} is not one of this event store`)
  return { commit: BigInt(commit), prepare: BigInt(prepare) }
}

/** Our event, from the cluster's. Throws an error that names the event when it is not one of ours or cannot be read. */
export function toRecordedEvent(received: Received): RecordedEvent {
  const { id, type, streamId: stream, data } = received
  const revision = Number(received.revision)
  const position = toPosition(placeOf(received))
  const wrapped = received.metadata
  if (!isObject(data) || !isObject(wrapped) || !isObject(wrapped.metadata) || !Number.isSafeInteger(revision)) {
    throw new Error(`Event ${id} (${type}), number ${received.revision} of ${stream}, cannot be parsed`)
  }
  // The store keeps what append was given; the catalogue checks the event itself when it is used.
  return {
    id,
    type,
    version: wrapped.version,
    data,
    effectiveFrom: wrapped.effectiveFrom,
    metadata: wrapped.metadata,
    stream,
    revision,
    position,
    recordedAt: received.created.toISOString(),
  } as RecordedEvent
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
