import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '#api/contract'
import { Position } from '#events/envelope'
import { EffectiveDate, RecordedAt } from '#events/time'
import { startProjector } from '#service/projections/projector'
import { forkViews, openViews, project, supposing, supposingWithout, type Views } from '#service/projections/views'
import { clinicFigures } from '#service/queries/capacity'
import type { EventStore } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'
import { contents, type Given, log, rawLog } from './givenEvents.ts'

const effectiveOn = EffectiveDate.parse('2026-01-01')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'praksiskort-views-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function openStore(): EventStore {
  let second = 0
  const now = () => RecordedAt.parse(`2026-03-01T10:00:${String(Math.min(59, second++)).padStart(2, '0')}.000Z`)
  return openSqliteStore({ file: join(folder, 'log.db'), now })
}

function clinicRegistered(clinic: string): Given {
  const data = { clinic, name: `Klinik ${clinic}`, cvr: null, formOfPractice: 'solo' }
  return { type: 'ClinicRegistered', stream: `clinic-${clinic}`, from: '2020-01-01', data }
}

async function append(store: EventStore, given: Given, stream = given.stream): Promise<Position> {
  const [event] = rawLog([given])
  if (event === undefined) throw new Error('nothing given')
  const { id: _, stream: __, revision: ___, position: ____, recordedAt: _____, ...rest } = event
  return await store.append(stream, [{ ...rest, id: freshId() }], 'none')
}

let ids = 0
function freshId() {
  ids += 1
  const [event] = rawLog([{ ...clinicRegistered('x'), id: `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}` }])
  if (event === undefined) throw new Error('nothing given')
  return event.id
}

function names(views: Views): string[] {
  return views.db.prepare<[], string>('SELECT clinic FROM clinic ORDER BY clinic').pluck().all()
}

function run(store: EventStore, views: Views) {
  const stop = new AbortController()
  const changes: Change[] = []
  const projector = startProjector({ store, views, signal: stop.signal, onCommit: (change) => changes.push(change) })
  const end = async () => {
    stop.abort()
    await projector.stopped
  }
  return { ...projector, changes, end }
}

describe('the projector', () => {
  test('catches up, then follows; the position waited for is in the views', async () => {
    const store = openStore()
    await append(store, clinicRegistered('a'))
    const views = openViews({ file: ':memory:' })
    const running = run(store, views)
    await running.caughtUp
    expect(names(views)).toEqual(['a'])
    const position = await append(store, clinicRegistered('b'))
    expect(await running.waitFor(position, 2000)).toBe(true)
    expect(names(views)).toEqual(['a', 'b'])
    expect(running.changes.at(-1)).toEqual({ ordinal: views.ordinal(), projections: ['practice', 'events'] })
    expect(await running.waitFor(position, 0)).toBe(true)
    expect(await running.waitFor(Position.parse('999'), 5)).toBe(false)
    await running.end()
    await store.close()
  })

  test('goes on where the views stopped, and every event is there once', async () => {
    const store = openStore()
    const file = join(folder, 'views.db')
    for (const clinic of ['a', 'b']) await append(store, clinicRegistered(clinic))
    const first = openViews({ file })
    const before = run(store, first)
    await before.caughtUp
    await before.end()
    first.close()
    await append(store, clinicRegistered('c'))
    const second = openViews({ file })
    const after = run(store, second)
    await after.caughtUp
    expect(names(second)).toEqual(['a', 'b', 'c'])
    const rebuilt = openViews({ file: ':memory:' })
    const whole = run(store, rebuilt)
    await whole.caughtUp
    expect(contents(second)).toEqual(contents(rebuilt))
    await after.end()
    await whole.end()
    await store.close()
  })

  test('streams of scenarios are passed over, and can be waited for', async () => {
    const store = openStore()
    const views = openViews({ file: ':memory:' })
    const running = run(store, views)
    await running.caughtUp
    const position = await append(store, clinicRegistered('a'), 'scenario_what-if.clinic-a')
    expect(await running.waitFor(position, 2000)).toBe(true)
    expect(names(views)).toEqual([])
    expect(views.position()).toBe(position)
    await running.end()
    await store.close()
  })

  test('stops at an event that it cannot read, names it, and keeps what came before', async () => {
    const store = openStore()
    await append(store, clinicRegistered('a'))
    const bad = { ...clinicRegistered('b'), data: { clinic: 'b' } }
    const [raw] = rawLog([bad])
    if (raw === undefined) throw new Error('nothing given')
    const id = freshId()
    await store.append(bad.stream, [{ ...raw, id }], 'none')
    await append(store, clinicRegistered('c'))
    const views = openViews({ file: ':memory:' })
    const running = run(store, views)
    await expect(running.stopped).rejects.toThrow(id)
    await expect(running.caughtUp).rejects.toThrow('ClinicRegistered')
    expect(names(views)).toEqual(['a'])
    await store.close()
  })

  test('views of another log are built again from this one', async () => {
    const file = join(folder, 'views.db')
    const elsewhere = openViews({ file })
    project(elsewhere, log([clinicRegistered('foreign')]))
    elsewhere.close()
    const store = openStore()
    await append(store, clinicRegistered('own'))
    const views = openViews({ file })
    const running = run(store, views)
    await running.caughtUp
    expect(names(views)).toEqual(['own'])
    await running.end()
    await store.close()
  })
})

