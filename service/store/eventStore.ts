import type { NewEvent, Position, RecordedEvent } from '#events/envelope'

/** What a subscription says once it has delivered everything that was in the log when it started. */
export interface CaughtUp {
  readonly caughtUp: true
  /** Position of the last event delivered so far, `'start'` for an empty log. */
  readonly position: Position | 'start'
}

/** Name of a stream: `<category>-<id>`, in a scenario `scenario_<scenario>.<category>-<id>`. */
export type StreamName = string

/**
 * The whole port. Adapters: `sqlite.ts` (default), `eventStoreDb.ts` (cluster), `branch.ts` (scenario over a base).
 *
 * - `read` yields a stream's events in revision order; an unknown stream yields nothing. With `until`, only events at
 *   that position or before it.
 * - `append` is whole or absent, durable when it resolves, and answers the position of the last event. Repeating an
 *   append with the same event ids at the same expected revision answers the same position and writes nothing.
 *   Throws `RevisionConflict` (the stream is elsewhere) or `StoreUnavailable` (nothing is known; repeat it unchanged).
 * - `subscribe` delivers every event after the given position in log order, at least once, then `CaughtUp`, then live
 *   events, until the signal aborts.
 */
export interface EventStore {
  read(stream: StreamName, until?: Position): AsyncIterable<RecordedEvent>
  append(stream: StreamName, events: readonly NewEvent[], expected: 'none' | number): Promise<Position>
  subscribe(after: Position | 'start', signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp>
  close(): Promise<void>
}

/** The stream is not at the revision the caller expected; read it again and decide again. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict'
  readonly stream: StreamName
  readonly expected: 'none' | number
  readonly actual: 'none' | number | 'unknown'
  constructor(stream: StreamName, expected: 'none' | number, actual: 'none' | number | 'unknown') {
    super(`Stream ${stream} was expected at ${expected} but is at ${actual}`)
    this.stream = stream
    this.expected = expected
    this.actual = actual
  }
}

/** The store did not answer. The append may or may not have happened; the same append can be repeated safely. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
