import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Position, type RecordedEvent } from '#events/envelope'
import { RecordedAt } from '#events/time'
import { type CaughtUp, type EventStore, RevisionConflict } from '#service/store/eventStore'
import { collect, freshStream, isEvent, newEvent, newEvents, readAll } from './sampleEvents.ts'

export interface ContractSubject {
  readonly store: EventStore
  /** Runs after the last test; closes the store and whatever it stands on. */
  end(): Promise<void>
}

/** What every adapter of the port promises. Streams are fresh in each test, so that a server may hold other data. */
export function contract(name: string, open: () => Promise<ContractSubject>): void {
  describe(`the log's contract: ${name}`, () => {
    let subject: ContractSubject | undefined
    beforeAll(async () => {
      subject = await open()
    })
    afterAll(async () => {
      await subject?.end()
    })
    const store = (): EventStore => {
      if (!subject) throw new Error('The store did not open')
      return subject.store
    }

    describe('read and append', () => {
      test('an unknown stream yields nothing', async () => {
        expect(await readAll(store(), freshStream())).toEqual([])
      })

      test('what was appended is read back whole, in order, numbered from 0', async () => {
        const stream = freshStream()
        const events = newEvents(3)
        const position = await store().append(stream, events, 'none')
        const read = await readAll(store(), stream)
        expect(read.map(({ position: _, recordedAt: __, ...rest }) => rest)).toEqual(
          events.map((event, revision) => ({ ...event, stream, revision })),
        )
        for (const event of read) {
          expect(Position.safeParse(event.position).success).toBe(true)
          expect(RecordedAt.safeParse(event.recordedAt).success).toBe(true)
        }
        expect(read.at(-1)?.position).toBe(position)
        expect(new Set(read.map((event) => event.position)).size).toBe(3)
      })

      test('a second append continues the numbers', async () => {
        const stream = freshStream()
        await store().append(stream, newEvents(2), 'none')
        await store().append(stream, newEvents(2), 1)
        expect((await readAll(store(), stream)).map((event) => event.revision)).toEqual([0, 1, 2, 3])
      })

      test('a long append and a long stream keep every event', async () => {
        const stream = freshStream()
        const events = newEvents(700)
        await store().append(stream, events.slice(0, 600), 'none')
        await store().append(stream, events.slice(600), 599)
        const read = await readAll(store(), stream)
        expect(read.map((event) => event.id)).toEqual(events.map((event) => event.id))
        expect(read.map((event) => event.revision)).toEqual(events.map((_, index) => index))
      })

      test('until stops after the event at that position', async () => {
        const stream = freshStream()
        const second = await store().append(stream, newEvents(2), 'none')
        const elsewhere = await store().append(freshStream(), newEvents(1), 'none')
        await store().append(stream, newEvents(2), 1)
        expect((await collect(store().read(stream, second))).map((event) => event.revision)).toEqual([0, 1])
        expect((await collect(store().read(stream, elsewhere))).map((event) => event.revision)).toEqual([0, 1])
      })

      test('any JSON object comes back as it went in', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'grapheme' })),
            async (value) => {
              const data: Record<string, unknown> = JSON.parse(JSON.stringify(value))
              const stream = freshStream()
              await store().append(stream, [newEvent(data)], 'none')
              expect((await readAll(store(), stream))[0]?.data).toEqual(data)
            },
          ),
          { numRuns: 30 },
        )
      })

      test('an append of nothing is a mistake and says so', async () => {
        await expect(store().append(freshStream(), [], 'none')).rejects.toThrow(/[Nn]othing/)
      })

      test('changing the event after the call does not change what is written', async () => {
        const stream = freshStream()
        const event = newEvent({ hours: 480 })
        const written = store().append(stream, [event], 'none')
        event.data.hours = 0
        await written
        expect((await readAll(store(), stream))[0]?.data).toEqual({ hours: 480 })
      })
    })

    describe('expected revision', () => {
      test.each([
        ['none', 'none'],
        ['a lower one', 0],
        ['a higher one', 5],
      ] as const)('the stream is at 1 and %s was expected: conflict, and nothing is written', async (_, expected) => {
        const stream = freshStream()
        const before = newEvents(2)
        await store().append(stream, before, 'none')
        const refused = await store()
          .append(stream, newEvents(2), expected)
          .catch((error: unknown) => error)
        expect(refused).toBeInstanceOf(RevisionConflict)
        expect(refused).toMatchObject({ stream, expected })
        expect((await readAll(store(), stream)).map((event) => event.id)).toEqual(before.map((event) => event.id))
      })

      test('a revision expected of an unknown stream is a conflict', async () => {
        await expect(store().append(freshStream(), newEvents(1), 0)).rejects.toBeInstanceOf(RevisionConflict)
      })

      test('of many who expect the same revision exactly one is served', async () => {
        const stream = freshStream()
        await store().append(stream, newEvents(1), 'none')
        const answers = await Promise.allSettled(
          Array.from({ length: 12 }, () => store().append(stream, newEvents(2), 0)),
        )
        expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
        for (const answer of answers) {
          if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(RevisionConflict)
        }
        expect(await readAll(store(), stream)).toHaveLength(3)
      })

      test('a conflict takes no neighbour down', async () => {
        const taken = freshStream()
        await store().append(taken, newEvents(1), 'none')
        const free = [freshStream(), freshStream()]
        const [first, refused, last] = await Promise.allSettled([
          store().append(free[0] ?? '', newEvents(1), 'none'),
          store().append(taken, newEvents(1), 'none'),
          store().append(free[1] ?? '', newEvents(1), 'none'),
        ])
        expect([first.status, refused.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
        for (const stream of free) expect(await readAll(store(), stream)).toHaveLength(1)
      })
    })

    describe('repeating an append', () => {
      test('answers the same position and writes nothing', async () => {
        const stream = freshStream()
        const events = newEvents(3)
        const position = await store().append(stream, events, 'none')
        expect(await store().append(stream, events, 'none')).toBe(position)
        expect(await readAll(store(), stream)).toHaveLength(3)
      })

      test('also after the stream went on', async () => {
        const stream = freshStream()
        await store().append(stream, newEvents(2), 'none')
        const events = newEvents(2)
        const position = await store().append(stream, events, 1)
        await store().append(stream, newEvents(1), 3)
        expect(await store().append(stream, events, 1)).toBe(position)
        expect(await readAll(store(), stream)).toHaveLength(5)
      })

      test('also when both are on their way at the same time', async () => {
        const stream = freshStream()
        const events = newEvents(2)
        const [one, other] = await Promise.all([
          store().append(stream, events, 'none'),
          store().append(stream, events, 'none'),
        ])
        expect(one).toBe(other)
        expect(await readAll(store(), stream)).toHaveLength(2)
      })

      test('other ids at the same place are a conflict, not a repeat', async () => {
        const stream = freshStream()
        await store().append(stream, newEvents(2), 'none')
        await expect(store().append(stream, newEvents(2), 'none')).rejects.toBeInstanceOf(RevisionConflict)
      })
    })

    describe('subscribe', () => {
      test('delivers what is there, says that it caught up, then delivers live', async () => {
        const stream = freshStream()
        await store().append(stream, newEvents(3), 'none')
        const stop = new AbortController()
        const seen: (RecordedEvent | CaughtUp)[] = []
        for await (const item of store().subscribe('start', stop.signal)) {
          if (isEvent(item) && item.stream !== stream) continue
          seen.push(item)
          if (!isEvent(item)) await store().append(stream, newEvents(2), 2)
          if (isEvent(item) && item.revision === 4) stop.abort()
        }
        expect(seen.map((item) => (isEvent(item) ? item.revision : 'caught up'))).toEqual([0, 1, 2, 'caught up', 3, 4])
        expect(seen.filter(isEvent)).toEqual(await readAll(store(), stream))
      })

      test('starts after the given position, and caught up names the last one delivered', async () => {
        const stream = freshStream()
        const first = await store().append(stream, newEvents(1), 'none')
        const third = await store().append(stream, newEvents(2), 0)
        const stop = new AbortController()
        const seen: (RecordedEvent | CaughtUp)[] = []
        for await (const item of store().subscribe(first, stop.signal)) {
          seen.push(item)
          if (!isEvent(item)) stop.abort()
        }
        expect(seen.filter(isEvent).map((event) => event.revision)).toEqual([1, 2])
        expect(seen.at(-1)).toEqual({ caughtUp: true, position: third })
      })

      test('after the last position it is caught up at once', async () => {
        const last = await store().append(freshStream(), newEvents(1), 'none')
        for await (const item of store().subscribe(last, new AbortController().signal)) {
          expect(item).toEqual({ caughtUp: true, position: last })
          break
        }
      })

      test('ends when aborted while it waits, and at once when aborted before', async () => {
        const last = await store().append(freshStream(), newEvents(1), 'none')
        const stop = new AbortController()
        const seen = []
        for await (const item of store().subscribe(last, stop.signal)) {
          seen.push(item)
          setImmediate(() => stop.abort())
        }
        expect(seen).toHaveLength(1)
        expect(await collect(store().subscribe('start', AbortSignal.abort()))).toEqual([])
      })

      test('several subscribers see the same order of the log, streams interleaved', async () => {
        const streams = [freshStream('case'), freshStream('clinic'), freshStream('docket')]
        const start = await store().append(freshStream(), newEvents(1), 'none')
        const followers = [1, 2].map(async () => {
          const stop = new AbortController()
          const seen: RecordedEvent[] = []
          for await (const item of store().subscribe(start, stop.signal)) {
            if (isEvent(item) && streams.includes(item.stream)) seen.push(item)
            if (seen.length === 30) stop.abort()
          }
          return seen
        })
        for (let revision = 0; revision < 10; revision += 1) {
          await Promise.all(
            streams.map((stream) => store().append(stream, newEvents(1), revision === 0 ? 'none' : revision - 1)),
          )
        }
        const [one, other] = await Promise.all(followers)
        expect(one).toEqual(other)
        for (const stream of streams) {
          expect(one?.filter((event) => event.stream === stream)).toEqual(await readAll(store(), stream))
        }
      })
    })

    test('random appends at the same time: revisions are dense, nothing is lost, nothing is doubled', async () => {
      const writers = fc.array(
        fc.array(fc.record({ stream: fc.nat(2), count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 6 }),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      await fc.assert(
        fc.asyncProperty(writers, async (plans) => {
          const streams = [freshStream(), freshStream(), freshStream()]
          const start = await store().append(freshStream(), newEvents(1), 'none')
          const acknowledged = await Promise.all(
            plans.map(async (plan) => {
              const ids: string[] = []
              for (const { stream, count } of plan)
                ids.push(...(await appendSomehow(store(), streams[stream] ?? '', count)))
              return ids
            }),
          )
          const perStream = await Promise.all(streams.map((stream) => readAll(store(), stream)))
          for (const events of perStream) {
            expect(events.map((event) => event.revision)).toEqual(events.map((_, index) => index))
          }
          const written = perStream.flat().map((event) => event.id)
          expect([...written].sort()).toEqual(acknowledged.flat().sort())
          const followed: string[] = []
          for await (const item of store().subscribe(start, new AbortController().signal)) {
            if (!isEvent(item)) break
            if (streams.includes(item.stream)) followed.push(item.id)
          }
          expect([...followed].sort()).toEqual([...written].sort())
        }),
        { numRuns: 15 },
      )
    })
  })
}

/** Appends fresh events, reading the stream again after each conflict, the way the write path does. */
async function appendSomehow(store: EventStore, stream: string, count: number): Promise<string[]> {
  for (;;) {
    const events = newEvents(count)
    const length = (await readAll(store, stream)).length
    try {
      await store.append(stream, events, length === 0 ? 'none' : length - 1)
      return events.map((event) => event.id)
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
    }
  }
}
