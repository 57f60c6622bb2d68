import { type BucketQueue, bucketQueue } from './bucketQueue.ts'
import type { CostField, NearestSites } from './costField.ts'
import { reversed, type Steps } from './steps.ts'
import type { TravelSurface } from './travelSurface.ts'

/** Searches over one surface; what they need is made once and used by one search after the other. */
export interface TravelSearch {
  /**
   * Minutes from every cell to the nearest of the sites, by one search with many sources. Minutes up to `within` are exact,
   * the limit included (<=).
   * @param sites cells that the sites are driven to, as `cellAt` answers them; -1 is passed over.
   */
  nearest(sites: ArrayLike<number>, within?: number): NearestSites<Float32Array>
  /**
   * The same after some of the sites have moved, looking only at what their moving can change. Answers exactly what
   * `nearest` does on the new sites.
   * @param before what `nearest` answered on the old sites, with the same limit.
   * @param sites all sites as they are now, -1 for one that has gone; sites that are new come last.
   * @param moved indices of the sites that are elsewhere than before, new or gone.
   */
  nearestAfter(
    before: NearestSites<Float32Array>,
    sites: ArrayLike<number>,
    moved: readonly number[],
    within?: number,
  ): NearestSites<Float32Array>
  /** The cells from which one site is within so many minutes (<=). */
  field(site: number, within: number): CostField
}

/**
 * Searches against the direction of travel, so that every cost is that of driving from the cell to the site.
 * @param way `from` for the other way round: minutes from the sites to every cell.
 */
export function travelSearch(surface: TravelSurface, way: 'to' | 'from' = 'to'): TravelSearch {
  const back = reversed(surface)
  return way === 'to' ? searchAlong(surface, back, surface) : searchAlong(surface, surface, back)
}

