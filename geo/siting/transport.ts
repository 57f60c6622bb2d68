/** Who is served where, at least cost, when every site has room for so much weight only. */
export interface Served {
  /** Weight that each site serves, by the order of its rows. */
  readonly load: Float64Array
  /** Sum of weight times cost of what is served. */
  readonly total: number
  /** Dearest cost of any weight that is served. */
  readonly worst: number
  /** Weight that no site has room for, or none reaches. */
  readonly unserved: number
  /** False when it was broken off: then others may be served, or the same at less cost. */
  readonly isLeast: boolean
}

/**
 * Shares demand among sites so that as much as can be is served, and that at least cost. A point's weight may be shared by
 * several sites. Each point begins at its cheapest site; what is too much there moves on along cheapest paths from site to
 * site, which keeps the whole the cheapest (successive shortest paths, Ford & Fulkerson 1962; with prices of the sites, so
 * that no step of a path costs less than nothing, Edmonds & Karp 1972).
 * @param rows of the sites, by demand point; infinite where no way leads. @param room of each site, 0 or more.
 * @param stop asked at each step: when true, what is still too much goes straight to whoever has room and is nearest.
 */
export function servedBy(
  weights: Float64Array,
  rows: readonly Float64Array[],
  room: number,
  stop: () => boolean = () => false,
): Served {
  const nowhere = rows.length
  const sites = rows.length + 1
  const { dearest, cheapest } = lookedThrough(rows, weights.length)
  // To leave somebody out is dearer than any moving of others.
  const left = (sites + 1) * (dearest + 1)
  const costOf = (point: number, site: number) =>
    site === nowhere ? left : (rows[site]?.[point] ?? Number.POSITIVE_INFINITY)
  /** Weight of each point at each site. */
  const has = Array.from({ length: sites }, () => new Map<number, number>())
  const load = new Float64Array(sites)
  // The point that moves from one site to another at least cost, and that cost: looked for when first asked for.
  const movers = new Int32Array(sites * sites).fill(unasked)
  const costs = new Float64Array(sites * sites).fill(Number.POSITIVE_INFINITY)
  const prices = new Float64Array(sites)
  for (const [point, weight] of weights.entries()) if (weight !== 0) put(point, cheapest[point] ?? nowhere, weight)
  let isLeast = true
  for (let site = 0; site < nowhere && isLeast; site += 1)
    while ((load[site] ?? 0) > room + slack(room)) {
      if (stop()) {
        isLeast = false
        break
      }
      const path = cheapestPath(site)
      let weight = (load[site] ?? 0) - room
      const end = path.at(-1)?.to ?? nowhere
      if (end !== nowhere) weight = Math.min(weight, room - (load[end] ?? 0))
      for (const { from, point } of path) weight = Math.min(weight, has[from]?.get(point) ?? 0)
      for (const { from, to, point } of path) {
        take(point, from, weight)
        put(point, to, weight)
      }
    }
  if (!isLeast) for (let site = 0; site < nowhere; site += 1) sendOn(site)
  let [total, worst] = [0, 0]
  for (const [site, row] of rows.entries())
    for (const [point, weight] of has[site] ?? []) {
      if (weight <= slack(weights[point] ?? 0)) continue
      total += weight * (row[point] ?? 0)
      worst = Math.max(worst, row[point] ?? 0)
    }
  return { load: load.slice(0, nowhere), total, worst, unserved: load[nowhere] ?? 0, isLeast }

  function put(point: number, site: number, weight: number): void {
    const before = has[site]?.get(point)
    has[site]?.set(point, (before ?? 0) + weight)
    load[site] = (load[site] ?? 0) + weight
    if (before !== undefined) return
    const own = costOf(point, site)
    for (let to = 0, pair = site * sites; to < sites; to += 1, pair += 1) {
      if (movers[pair] === unasked) continue
      const cost = costOf(point, to) - own
      if (cost >= (costs[pair] ?? 0)) continue
      movers[pair] = point
      costs[pair] = cost
    }
  }

  function take(point: number, site: number, weight: number): void {
    const rest = (has[site]?.get(point) ?? 0) - weight
    load[site] = (load[site] ?? 0) - weight
    if (rest > 0) {
      has[site]?.set(point, rest)
      return
    }
    has[site]?.delete(point)
    for (let pair = site * sites; pair < (site + 1) * sites; pair += 1)
      if (movers[pair] === point) movers[pair] = unasked
  }

  /**
   * Sends what is too much at a site straight to the nearest with room, the least detours first. When a site has become
   * full, those who were for it look for their next nearest, in a further round.
   */
  function sendOn(site: number): void {
    while ((load[site] ?? 0) > room + slack(room)) {
      const open = [...rows.keys(), nowhere].filter((to) => !isFull(to))
      const ways = [...(has[site]?.keys() ?? [])].map((point) => nearestOf(point, site, open))
      if (ways.length === 0) return
      for (const { point, to } of ways.toSorted((a, b) => a.cost - b.cost)) {
        if (isFull(to)) continue
        const left = to === nowhere ? Number.POSITIVE_INFINITY : room - (load[to] ?? 0)
        const weight = Math.min(has[site]?.get(point) ?? 0, (load[site] ?? 0) - room, left)
        if (!(weight > 0)) break
        take(point, site, weight)
        put(point, to, weight)
      }
    }
  }

  /** The site, of those open, that somebody at another gets to at the least detour. */
  function nearestOf(point: number, from: number, open: readonly number[]) {
    let [to, least] = [nowhere, left]
    for (const site of open) {
      const cost = costOf(point, site)
      if (cost >= least) continue
      least = cost
      to = site
    }
    return { point, to, cost: least - costOf(point, from) }
  }

  function isFull(site: number): boolean {
    return site !== nowhere && !((load[site] ?? 0) < room - slack(room))
  }

  /**
   * From a site with too much to the cheapest that has room (Dijkstra); to be left out is always possible. No path goes on
   * from a site with room: nobody there would be better off at another with room. Those sites all have the price 0.
   */
  function cheapestPath(source: number): readonly { from: number; to: number; point: number }[] {
    const cost = new Float64Array(sites).fill(Number.POSITIVE_INFINITY)
    const by = new Int32Array(sites).fill(-1)
    const passed: number[] = []
    const isOpen = new Uint8Array(sites).fill(1)
    cost[source] = 0
    let end = source
    for (;;) {
      end = -1
      for (let site = 0; site < sites; site += 1)
        if (isOpen[site] === 1 && (end < 0 || (cost[site] ?? 0) < (cost[end] ?? 0))) end = site
      if (!isFull(end)) break
      isOpen[end] = 0
      passed.push(end)
      const here = cost[end] ?? 0
      const base = here + (prices[end] ?? 0)
      for (let to = 0; to < sites; to += 1) {
        // No step costs less than nothing.
        const known = cost[to] ?? 0
        if (known <= here || isOpen[to] === 0) continue
        const next = base + costOfMove(end, to) - (prices[to] ?? 0)
        if (next >= known) continue
        cost[to] = Math.max(here, next)
        by[to] = end
      }
    }
    for (const site of passed) prices[site] = (prices[site] ?? 0) - (cost[end] ?? 0) + (cost[site] ?? 0)
    const path: { from: number; to: number; point: number }[] = []
    for (let to = end; to !== source; to = by[to] ?? source) {
      const from = by[to] ?? source
      path.unshift({ from, to, point: movers[from * sites + to] ?? 0 })
    }
    return path
  }

  /** What it costs at least to move one of those at a site to another; infinite where none can. */
  function costOfMove(from: number, to: number): number {
    const pair = from * sites + to
    if (movers[pair] === unasked) {
      let [best, least] = [nobody, Number.POSITIVE_INFINITY]
      for (const point of has[from]?.keys() ?? []) {
        const cost = costOf(point, to) - costOf(point, from)
        if (cost >= least) continue
        least = cost
        best = point
      }
      movers[pair] = best
      costs[pair] = least
    }
    return costs[pair] ?? Number.POSITIVE_INFINITY
  }
}

/** No point: none can move, or nobody has looked yet. */
const nobody = -1
const unasked = -2

/** The dearest cost of all, and the cheapest site of each point: `rows.length` where none is reached. */
function lookedThrough(rows: readonly Float64Array[], points: number) {
  let dearest = 0
  const cheapest = new Int32Array(points).fill(rows.length)
  const least = new Float64Array(points).fill(Number.POSITIVE_INFINITY)
  for (const [site, row] of rows.entries())
    for (let point = 0; point < points; point += 1) {
      const cost = row[point] ?? Number.POSITIVE_INFINITY
      if (cost > dearest && cost < Number.POSITIVE_INFINITY) dearest = cost
      if (cost >= (least[point] ?? 0)) continue
      least[point] = cost
      cheapest[point] = site
    }
  return { dearest, cheapest }
}

/** Sums of many numbers differ by rounding. */
function slack(value: number): number {
  return 1e-9 * value
}
