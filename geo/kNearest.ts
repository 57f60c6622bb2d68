import type { NearestSites } from './costField.ts'
import { reversed } from './steps.ts'
import type { TravelSurface } from './travelSurface.ts'
import { queueFor } from './travelTime.ts'

/**
 * Minutes from every cell to its k nearest sites, by one search in which a cell keeps up to k labels. Sites in one cell
 * are sites of their own. The limit is inclusive (<=).
 * @param sites cells that the sites are driven to; -1 is passed over. @param k from 1.
 */
export function kNearestByTravel(
  surface: TravelSurface,
  sites: ArrayLike<number>,
  k: number,
  within = Number.POSITIVE_INFINITY,
): NearestSites<Float32Array> {
  const { home, terminalMinutes } = surface
  const back = reversed(surface)
  const cells = home.length
  const queue = queueFor(back)
  const cost = new Float32Array(cells * k).fill(Number.POSITIVE_INFINITY)
  const site = new Int32Array(cells * k).fill(-1)
  /** What waits in the queue: a cell, and the site and the cost that it was reached with. */
  const labels = { cell: [] as number[], site: [] as number[], cost: [] as number[] }

  /** Keeps a label if it is among the k best of its cell, each site once. */
  function offer(cell: number, of: number, minutes: number): void {
    let rank = 0
    while (rank < k && (cost[rank * cells + cell] ?? 0) <= minutes) {
      if (site[rank * cells + cell] === of) return
      rank += 1
    }
    if (rank === k || minutes > within) return
    // The worse label of the same site makes room, or else the last.
    let last = rank
    while (last < k - 1 && site[last * cells + cell] !== of) last += 1
    for (let at = last; at > rank; at -= 1) {
      cost[at * cells + cell] = cost[(at - 1) * cells + cell] ?? 0
      site[at * cells + cell] = site[(at - 1) * cells + cell] ?? 0
    }
    cost[rank * cells + cell] = minutes
    site[rank * cells + cell] = of
    queue.push(labels.cell.length, minutes)
    labels.cell.push(cell)
    labels.site.push(of)
    labels.cost.push(minutes)
  }

  const holds = (cell: number, of: number, minutes: number): boolean => {
    for (let at = cell; at < cost.length; at += cells) if (site[at] === of) return cost[at] === minutes
    return false
  }

  for (let of = 0; of < sites.length; of += 1)
    if ((sites[of] ?? -1) >= 0) offer(sites[of] ?? 0, of, Math.fround(terminalMinutes))
  for (let label = queue.pop(); label >= 0; label = queue.pop()) {
    const cell = labels.cell[label] ?? 0
    const of = labels.site[label] ?? 0
    const here = labels.cost[label] ?? 0
    if (!holds(cell, of, here)) continue
    for (let step = back.from[cell] ?? 0; step < (back.from[cell + 1] ?? 0); step += 1)
      offer(back.to[step] ?? 0, of, Math.fround(here + (back.minutes[step] ?? 0)))
  }
  for (let at = 0; at < cost.length; at += 1) {
    const cell = at % cells
    const from = home[cell] ?? -1
    if (from === cell || from < 0) continue
    cost[at] = cost[at - cell + from] ?? Number.POSITIVE_INFINITY
    site[at] = site[at - cell + from] ?? -1
  }
  return { cost, site }
}
