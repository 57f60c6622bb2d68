import type { NewEvent, Position, RecordedEvent } from '#events/envelope'
import { type CaughtUp, type EventStore, RevisionConflict, type StreamName } from './eventStore.ts'

/** A scenario: the base up to `at`, and then its own events. */
export interface Branch {
  readonly id: string
  /** Position of the last event of the base that the scenario knows. */
  readonly at: Position | 'start'
}

/**
 * The same port over a scenario, so that deciders, rules and projections need not know. Its own events go to the streams
 * `scenario_<id>.<stream>` of `own`, the base itself unless told otherwise, and are shown under the base's stream names,
 * numbered on from the base's events. With a store in memory as `own` the scenario ends with the process. Positions are
 * those the branch gave; closing it leaves the base open.
 */
export function branch(base: EventStore, { id, at }: Branch, own: EventStore = base): EventStore {
  const prefix = `scenario_${id}.`
  const ownMark = `${id}~`
  // What the base holds up to `at` never changes, so it is counted once.
  const baseLengths = new Map<StreamName, Promise<number>>()

  // The mark tells the branch's own positions from the base's; both stay opaque text to everybody else.
  const marked = (position: Position) => `${ownMark}${position}` as Position
  const unmarked = (position: Position) => position.slice(ownMark.length) as Position
  const isOwn = (position: string) => position.startsWith(ownMark)

  function baseLength(stream: StreamName): Promise<number> {
    const counting = baseLengths.get(stream) ?? (at === 'start' ? Promise.resolve(0) : count(base.read(stream, at)))
    baseLengths.set(stream, counting)
    // A failed count is no count: the next caller tries again.
    counting.catch(() => baseLengths.delete(stream))
    return counting
  }

  async function shown(event: RecordedEvent): Promise<RecordedEvent> {
    const stream = event.stream.slice(prefix.length)
    const revision = (await baseLength(stream)) + event.revision
    return { ...event, stream, revision, position: marked(event.position) }
  }

  async function* read(stream: StreamName, until?: Position): AsyncIterable<RecordedEvent> {
    const untilOwn = until !== undefined && isOwn(until) ? unmarked(until) : undefined
    const untilBase = until !== undefined && !untilOwn ? until : at
    if (untilBase !== 'start') yield* base.read(stream, untilBase)
    if (untilOwn === undefined && until !== undefined) return
    for await (const event of own.read(`${prefix}${stream}`, untilOwn)) yield await shown(event)
  }

  async function append(stream: StreamName, events: readonly NewEvent[], expected: 'none' | number): Promise<Position> {
    // Taken before the first wait, so that nobody changes them meanwhile.
    const taken = structuredClone(events)
    const before = await baseLength(stream)
    const last = expected === 'none' ? -1 : expected
    const ownStream = `${prefix}${stream}`
    if (last < before - 1) {
      throw new RevisionConflict(stream, expected, before - 1 + (await count(own.read(ownStream))))
    }
    try {
      return marked(await own.append(ownStream, taken, last === before - 1 ? 'none' : last - before))
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
      const nothing = before === 0 ? 'none' : before - 1
      const actual =
        typeof error.actual === 'number' ? error.actual + before : error.actual === 'none' ? nothing : error.actual
      throw new RevisionConflict(stream, expected, actual)
    }
  }

  async function* subscribe(after: Position | 'start', signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp> {
    let delivered = after
    if (!isOwn(after) && after !== at && at !== 'start') {
      for await (const item of base.subscribe(after, signal)) {
        if ('caughtUp' in item) throw new Error(`Position ${at}, where scenario ${id} begins, does not follow ${after}`)
        if (!item.stream.startsWith('scenario_')) {
          delivered = item.position
          yield item
        }
        if (item.position === at) break
      }
    }
    const from = isOwn(after) ? unmarked(after as Position) : own === base ? at : 'start'
    for await (const item of own.subscribe(from, signal)) {
      if ('caughtUp' in item) {
        yield { caughtUp: true, position: delivered }
      } else if (item.stream.startsWith(prefix)) {
        const event = await shown(item)
        delivered = event.position
        yield event
      }
    }
  }

  async function close(): Promise<void> {
    if (own !== base) await own.close()
  }

  return { read, append, subscribe, close }
}

async function count(events: AsyncIterable<RecordedEvent>): Promise<number> {
  let length = 0
  for await (const _ of events) length += 1
  return length
}
