/** Who is within reach in an area. Unreachable and too far are apart: nothing leads there, or it takes too long. */
export interface Coverage {
  readonly people: number
  readonly within: number
  readonly beyond: number
  readonly unreachable: number
  /** Of the people that can reach any site; null where nobody can. */
  readonly meanCost: number | null
}

/**
 * Coverage per area, from the cost of every cell's nearest site. A cost equal to the limit is within (<=). People in are
 * people out: `within + beyond + unreachable = people`.
 * @param areaOf index of the cell's area, below `areas`.
 */
export function coverageByArea(
  cost: ArrayLike<number>,
  people: ArrayLike<number>,
  areaOf: ArrayLike<number>,
  areas: number,
  limit: number,
): Coverage[] {
  const sums = Array.from({ length: areas }, () => ({ people: 0, within: 0, beyond: 0, unreachable: 0, cost: 0 }))
  for (let cell = 0; cell < cost.length; cell += 1) {
    const sum = sums[areaOf[cell] ?? -1]
    const count = people[cell] ?? 0
    const minutes = cost[cell] ?? Number.POSITIVE_INFINITY
    if (sum === undefined || count === 0) continue
    sum.people += count
    if (!Number.isFinite(minutes)) sum.unreachable += count
    else {
      sum[minutes <= limit ? 'within' : 'beyond'] += count
      sum.cost += minutes * count
    }
  }
  return sums.map(({ cost: all, ...counts }) => {
    const reaching = counts.within + counts.beyond
    return { ...counts, meanCost: reaching === 0 ? null : all / reaching }
  })
}
