import type { NewEvent, Position, RecordedEvent } from '#events/envelope'
import type { RecordedAt } from '#events/time'
import { type CaughtUp, type EventStore, RevisionConflict, StoreUnavailable, type StreamName } from './eventStore.ts'
import { openLogFile, translateSqlite } from './sqliteFile.ts'

export interface SqliteStoreOptions {
  /** Path of the log, created with its folder when missing; `':memory:'` for one that ends with the process. */
  readonly file: string
  /** The clock. What it says is made non-decreasing, also across restarts. */
  readonly now: () => RecordedAt
  /** How long a write may wait for another program's lock, in milliseconds. The process stands still meanwhile. */
  readonly busyTimeoutMs?: number
}

/** A row as it is inserted, and as it is read, in the order of `columns`. */
type NewRow = [
  stream: StreamName,
  revision: number,
  id: RecordedEvent['id'],
  type: string,
  version: number,
  effectiveFrom: RecordedEvent['effectiveFrom'],
  recordedAt: RecordedAt,
  data: string,
  metadata: string,
]
type Row = [position: number, ...NewRow]
const columns = 'position, stream, revision, id, type, version, effective_from, recorded_at, data, metadata'

/** An event with its JSON written at the moment of the call, so that nobody changes it while it waits for the disk. */
interface Prepared {
  readonly event: NewEvent
  readonly data: string
  readonly metadata: string
}

interface WaitingAppend {
  readonly stream: StreamName
  readonly events: readonly Prepared[]
  readonly expected: 'none' | number
  readonly resolve: (position: Position) => void
  readonly reject: (reason: unknown) => void
}

/** Rows fetched at a time: few enough that a reader never holds up a writer for long. */
const pageSize = 512
/** Appends written in one transaction at most. */
const groupSize = 512

/**
 * The log in one SQLite file, owned by this process. Appends of the same turn of the event loop share one synced
 * transaction; each still stands or falls alone. Throws at once when the file is held by another process or is no log.
 */
