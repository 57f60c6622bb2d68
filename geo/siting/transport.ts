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
}

/**
 * Shares demand among sites so that as much as can be is served, and that at least cost. A point's weight may be shared by
 * several sites. Each point begins at its cheapest site; what is too much there moves on along cheapest paths from site to
 * site, which keeps the whole the cheapest (successive shortest paths, Ford & Fulkerson 1962).
 * @param rows of the sites, by demand point; infinite where no way leads. @param room of each site, 0 or more.
 */
export function servedBy(weights: Float64Array, rows: readonly Float64Array[], room: number): Served {
  const nowhere = rows.length
  const sites = rows.length + 1
  let dearest = 0
  for (const row of rows) for (const cost of row) if (Number.isFinite(cost)) dearest = Math.max(dearest, cost)
  // To leave somebody out is dearer than any moving of others.
  const left = (sites + 1) * (dearest + 1)
  const costOf = (point: number, site: number) =>
    site === nowhere ? left : (rows[site]?.[point] ?? Number.POSITIVE_INFINITY)
  const has = Array.from({ length: sites }, () => new Float64Array(weights.length))
  const load = new Float64Array(sites)
  const moves = Array.from({ length: sites * sites }, (): Move[] => [])
  const put = (point: number, site: number, weight: number) => {
    const own = has[site]
    if (own === undefined) return
    if (own[point] === 0) {
      const from = costOf(point, site)
      for (let to = 0; to < sites; to += 1) {
        const cost = costOf(point, to)
        if (to !== site && Number.isFinite(cost)) push(moves[site * sites + to] ?? [], { point, less: cost - from })
      }
    }
    own[point] = (own[point] ?? 0) + weight
    load[site] = (load[site] ?? 0) + weight
  }
  for (const [point, weight] of weights.entries()) {
    if (weight === 0) continue
    let best = nowhere
    for (let site = 0; site < nowhere; site += 1) if (costOf(point, site) < costOf(point, best)) best = site
    put(point, best, weight)
  }
  for (let site = 0; site < nowhere; site += 1)
    while ((load[site] ?? 0) > room + slack(room)) {
      const path = cheapestPath(site)
      let weight = (load[site] ?? 0) - room
      const end = path.at(-1)?.to ?? nowhere
      if (end !== nowhere) weight = Math.min(weight, room - (load[end] ?? 0))
      for (const { from, point } of path) weight = Math.min(weight, has[from]?.[point] ?? 0)
      for (const { from, to, point } of path) {
        const own = has[from]
        if (own !== undefined) own[point] = (own[point] ?? 0) - weight
        load[from] = (load[from] ?? 0) - weight
        put(point, to, weight)
      }
    }
  let [total, worst] = [0, 0]
  for (const [site, row] of rows.entries())
    for (const [point, weight] of (has[site] ?? []).entries()) {
      if (weight <= slack(weights[point] ?? 0)) continue
      total += weight * (row[point] ?? 0)
      worst = Math.max(worst, row[point] ?? 0)
    }
  return { load: load.slice(0, nowhere), total, worst, unserved: load[nowhere] ?? 0 }

  /** From a site with too much to the cheapest that has room; to be left out is always possible. */
  function cheapestPath(source: number): readonly { from: number; to: number; point: number }[] {
    const cost = new Float64Array(sites).fill(Number.POSITIVE_INFINITY)
    const by = new Int32Array(sites).fill(-1)
    cost[source] = 0
    for (let round = 1, isBetter = true; isBetter && round < sites; round += 1) {
      isBetter = false
      for (let from = 0; from < nowhere; from += 1) {
        if (!Number.isFinite(cost[from])) continue
        for (let to = 0; to < sites; to += 1) {
          const move = to === from ? undefined : topOf(from, to)
          if (move === undefined) continue
          const next = (cost[from] ?? 0) + move.less
          if (next >= (cost[to] ?? 0) - 1e-12 * left) continue
          cost[to] = next
          by[to] = from
          isBetter = true
        }
      }
    }
    let end = nowhere
    for (let site = 0; site < nowhere; site += 1)
      if ((load[site] ?? 0) < room - slack(room) && (cost[site] ?? 0) < (cost[end] ?? 0)) end = site
    const path: { from: number; to: number; point: number }[] = []
    for (let to = end; to !== source; to = by[to] ?? source) {
      const from = by[to] ?? source
      path.unshift({ from, to, point: topOf(from, to)?.point ?? 0 })
    }
    return path
  }

  /** The cheapest move of what is at a site to another; those that have moved on are forgotten. */
  function topOf(from: number, to: number): Move | undefined {
    const heap = moves[from * sites + to] ?? []
    while (heap[0] !== undefined && !((has[from]?.[heap[0].point] ?? 0) > 0)) pop(heap)
    return heap[0]
  }
}

/** Sums of many numbers differ by rounding. */
function slack(value: number): number {
  return 1e-9 * value
}

interface Move {
  readonly point: number
  readonly less: number
}

function push(heap: Move[], move: Move): void {
  let at = heap.length
  heap.push(move)
  while (at > 0) {
    const above = (at - 1) >> 1
    const other = heap[above]
    if (other === undefined || other.less <= move.less) break
    heap[at] = other
    at = above
  }
  heap[at] = move
}

function pop(heap: Move[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    const [one, two] = [heap[below], heap[below + 1]]
    if (one === undefined) break
    if (two !== undefined && two.less < one.less) below += 1
    const least = two !== undefined && two.less < one.less ? two : one
    if (least.less >= last.less) break
    heap[at] = least
    at = below
  }
  heap[at] = last
}
