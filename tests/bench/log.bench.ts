import { Console } from 'node:console'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { NewEvent } from '#events/envelope'
import { RecordedAt } from '#events/time'
import type { EventStore } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'
import { newEvent } from '../service/store/sampleEvents.ts'
import { report, rounded, sideBySide } from './measure.ts'
import { emmettSqlite } from './peers.ts'

// The peer logs its failures with console.log; standard output is for our lines of JSON.
globalThis.console = new Console(process.stderr)

const folder = mkdtempSync(join(tmpdir(), 'bench-log-'))
const now = (): RecordedAt => RecordedAt.parse(new Date().toISOString())

/** An event of ordinary size, about 700 bytes of JSON. */
function event(index: number): NewEvent {
  return newEvent({
    providerNumber: `08${index}`,
    clinicId: `clinic-${index}`,
    name: 'Fysioterapien ved Åen',
    address: { street: 'Østergade', number: '12', postalCode: '7500', town: 'Holstebro', municipality: '0661' },
    point: [8.6172, 56.3601],
    hours: Array.from({ length: 12 }, (_, month) => ({ month: month + 1, tenths: 300 + ((index + month) % 40) })),
  })
}

/** better-sqlite3 by hand: the same columns and indexes, one synced commit per statement or transaction. */
function openRaw(file: string) {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(`CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL, version INTEGER NOT NULL, effective_from TEXT NOT NULL, recorded_at TEXT NOT NULL,
    data TEXT NOT NULL, metadata TEXT NOT NULL, UNIQUE (stream, revision)) STRICT`)
  const insert = database.prepare('INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const all = database.prepare<[], { data: string; metadata: string }>('SELECT * FROM events ORDER BY position')
  /** Both ways of fetching were tried; one row at a time is the faster one here. */
  function parseAll(): number {
    let count = 0
    for (const row of all.iterate()) {
      const parsed = { ...row, data: JSON.parse(row.data), metadata: JSON.parse(row.metadata) }
      if (parsed.data !== null) count += 1
    }
    return count
  }
  function write(
    stream: string,
    revision: number,
    { id, type, version, effectiveFrom, data, metadata }: NewEvent,
  ): void {
    insert.run(
      stream,
      revision,
      id,
      type,
      version,
      effectiveFrom,
      now(),
      JSON.stringify(data),
      JSON.stringify(metadata),
    )
  }
  const writeAll = database.transaction((stream: string, events: readonly NewEvent[]) => {
    for (const [revision, one] of events.entries()) write(stream, revision, one)
  })
  return { write, writeAll, parseAll, close: () => database.close() }
}

const store = openSqliteStore({ file: join(folder, 'log.db'), now })
const raw = openRaw(join(folder, 'raw.db'))
const rounds = 15

async function appendOneByOne(to: EventStore, stream: string, events: readonly NewEvent[]): Promise<void> {
  for (const [index, one] of events.entries()) await to.append(stream, [one], index === 0 ? 'none' : index - 1)
}

/** The events of every round, made before the clock starts. */
function prepared(count: number, inRounds = rounds): (round: number) => readonly NewEvent[] {
  const perRound = Array.from({ length: inRounds + 1 }, () => Array.from({ length: count }, (_, index) => event(index)))
  return (round) => perRound[round] ?? []
}

async function singles(): Promise<void> {
  // Short rounds and many of them: what else the machine does then falls on both alike.
  const manyRounds = 121
  const events = prepared(25, manyRounds)
  const { rate, ratio } = await sideBySide(
    manyRounds,
    25,
    (round) => appendOneByOne(store, `single-${round}`, events(round)),
    (round) => {
      for (const [index, one] of events(round).entries()) raw.write(`single-${round}`, index, one)
    },
  )
  report({
    bench: 'durable single appends',
    value: rounded(rate, 0),
    unit: '1/s',
    ratio: rounded(ratio),
    peer: 'better-sqlite3',
  })
}

async function singlesAgainstEmmett(): Promise<void> {
  const line = { bench: 'durable single appends', unit: '1/s', peer: '@event-driven-io/emmett-sqlite' }
  const emmett = (await emmettSqlite())?.getSQLiteEventStore({ fileName: join(folder, 'emmett.db') })
  if (!emmett) return report({ ...line, value: null, note: 'not measured: run npm ci in tests/bench/peers first' })
  const events = prepared(30)
  let repeats = 0
  /** Its commit now and then fails on a statement of its own that is still open; it rolls back, and we ask again. */
  async function appendToEmmett(stream: string, index: number, { type, data, metadata }: NewEvent): Promise<void> {
    const expectedStreamVersion = index === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(index)
    for (let attempt = 1; ; attempt += 1) {
      try {
        await emmett?.appendToStream(stream, [{ type, data, metadata }], { expectedStreamVersion })
        return
      } catch (error) {
        const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
        if (!busy || attempt === 5) throw error
        repeats += 1
      }
    }
  }
  const { rate, ratio } = await sideBySide(
    rounds,
    30,
    (round) => appendOneByOne(store, `peer-${round}`, events(round)),
    async (round) => {
      for (const [index, one] of events(round).entries()) await appendToEmmett(`peer-${round}`, index, one)
    },
  )
  const note = `${repeats} of the peer's ${30 * (rounds + 1)} appends had to be repeated after SQLITE_BUSY`
  report({ ...line, value: rounded(rate, 0), ratio: rounded(ratio), note })
}

async function hundreds(): Promise<void> {
  const events = prepared(500)
  const starts = [0, 100, 200, 300, 400]
  const { rate, ratio } = await sideBySide(
    rounds,
    500,
    async (round) => {
      for (const from of starts)
        await store.append(`batch-${round}-${from}`, events(round).slice(from, from + 100), 'none')
    },
    (round) => {
      for (const from of starts) raw.writeAll(`batch-${round}-${from}`, events(round).slice(from, from + 100))
    },
  )
  report({
    bench: 'durable appends of 100 events',
    value: rounded(rate, 0),
    unit: 'events/s',
    ratio: rounded(ratio),
    peer: 'better-sqlite3',
  })
}

async function manyAppenders(): Promise<void> {
  const [events, alone] = [prepared(64 * 8), prepared(64 * 8)]
  const { rate, ratio } = await sideBySide(
    rounds,
    64 * 8,
    async (round) => {
      const appenders = Array.from({ length: 64 }, (_, index) => events(round).slice(index * 8, (index + 1) * 8))
      await Promise.all(appenders.map((own, index) => appendOneByOne(store, `many-${round}-${index}`, own)))
    },
    (round) => appendOneByOne(store, `alone-${round}`, alone(round)),
  )
  report({
    bench: 'durable single appends, 64 appenders',
    value: rounded(rate, 0),
    unit: '1/s',
    ratio: rounded(ratio),
    peer: 'one appender',
  })
}

async function reading(): Promise<void> {
  const count = 10_000
  const ours = openSqliteStore({ file: join(folder, 'read.db'), now })
  const theirs = openRaw(join(folder, 'read-raw.db'))
  const events = Array.from({ length: count }, (_, index) => event(index))
  await ours.append('read', events, 'none')
  theirs.writeAll('read', events)
  const { rate, ratio } = await sideBySide(
    rounds,
    count,
    async () => {
      let read = 0
      for await (const item of ours.subscribe('start', new AbortController().signal)) {
        if ('caughtUp' in item) break
        if (item.data !== null) read += 1
      }
      if (read !== count) throw new Error(`Read ${read} of ${count}`)
    },
    () => {
      const read = theirs.parseAll()
      if (read !== count) throw new Error(`Read ${read} of ${count}`)
    },
  )
  await ours.close()
  theirs.close()
  const line = { bench: 'reading and parsing the log', unit: 'events/s', peer: 'better-sqlite3 and JSON.parse' }
  report({ ...line, value: rounded(rate, 0), ratio: rounded(ratio), note: `${count} events` })
}

await singles()
await singlesAgainstEmmett()
await hundreds()
await manyAppenders()
await reading()
await store.close()
raw.close()
rmSync(folder, { recursive: true })
