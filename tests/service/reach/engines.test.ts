import { afterEach, describe, expect, test } from 'vitest'
import type { NearestSites } from '#geo/costField'
import { EngineUnavailable, type ReachEngine } from '#service/reach/engine'
import { groundOf } from '#service/reach/ground'
import { matrixEngine } from '#service/reach/matrixEngine'
import { osrmService } from '#service/reach/osrm'
import { reachPool } from '#service/reach/pool'
import { reachBy } from '#service/reach/prepareGround'
import { reachOf } from '#service/reach/reach'
import { valhallaService } from '#service/reach/valhalla'
import { type Foreign, foreignService, type Manner } from './foreign.ts'
import { middle, smallParts, smallSurface } from './smallGround.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(async (one) => await one.close()))
})

const never = Number.POSITIVE_INFINITY
/** A minute a cell eastwards, two westwards, and nothing from cell 0 to cell 5. */
const roads: Manner = {
  seconds: (from, to) => (from === 0 && to === 5 ? null : to >= from ? (to - from) * 60 : (from - to) * 120),
  off: [7],
}

async function foreign(manner: Manner): Promise<Foreign> {
  const service = await foreignService(manner)
  open.push(service)
  return service
}

const kinds = ['osrm', 'valhalla'] as const
const limits = { locations: 4, timeoutMs: 2000 }
const engineAt = (kind: (typeof kinds)[number], url: string, asked = limits): ReachEngine =>
  matrixEngine(kind === 'osrm' ? osrmService(url) : valhallaService(url), asked, smallSurface())
const costs = ({ cost }: NearestSites) => [...cost]
const failing = async (work: Promise<unknown>) =>
  await work.then(
    () => 'answered',
    (error: unknown) => (error instanceof EngineUnavailable ? error.failing : String(error)),
  )

describe.each(kinds)('a routing service that speaks as %s', (kind) => {
  test('is asked in tables that it takes, from the cell to the place; what is off its roads or has no way is unreachable', async () => {
    const { url, asked } = await foreign({ ...roads, most: 4 })
    const engine = engineAt(kind, url)
    // Cell 6 borrows from cell 5; 7 is off the roads.
    expect(costs(await engine.nearest([middle(5)]))).toEqual([never, 4, 3, 2, 1, 0, 0, never])
    expect(costs(await engine.nearest([middle(0)]))).toEqual([0, 2, 4, 6, 8, 10, 10, never])
    const both = await engine.nearest([middle(0), middle(5)])
    expect(costs(both)).toEqual([0, 2, 3, 2, 1, 0, 0, never])
    expect([...both.site]).toEqual([0, 0, 1, 1, 1, 1, 1, -1])
    expect([...(await engine.from(middle(1), [middle(0), middle(5), middle(7)]))]).toEqual([2, 4, never])
    expect(costs(await engine.nearest([middle(7)]))).toEqual(new Array(8).fill(never))
    expect(asked.length).toBeGreaterThan(6)
  })

  test('a limit is inclusive, on the exact value', async () => {
    const { url } = await foreign(roads)
    const engine = engineAt(kind, url)
    const within = async (limit: number) => [...((await engine.fields([middle(0)], limit))[0]?.cells ?? [])]
    expect(await within(4)).toEqual([0, 1, 2])
    expect(await within(3.999)).toEqual([0, 1])
  })

  test('is asked once for as long as its roads have the same name', async () => {
    let version = 'v1'
    const { url, asked } = await foreign({ ...roads, version: () => version })
    const engine = engineAt(kind, url, { locations: 100, timeoutMs: 2000 })
    await engine.nearest([middle(0), middle(5)])
    const first = asked.length
    await engine.nearest([middle(5)])
    // Only the name of the roads was asked for.
    expect(asked.length).toBe(first + 1)
    version = 'v2'
    await engine.nearest([middle(5)])
    expect(asked.length).toBeGreaterThan(first + 2)
  })

  test('every way of not answering has its name', async () => {
    const at = async (manner: Partial<Manner>) =>
      await failing(
        engineAt(kind, (await foreign({ ...roads, ...manner })).url, { locations: 4, timeoutMs: 150 }).nearest([
          middle(5),
        ]),
      )
    const from = (request: number, answer: { status: number; body: string } | 'silence') => (count: number) =>
      count >= request ? answer : undefined
    expect(await at({ instead: from(1, 'silence') })).toBe('noAnswer')
    expect(await at({ instead: from(3, 'silence') })).toBe('noAnswer')
    expect(await at({ instead: from(3, { status: 500, body: 'oh' }) })).toBe('refused')
    expect(await at({ instead: from(3, { status: 200, body: '{"code":"Ok","durations":"many"}' }) })).toBe(
      'notUnderstood',
    )
    expect(await at({ instead: from(3, { status: 200, body: 'not json' }) })).toBe(
      kind === 'osrm' ? 'refused' : 'notUnderstood',
    )
    expect(await at({ version: (count) => (count > 2 ? 'v2' : 'v1') })).toBe('changed')
    expect(await failing(engineAt(kind, 'http://127.0.0.1:9').nearest([middle(5)]))).toBe('noAnswer')
  })

  test('whoever waits no more is told so, and it is not held against the service', async () => {
    const { url } = await foreign({ ...roads, instead: (count) => (count >= 2 ? 'silence' : undefined) })
    const stop = new AbortController()
    const waiting = engineAt(kind, url, { locations: 4, timeoutMs: 60_000 }).nearest([middle(5)], {
      signal: stop.signal,
    })
    stop.abort(new Error('moved on'))
    await expect(waiting).rejects.toThrow('moved on')
  })
})

