import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type EventStore, StoreUnavailable } from '#service/store/eventStore'
import { connectEventStoreDb } from '#service/store/eventStoreDb'
import { contract } from './contract.ts'
import { type FakeCluster, startFakeCluster } from './fakeCluster.ts'
import { collect, freshStream, isEvent, logUpToNow, newEvent, newEvents, readAll } from './sampleEvents.ts'

for (const saysCaughtUp of [true, false]) {
  contract(
    `EventStoreDB client on a fake cluster that ${saysCaughtUp ? 'says' : 'does not say'} when caught up`,
    async () => {
      const cluster = await startFakeCluster({ saysCaughtUp })
      const store = connectEventStoreDb({ connectionString: cluster.connectionString })
      return {
        store,
        end: async () => {
          await store.close()
          await cluster.stop()
        },
      }
    },
  )
}

const realServer = process.env.TEST_EVENTSTORE
if (realServer) {
  contract('EventStoreDB server', async () => {
    const store = connectEventStoreDb({ connectionString: realServer })
    return { store, end: () => store.close() }
  })
}

describe('a cluster in trouble', () => {
  let cluster: FakeCluster
  let store: EventStore
  beforeEach(async () => {
    cluster = await startFakeCluster()
    store = connectEventStoreDb({
      connectionString: cluster.connectionString,
      deadlineMs: 1500,
      giveUpAfterMs: 10_000,
      silenceMs: 200,
    })
  })
  afterEach(async () => {
    await store.close()
    await cluster.stop()
  })

  test('the leader dies twice in the middle of writes: nothing is lost, nothing is doubled', async () => {
    const streams = Array.from({ length: 4 }, () => freshStream())
    const followed = followUntil(store, 160)
    const acknowledged: string[] = []
    const writing = streams.map(async (stream) => {
      for (let revision = 0; revision < 40; revision += 1) {
        const event = newEvent({ revision })
        await store.append(stream, [event], revision === 0 ? 'none' : revision - 1)
        acknowledged.push(event.id)
        if (acknowledged.length === 40) await cluster.killLeader(200)
        if (acknowledged.length === 100) await cluster.killLeader(50)
      }
    })
    await Promise.all(writing)
    expect(cluster.log.map((event) => event.id).sort()).toEqual([...acknowledged].sort())
    for (const stream of streams) {
      expect((await readAll(store, stream)).map((event) => event.data)).toEqual(
        Array.from({ length: 40 }, (_, revision) => ({ revision })),
      )
    }
    expect(await followed).toEqual(cluster.log.map((event) => event.id))
  }, 30_000)

  test('the leadership moves while all nodes stay up', async () => {
    const stream = freshStream()
    await store.append(stream, newEvents(1), 'none')
    cluster.moveLeader()
    await store.append(stream, newEvents(1), 0)
    cluster.moveLeader()
    expect(await readAll(store, stream)).toHaveLength(2)
  })

  test('answers get lost after the write: the append is repeated and stands there once', async () => {
    const stream = freshStream()
    cluster.loseAnswers(2)
    const position = await store.append(stream, newEvents(2), 'none')
    expect(cluster.log).toHaveLength(2)
    expect((await readAll(store, stream)).at(-1)?.position).toBe(position)
    cluster.loseAnswers(1)
    await store.append(stream, newEvents(1), 1)
    expect(cluster.log).toHaveLength(3)
  })

  test('the leader falls silent: the deadline holds and another node takes the append', async () => {
    const stream = freshStream()
    await store.append(stream, newEvents(1), 'none')
    const wake = cluster.silenceLeader()
    await store.append(stream, newEvents(1), 0)
    expect(await readAll(store, stream)).toHaveLength(2)
    wake()
  }, 20_000)

  test('nobody leads: append and read give up with StoreUnavailable, and work again afterwards', async () => {
    const impatient = connectEventStoreDb({
      connectionString: cluster.connectionString,
      deadlineMs: 400,
      giveUpAfterMs: 300,
    })
    const stream = freshStream()
    const events = newEvents(1)
    await impatient.append(stream, events, 'none')
    const leaderless = cluster.killLeader(2500)
    await expect(impatient.append(stream, newEvents(1), 0)).rejects.toBeInstanceOf(StoreUnavailable)
    await expect(readAll(impatient, stream)).rejects.toBeInstanceOf(StoreUnavailable)
    await leaderless
    const later = newEvents(1)
    await expect
      .poll(
        () =>
          impatient.append(stream, later, 0).then(
            () => 'written',
            () => 'refused',
          ),
        { timeout: 10_000, interval: 100 },
      )
      .toBe('written')
    await impatient.close()
    expect(await readAll(store, stream)).toHaveLength(2)
  }, 30_000)

  test('a subscription that is dropped comes back where it was', async () => {
    const stream = freshStream()
    await store.append(stream, newEvents(3), 'none')
    const followed = followUntil(store, 9)
    await expect.poll(() => cluster.subscriptionsStarted()).toBe(1)
    cluster.dropSubscriptions()
    await store.append(stream, newEvents(3), 2)
    await expect.poll(() => cluster.subscriptionsStarted()).toBe(2)
    cluster.dropSubscriptions()
    await store.append(stream, newEvents(3), 5)
    expect(await followed).toEqual(cluster.log.map((event) => event.id))
  })

  test('a subscription that stays open and says nothing is noticed and replaced', async () => {
    const stream = freshStream()
    await store.append(stream, newEvents(1), 'none')
    const followed = followUntil(store, 3)
    await expect.poll(() => cluster.subscriptionsStarted()).toBe(1)
    cluster.deafenSubscriptions()
    await store.append(stream, newEvents(2), 0)
    expect(await followed).toEqual(cluster.log.map((event) => event.id))
    expect(cluster.subscriptionsStarted()).toBe(2)
  })

  test("the server's own events are not delivered, and do not keep it from being caught up", async () => {
    for (let index = 0; index < 70; index += 1) cluster.plant('$stats-0', '{}')
    await store.append(freshStream(), newEvents(2), 'none')
    for (let index = 0; index < 10; index += 1) cluster.plant('$stats-0', '{}')
    expect(await logUpToNow(store)).toHaveLength(2)
  })

  test('only the server has spoken so far: caught up at the start', async () => {
    for (let index = 0; index < 70; index += 1) cluster.plant('$stats-0', '{}')
    const stop = new AbortController()
    const seen = []
    for await (const item of store.subscribe('start', stop.signal)) {
      seen.push(item)
      stop.abort()
    }
    expect(seen).toEqual([{ caughtUp: true, position: 'start' }])
  })

  test('data that is no JSON stops the reader, naming the event', async () => {
    cluster.plant('clinic-1', 'no JSON at all')
    await expect(readAll(store, 'clinic-1')).rejects.toThrow(
      /Event 10000000-.* \(Planted\), number 0 of clinic-1, cannot be parsed/,
    )
    await expect(collect(store.subscribe('start', new AbortController().signal))).rejects.toThrow(
      /number 0 of clinic-1/,
    )
  })

  test('after closing, calls are refused and subscriptions end', async () => {
    const followed = collect(store.subscribe('start', new AbortController().signal))
    await expect.poll(() => cluster.subscriptionsStarted()).toBe(1)
    await store.close()
    expect(await followed).toEqual([{ caughtUp: true, position: 'start' }])
    await expect(store.append(freshStream(), newEvents(1), 'none')).rejects.toBeInstanceOf(StoreUnavailable)
    await expect(readAll(store, freshStream())).rejects.toBeInstanceOf(StoreUnavailable)
  })
})

describe('the connection string', () => {
  const connect = (connectionString: string) => () => connectEventStoreDb({ connectionString })

  test.each([
    'esdb://admin:secret@db.example.org:2113?tls=false',
    'esdb://admin:secret@localhost:2113,db.example.org:2113?TLS=False',
  ])('credentials in the open are refused: %s', (connectionString) => {
    expect(connect(connectionString)).toThrow(/need TLS/)
  })

  test.each(['esdb://admin:secret@127.0.0.1:2113?tls=false', 'esdb://admin:secret@db.example.org:2113'])(
    'credentials to this machine or over TLS are accepted: %s',
    async (connectionString) => {
      await connect(connectionString)().close()
    },
  )

  test.each(['http://localhost:2113', 'esdb://', 'sqlite:log.db'])('%s is not one', (connectionString) => {
    expect(connect(connectionString)).toThrow(/must look like/)
  })
})

/** The ids a subscription from the start delivers, until there are so many. */
async function followUntil(store: EventStore, count: number): Promise<string[]> {
  const ids: string[] = []
  for await (const item of store.subscribe('start', new AbortController().signal)) {
    if (isEvent(item)) ids.push(item.id)
    if (ids.length === count) break
  }
  return ids
}
