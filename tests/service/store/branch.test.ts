import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Position } from '#events/envelope'
import { RecordedAt } from '#events/time'
import { branch } from '#service/store/branch'
import { type EventStore, RevisionConflict } from '#service/store/eventStore'
import { connectEventStoreDb } from '#service/store/eventStoreDb'
import { openSqliteStore } from '#service/store/sqlite'
import { contract } from './contract.ts'
import { startFakeCluster } from './fakeCluster.ts'
import { collect, freshStream, logUpToNow, newEvents, readAll } from './sampleEvents.ts'

const inMemory = () => openSqliteStore({ file: ':memory:', now: () => RecordedAt.parse(new Date().toISOString()) })

/** A base with a little of everything in it, another scenario included; answers where a scenario may begin. */
async function fill(base: EventStore): Promise<Position> {
  await base.append(freshStream(), newEvents(3), 'none')
  await base.append(`scenario_other.${freshStream()}`, newEvents(1), 'none')
  const at = await base.append(freshStream(), newEvents(2), 'none')
  await base.append(freshStream(), newEvents(2), 'none')
  return at
}

contract('a scenario kept in its base', async () => {
  const base = inMemory()
  const store = branch(base, { id: 'one', at: await fill(base) })
  return { store, end: () => base.close() }
})

contract('a scenario kept in memory', async () => {
  const base = inMemory()
  const store = branch(base, { id: 'one', at: await fill(base) }, inMemory())
  return {
    store,
    end: async () => {
      await store.close()
      await base.close()
    },
  }
})

contract('a scenario of an empty base', async () => {
  const base = inMemory()
  return { store: branch(base, { id: 'one', at: 'start' }), end: () => base.close() }
})

contract('a scenario of a scenario', async () => {
  const base = inMemory()
  const first = branch(base, { id: 'one', at: await fill(base) })
  const at = await first.append(freshStream(), newEvents(1), 'none')
  return { store: branch(first, { id: 'two', at }), end: () => base.close() }
})

contract('a scenario in a cluster', async () => {
  const cluster = await startFakeCluster()
  const base = connectEventStoreDb({ connectionString: cluster.connectionString })
  return {
    store: branch(base, { id: 'one', at: await fill(base) }),
    end: async () => {
      await base.close()
      await cluster.stop()
    },
  }
})

describe.each([
  ['in its base', () => undefined],
  ['in memory', inMemory],
])('a scenario and its base, kept %s', (_, own) => {
  const clinic = freshStream()
  let base: EventStore
  let scenario: EventStore
  let at: Position
  beforeEach(async () => {
    base = inMemory()
    at = await base.append(clinic, newEvents(3), 'none')
    scenario = branch(base, { id: 'one', at }, own())
  })
  afterEach(async () => {
    await scenario.close()
    await base.close()
  })

  test("own events continue the base's numbers and leave the base alone", async () => {
    const before = await readAll(base, clinic)
    await scenario.append(clinic, newEvents(2), 2)
    await scenario.append(clinic, newEvents(1), 4)
    const seen = await readAll(scenario, clinic)
    expect(seen.slice(0, 3)).toEqual(before)
    expect(seen.map((event) => [event.stream, event.revision])).toEqual([0, 1, 2, 3, 4, 5].map((n) => [clinic, n]))
    expect(await readAll(base, clinic)).toEqual(before)
  })

  test('what the base learns later is unknown to it', async () => {
    await base.append(clinic, newEvents(2), 2)
    expect(await readAll(scenario, clinic)).toHaveLength(3)
    await scenario.append(clinic, newEvents(1), 2)
    const own = (await logUpToNow(scenario)).at(-1)
    expect(own).toEqual((await readAll(scenario, clinic)).at(-1))
    expect(await logUpToNow(scenario)).toHaveLength(4)
  })

  test.each([
    ['none', 3],
    [1, 3],
    [2, 3],
    [9, 3],
  ] as const)('expecting %s where the base and one own event stand is a conflict at %s', async (expected, actual) => {
    await scenario.append(clinic, newEvents(1), 2)
    const refused = await scenario.append(clinic, newEvents(1), expected).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(RevisionConflict)
    expect(refused).toMatchObject({ stream: clinic, expected, actual })
  })

  test('two scenarios of one base do not see each other', async () => {
    const other = branch(base, { id: 'two', at }, own())
    await scenario.append(clinic, newEvents(1), 2)
    await other.append(clinic, newEvents(2), 2)
    expect(await readAll(scenario, clinic)).toHaveLength(4)
    expect(await readAll(other, clinic)).toHaveLength(5)
    expect((await logUpToNow(other)).map((event) => event.stream)).toEqual(Array(5).fill(clinic))
    await other.close()
  })

  test('until stops in the base part as well as in the own part', async () => {
    const first = (await readAll(base, clinic))[0]?.position
    const own = await scenario.append(clinic, newEvents(1), 2)
    await scenario.append(clinic, newEvents(1), 3)
    expect(await collect(scenario.read(clinic, first))).toHaveLength(1)
    expect(await collect(scenario.read(clinic, at))).toHaveLength(3)
    expect(await collect(scenario.read(clinic, own))).toHaveLength(4)
  })

  test('a subscription resumes in the base part and in the own part', async () => {
    const first = (await readAll(base, clinic))[0]?.position ?? at
    const own = await scenario.append(clinic, newEvents(1), 2)
    const last = await scenario.append(clinic, newEvents(1), 3)
    const resume = async (after: Position) => {
      const revisions = []
      for await (const item of scenario.subscribe(after, new AbortController().signal)) {
        if ('caughtUp' in item) return [...revisions, item.position]
        revisions.push(item.revision)
      }
    }
    expect(await resume(first)).toEqual([1, 2, 3, 4, last])
    expect(await resume(at)).toEqual([3, 4, last])
    expect(await resume(own)).toEqual([4, last])
    expect(await resume(last)).toEqual([last])
  })
})

test('a scenario kept in its base is found again by its id', async () => {
  const base = inMemory()
  const clinic = freshStream()
  const at = await base.append(clinic, newEvents(1), 'none')
  await branch(base, { id: 'one', at }).append(clinic, newEvents(1), 0)
  expect(await readAll(branch(base, { id: 'one', at }), clinic)).toHaveLength(2)
  expect((await logUpToNow(base)).map((event) => event.stream)).toEqual([clinic, `scenario_one.${clinic}`])
  await base.close()
})
