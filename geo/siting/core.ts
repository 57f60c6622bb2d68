/**
 * The one problem behind the least mean cost and the most people within a limit: choose p sites so that the sum over demand
 * points of what each costs is least. A point costs its `base` when nothing that is chosen is better, and else the least of
 * its entries whose site is chosen. For each point the entries from `start[i]` to `start[i + 1]` are ascending by cost, and
 * all are below its base.
 */
export interface Core {
  /** Demand points. */
  readonly points: number
  /** Candidates, numbered from 0. */
  readonly sites: number
  readonly start: Int32Array
  readonly site: Int32Array
  readonly cost: Float64Array
  readonly base: Float64Array
  /** Adds to every value: of points that no candidate is any better for. */
  readonly constant: number
  /** True when every value is a whole number: then so is every bound, rounded up. */
  readonly isWhole: boolean
}

/** What a point costs: by each of some sites, and else its base. */
export interface CorePoint {
  readonly base: number
  readonly sites: readonly number[]
  readonly cost: (site: number) => number
}

/** @param of what one point costs, by number; costs at or above its base are left out. */
export function coreOf(sites: number, count: number, of: (point: number) => CorePoint): Core {
  const start = [0]
  const site: number[] = []
  const cost: number[] = []
  const base: number[] = []
  const costs = new Float64Array(sites)
  let constant = 0
  let isWhole = true
  for (let point = 0; point < count; point += 1) {
    const one = of(point)
    const better: number[] = []
    for (const each of one.sites) {
      const is = one.cost(each)
      costs[each] = is
      if (is < one.base) better.push(each)
    }
    isWhole &&= Number.isSafeInteger(one.base) && better.every((each) => Number.isSafeInteger(costs[each]))
    if (better.length === 0) {
      constant += one.base
      continue
    }
    better.sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b)
    base.push(one.base)
    for (const each of better) {
      site.push(each)
      cost.push(costs[each] ?? 0)
    }
    start.push(site.length)
  }
  return {
    points: base.length,
    sites,
    start: Int32Array.from(start),
    site: Int32Array.from(site),
    cost: Float64Array.from(cost),
    base: Float64Array.from(base),
    constant,
    isWhole,
  }
}

/** Value of a choice. @param isChosen 1 for each chosen site. */
export function totalOf({ points, start, site, cost, base, constant }: Core, isChosen: Uint8Array): number {
  let value = constant
  for (let point = 0; point < points; point += 1) {
    let least = base[point] ?? 0
    const end = start[point + 1] ?? 0
    for (let entry = start[point] ?? 0; entry < end; entry += 1) {
      if (isChosen[site[entry] ?? 0] !== 1) continue
      least = cost[entry] ?? 0
      break
    }
    value += least
  }
  return value
}

/** Values nearer to each other than this are taken for equal: sums of many numbers differ by rounding. */
export function slackOf(value: number): number {
  return 1e-9 * Math.max(1, Math.abs(value))
}
