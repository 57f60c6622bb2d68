import { type DomainEvent, parse } from '#events/catalogue'
import type { Position } from '#events/envelope'
import type { Decider } from './deciders/decider.ts'
import type { EventStore, StreamName } from './store/eventStore.ts'

/** A stream read to its end and folded. */
export interface Folded<State> {
  readonly state: State
  /** Revision of the last event; -1 for a stream without events. */
  readonly revision: number
  /** Position of the last event; null for a stream without events. */
  readonly position: Position | null
}

/**
 * Folds a stream with the decider of its category. Throws `UnreadableEvent` for an event that this program cannot read.
 * `seen` gets every event on the way.
 */
export async function foldStream<State, Recorded>(
  store: Pick<EventStore, 'read'>,
  stream: StreamName,
  decider: Pick<Decider<State, never, unknown, Recorded>, 'initial' | 'evolve'>,
  seen: (event: DomainEvent) => void = () => undefined,
): Promise<Folded<State>> {
  let state = decider.initial
  let revision = -1
  let position: Position | null = null
  for await (const raw of store.read(stream)) {
    const event = parse(raw)
    seen(event)
    // The stream's category names the decider, so its events are this decider's.
    state = decider.evolve(state, event as Recorded)
    revision = event.revision
    position = event.position
  }
  return { state, revision, position }
}