test('OSRM that takes fewer places than it is sent refuses', async () => {
  const { url } = await foreign({ ...roads, most: 3 })
  expect(await failing(engineAt('osrm', url).nearest([middle(5)]))).toBe('refused')
})

describe('an answer is by one engine', () => {
  const parts = smallParts()
  const surface = smallSurface(parts)
  const asks = async (engine: ReachEngine) => ({
    nearest: costs(await engine.nearest([middle(5)])),
    other: costs(await engine.nearest([middle(0)])),
  })
  function built(url: string, reports: EngineUnavailable[] = []) {
    const pool = reachPool(1)
    open.push(pool)
    const setting = { engine: 'osrm' as const, url, ...limits }
    return groundOf(parts, pool, (on, engine) => reachBy(setting, on, engine, (error) => reports.push(error))).reach
  }
  // Three minutes a cell westwards, two eastwards, one at the ends.
  const bySurface = { nearest: [11, 9, 7, 5, 3, 1, 1, never], other: [1, 4, 7, 10, 13, 16, 16, never] }

  test('by the service when it answers', async () => {
    const { url } = await foreign({ ...roads })
    const { value, engine, instead } = await built(url).minutes(asks)
    expect({ engine, instead }).toEqual({ engine: 'osrm', instead: null })
    expect(value.nearest).toEqual([never, 4, 3, 2, 1, 0, 0, never])
  })

  test('all by the built-in surface when the service fails half-way, and it is said why', async () => {
    const reports: EngineUnavailable[] = []
    // The first place is measured whole; then the service falls silent for good.
    const { url, asked } = await foreign({
      ...roads,
      instead: (count) => (count > 7 ? { status: 503, body: '' } : undefined),
    })
    const measured = await built(url, reports).minutes(asks)
    expect(asked.length).toBeGreaterThan(7)
    expect(measured).toEqual({ value: bySurface, engine: 'surface', instead: { engine: 'osrm', failing: 'refused' } })
    expect(reports.map(({ failing: how }) => how)).toEqual(['refused'])
  })

  test('a service that failed is left alone for half a minute, then asked again', async () => {
    let isDown = true
    const { url, asked } = await foreign({ ...roads, instead: () => (isDown ? { status: 503, body: '' } : undefined) })
    let elapsed = 0
    const one = engineAt('osrm', url)
    const builtIn = engineAt('valhalla', (await foreign(roads)).url)
    const reach = reachOf(
      builtIn,
      one,
      () => undefined,
      () => elapsed,
    )
    const who = async () => (await reach.minutes(asks)).engine
    expect(await who()).toBe('valhalla')
    isDown = false
    const before = asked.length
    elapsed = 29_999
    expect(await who()).toBe('valhalla')
    expect(asked.length).toBe(before)
    elapsed = 30_000
    expect(await who()).toBe('osrm')
  })

  test('an error that is not the service’s own is not hidden behind the surface', async () => {
    const { url } = await foreign(roads)
    await expect(
      built(url).minutes(async () => {
        throw new TypeError('ours')
      }),
    ).rejects.toThrow(TypeError)
    expect(surface.home.length).toBe(8)
  })
})
