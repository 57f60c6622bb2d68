import { coverSets, leastSets } from './coverSets.ts'
import { anotherCover, coverBy, tooFew } from './full.ts'
import { gapOf, lookedOver, type SitingAnswer, type SitingProblem, type SitingWays } from './problem.ts'

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
  const coverAt = (limit: number, until = stop) => coverBy(ways.highs, setsAt(limit), candidates.length, sites, until)
  const costs = costsOf(problem, points, nearest)
  let [low, high] = [0, costs.length - 1]
  const steps = Math.ceil(Math.log2(costs.length + 1)) + 1
  let done = 0
  // Whether there is an answer at all is settled whoever waits.
  const atAll = coverAt(costs[high] ?? 0, () => false)
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
  const isChosen = new Set(cover)
  for (let site = 0; site < candidates.length && isChosen.size < sites; site += 1) isChosen.add(site)
  const chosen = [...isChosen].toSorted((a, b) => a - b)
  const value = worstOf(problem, points, nearest, chosen)
  const bound = isStopped ? (costs[low] ?? 0) : value
  const proven = bound >= value
  const equals = proven && ways.equals !== false ? equalsAt() : 'unknown'
  ways.report?.(steps, steps)
  return { state: 'solved', chosen, value, bound, gap: gapOf(value, bound), proven, equalOptima: equals, leftOut }

  function equalsAt() {
    if (candidates.length === sites) return 'none'
    // Any other site can stand for one that is not needed.
    if (cover.length < sites) return 'exist'
    return anotherCover(setsAt(value), candidates.length, chosen, sites, { ...ways, stop })
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
