import type { TravelSurface } from './travelSurface.ts'

/**
 * Minutes from every cell to the nearest of the sites, by one search over the graph (Dijkstra with many sources). Minutes
 * up to `within` are exact, the limit included; beyond it, and where no road or ferry leads, a cell is infinite.
 * @param sites cells that the sites are driven to, as `cellAt` answers them; -1 is passed over.
 */
export function minutesToNearest(
  surface: TravelSurface,
  sites: Iterable<number>,
  within = Number.POSITIVE_INFINITY,
): Float32Array {
  const { from, to, minutes, home, terminalMinutes } = surface
  const best = new Float32Array(from.length - 1).fill(Number.POSITIVE_INFINITY)
  const queue = createQueue()
  for (const site of sites)
    if (site >= 0 && terminalMinutes <= within && (best[site] ?? 0) > terminalMinutes) {
      best[site] = terminalMinutes
      queue.push(site, terminalMinutes)
    }
  for (let cell = queue.pop(); cell >= 0; cell = queue.pop()) {
    const here = queue.cost()
    if (here > (best[cell] ?? 0)) continue
    for (let edge = from[cell] ?? 0; edge < (from[cell + 1] ?? 0); edge += 1) {
      const other = to[edge] ?? 0
      // Rounded as it will be stored, or a tie would never settle.
      const cost = Math.fround(here + (minutes[edge] ?? 0))
      if (cost > within || cost >= (best[other] ?? 0)) continue
      best[other] = cost
      queue.push(other, cost)
    }
  }
  for (const [cell, at] of home.entries()) if (at !== cell) best[cell] = best[at] ?? Number.POSITIVE_INFINITY
  return best
}

/** A binary heap of cells by cost, in typed arrays that grow. `cost` is that of the cell last popped. */
function createQueue() {
  let cells = new Uint32Array(1024)
  let costs = new Float32Array(1024)
  let size = 0
  let popped = 0

  function push(cell: number, cost: number): void {
    if (size === cells.length) {
      cells = grown(cells, new Uint32Array(size * 2))
      costs = grown(costs, new Float32Array(size * 2))
    }
    let at = size
    size += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((costs[parent] ?? 0) <= cost) break
      cells[at] = cells[parent] ?? 0
      costs[at] = costs[parent] ?? 0
      at = parent
    }
    cells[at] = cell
    costs[at] = cost
  }

  function pop(): number {
    if (size === 0) return -1
    const top = cells[0] ?? 0
    popped = costs[0] ?? 0
    size -= 1
    const cell = cells[size] ?? 0
    const cost = costs[size] ?? 0
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && (costs[child + 1] ?? 0) < (costs[child] ?? 0)) child += 1
      if ((costs[child] ?? 0) >= cost) break
      cells[at] = cells[child] ?? 0
      costs[at] = costs[child] ?? 0
      at = child
    }
    cells[at] = cell
    costs[at] = cost
    return top
  }

  return { push, pop, cost: () => popped }
}

function grown<Values extends Uint32Array | Float32Array>(old: Values, larger: Values): Values {
  larger.set(old)
  return larger
}
