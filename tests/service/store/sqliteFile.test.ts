import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RecordedAt } from '#events/time'
import { type EventStore, RevisionConflict, StoreUnavailable } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'
import { freshStream, logUpToNow, newEvent, newEvents, readAll } from './sampleEvents.ts'
import { bundleChild, startChild } from './startChild.ts'

let folder = ''
let file = ''
const opened: EventStore[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
  file = join(folder, 'log.db')
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  rmSync(folder, { recursive: true })
})

const instant = (text: string): RecordedAt => RecordedAt.parse(text)
const clock = (): RecordedAt => instant(new Date().toISOString())
function open(settings: { file?: string; now?: () => RecordedAt } = {}): EventStore {
  const store = openSqliteStore({ file: settings.file ?? file, now: settings.now ?? clock, busyTimeoutMs: 10 })
  opened.push(store)
  return store
}
async function withOtherTool<Result>(use: (tool: Database.Database) => Result): Promise<Awaited<Result>> {
  const tool = new Database(file, { timeout: 10 })
  try {
    return await use(tool)
  } finally {
    tool.close()
  }
}
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('what has been written stays', () => {
  test('UPDATE, DELETE and REPLACE are refused, whoever asks', async () => {
    const store = open()
    const stream = freshStream()
    await store.append(stream, newEvents(2), 'none')
    const before = await readAll(store, stream)
    await withOtherTool((tool) => {
      expect(() => tool.exec("UPDATE events SET data = '{}' WHERE position = 1")).toThrow(/append-only/)
      expect(() => tool.exec('DELETE FROM events')).toThrow(/append-only/)
      for (const column of ['position', 'id', 'revision']) {
        const changed = { position: "'9'", id: "'other'", revision: '9' }
        const values = Object.entries(changed).map(([name, value]) => (name === column ? name : value))
        const sql = `INSERT OR REPLACE INTO events
          SELECT ${values[0]}, stream, ${values[2]}, ${values[1]}, type, version, effective_from, recorded_at, '{}', metadata
          FROM events WHERE position = 1`
        expect(() => tool.exec(sql), column).toThrow(/append-only/)
      }
    })
    expect(await readAll(store, stream)).toEqual(before)
  })

  test('an acknowledged append is already committed for everybody else', async () => {
    const store = open()
    const position = await store.append(freshStream(), newEvents(1), 'none')
    await withOtherTool((tool) => {
      expect(tool.prepare('SELECT max(position) FROM events').pluck().get()).toBe(Number(position))
      expect(tool.pragma('journal_mode', { simple: true })).toBe('wal')
    })
  })

  test('the log is there after closing and opening again', async () => {
    const stream = freshStream()
    const store = open()
    await store.append(stream, newEvents(2), 'none')
    const before = await logUpToNow(store)
    await store.close()
    expect(await logUpToNow(open())).toEqual(before)
  })

  test('closing writes what is still waiting, ends subscriptions, and refuses the rest', async () => {
    const stream = freshStream()
    const store = open()
    const following = logToEnd(store)
    const waiting = store.append(stream, newEvents(1), 'none')
    await store.close()
    await waiting
    await following
    expect(await failure(store.append(stream, newEvents(1), 0))).toBeInstanceOf(StoreUnavailable)
    expect(await failure(readAll(store, stream))).toBeInstanceOf(StoreUnavailable)
    expect(await readAll(open(), stream)).toHaveLength(1)
  })

  test('part of an append repeated with more behind it is a conflict', async () => {
    const store = open()
    const stream = freshStream()
    const events = newEvents(2)
    await store.append(stream, events, 'none')
    const longer = store.append(stream, [...events, newEvent()], 'none')
    expect(await failure(longer)).toBeInstanceOf(RevisionConflict)
  })

  test('an id that stands in another stream is refused, and its neighbours in the same commit are written', async () => {
    const store = open()
    const [event, first, last] = [newEvent(), newEvent(), newEvent()]
    const streams = [freshStream(), freshStream(), freshStream()] as const
    await store.append(freshStream(), [event], 'none')
    const answers = await Promise.allSettled([
      store.append(streams[0], [first], 'none'),
      store.append(streams[1], [newEvent(), event], 'none'),
      store.append(streams[2], [last], 'none'),
    ])
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(String(answers[1].status === 'rejected' && answers[1].reason)).toMatch(/already elsewhere in the log/)
    const lengths = await Promise.all(streams.map(async (stream) => (await readAll(store, stream)).length))
    expect(lengths).toEqual([1, 0, 1])
  })

  test('data that is no JSON is refused before it reaches the log', async () => {
    const store = open()
    const stream = freshStream()
    await expect(store.append(stream, [newEvent({ amount: 1n })], 'none')).rejects.toThrow(/BigInt/)
    expect(await readAll(store, stream)).toEqual([])
  })
})

describe('recorded time', () => {
  test('never steps back, not within a run and not across restarts', async () => {
    const ticks = ['2026-03-01T10:00:00.000Z', '2026-03-01T09:00:00.000Z', '2026-03-01T10:00:00.001Z'].map(instant)
    const stream = freshStream()
    const store = open({ now: () => ticks.shift() ?? instant('2026-03-01T00:00:00.000Z') })
    for (let revision = 0; revision < 4; revision += 1) {
      await store.append(stream, newEvents(1), revision === 0 ? 'none' : revision - 1)
    }
    await store.close()
    const later = open({ now: () => instant('2020-01-01T00:00:00.000Z') })
    await later.append(stream, newEvents(1), 3)
    expect((await readAll(later, stream)).map((event) => event.recordedAt)).toEqual([
      '2026-03-01T10:00:00.000Z',
      '2026-03-01T10:00:00.000Z',
      '2026-03-01T10:00:00.001Z',
      '2026-03-01T10:00:00.001Z',
      '2026-03-01T10:00:00.001Z',
    ])
  })
})

