import { type Core, coreOf, slackOf, totalOf } from './core.ts'
import { type CoverSet, coverSets, needlessSites } from './coverSets.ts'
import { bestExchange, type Choice, exchangedSites, sitesOf } from './interchange.ts'
import { addEntries, addRow, endRow, type Mip, noRows, solvedMip } from './mip.ts'
import {
  type Equals,
  equalsOf,
  gapOf,
  lookedOver,
  type SitingAnswer,
  type SitingProblem,
  type SitingWays,
  solverSeconds,
  usualEqualSeconds,
} from './problem.ts'
import type { Effort, Settled } from './relaxation.ts'
import { boundOf, type Rooted, rooted, settle } from './search.ts'

/** Up to so many pairs of a merged demand point and a candidate that covers it the answer is proven; above, it has a gap. */
export const mostCoverPairs = 400_000

/** The solver proves the rest quicker than a longer relaxation would. */
const atRoot: Effort = { rounds: 400, step: 1.5, patience: 10 }

/**
 * Chooses new sites so that most weight is within the limit of a site, new or existing, the limit itself included
 * (Church & ReVelle 1974). Demand points with the same candidates within the limit are merged; a Lagrangian bound settles
 * what sites it can, and HiGHS proves the rest. Demand that no site reaches is listed and never covered. Throws `RangeError`
 * as `lookedOver` does.
 * @param sites new sites, at least 1.
 */
export function mostWithin(problem: SitingProblem, sites: number, limit: number, ways: SitingWays): SitingAnswer {
  const looked = lookedOver(problem, sites, Number.POSITIVE_INFINITY, true)
  if ('state' in looked) return looked
  const { weights, candidates } = problem
  const { points, nearest, leftOut } = looked
  const stop = ways.stop ?? (() => false)
  const sets = coverSets(weights, nearest, candidates, points, limit)
  const whole = points.reduce((sum, point) => sum + (weights[point] ?? 0), 0)
  const core = coreOf(candidates.length, sets.length, (at) => ({
    base: sets[at]?.weight ?? 0,
    sites: sets[at]?.sites ?? [],
    cost: () => 0,
  }))
  ways.report?.(0, 3)
  const root = rooted(core, sites, stop, atRoot)
  ways.report?.(1, 3)
  const { best, bound } = proven(core, sets, sites, root, { ...ways, stop })
  ways.report?.(2, 3)
  const isProven = bound >= best.value
  const equals =
    isProven && ways.equals !== false ? another(core, sets, sites, root, best, { ...ways, stop }) : 'unknown'
  ways.report?.(3, 3)
  const value = whole - best.value
  const most = isProven ? value : Math.min(whole, whole - bound)
  return {
    state: 'solved',
    chosen: sitesOf(best.isChosen),
    value,
    bound: most,
    gap: gapOf(value, most),
    proven: isProven,
    ...equalsOf(equals),
    leftOut,
  }
}

function proven(
  core: Core,
  sets: readonly CoverSet[],
  count: number,
  { best, relaxed, settled }: Rooted,
  ways: SitingWays & { readonly stop: () => boolean },
): { best: Choice; bound: number } {
  const bound = boundOf(core, best.value, relaxed.bound)
  if (bound >= best.value) return { best, bound }
  const { highs, stop } = ways
  const rest = restOf(sets, settled)
  if (stop() || rest.pairs > mostCoverPairs) return { best, bound }
  const needless = needlessSites(rest.sets, core.sites)
  const free = rest.free.filter((site) => !needless.has(site))
  const closed = totalOf(core, chosenOf(core, [...rest.opened, ...rest.free]))
  const open = rest.sets.reduce((sum, set) => sum + set.weight, 0)
  // Whole values are better by 1 at least: half of that is safe from rounding.
  const below = best.value - closed - open - (core.isWhole ? 0.5 : 0)
  const answer = solvedMip(highs, { ...mipOf(rest, free, count), below, isReduced: true, ...solverSeconds(ways) }, stop)
  const found = answer.columns === null ? best : choiceOf(core, count, rest.opened, free, answer.columns)
  const better = found.value < best.value ? found : best
  if (answer.state === 'infeasible') return { best, bound: best.value }
  if (answer.state === 'optimal' && (answer.columns !== null || answer.bound >= below - slackOf(below)))
    return { best: better, bound: better.value }
  return { best: better, bound: boundOf(core, better.value, Math.max(bound, closed + open + answer.bound)) }
}

