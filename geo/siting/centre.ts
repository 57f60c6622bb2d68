import { coverSets, leastSets } from './coverSets.ts'
import { anotherCover, coverBy, tooFew, whoeverWaits } from './full.ts'
import {
  type Equals,
  equalsOf,
  gapOf,
  lookedOver,
  type SitingAnswer,
  type SitingProblem,
  type SitingWays,
} from './problem.ts'

/**
 * Chooses new sites so that the worst cost of any demand point is least (Hakimi 1965): the least of all costs at which so
 * many sites cover all demand, found by halving. How much a point counts does not matter, unless it counts 0. Throws
 * `RangeError` as `lookedOver` does.
 * @param sites new sites, at least 1.
 */
export function leastWorst(problem: SitingProblem, sites: number, ways: SitingWays): SitingAnswer {
  const looked = lookedOver(problem, sites, Number.POSITIVE_INFINITY, ways.leaveOut === true)
  if ('state' in looked) return looked
  const { weights, candidates } = problem
  const { points, nearest, leftOut } = looked
  const stop = ways.stop ?? (() => false)
  const setsAt = (limit: number) => leastSets(coverSets(weights, nearest, candidates, points, limit))
  const coverAt = (limit: number, how = ways) => coverBy(setsAt(limit), candidates.length, sites, how)
  const costs = costsOf(problem, points, nearest)
  let [low, high] = [0, costs.length - 1]
  const steps = Math.ceil(Math.log2(costs.length + 1)) + 1
  let done = 0
  const atAll = coverAt(costs[high] ?? 0, whoeverWaits(ways))
  if (atAll === null || atAll === 'stopped') return tooFew(problem, setsAt(costs[high] ?? 0), sites, ways)
  let cover = atAll
  let isStopped = false
  while (low < high && !isStopped) {
    done += 1
    ways.report?.(done, steps)
    const middle = (low + high) >> 1
    const found = stop() ? 'stopped' : coverAt(costs[middle] ?? 0)
    if (found === 'stopped') isStopped = true
    else if (found === null) low = middle + 1
    else {
      cover = found
      high = middle
    }
  }
  const chosen = filledUp(cover, [...candidates.keys()]).toSorted((a, b) => a - b)
  const value = worstOf(problem, points, nearest, chosen)
  const bound = isStopped ? (costs[low] ?? 0) : value
  const proven = bound >= value
  const equals = proven && ways.equals !== false ? equalsAt() : 'unknown'
  ways.report?.(steps, steps)
  return { state: 'solved', chosen, value, bound, gap: gapOf(value, bound), proven, ...equalsOf(equals), leftOut }

  function equalsAt(): Equals {
    if (candidates.length === sites) return 'none'
    const others = [...candidates.keys()].filter((site) => !chosen.includes(site))
    // Any other site can stand for one that is not needed.
    if (cover.length < sites) return filledUp([...cover, ...others.slice(0, 1)], chosen)
    const found = anotherCover(setsAt(value), candidates.length, chosen, sites, ways)
    return typeof found === 'string' ? found : filledUp(found, [...others, ...chosen])
  }

  /** So many sites as are asked for: those of a cover, and the first of others that make up the number. */
  function filledUp(some: readonly number[], others: readonly number[]): readonly number[] {
    return [...new Set([...some, ...others])].slice(0, sites)
  }
}

/** The costs that the worst one can be, ascending, each once. */
function costsOf({ candidates }: SitingProblem, points: readonly number[], nearest: Float64Array): Float64Array {
  let least = 0
  const all: number[] = []
  for (const point of points) {
    const own = nearest[point] ?? Number.POSITIVE_INFINITY
    const here = candidates.map((row) => Math.min(own, row[point] ?? Number.POSITIVE_INFINITY)).filter(Number.isFinite)
    least = here.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) > least ? Math.min(...here) : least
    for (const cost of here) all.push(cost)
  }
  const sorted = Float64Array.from(all).sort()
  return sorted.filter((cost, at) => cost >= least && (at === 0 || cost !== sorted[at - 1]))
}

function worstOf(
  { candidates }: SitingProblem,
  points: readonly number[],
  nearest: Float64Array,
  chosen: readonly number[],
): number {
  return points.reduce((worst, point) => {
    const costs = chosen.map((site) => candidates[site]?.[point] ?? Number.POSITIVE_INFINITY)
    return Math.max(worst, Math.min(nearest[point] ?? Number.POSITIVE_INFINITY, ...costs))
  }, 0)
}