describe('one writer', () => {
  let script = ''
  afterAll(() => {
    if (script) rmSync(dirname(script), { recursive: true })
  })

  test('a second process on the same log is refused with a sentence; when the first is gone it may', async () => {
    script ||= await bundleChild('killChild.ts')
    const store = open()
    const stream = freshStream()
    await store.append(stream, newEvents(1), 'none')
    const second = await startChild({ script, arguments: [file, '3'] })
    second.go()
    expect(await second.ended).toBe(3)
    expect(second.complaint()).toMatch(/Another process is already using the log .*log\.db/)
    await store.append(stream, newEvents(1), 0)
    await store.close()
    const third = await startChild({ script, arguments: [file, '3'] })
    third.go()
    expect([await third.ended, third.complaint()]).toEqual([0, ''])
    expect(third.acknowledged).toHaveLength(3)
  })

  test('a write that the disk cuts short is refused, and what was acknowledged is all there', async () => {
    script ||= await bundleChild('killChild.ts')
    const child = await startChild({ script, arguments: [file, '100000'], largestFile: 1000 })
    child.go()
    expect(await child.ended).toBe(3)
    expect(child.complaint()).toMatch(/disk/)
    expect(child.acknowledged.length).toBeGreaterThan(10)
    const ids = new Set((await logUpToNow(open())).map((event) => event.id as string))
    expect(child.acknowledged.flatMap((append) => append.ids).filter((id) => !ids.has(id))).toEqual([])
  })

  test('opening it twice, or through a link, in one process is refused too', async () => {
    open()
    symlinkSync(folder, `${folder}-link`)
    try {
      expect(() => open()).toThrow(StoreUnavailable)
      expect(() => open({ file: join(`${folder}-link`, 'log.db') })).toThrow(StoreUnavailable)
    } finally {
      rmSync(`${folder}-link`)
    }
  })
})

describe('trouble with the file', () => {
  test('another program holds the lock: a clear refusal, and the same append succeeds afterwards', async () => {
    const store = open()
    const stream = freshStream()
    const events = newEvents(1)
    await withOtherTool(async (tool) => {
      tool.exec('BEGIN IMMEDIATE')
      const refused = await failure(store.append(stream, events, 'none'))
      expect(refused).toBeInstanceOf(StoreUnavailable)
      expect(String(refused)).toMatch(/Another program has locked the log file/)
    })
    expect(await readAll(store, stream)).toEqual([])
    await store.append(stream, events, 'none')
    expect(await readAll(store, stream)).toHaveLength(1)
  })

  test('a read-only file is refused and left as it is', async () => {
    await open().close()
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    const before = readFileSync(file)
    // Root may write anything, so as root the file is opened as the user who may nothing.
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65534)
    try {
      expect(() => open()).toThrow(StoreUnavailable)
    } finally {
      if (root) process.seteuid?.(0)
      chmodSync(folder, 0o755)
    }
    expect(readFileSync(file)).toEqual(before)
  })

  test.each([
    [
      'a text file',
      () => writeFileSync(file, 'This is no database, but it is long enough to be looked at. '.repeat(20)),
    ],
    ["somebody else's database", () => new Database(file).exec('CREATE TABLE theirs (id INTEGER)').close()],
    ['a log of a later version', () => laterVersion()],
  ])('%s is refused and left as it is', (_, make) => {
    make()
    const before = readFileSync(file)
    expect(() => open()).toThrow(/is not a log|not a log of this service|log of version 2/)
    expect(readFileSync(file)).toEqual(before)
  })

  function laterVersion(): void {
    new Database(file)
      .exec(`PRAGMA application_id = ${0x5072616b}; PRAGMA user_version = 2; CREATE TABLE events (x)`)
      .close()
  }

  test('a folder where the log should be is refused', () => {
    mkdirSync(file)
    expect(() => open()).toThrow(/cannot be opened/)
  })

  test('a folder that is missing is made', async () => {
    const store = open({ file: join(folder, 'a', 'b', 'log.db') })
    await store.append(freshStream(), newEvents(1), 'none')
  })

  test('an event that cannot be parsed stops the reader and is named', async () => {
    const store = open()
    const stream = freshStream()
    await store.append(stream, newEvents(1), 'none')
    await withOtherTool((tool) => {
      tool.exec(
        `INSERT INTO events SELECT NULL, stream, 1, 'broken-one', type, version, effective_from, recorded_at, '{', metadata FROM events`,
      )
    })
    await expect(readAll(store, stream)).rejects.toThrow(/Event broken-one .* position 2 .* cannot be parsed/)
    await expect(logUpToNow(store)).rejects.toThrow(/broken-one/)
  })

  test('a position of another log is refused', async () => {
    const store = open()
    const position = await store.append(freshStream(), newEvents(3), 'none')
    const other = openSqliteStore({ file: ':memory:', now: clock })
    await expect(
      other.subscribe(position, new AbortController().signal)[Symbol.asyncIterator]().next(),
    ).rejects.toThrow(/not in this log/)
    await other.close()
  })
})

async function logToEnd(store: EventStore): Promise<void> {
  for await (const _ of store.subscribe('start', new AbortController().signal));
}
