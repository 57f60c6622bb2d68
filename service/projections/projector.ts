import { setImmediate as turn } from 'node:timers/promises'
import type { Change } from '#api/contract'
import { type DomainEvent, parse } from '#events/catalogue'
import type { Position, RecordedEvent } from '#events/envelope'
import type { CaughtUp, EventStore } from '../store/eventStore.ts'
import { project, resetViews, type Views } from './views.ts'

/** Events taken into the views in one transaction at most. */
const batchSize = 1000
const scenarioPrefix = 'scenario_'

export interface Projector {
  /** Everything that was in the log at the start is in the views. Rejects when the projector stops before that. */
  readonly caughtUp: Promise<void>
  /** True once the event at this position is in the views; false when it is not within the time. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>
  /** Resolves after the signal. Rejects when an event cannot be read or projected; the error names it. */
  readonly stopped: Promise<void>
}

/**
 * Follows the log into the views: in batches while catching up, then as soon as the log falls quiet. Streams of scenarios
 * are passed over. Views that were built from another log are built again from this one.
 */
export function startProjector({
  store,
  views,
  signal,
  onCommit,
}: {
  readonly store: EventStore
  readonly views: Views
  readonly signal: AbortSignal
  readonly onCommit: (change: Change) => void
}): Projector {
  const waiters = new Map<Position, Set<() => void>>()
  const passed = new Set<Position>()
  let reached: () => void = () => undefined
  let failed: (reason: unknown) => void = () => undefined
  const caughtUp = new Promise<void>((resolve, reject) => {
    reached = resolve
    failed = reject
  })

  function commit(batch: readonly RecordedEvent[]): void {
    const { events, unreadable } = readable(batch)
    const read = batch.slice(0, batch.length - unreadable.length)
    const last = read.at(-1)
    if (last !== undefined) {
      const change = project(views, events, last.position)
      for (const { position, stream } of read) {
        if (stream.startsWith(scenarioPrefix)) passed.add(position)
        for (const wake of waiters.get(position) ?? []) wake()
      }
      onCommit({ ...change, projections: [...change.projections] })
    }
    // What was readable is kept; the rest is parsed once more for its error.
    for (const event of unreadable.slice(0, 1)) parse(event)
  }

  async function follow(): Promise<void> {
    if (await isAnotherLog(store, views)) resetViews(views)
    const log = store.subscribe(views.position(), signal)[Symbol.asyncIterator]()
    let batch: RecordedEvent[] = []
    let next = log.next()
    for (;;) {
      const item = batch.length === 0 ? await next : await Promise.race([next, quiet()])
      if (item !== 'quiet' && item.done === true) break
      if (item !== 'quiet' && !isCaughtUp(item.value)) batch.push(item.value)
      if (item === 'quiet' || isCaughtUp(item.value) || batch.length >= batchSize) {
        commit(batch)
        batch = []
      }
      if (item === 'quiet') continue
      if (isCaughtUp(item.value)) reached()
      next = log.next()
    }
    commit(batch)
  }

  const stopped = follow().catch((error: unknown) => {
    failed(error)
    throw error
  })
  // Both promises are the caller's to look at; looking at one only must not end the process.
  caughtUp.catch(() => undefined)
  stopped.catch(() => undefined)

  function isIn(position: Position): boolean {
    if (passed.has(position) || views.position() === position) return true
    return ['event', 'scenario_event'].some(
      (table) => views.statement(`SELECT 1 FROM ${table} WHERE position = :position`).get({ position }) !== undefined,
    )
  }

  async function waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    if (isIn(position)) return true
    return await new Promise<boolean>((resolve) => {
      const waiting = waiters.get(position) ?? new Set()
      waiters.set(position, waiting)
      const end = (seen: boolean) => {
        clearTimeout(timer)
        waiting.delete(wake)
        if (waiting.size === 0) waiters.delete(position)
        resolve(seen)
      }
      const wake = () => end(true)
      const timer = setTimeout(() => end(false), timeoutMs)
      waiting.add(wake)
    })
  }

  return { caughtUp, waitFor, stopped }
}

/** The longest beginning of the batch that can be read, parsed and without scenarios. */
function readable(batch: readonly RecordedEvent[]): {
  readonly events: readonly DomainEvent[]
  readonly unreadable: readonly RecordedEvent[]
} {
  const events: DomainEvent[] = []
  for (const [index, raw] of batch.entries()) {
    if (raw.stream.startsWith(scenarioPrefix)) continue
    try {
      events.push(parse(raw))
    } catch {
      return { events, unreadable: batch.slice(index) }
    }
  }
  return { events, unreadable: [] }
}

async function quiet(): Promise<'quiet'> {
  await turn()
  return 'quiet'
}

function isCaughtUp(item: RecordedEvent | CaughtUp): item is CaughtUp {
  return 'caughtUp' in item
}

/** True when the views hold a first event that this log does not. */
async function isAnotherLog(store: EventStore, views: Views): Promise<boolean> {
  const first = views
    .statement<{ id: string; stream: string; revision: number }>(
      'SELECT id, stream, revision FROM event ORDER BY number LIMIT 1',
    )
    .get({})
  if (first === undefined) return false
  for await (const { id, revision } of store.read(first.stream)) {
    if (revision === first.revision) return id !== first.id
  }
  return true
}