describe('views', () => {
  test('are emptied when they were made by other projections, and the commit number goes on', () => {
    const file = join(folder, 'views.db')
    const old = openViews({ file })
    project(old, log([clinicRegistered('a')]))
    const ordinal = old.ordinal()
    old.db.prepare("UPDATE meta SET value = '[]' WHERE name = 'versions'").run()
    old.close()
    const views = openViews({ file })
    expect(names(views)).toEqual([])
    expect(views.position()).toBe('start')
    expect(views.ordinal()).toBeGreaterThan(ordinal)
    views.close()
  })

  test('a batch is whole or absent, together with its position', () => {
    const views = openViews({ file: ':memory:' })
    const events = log([clinicRegistered('a'), clinicRegistered('b')])
    project(views, events.slice(0, 1))
    const before = contents(views)
    const broken = { ...events[1], effectiveFrom: null }
    // Not an event that the log could give: the point is a failure in the middle of a batch.
    expect(() => project(views, [...log([clinicRegistered('c')], events), broken as never])).toThrow()
    expect(contents(views)).toEqual(before)
    expect(views.position()).toBe('1')
  })

  test('an event that comes twice is projected once', () => {
    const views = openViews({ file: ':memory:' })
    const events = log([clinicRegistered('a')])
    project(views, events)
    const before = contents(views)
    project(views, events)
    expect(contents(views)).toEqual(before)
  })

  test('a clock that steps back does not turn the order of knowledge', () => {
    const views = openViews({ file: ':memory:' })
    const name = (clinic: string, recordedAt: string) => ({ ...clinicRegistered(clinic), recordedAt })
    project(views, log([name('a', '2026-01-02T00:00:00.000Z'), name('b', '2026-01-01T00:00:00.000Z')]))
    const recorded = views.db.prepare<[], string>('SELECT recorded_from FROM clinic ORDER BY clinic').pluck().all()
    expect(recorded).toEqual(['2026-01-02T00:00:00.000Z', '2026-01-02T00:00:00.000Z'])
  })

  test('a fork goes its own way', () => {
    const views = openViews({ file: ':memory:' })
    const events = log([clinicRegistered('a')])
    project(views, events)
    const fork = forkViews(views)
    project(fork, log([clinicRegistered('b')], events))
    expect(names(fork)).toEqual(['a', 'b'])
    expect(names(views)).toEqual(['a'])
    fork.close()
  })

  test('what is only supposed has not happened, also when the asking fails', () => {
    const views = openViews({ file: join(folder, 'views.db') })
    const events = log([clinicRegistered('a')])
    project(views, events)
    const before = [contents(views), views.ordinal(), views.position()]
    const ask = supposing(views, log([clinicRegistered('b')], events))
    expect(ask(names)).toEqual(['a', 'b'])
    expect([contents(views), views.ordinal(), views.position()]).toEqual(before)
    const figures = (asked: Views) => clinicFigures(asked, { effectiveOn, recordedAt: 'now' }).size
    expect([ask(figures), figures(views)]).toEqual([2, 1])
    expect(() =>
      ask(() => {
        throw new Error('no answer')
      }),
    ).toThrow('no answer')
    expect([contents(views), views.ordinal(), views.position()]).toEqual(before)
    project(views, log([clinicRegistered('c')], events))
    expect([names(views), figures(views)]).toEqual([['a', 'c'], 2])
    views.close()
  })

  test('can be asked as if events had never happened, and something else had, for the time of the asking', () => {
    const views = openViews({ file: ':memory:' })
    const renamed: Given = {
      ...clinicRegistered('a'),
      from: '2021-01-01',
      data: { clinic: 'a', name: 'Nyt navn', cvr: null, formOfPractice: 'solo' },
    }
    const events = log([clinicRegistered('a'), clinicRegistered('b'), renamed])
    project(views, events)
    const before = [contents(views), views.ordinal(), views.position()]
    const called = (asked: Views) =>
      [...clinicFigures(asked, { effectiveOn, recordedAt: 'now' }).values()].map(({ name }) => name)
    const without = (...indices: number[]) =>
      supposingWithout(
        views,
        events.flatMap(({ id }, index) => (indices.includes(index) ? [id] : [])),
      )
    expect(called(views)).toEqual(['Nyt navn', 'Klinik b'])
    expect(without(2)(called)).toEqual(['Klinik a', 'Klinik b'])
    expect(without(1, 2)(called)).toEqual(['Klinik a'])
    // Two that said something about the same clinic, at once and one inside the other.
    expect(without(0, 2)(called)).toEqual(['Klinik b'])
    expect(
      without(2)((asked) =>
        supposingWithout(
          asked,
          events.slice(0, 1).map(({ id }) => id),
        )(called),
      ),
    ).toEqual(['Klinik b'])
    expect(without(1)((asked) => supposing(asked, log([clinicRegistered('c')], events))(called))).toEqual([
      'Nyt navn',
      'Klinik c',
    ])
    expect(without()(called)).toEqual(called(views))
    expect([contents(views), views.ordinal(), views.position()]).toEqual(before)
    views.close()
  })
})