function searchAlong({ home, terminalMinutes }: TravelSurface, along: Steps, against: Steps): TravelSearch {
  const { from, to, minutes } = along
  const cells = from.length - 1
  const queue = queueFor(along)
  const borrowing = Uint32Array.from([...home.keys()].filter((cell) => home[cell] !== cell))
  /** Cost at which a cell was last looked from, by cell. */
  const expanded = new Float32Array(cells)
  /** Cells as they were first looked from, and how many. */
  const order = new Uint32Array(cells)
  let ordered = 0

  function start(best: Float32Array, label: Int32Array, sites: ArrayLike<number>, site: number, within: number): void {
    const cell = sites[site] ?? -1
    if (cell < 0 || terminalMinutes > within || (best[cell] ?? 0) <= terminalMinutes) return
    best[cell] = terminalMinutes
    label[cell] = site
    queue.push(cell, terminalMinutes)
  }

  function run(best: Float32Array, label: Int32Array, within: number): void {
    ordered = 0
    for (let cell = queue.pop(); cell >= 0; cell = queue.pop()) {
      const here = best[cell] ?? 0
      const last = expanded[cell] ?? 0
      if (last <= here) continue
      if (last === Number.POSITIVE_INFINITY) {
        order[ordered] = cell
        ordered += 1
      }
      expanded[cell] = here
      const site = label[cell] ?? -1
      const end = from[cell + 1] ?? 0
      for (let edge = from[cell] ?? 0; edge < end; edge += 1) {
        const other = to[edge] ?? 0
        // Rounded as it will be stored, or a tie would never settle.
        const cost = Math.fround(here + (minutes[edge] ?? 0))
        if (cost > within || cost >= (best[other] ?? 0)) continue
        best[other] = cost
        label[other] = site
        queue.push(other, cost)
      }
    }
  }

  /** A cell that cannot be driven from has the minutes of its home. */
  function lend(best: Float32Array, label: Int32Array): NearestSites<Float32Array> {
    for (let i = 0; i < borrowing.length; i += 1) {
      const cell = borrowing[i] ?? 0
      const at = home[cell] ?? -1
      best[cell] = at < 0 ? Number.POSITIVE_INFINITY : (best[at] ?? Number.POSITIVE_INFINITY)
      label[cell] = at < 0 ? -1 : (label[at] ?? -1)
    }
    return { cost: best, site: label }
  }

  const guests = guestsOf(home, borrowing)
  const fieldBest = new Float32Array(cells).fill(Number.POSITIVE_INFINITY)
  const fieldLabel = new Int32Array(cells)

  return {
    nearest(sites, within = Number.POSITIVE_INFINITY) {
      const best = new Float32Array(cells).fill(Number.POSITIVE_INFINITY)
      const label = new Int32Array(cells).fill(-1)
      expanded.fill(Number.POSITIVE_INFINITY)
      for (let site = 0; site < sites.length; site += 1) start(best, label, sites, site, within)
      run(best, label, within)
      return lend(best, label)
    },

    nearestAfter(before, sites, moved, within = Number.POSITIVE_INFINITY) {
      const best = before.cost.slice()
      const label = before.site.slice()
      expanded.fill(Number.POSITIVE_INFINITY)
      const gone = new Uint8Array(sites.length)
      for (const site of moved) gone[site] = 1
      for (let cell = 0; cell < cells; cell += 1)
        if (home[cell] !== cell || gone[label[cell] ?? -1] === 1) {
          best[cell] = Number.POSITIVE_INFINITY
          label[cell] = -1
        }
      // A site that stays may have stood in the cell of one that left, as near as it was.
      for (let site = 0; site < sites.length; site += 1) start(best, label, sites, site, within)
      for (let cell = 0; cell < cells; cell += 1) {
        if (gone[before.site[cell] ?? -1] !== 1 || home[cell] !== cell) continue
        // What was left without a site is entered from the cells around that still have theirs.
        for (let edge = against.from[cell] ?? 0; edge < (against.from[cell + 1] ?? 0); edge += 1) {
          const other = against.to[edge] ?? 0
          const there = best[other] ?? 0
          if (there !== Number.POSITIVE_INFINITY && there < (expanded[other] ?? 0)) queue.push(other, there)
        }
      }
      run(best, label, within)
      return lend(best, label)
    },

    field(site, within) {
      expanded.fill(Number.POSITIVE_INFINITY)
      start(fieldBest, fieldLabel, [site], 0, within)
      run(fieldBest, fieldLabel, within)
      let size = ordered
      for (let i = 0; i < ordered; i += 1) size += guests.count(order[i] ?? 0)
      const field = { cells: new Uint32Array(size), costs: new Float32Array(size) }
      let at = 0
      const list = (cell: number, cost: number) => {
        field.cells[at] = cell
        field.costs[at] = cost
        at += 1
      }
      for (let i = 0; i < ordered; i += 1) {
        const cell = order[i] ?? 0
        const cost = fieldBest[cell] ?? 0
        list(cell, cost)
        for (let guest = 0; guest < guests.count(cell); guest += 1) list(guests.at(cell, guest), cost)
        fieldBest[cell] = Number.POSITIVE_INFINITY
      }
      return field
    },
  }
}

/** Cells that have their minutes from another, by that other. */
function guestsOf(home: Int32Array, borrowing: Uint32Array) {
  const from = new Uint32Array(home.length + 1)
  for (const cell of borrowing) {
    const at = home[cell] ?? -1
    if (at >= 0) from[at + 1] = (from[at + 1] ?? 0) + 1
  }
  for (let cell = 0; cell < home.length; cell += 1) from[cell + 1] = (from[cell + 1] ?? 0) + (from[cell] ?? 0)
  const next = from.slice()
  const guests = new Uint32Array(from[home.length] ?? 0)
  for (const cell of borrowing) {
    const at = home[cell] ?? -1
    if (at < 0) continue
    guests[next[at] ?? 0] = cell
    next[at] = (next[at] ?? 0) + 1
  }
  return {
    count: (cell: number): number => (from[cell + 1] ?? 0) - (from[cell] ?? 0),
    at: (cell: number, index: number): number => guests[(from[cell] ?? 0) + index] ?? 0,
  }
}

/** A queue for the steps of a graph. */
export function queueFor({ minutes }: Steps): BucketQueue {
  let shortest = Number.POSITIVE_INFINITY
  let longest = 0
  for (let edge = 0; edge < minutes.length; edge += 1) {
    const step = minutes[edge] ?? 0
    if (step < shortest) shortest = step
    if (step > longest) longest = step
  }
  return longest > 0 ? bucketQueue(shortest, longest) : bucketQueue(1, 1)
}