/** Another choice that covers as much: by one exchange, else the solver looks for it with this choice forbidden. */
function another(
  core: Core,
  sets: readonly CoverSet[],
  count: number,
  { relaxed }: Rooted,
  { isChosen, value }: Choice,
  ways: SitingWays & { readonly stop: () => boolean },
): Equals {
  const { highs, stop, equalSeconds = usualEqualSeconds } = ways
  const slack = core.isWhole ? 1e-6 : slackOf(value)
  const exchange = bestExchange(core, isChosen)
  if (exchange === null) return 'none'
  if (exchange.gain >= -slack) return exchangedSites(isChosen, exchange)
  const settled = new Int8Array(core.sites)
  settle(settled, relaxed, count, value + slack)
  const rest = restOf(sets, settled)
  if (stop() || rest.pairs > mostCoverPairs) return 'unknown'
  const mip = mipOf(rest, rest.free, count)
  const again = rest.free.flatMap((site, column) => (isChosen[site] === 1 ? [column] : []))
  // Every choice as good has the sites that are settled: all its others cannot be these again.
  if (again.length === 0) return 'none'
  addRow(mip.rows, 0, again.length - 1, again)
  const closed = totalOf(core, chosenOf(core, [...rest.opened, ...rest.free]))
  const below = value - closed - rest.sets.reduce((sum, set) => sum + set.weight, 0) + (core.isWhole ? 0.5 : slack)
  const answer = solvedMip(highs, { ...mip, below, isReduced: true, ...solverSeconds(ways, equalSeconds) }, stop)
  if (answer.state === 'infeasible') return 'none'
  if (answer.columns === null) return answer.bound >= below - slackOf(below) ? 'none' : 'unknown'
  const other = choiceOf(core, count, rest.opened, rest.free, answer.columns)
  const isOther = other.isChosen.some((how, site) => how !== isChosen[site])
  if (isOther && other.value <= value + slack) return sitesOf(other.isChosen)
  return answer.state === 'optimal' ? 'none' : 'unknown'
}

/** What is left to choose, once some sites are settled. */
interface Rest {
  readonly opened: readonly number[]
  readonly free: readonly number[]
  /** What no settled site covers and a free one can. */
  readonly sets: readonly CoverSet[]
  readonly pairs: number
}

function restOf(all: readonly CoverSet[], settled: Settled): Rest {
  const sets = all
    .filter((set) => !set.sites.some((site) => settled[site] === 1))
    .map(({ sites, weight }) => ({ sites: sites.filter((site) => settled[site] === 0), weight }))
    .filter((set) => set.sites.length > 0)
  const every = [...settled.keys()]
  return {
    opened: every.filter((site) => settled[site] === 1),
    free: every.filter((site) => settled[site] === 0),
    sets,
    pairs: sets.reduce((sum, set) => sum + set.sites.length, 0),
  }
}

/** The rest as a mixed-integer problem: a column for each free site, and one for each set, which is covered or not. */
function mipOf({ opened, sets }: Rest, free: readonly number[], count: number): Mip {
  const columnOf = new Map(free.map((site, column) => [site, column]))
  const rows = noRows()
  addRow(rows, 0, count - opened.length, free.keys())
  for (const [at, set] of sets.entries()) {
    addEntries(
      rows,
      set.sites.flatMap((site) => columnOf.get(site) ?? []),
      1,
    )
    addEntries(rows, [free.length + at], -1)
    endRow(rows, 0, Number.POSITIVE_INFINITY)
  }
  const costs = new Float64Array(free.length + sets.length)
  for (const [at, { weight }] of sets.entries()) costs[free.length + at] = -weight
  return { costs, wholes: free.length, rows }
}

/** The solver's choice, filled up with any others when it needed fewer. */
function choiceOf(
  core: Core,
  count: number,
  opened: readonly number[],
  free: readonly number[],
  columns: Float64Array,
): Choice {
  const chosen = [...opened, ...free.filter((_, column) => (columns[column] ?? 0) > 0.5)]
  const isChosen = chosenOf(core, chosen)
  for (let site = 0, more = count - chosen.length; site < core.sites && more > 0; site += 1) {
    if (isChosen[site] === 1) continue
    isChosen[site] = 1
    more -= 1
  }
  return { isChosen, value: totalOf(core, isChosen) }
}

function chosenOf(core: Core, sites: readonly number[]): Uint8Array {
  const isChosen = new Uint8Array(core.sites)
  for (const site of sites) isChosen[site] = 1
  return isChosen
}
