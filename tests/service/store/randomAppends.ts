import type { EventStore, StreamName } from '#service/store/eventStore'
import { newEvents, readAll } from './sampleEvents.ts'

/** An append that the store said it has. */
export interface Acknowledged {
  readonly stream: StreamName
  readonly ids: readonly string[]
}

const streams = ['clinic-1', 'clinic-2', 'case-1', 'case-2', 'docket-82']

/**
 * Appends at random to the five streams, one writer per stream and all at the same time, until `count` appends are
 * through or the process dies, and tells of each one after the store has acknowledged it.
 */
export async function appendRandomly(
  store: EventStore,
  count: number,
  tell: (done: Acknowledged) => void,
): Promise<void> {
  let left = count
  await Promise.all(
    streams.map(async (stream) => {
      let length = (await readAll(store, stream)).length
      while (left > 0) {
        left -= 1
        const events = newEvents(1 + Math.floor(Math.random() * 4))
        await store.append(stream, events, length === 0 ? 'none' : length - 1)
        length += events.length
        tell({ stream, ids: events.map((event) => event.id) })
      }
    }),
  )
}
