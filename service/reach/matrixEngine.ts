import { centreOf } from '#geo/cellGrid'
import type { CostField, NearestSites } from '#geo/costField'
import type { Position } from '#geo/position'
import type { TravelSurface } from '#geo/travelSurface'
import { remembering } from '../remembering.ts'
import { EngineUnavailable, type ReachEngine, type Waiting } from './engine.ts'

/** A table of minutes from each place to each other, by a service elsewhere. */
export interface MatrixService {
  readonly kind: 'osrm' | 'valhalla'
  /** Name of the roads that it measures by now: the same name, the same minutes. */
  version(signal: AbortSignal): Promise<string>
  /** Minutes from each to each, null where no road leads. Rejects with `EngineUnavailable` when it cannot be used. */
  table(
    from: readonly Position[],
    to: readonly Position[],
    signal: AbortSignal,
  ): Promise<readonly (readonly (number | null)[])[]>
}

/** How a service may be asked. */
export interface MatrixLimits {
  /** Places in one request, from and to together. */
  readonly locations: number
  readonly timeoutMs: number
}

/** Requests under way at once. */
const atOnce = 4
/** Minutes from every cell to one place that are kept, 180 kB each. */
const kept = 400

/**
 * A routing service as an engine: it is asked from the middle of every cell that can be driven from, in tables of the size
 * that it takes. What it said is kept for as long as its roads have the same name.
 */
