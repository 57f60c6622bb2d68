import { coreOf } from './core.ts'
import { coverSets, leastSets } from './coverSets.ts'
import { coverBy, tooFew, whoeverWaits } from './full.ts'
import { sitesOf } from './interchange.ts'
import { equalsOf, gapOf, lookedOver, type SitingAnswer, type SitingProblem, type SitingWays } from './problem.ts'
import { searched } from './search.ts'

/** Up to so many pairs of a demand point and a candidate the answer is proven; above, it has a gap. */
export const mostMeanPairs = 2_000_000
/** Branches that are looked at before the search is given up and the gap is stated. */
const mostBranches = 5000

/**
 * Chooses new sites so that the mean cost from demand to the nearest site, new or existing, is least (p-median, Hakimi
 * 1964): exactly up to `mostMeanPairs`, by branch and bound with Lagrangian bounds; above, by interchange with the bound
 * stated. Throws `RangeError` as `lookedOver` does.
 * @param sites new sites, at least 1.
 */
export function leastMean(problem: SitingProblem, sites: number, ways: SitingWays): SitingAnswer {
  const looked = lookedOver(problem, sites, Number.POSITIVE_INFINITY, ways.leaveOut === true)
  if ('state' in looked) return looked
  const { weights, candidates } = problem
  const { points, nearest, leftOut } = looked
  const stop = ways.stop ?? (() => false)
  const apart = leastSets(coverSets(weights, nearest, candidates, points, Number.MAX_VALUE))
  if (apart.some((set) => set.sites.length < candidates.length)) {
    if (coverBy(apart, candidates.length, sites, whoeverWaits(ways)) === null)
      return tooFew(problem, apart, sites, ways)
  }
  const whole = points.reduce((sum, point) => sum + (weights[point] ?? 0), 0)
  // A choice that leaves a point without a way costs more than any that reaches all.
  const unreached =
    1 + points.reduce((sum, point) => sum + (weights[point] ?? 0) * farthest(problem, nearest, point), 0)
  const every = [...candidates.keys()]
  const core = coreOf(candidates.length, points.length, (at) => {
    const point = points[at] ?? 0
    const weight = weights[point] ?? 0
    const now = weight * (nearest[point] ?? Number.POSITIVE_INFINITY)
    return {
      base: Number.isFinite(now) ? now : unreached,
      sites: every,
      cost: (site) => weight * (candidates[site]?.[point] ?? Number.POSITIVE_INFINITY),
    }
  })
  const isExact = points.length * candidates.length <= mostMeanPairs
  const found = searched(core, sites, {
    stop,
    report: (done, left) => ways.report?.(done, done + left),
    branches: isExact ? mostBranches : 0,
    equals: ways.equals !== false,
  })
  const value = found.value / whole
  const bound = found.bound >= found.value ? value : Math.max(0, found.bound / whole)
  return {
    state: 'solved',
    chosen: sitesOf(found.isChosen),
    value,
    bound,
    gap: gapOf(value, bound),
    proven: bound === value,
    ...equalsOf(found.equals),
    leftOut,
  }
}

/** The worst cost of a point that any choice can leave it with a way. */
function farthest({ candidates }: SitingProblem, nearest: Float64Array, point: number): number {
  return [nearest, ...candidates].reduce((worst, row) => {
    const cost = row[point] ?? Number.POSITIVE_INFINITY
    return Number.isFinite(cost) ? Math.max(worst, cost) : worst
  }, 0)
}
