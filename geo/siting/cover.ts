import { type Core, coreOf, totalOf } from './core.ts'
import { type CoverSet, coverSets, needlessSites } from './coverSets.ts'
import type { Choice } from './interchange.ts'
import { addEntries, addRow, endRow, noRows, solvedMip } from './mip.ts'
import { gapOf, lookedOver, type SitingAnswer, type SitingProblem, type SitingWays } from './problem.ts'
import type { Effort } from './relaxation.ts'
import { boundOf, equalOptima, type Rooted, rooted } from './search.ts'

/** Up to so many pairs of a merged demand point and a candidate that covers it the answer is proven; above, it has a gap. */
export const mostCoverPairs = 400_000

/** The solver proves the rest quicker than a longer relaxation would. */
const atRoot: Effort = { rounds: 80, step: 1.5, patience: 6 }

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
  ways.report?.(0, 2)
  const root = rooted(core, sites, stop, atRoot)
  ways.report?.(1, 2)
  const { best, bound } = proven(core, sets, sites, root, ways.highs, stop)
  ways.report?.(2, 2)
  const isProven = bound >= best.value
  const equals =
    isProven && ways.equals !== false
      ? equalOptima(core, sites, best, root.relaxed.multipliers, { stop, report: () => {} })
      : 'unknown'
  const value = whole - best.value
  const most = isProven ? value : Math.min(whole, whole - bound)
  return {
    state: 'solved',
    chosen: [...best.isChosen.keys()].filter((site) => best.isChosen[site] === 1),
    value,
    bound: most,
    gap: gapOf(value, most),
    proven: isProven,
    equalOptima: equals,
    leftOut,
  }
}

function proven(
  core: Core,
  all: readonly CoverSet[],
  count: number,
  { best, relaxed, settled }: Rooted,
  highs: SitingWays['highs'],
  stop: () => boolean,
): { best: Choice; bound: number } {
  const bound = boundOf(core, best.value, relaxed.bound)
  const isOpen = (site: number) => settled[site] === 1
  const sets = all
    .filter((set) => !set.sites.some(isOpen))
    .map(({ sites, weight }) => ({ sites: sites.filter((site) => settled[site] === 0), weight }))
    .filter((set) => set.sites.length > 0)
  const pairs = sets.reduce((sum, set) => sum + set.sites.length, 0)
  if (bound >= best.value || stop() || pairs > mostCoverPairs) return { best, bound }
  const needless = needlessSites(sets, core.sites)
  const free = [...settled.keys()].filter((site) => settled[site] === 0 && !needless.has(site))
  const opened = [...settled.keys()].filter(isOpen)
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
  const answer = solvedMip(highs, { costs, wholes: free.length, rows }, stop)
  const found = answer.columns === null ? best : choiceOf(core, count, opened, free, answer.columns)
  const better = found.value < best.value ? found : best
  if (answer.state === 'optimal') return { best: better, bound: better.value }
  const open = sets.reduce((sum, set) => sum + set.weight, 0)
  const fixed = totalOf(core, chosenOf(core, [...opened, ...free, ...needless]))
  return { best: better, bound: boundOf(core, better.value, Math.max(bound, fixed + open + answer.bound)) }
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