export function matrixEngine(service: MatrixService, limits: MatrixLimits, surface: TravelSurface): ReachEngine {
  const { grid, home } = surface
  const asked = [...home.keys()].filter((cell) => home[cell] === cell)
  const middles = asked.map((cell) => centreOf(grid, cell))
  let current = ''
  let column = remembering<{ minutes: Float32Array | undefined }>(kept)

  async function columns(places: readonly Position[], waiting: Waiting): Promise<readonly Float32Array[]> {
    if (places.length === 0) return []
    const version = await service.version(waitingFor(waiting.signal))
    if (version !== current) {
      column = remembering(kept)
      current = version
    }
    const held = places.map((place) => column(place.join(), () => ({ minutes: undefined })))
    const missing = places.flatMap((place, i) => {
      const holder = held[i]
      return holder === undefined || holder.minutes !== undefined ? [] : [{ place, holder }]
    })
    const group = Math.max(1, Math.floor(limits.locations / 2))
    waiting.onProgress?.(places.length - missing.length, places.length)
    for (let at = 0; at < missing.length; at += group) {
      const some = missing.slice(at, at + group)
      const found = await measured(
        some.map(({ place }) => place),
        waiting,
      )
      for (const [i, { holder }] of some.entries()) holder.minutes = found[i]
      waiting.onProgress?.(places.length - missing.length + at + some.length, places.length)
    }
    if (missing.length > 0 && (await service.version(waitingFor(waiting.signal))) !== version)
      throw new EngineUnavailable('changed', `The roads of ${service.kind} are no longer ${version}`)
    return held.map(({ minutes }) => minutes ?? new Float32Array(home.length).fill(Number.POSITIVE_INFINITY))
  }

  /** Minutes from every cell to each of some places. */
  async function measured(all: readonly Position[], { signal }: Waiting): Promise<Float32Array[]> {
    const every = all.map(() => new Float32Array(home.length).fill(Number.POSITIVE_INFINITY))
    // A place that does not lead to itself is off the roads: nothing is asked about it.
    const itself = await service.table(all, all, waitingFor(signal))
    const onRoad = [...all.keys()].filter((place) => typeof itself[place]?.[place] === 'number')
    const places = onRoad.flatMap((place) => [all[place] ?? ([0, 0] as const)])
    const found = onRoad.flatMap((place) => every[place] ?? [])
    if (places.length === 0) return every
    const rows = Math.max(1, limits.locations - places.length)
    const starts = Array.from({ length: Math.ceil(middles.length / rows) }, (_, i) => i * rows)
    // The first that fails ends the others: nothing of an answer that is not whole is used.
    const stop = new AbortController()
    const asking = AbortSignal.any(signal === undefined ? [stop.signal] : [stop.signal, signal])
    const worker = async () => {
      for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
        const from = middles.slice(start, start + rows)
        const table = await service.table(from, places, waitingFor(asking))
        for (const [i, row] of table.entries())
          for (const [j, minutes] of row.entries()) {
            const cells = found[j]
            if (cells !== undefined) cells[asked[start + i] ?? 0] = minutes ?? Number.POSITIVE_INFINITY
          }
      }
    }
    try {
      await Promise.all(Array.from({ length: atOnce }, worker))
    } catch (error) {
      stop.abort()
      throw signal?.aborted === true ? signal.reason : error
    }
    for (const [cell, at] of home.entries())
      if (at !== cell) for (const cells of found) cells[cell] = at < 0 ? Number.POSITIVE_INFINITY : (cells[at] ?? 0)
    return every
  }

  /** Gives up when they do who wait, or when it takes too long. */
  function waitingFor(signal: AbortSignal | undefined): AbortSignal {
    const late = AbortSignal.timeout(limits.timeoutMs)
    return signal === undefined ? late : AbortSignal.any([signal, late])
  }

  return {
    kind: service.kind,
    unit: 'minutes',
    version: async ({ signal } = {}) => await service.version(waitingFor(signal)),
    async kth(places, k, waiting = {}) {
      const ranked = Array.from({ length: k }, () => new Float32Array(home.length).fill(Number.POSITIVE_INFINITY))
      for (const minutes of await columns(places, waiting))
        for (let cell = 0; cell < minutes.length; cell += 1) {
          let next = minutes[cell] ?? Number.POSITIVE_INFINITY
          for (const rank of ranked) {
            const held = rank[cell] ?? 0
            if (next >= held) continue
            rank[cell] = next
            next = held
          }
        }
      return ranked[k - 1] ?? new Float32Array(home.length)
    },
    async nearest(places, waiting = {}): Promise<NearestSites> {
      const cost = new Float32Array(home.length).fill(Number.POSITIVE_INFINITY)
      const site = new Int32Array(home.length).fill(-1)
      for (const [place, minutes] of (await columns(places, waiting)).entries())
        for (const [cell, value] of minutes.entries())
          if (value < (cost[cell] ?? 0)) {
            cost[cell] = value
            site[cell] = place
          }
      return { cost, site }
    },
    async fields(places, within, waiting = {}): Promise<readonly CostField[]> {
      return (await columns(places, waiting)).map((minutes) => {
        const cells = Uint32Array.from([...minutes.keys()].filter((cell) => (minutes[cell] ?? 0) <= within))
        return { cells, costs: Float32Array.from(cells, (cell) => minutes[cell] ?? 0) }
      })
    },
    async from(place, places, { signal } = {}) {
      const costs = new Float64Array(places.length)
      for (let at = 0; at < places.length; at += limits.locations - 1) {
        const some = places.slice(at, at + limits.locations - 1)
        const [row = []] = await service.table([place], some, waitingFor(signal))
        costs.set(
          row.map((minutes) => minutes ?? Number.POSITIVE_INFINITY),
          at,
        )
      }
      return costs
    },
  }
}

/**
 * Asks a service for JSON. Rejects with `EngineUnavailable`, or with the reason of whoever waits no more: a time-out is the
 * service's fault, an abort is not.
 */
export async function askJson(
  url: string,
  signal: AbortSignal,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const said = await fetch(url, {
      signal,
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await said.text()
    return { status: said.status, body: parsed(text) }
  } catch (error) {
    const isLate = signal.aborted && signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
    if (signal.aborted && !isLate) throw signal.reason
    const why = isLate ? 'no answer in time' : error instanceof Error ? error.message : String(error)
    throw new EngineUnavailable('noAnswer', `${new URL(url).origin}: ${why}`, { cause: error })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
