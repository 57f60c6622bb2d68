import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from '#events/catalogue'
import type { RecordedEvent } from '#events/envelope'
import { RecordedAt } from '#events/time'
import { type DemoProgress, DemoRefused, loadDemo } from '#service/demo/load'
import { StoreUnavailable } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'

const now = () => RecordedAt.parse('2026-11-22T12:00:00.000Z')
let folder: string
let log: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'praksiskort-demo-'))
  log = join(folder, 'log.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('loading the demonstration', () => {
  it('fills an empty log with readable, synthetic events at their historic instants, in order', async () => {
    await openSqliteStore({ file: log, now }).close()
    const told: DemoProgress[] = []
    await loadDemo({ log, progress: (progress) => told.push(progress) })

    const events = await all(log)
    expect(events.length).toBeGreaterThan(15_000)
    for (const event of events) expect(parse(event).metadata.synthetic).toBe(true)
    const times = events.map(({ recordedAt }) => recordedAt)
    expect(times.toSorted()).toEqual(times)
    expect(times[0]?.slice(0, 10)).toBe('2014-01-06')
    expect(times.at(-1) ?? '').toSatisfy((last: string) => last < '2026-11-22')
    expect(told[0]?.done).toBe(0)
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.total })
    expect(readdirSync(folder).filter((name) => name.includes('loading'))).toEqual([])
  })

  it('refuses a log that has events and leaves it as it was', async () => {
    await loadDemo({ log, seed: 'first' })
    const before = await all(log)
    await expect(loadDemo({ log, seed: 'second' })).rejects.toThrow(DemoRefused)
    expect(await all(log)).toEqual(before)
  })

  it('refuses a cluster, which sets recorded times itself, without repeating its password', async () => {
    const refusal = loadDemo({ log: 'esdb+discover://admin:changeit@cluster:2113' })
    await expect(refusal).rejects.toThrow(DemoRefused)
    await expect(refusal).rejects.not.toThrow('changeit')
  })

  it('starts over when an earlier load was killed in the middle', async () => {
    const half = openSqliteStore({ file: `${log}.loading`, now })
    await half.append('geography-denmark', [anEvent()], 'none')
    await half.close()
    await loadDemo({ log })
    expect((await all(log)).some(({ id }) => id === anEvent().id)).toBe(false)
  })

  it('refuses while another process is loading, and the log does not appear', async () => {
    const other = openSqliteStore({ file: `${log}.loading`, now })
    await expect(loadDemo({ log })).rejects.toThrow(StoreUnavailable)
    await other.close()
    expect(existsSync(log)).toBe(false)
  })
})

async function all(file: string): Promise<RecordedEvent[]> {
  const store = openSqliteStore({ file, now })
  const events: RecordedEvent[] = []
  for await (const delivered of store.subscribe('start', new AbortController().signal)) {
    if ('caughtUp' in delivered) break
    events.push(delivered)
  }
  await store.close()
  return events
}

function anEvent(): Parameters<ReturnType<typeof openSqliteStore>['append']>[1][number] {
  const id = 'b7c4a0e2-63a5-4d57-9a0c-2f8a4d1c9b11' as RecordedEvent['id']
  return {
    id,
    type: 'ClinicClosed',
    version: 1,
    data: { reason: 'x' },
    effectiveFrom: '2014-01-01' as RecordedEvent['effectiveFrom'],
    metadata: {
      commandId: id,
      actor: { userId: 'x', role: 'system', organisation: null },
      dataClass: 'open',
      correlationId: id,
    },
  }
}
