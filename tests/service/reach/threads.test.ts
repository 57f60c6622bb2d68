import { afterAll, describe, expect, test } from 'vitest'
import { cellOutline } from '#geo/cellOutline'
import { travelSearch } from '#geo/travelTime'
import { fieldStore } from '#service/reach/fieldStore'
import { groundOf } from '#service/reach/ground'
import { reachPool } from '#service/reach/pool'
import { reachOf } from '#service/reach/reach'
import { middle, smallParts, smallSurface } from './smallGround.ts'

const pool = reachPool(1)
afterAll(pool.close)
const parts = smallParts()
const surface = smallSurface(parts)
const ground = groundOf(parts, pool, (_, engine) => reachOf(engine, null, () => undefined))
const never = Number.POSITIVE_INFINITY
const { minutes } = ground.reach

describe('the built-in surface in threads', () => {
  test('answers what the search answers, whatever the order of the places', async () => {
    const { value, engine, instead } = await minutes(async (by) => await by.nearest([middle(5), middle(0)]))
    expect({ engine, instead }).toEqual({ engine: 'surface', instead: null })
    expect([...value.cost]).toEqual([...travelSearch(surface).nearest([0, 5]).cost])
    expect([...value.site]).toEqual([1, 1, 0, 0, 0, 0, 0, -1])
    const turned = await minutes(async (by) => await by.nearest([middle(0), middle(5)]))
    expect([...turned.value.site]).toEqual([0, 0, 1, 1, 1, 1, 1, -1])
  })

  test('after a move, and back again, it is as if it had been measured anew', async () => {
    const sites = [0, 2, 4]
    for (const moved of [[0, 2, 5], [0, 5], [0, 2, 4], [1, 3, 5], [7], [], sites]) {
      const { value } = await minutes(async (by) => await by.nearest(moved.map(middle)))
      const anew = travelSearch(surface).nearest(moved)
      expect([...value.cost]).toEqual([...anew.cost])
      for (const [cell, site] of value.site.entries())
        if (site >= 0) expect(travelSearch(surface).nearest([moved[site] ?? -1]).cost[cell]).toBe(anew.cost[cell])
    }
  })

  test('fields and ways from one place, each way by its own direction', async () => {
    const told: number[] = []
    const { value: fields } = await minutes(
      async (by) => await by.fields([middle(0), middle(5), [11.2, 56.4]], 7, { onProgress: (done) => told.push(done) }),
    )
    expect(fields.map(({ cells }) => [...cells].toSorted())).toEqual([[0, 1, 2], [2, 3, 4, 5, 6], []])
    // The one that no road leads to needs no search.
    expect(told).toEqual([1, 3])
    const { value: nearer } = await minutes(async (by) => await by.fields([middle(0)], 4))
    expect([...(nearer[0]?.cells ?? [])].toSorted()).toEqual([0, 1])
    const { value: from } = await minutes(async (by) => await by.from(middle(1), [middle(0), middle(5), middle(7)]))
    expect([...from]).toEqual([4, 9, never])
  })

  test('kilometres do not cross water; a limit is inclusive', async () => {
    const by = ground.kilometres(1.3)
    const { cost, site } = await by.nearest([middle(0)])
    expect([...site]).toEqual([0, 0, 0, 0, 0, 0, 0, -1])
    expect(cost[7]).toBe(never)
    expect(cost[2]).toBeCloseTo(2.6, 1)
    const exact = cost[2] ?? 0
    expect([...((await by.fields([middle(0)], exact))[0]?.cells ?? [])].toSorted()).toEqual([0, 1, 2])
    expect([...((await by.fields([middle(0)], exact - 1e-9))[0]?.cells ?? [])].toSorted()).toEqual([0, 1])
    const away = await by.from(middle(0), [middle(2), middle(7)])
    expect(away[0]).toBeCloseTo(exact, 6)
    expect(away[1]).toBe(never)
  })

  test('the outline is the one that is drawn here', async () => {
    const isChosen = (cell: number) => cell >= 1 && cell <= 3
    expect(await ground.outline(isChosen)).toEqual(cellOutline(ground.grid, isChosen).coordinates)
  })

  test('what nobody waits for is dropped or stopped, and the thread goes on', async () => {
    const threads = pool.over(parts)
    const sites = new Int32Array(200_000)
    const stop = new AbortController()
    const long = threads.run('fields', { sites, within: 60 }, stop.signal)
    const queued = threads.run('fields', { sites, within: 60 }, stop.signal)
    const after = threads.run('nearest', { sites: Int32Array.of(0) })
    stop.abort(new Error('moved on'))
    await expect(long).rejects.toThrow('moved on')
    await expect(queued).rejects.toThrow('moved on')
    expect((await after).cost[0]).toBe(1)
    await expect(threads.run('nearest', { sites }, AbortSignal.abort(new Error('at once')))).rejects.toThrow('at once')
  })
})

test('of the fields that are kept the least recently used go first, and a nearer limit is cut from a farther one', () => {
  const field = (cells: number) => ({
    cells: Uint32Array.from({ length: cells }, (_, cell) => cell),
    costs: Float32Array.from({ length: cells }, (_, cell) => cell),
  })
  const store = fieldStore(10)
  store.put(1, 30, field(4))
  store.put(2, 30, field(4))
  expect([...(store.get(1, 2)?.cells ?? [])]).toEqual([0, 1, 2])
  expect(store.get(1, 31)).toBeUndefined()
  store.put(3, 30, field(4))
  expect(store.get(2, 30)).toBeUndefined()
  expect(store.get(1, 30)?.cells).toHaveLength(4)
})