export function openSqliteStore(options: SqliteStoreOptions): EventStore {
  const { database, release } = openLogFile(options.file, options.busyTimeoutMs ?? 2000)
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  const insert = database.prepare<NewRow>(`INSERT INTO events (${columns}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const lastRevision = database
    .prepare<[StreamName], number | null>('SELECT max(revision) FROM events WHERE stream = ?')
    .pluck()
  const lastPosition = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck()
  const writtenFrom = database.prepare<[StreamName, number, number], { id: string; position: number }>(
    'SELECT id, position FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
  )
  const pageOfStream = database
    .prepare<[StreamName, number, number], Row>(
      `SELECT ${columns} FROM events WHERE stream = ? AND revision > ? AND position <= ? ORDER BY revision LIMIT ${pageSize}`,
    )
    .raw()
  const pageOfLog = database
    .prepare<[number], Row>(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ${pageSize}`)
    .raw()

  const sleepers = new Set<() => void>()
  let queue: WaitingAppend[] = []
  let flushing: NodeJS.Immediate | undefined
  let closed = false
  let lastRecordedAt = database
    .prepare<[], RecordedAt>('SELECT recorded_at FROM events ORDER BY position DESC LIMIT 1')
    .pluck()
    .get()

  function instant(): RecordedAt {
    const now = options.now()
    lastRecordedAt = lastRecordedAt === undefined || now > lastRecordedAt ? now : lastRecordedAt
    return lastRecordedAt
  }

  function flush(): void {
    flushing = undefined
    const group = queue.slice(0, groupSize)
    queue = queue.slice(groupSize)
    if (queue.length > 0) flushing = setImmediate(flush)
    settle(group)
    wakeAll()
  }

  function settle(group: readonly WaitingAppend[]): void {
    try {
      const outcomes = writeTogether(group)
      for (const [index, append] of group.entries()) {
        const outcome = outcomes[index]
        if (typeof outcome === 'number') append.resolve(toPosition(outcome))
        else append.reject(outcome)
      }
    } catch (error) {
      // One append that the database itself refuses must not take the others along.
      if (isDuplicate(error) && group.length > 1) for (const append of group) settle([append])
      else
        for (const append of group)
          append.reject(isDuplicate(error) ? duplicate(append, error) : translateSqlite(error))
    }
  }

  /** Writes the group in one synced transaction; answers the position, or the reason of refusal, of each append. */
  function writeTogether(group: readonly WaitingAppend[]): (number | RevisionConflict)[] {
    begin.run()
    try {
      const outcomes = group.map(write)
      commit.run()
      return outcomes
    } catch (error) {
      if (database.inTransaction) rollback.run()
      throw error
    }
  }

  function write({ stream, events, expected }: WaitingAppend): number | RevisionConflict {
    const actual = lastRevision.get(stream) ?? -1
    const before = expected === 'none' ? -1 : expected
    if (actual !== before) {
      const written = writtenFrom.all(stream, before + 1, events.length)
      const repeated =
        written.length === events.length && written.every((row, index) => row.id === events[index]?.event.id)
      const last = written.at(-1)
      return repeated && last ? last.position : new RevisionConflict(stream, expected, actual === -1 ? 'none' : actual)
    }
    const recordedAt = instant()
    let revision = before
    let position = 0
    for (const { event, data, metadata } of events) {
      revision += 1
      const { id, type, version, effectiveFrom } = event
      position = Number(
        insert.run(stream, revision, id, type, version, effectiveFrom, recordedAt, data, metadata).lastInsertRowid,
      )
    }
    return position
  }

  function wakeAll(): void {
    for (const wake of sleepers) wake()
    sleepers.clear()
  }

  function fetched<Rows>(page: () => Rows): Rows {
    if (closed) throw new StoreUnavailable('The log is closed')
    try {
      return page()
    } catch (error) {
      throw translateSqlite(error)
    }
  }

  async function* read(stream: StreamName, until?: Position): AsyncIterable<RecordedEvent> {
    const end = until === undefined ? Number.MAX_SAFE_INTEGER : toNumber(until)
    let revision = -1
    for (;;) {
      const rows = fetched(() => pageOfStream.all(stream, revision, end))
      for (const row of rows) yield toEvent(row)
      if (rows.length < pageSize) return
      revision += rows.length
    }
  }

  function append(stream: StreamName, events: readonly NewEvent[], expected: 'none' | number): Promise<Position> {
    return new Promise((resolve, reject) => {
      if (closed) throw new StoreUnavailable('The log is closed')
      if (events.length === 0) throw new Error(`Nothing to append to ${stream}`)
      const prepared = events.map((event) => ({
        event: { ...event },
        data: JSON.stringify(event.data),
        metadata: JSON.stringify(event.metadata),
      }))
      queue.push({ stream, events: prepared, expected, resolve, reject })
      // The end of this turn: by then every request that came in with this one has had its say.
      flushing ??= setImmediate(flush)
    })
  }

  async function* subscribe(after: Position | 'start', signal: AbortSignal): AsyncIterable<RecordedEvent | CaughtUp> {
    let cursor = after === 'start' ? 0 : toNumber(after)
    const goal = fetched(() => lastPosition.get()) ?? 0
    if (cursor > goal) throw new Error(`Position ${after} is not in this log, which ends at ${goal}`)
    let caughtUp = false
    signal.addEventListener('abort', wakeAll)
    try {
      while (!signal.aborted && !closed) {
        if (!caughtUp && cursor >= goal) {
          caughtUp = true
          yield { caughtUp: true, position: cursor === 0 ? 'start' : toPosition(cursor) }
          continue
        }
        const from = cursor
        const rows = fetched(() => pageOfLog.all(from))
        for (const row of rows) {
          if (signal.aborted) return
          if (!caughtUp && cursor >= goal) break
          cursor = row[0]
          yield toEvent(row)
        }
        if (rows.length === 0) await new Promise<void>((wake) => sleepers.add(wake))
      }
    } finally {
      signal.removeEventListener('abort', wakeAll)
    }
  }

  async function close(): Promise<void> {
    if (closed) return
    clearImmediate(flushing)
    while (queue.length > 0) flush()
    clearImmediate(flushing)
    closed = true
    wakeAll()
    database.close()
    release()
  }

  return { read, append, subscribe, close }
}

function toEvent(row: Row): RecordedEvent {
  const [position, stream, revision, id, type, version, effectiveFrom, recordedAt, data, metadata] = row
  try {
    return {
      id,
      type,
      version,
      data: JSON.parse(data),
      effectiveFrom,
      metadata: JSON.parse(metadata),
      stream,
      revision,
      position: toPosition(position),
      recordedAt,
    }
  } catch (error) {
    throw new Error(`Event ${id} (${type}) at position ${position} of the log cannot be parsed`, { cause: error })
  }
}

function toPosition(position: number): Position {
  // The brand is given here and nowhere else: this store's positions are its row numbers.
  return String(position) as Position
}

function toNumber(position: Position): number {
  const number = Number(position)
  if (!/^[1-9]\d*$/.test(position) || !Number.isSafeInteger(number)) {
    throw new Error(`Position ${position} is not one of this log`)
  }
  return number
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
}

function duplicate(append: WaitingAppend, cause: unknown): Error {
  return new Error(`An event id in the append to ${append.stream} is already elsewhere in the log`, { cause })
}
