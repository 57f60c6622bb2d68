import {
  type AllStreamSubscription,
  BACKWARDS,
  END,
  EventStoreDBClient,
  type JSONType,
  jsonEvent,
  NO_STREAM,
  START,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client'
import type { NewEvent, Position, RecordedEvent } from '#events/envelope'
import { parseConnection } from './connection.ts'
import { type CaughtUp, type EventStore, RevisionConflict, StoreUnavailable, type StreamName } from './eventStore.ts'
import { isDiscoveryFailure, translate } from './eventStoreDbError.ts'
import {
  comparePlaces,
  type Place,
  placeOf,
  type Received,
  toPlace,
  toPosition,
  toRecordedEvent,
} from './eventStoreDbEvent.ts'
import { createInbox } from './inbox.ts'
import { backOff, patiently, within } from './patience.ts'

export interface EventStoreDbOptions {
  /** `esdb://user:password@a:2113,b:2113,c:2113?tls=true`. Servers from 22.6 on, which say where a read event stands. */
  readonly connectionString: string
  /** How long one call may take before it counts as unanswered, in milliseconds. */
  readonly deadlineMs?: number
  /** How long a call is repeated before `StoreUnavailable` is thrown, in milliseconds. */
  readonly giveUpAfterMs?: number
  /** How long a subscription may be silent before it is asked whether it missed something, in milliseconds. */
  readonly silenceMs?: number
}

type Notice =
  | { readonly kind: 'event'; readonly received: Received }
  | { readonly kind: 'checkpoint'; readonly place: Place }
  | { readonly kind: 'caughtUp' | 'ended' | 'stopped' }

/** Enough waiting notices to hold the server back; it goes on when half of them are taken. */
const inboxLimit = 1000
/** How many events at the end of the log are looked at to find the last one that is not the server's own. */
const tailLength = 1000

/**
 * The log in an EventStoreDB cluster. Appends are repeated unchanged through leader changes, lost answers and silence;
 * subscriptions come back for ever. Throws at once when the connection string is not acceptable.
 */
export function connectEventStoreDb(options: EventStoreDbOptions): EventStore {
  const { deadlineMs = 5000, giveUpAfterMs = 15_000, silenceMs = 20_000 } = options
  const connection = parseConnection(options.connectionString)
  const connect = () => EventStoreDBClient.connectionString(connection.connectionString)
  // With credentials on the call the client appends plainly, without its feature question, which can hang and whose
  // failure it remembers for ever. Without TLS it drops them, so that any will do.
  const credentials = connection.tls ? connection.credentials : { username: 'nobody', password: 'nothing' }
  const call = { requiresLeader: true, deadline: deadlineMs, ...(credentials ? { credentials } : {}) }
  const closing = new AbortController()
  let client = connect()

  /** One call with our own deadline; a client that could not find the cluster or fell silent is replaced. */
  async function ask<Answer>(what: string, question: (asked: EventStoreDBClient) => Promise<Answer>): Promise<Answer> {
    if (closing.signal.aborted) throw new StoreUnavailable('The connection to the event store is closed')
    const asked = client
    try {
      return await within(deadlineMs, question(asked), what)
    } catch (error) {
      const translated = translate(error)
      const lost = error instanceof StoreUnavailable || isDiscoveryFailure(error)
      if (lost && asked === client) {
        client = connect()
        discard(asked.dispose())
      }
      throw translated
    }
  }

  async function* readOnce(stream: StreamName, from: number): AsyncIterable<Received> {
    if (closing.signal.aborted) throw new StoreUnavailable('The connection to the event store is closed')
    const reading = client.readStream(stream, { ...call, fromRevision: BigInt(from) })
    const events = reading[Symbol.asyncIterator]()
    try {
      for (;;) {
        // The client's reads have no deadline of their own.
        const next = await ask(`reading ${stream}`, () => events.next())
        if (next.done) return
        if (next.value.event) yield next.value.event
      }
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error
    } finally {
      discard(reading.cancel())
    }
  }

  async function* read(stream: StreamName, until?: Position): AsyncIterable<RecordedEvent> {
    const end = until === undefined ? undefined : toPlace(until)
    let next = 0
    let lastProgress = performance.now()
    for (let attempt = 1; ; attempt += 1) {
      try {
        for await (const received of readOnce(stream, next)) {
          const event = toRecordedEvent(received)
          if (end && comparePlaces(placeOf(received), end) > 0) return
          yield event
          next = event.revision + 1
          lastProgress = performance.now()
          attempt = 1
        }
        return
      } catch (error) {
        const over = closing.signal.aborted || performance.now() - lastProgress > giveUpAfterMs
        if (!(error instanceof StoreUnavailable) || over) throw error
        await backOff(attempt, closing.signal)
      }
    }
  }

  async function append(stream: StreamName, events: readonly NewEvent[], expected: 'none' | number): Promise<Position> {
    if (events.length === 0) throw new Error(`Nothing to append to ${stream}`)
    const messages = events.map(toMessage)
    const expectedRevision = expected === 'none' ? NO_STREAM : BigInt(expected)
    return await patiently(closing.signal.aborted ? 0 : giveUpAfterMs, async () => {
      try {
        await ask(`appending to ${stream}`, (asked) =>
          asked.appendToStream(stream, messages, { ...call, expectedRevision }),
        )
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError)) throw error
        const position = await positionOf(stream, events, expected)
        if (position) return position
        const actual = error.actualVersion
        throw new RevisionConflict(stream, expected, typeof actual === 'bigint' ? Number(actual) : 'none')
      }
      // Servers differ in which position they answer, and a repeat gets none; the event itself is the truth.
      const position = await positionOf(stream, events, expected)
      if (position) return position
      throw new StoreUnavailable(`What was appended to ${stream} cannot be read back yet`)
    })
  }

  /** Where the last of these events stands, when all of them stand at this place of the stream. */
  async function positionOf(stream: StreamName, events: readonly NewEvent[], expected: 'none' | number) {
    const first = expected === 'none' ? 0 : expected + 1
    let index = 0
    for await (const received of readOnce(stream, first)) {
      if (received.id !== events[index]?.id) return undefined
      index += 1
      if (index === events.length) return toPosition(placeOf(received))
    }
    return undefined
  }

  /** The last event that is not the server's own; if the tail holds none, the oldest of the tail. */
  async function endOfLog(): Promise<Place | undefined> {
    const tail = client.readAll({ ...call, direction: BACKWARDS, fromPosition: END, maxCount: tailLength })
    try {
      return await ask('finding the end of the log', async () => {
        let place: Place | undefined
        for await (const { event } of tail) {
          place = event?.position ?? place
          if (event && !event.streamId.startsWith('$')) break
        }
        return place
      })
    } finally {
      discard(tail.cancel())
    }
  }

  async function* subscribe(after: Position | 'start', signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp> {
    const stop = AbortSignal.any([signal, closing.signal])
    let cursor = after === 'start' ? undefined : toPlace(after)
    let delivered: Position | 'start' = after
    let goal: Place | undefined
    let goalKnown = false
    let caughtUp = false
    const arrived = () => goalKnown && (!goal || (cursor !== undefined && comparePlaces(cursor, goal) >= 0))
    for (let attempt = 1; !stop.aborted; attempt += 1) {
      let subscription: AllStreamSubscription | undefined
      const inbox = createInbox<Notice>()
      const stopped = () => inbox.push({ kind: 'stopped' })
      stop.addEventListener('abort', stopped)
      try {
        if (!goalKnown) {
          goal = await endOfLog()
          goalKnown = true
        }
        subscription = follow(cursor, inbox.push, () => inbox.size > inboxLimit)
        for (;;) {
          if (stop.aborted) return
          if (!caughtUp && arrived()) {
            caughtUp = true
            yield { caughtUp: true, position: delivered }
            continue
          }
          const notice = await inbox.next(silenceMs)
          if (subscription.isPaused() && inbox.size < inboxLimit / 2) subscription.resume()
          if (notice === 'silence') {
            const end = await endOfLog()
            if (end && (!cursor || comparePlaces(end, cursor) > 0)) break
          } else if (notice.kind === 'event') {
            attempt = 1
            const place = placeOf(notice.received)
            // Delivery is at least once; what was delivered before is not delivered again.
            if (cursor && comparePlaces(place, cursor) <= 0) continue
            const event = toRecordedEvent(notice.received)
            cursor = place
            delivered = event.position
            yield event
          } else if (notice.kind === 'checkpoint') {
            attempt = 1
            if (!cursor || comparePlaces(notice.place, cursor) > 0) cursor = notice.place
          } else if (notice.kind === 'caughtUp') {
            if (!caughtUp) yield { caughtUp: true, position: delivered }
            caughtUp = true
          } else break
        }
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error
      } finally {
        stop.removeEventListener('abort', stopped)
        if (subscription) discard(subscription.unsubscribe())
      }
      await backOff(attempt, stop)
    }
  }

  /** Follows all streams but the server's own, telling all that happens; whatever ends it is told as `ended`. */
  function follow(from: Place | undefined, tell: (notice: Notice) => void, full: () => boolean): AllStreamSubscription {
    const filter = streamNameFilter({
      regex: '^[^$]',
      checkpointInterval: 1,
      checkpointReached: (_, place) => tell({ kind: 'checkpoint', place }),
    })
    const { requiresLeader: _, deadline: __, ...anyNode } = call
    const subscription = client.subscribeToAll({ ...anyNode, fromPosition: from ?? START, filter })
    // The client says that it caught up when it hears it, which may be before it has handed over what came earlier.
    let caughtUp = false
    const tellCaughtUp = () => {
      if (!caughtUp || subscription.readableLength > 0) return
      caughtUp = false
      tell({ kind: 'caughtUp' })
    }
    subscription.on('data', ({ event }) => {
      if (event) tell({ kind: 'event', received: event })
      if (full()) subscription.pause()
      tellCaughtUp()
    })
    subscription.on('caughtUp', () => {
      caughtUp = true
      tellCaughtUp()
    })
    for (const end of ['error', 'end', 'close'] as const) subscription.on(end, () => tell({ kind: 'ended' }))
    return subscription
  }

  async function close(): Promise<void> {
    if (closing.signal.aborted) return
    closing.abort()
    // A call that will not end by itself ends with the process.
    await within(deadlineMs, client.dispose(), 'closing').catch(() => undefined)
  }

  return { read, append, subscribe, close }
}

function toMessage(event: NewEvent) {
  const { id, type, version, effectiveFrom } = event
  // Written and read once, so that the client sends what the event said when append was called.
  const { data, metadata }: { data: JSONType; metadata: JSONType } = JSON.parse(
    JSON.stringify({ data: event.data, metadata: { version, effectiveFrom, metadata: event.metadata } }),
  )
  return jsonEvent({ id, type, data, metadata })
}

/** Cancelling a call that has already failed fails too, with the error that was already told. */
function discard(promise: Promise<unknown>): void {
  promise.catch(() => undefined)
}
