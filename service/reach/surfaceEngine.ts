import type { CostField, NearestSites } from '#geo/costField'
import type { TravelSurface } from '#geo/travelSurface'
import type { ReachEngine, Waiting } from './engine.ts'
import { fieldStore } from './fieldStore.ts'
import type { ReachThreads } from './pool.ts'
import { sharedInts } from './shared.ts'

/** Answers that are kept, 370 kB each. */
const kept = 64
/** So many sites that have moved are looked at alone; with more, a search over all is as quick. */
const fewMoved = 4
/** Fields asked for at once, so that others can have their turn in between. */
const batch = 32

/** An answer with the sites that it was for: cells, -1 for one that has gone. */
interface Known {
  readonly sites: Int32Array
  readonly found: NearestSites<Float32Array>
}

/** The built-in travel surface, searched in threads. What was measured is kept, and a move measures only what it changes. */
export function surfaceEngine(surface: TravelSurface, threads: ReachThreads): ReachEngine {
  const known = new Map<string, Known>()
  const fields = fieldStore()

  async function nearestTo(cells: readonly number[], { signal }: Waiting): Promise<Known> {
    const key = cells.join()
    const before = known.get(key) ?? (await measured(cells, signal))
    // The least recently used is forgotten first: a Map keeps the order of insertion.
    known.delete(key)
    known.set(key, before)
    for (const oldest of known.keys()) {
      if (known.size <= kept) break
      known.delete(oldest)
    }
    return before
  }

  async function measured(cells: readonly number[], signal: AbortSignal | undefined): Promise<Known> {
    const like = likest(cells)
    if (like === undefined) {
      const sites = sharedInts(cells)
      return { sites, found: await threads.run('nearest', { sites }, signal) }
    }
    const { sites, moved, before } = like
    return { sites, found: await threads.run('nearestAfter', { before, sites, moved }, signal) }
  }

  /** An earlier answer on nearly the same sites, newest first. */
  function likest(cells: readonly number[]) {
    const wanted = new Set(cells)
    for (const { sites, found } of [...known.values()].toReversed()) {
      const had = new Set(sites)
      const added = cells.filter((cell) => !had.has(cell))
      const gone = [...sites.keys()].filter((site) => (sites[site] ?? -1) >= 0 && !wanted.has(sites[site] ?? -1))
      if (added.length + gone.length > fewMoved) continue
      const now = sharedInts([...Array.from(sites, (cell) => (wanted.has(cell) ? cell : -1)), ...added])
      return { before: found, sites: now, moved: [...gone, ...added.map((_, i) => sites.length + i)] }
    }
    return undefined
  }

  return {
    kind: 'surface',
    unit: 'minutes',
    version: async () => '',

    kth: async (places, k, { signal } = {}) =>
      await threads.run('kth', { sites: sharedInts(places.map((place) => surface.cellAt(place))), k }, signal),

    async nearest(places, waiting = {}) {
      const cellOf = places.map((place) => surface.cellAt(place))
      const cells = [...new Set(cellOf)].filter((cell) => cell >= 0).toSorted((a, b) => a - b)
      const { sites, found } = await nearestTo(cells, waiting)
      const placeAt = new Map(cellOf.map((cell, place) => [cell, place] as const).toReversed())
      const placeOf = Int32Array.from(sites, (cell) => placeAt.get(cell) ?? -1)
      return { cost: found.cost, site: found.site.map((site) => (site < 0 ? -1 : (placeOf[site] ?? -1))) }
    },

    async fields(places, within, { signal, onProgress } = {}) {
      const cellOf = places.map((place) => surface.cellAt(place))
      const held = new Map<number, CostField>()
      const missing: number[] = []
      for (const cell of new Set(cellOf)) {
        const field = cell < 0 ? nowhere : fields.get(cell, within)
        if (field === undefined) missing.push(cell)
        else held.set(cell, field)
      }
      let done = held.size
      const all = done + missing.length
      onProgress?.(done, all)
      const asked = batches(missing, batch).map(async (sites) => {
        const found = await threads.run('fields', { sites: sharedInts(sites), within }, signal)
        for (const [i, cell] of sites.entries()) {
          const field = found[i] ?? nowhere
          fields.put(cell, within, field)
          held.set(cell, field)
        }
        done += sites.length
        onProgress?.(done, all)
      })
      await Promise.all(asked)
      return cellOf.map((cell) => held.get(cell) ?? nowhere)
    },

    async from(place, places, { signal } = {}) {
      const cell = surface.cellAt(place)
      const minutes = cell < 0 ? undefined : await threads.run('from', { cell }, signal)
      return Float64Array.from(places, (one) => minutes?.[surface.cellAt(one)] ?? Number.POSITIVE_INFINITY)
    },
  }
}

/** The field of a place that no road leads to. */
const nowhere: CostField = { cells: new Uint32Array(0), costs: new Float32Array(0) }

function batches<Value>(values: readonly Value[], size: number): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size))
}
