import { type CoverSet, coverSets, leastSets } from './coverSets.ts'
import { addRow, noRows, solvedMip } from './mip.ts'
import {
  type Equals,
  equalsOf,
  gapOf,
  lookedOver,
  refused,
  type SitingAnswer,
  type SitingProblem,
  type SitingWays,
  solverSeconds,
  usualEqualSeconds,
} from './problem.ts'

/** Up to so many pairs of a merged demand point and a candidate that covers it the answer is proven; above, it has a gap. */
export const mostFullPairs = 400_000

/**
 * Chooses the fewest new sites so that all demand is within the limit of a site, new or existing, the limit itself included
 * (Toregas & al. 1971). Demand that is within the limit of no site refuses the question or is left out. Throws `RangeError`
 * as `lookedOver` does.
 */
export function fewestWithin(problem: SitingProblem, limit: number, ways: SitingWays): SitingAnswer {
  const looked = lookedOver(problem, null, limit, ways.leaveOut === true)
  if ('state' in looked) return looked
  const { points, nearest, leftOut } = looked
  const sets = leastSets(coverSets(problem.weights, nearest, problem.candidates, points, limit))
  const sites = problem.candidates.length
  ways.report?.(0, 2)
  const { chosen, bound } = fewest(sets, sites, ways)
  ways.report?.(1, 2)
  const isProven = bound >= chosen.length
  const isAsked = isProven && ways.equals !== false
  const equals = isAsked ? anotherCover(sets, sites, chosen, chosen.length, ways) : 'unknown'
  ways.report?.(2, 2)
  return {
    state: 'solved',
    chosen: chosen.toSorted((a, b) => a - b),
    value: chosen.length,
    bound,
    gap: gapOf(chosen.length, bound),
    proven: isProven,
    ...equalsOf(equals),
    leftOut,
  }
}

/** The fewest sites that cover every set, and what no choice can be below. */
export function fewest(
  sets: readonly CoverSet[],
  sites: number,
  ways: SitingWays,
): { readonly chosen: readonly number[]; readonly bound: number } {
  const { highs, stop = () => false } = ways
  const chosen = greedyCover(sets, sites)
  const apart = setsApart(sets)
  const pairs = sets.reduce((sum, set) => sum + set.sites.length, 0)
  if (apart >= chosen.length || pairs > mostFullPairs || stop()) return { chosen, bound: apart }
  const rows = noRows()
  for (const set of sets) addRow(rows, 1, Number.POSITIVE_INFINITY, set.sites)
  const answer = solvedMip(
    highs,
    { ...{ costs: new Float64Array(sites).fill(1), wholes: sites, rows }, ...solverSeconds(ways) },
    stop,
  )
  const found = answer.columns === null ? chosen : sitesIn(answer.columns)
  const better = found.length < chosen.length ? found : chosen
  if (answer.state === 'optimal') return { chosen: better, bound: better.length }
  const bound = Number.isFinite(answer.bound) ? Math.ceil(answer.bound - 1e-6) : 0
  return { chosen: better, bound: Math.max(apart, bound) }
}

/**
 * A cover of every set by so many sites at most; null where there is none, `stopped` where that was not settled.
 * @param without a cover that is not meant: another is.
 */
export function coverBy(
  sets: readonly CoverSet[],
  sites: number,
  most: number,
  ways: SitingWays,
  without: readonly number[] = [],
): readonly number[] | null | 'stopped' {
  const { highs, stop = () => false, equalSeconds = usualEqualSeconds } = ways
  if (without.length === 0) {
    const chosen = greedyCover(sets, sites)
    if (chosen.length <= most) return chosen
    if (setsApart(sets) > most) return null
  }
  const rows = noRows()
  addRow(rows, 0, most, Array(sites).keys())
  // Not the same choice again.
  if (without.length > 0) addRow(rows, 0, without.length - 1, without)
  for (const set of sets) addRow(rows, 1, Number.POSITIVE_INFINITY, set.sites)
  const seconds = solverSeconds(ways, without.length > 0 ? equalSeconds : undefined)
  const answer = solvedMip(highs, { costs: new Float64Array(sites), wholes: sites, rows, ...seconds }, stop)
  if (answer.columns !== null) return sitesIn(answer.columns)
  return answer.state === 'infeasible' ? null : 'stopped'
}

/** Another choice of so many sites that covers every set. */
export function anotherCover(
  sets: readonly CoverSet[],
  sites: number,
  chosen: readonly number[],
  most: number,
  ways: SitingWays,
): Equals {
  if (chosen.length === 0) return 'none'
  const pairs = sets.reduce((sum, set) => sum + set.sites.length, 0)
  if (pairs > mostFullPairs || ways.stop?.() === true) return 'unknown'
  const other = coverBy(sets, sites, most, ways, chosen)
  return other === null ? 'none' : other === 'stopped' ? 'unknown' : other
}

/** The same ways without an end: whether there is an answer at all is settled whoever waits. */
export function whoeverWaits({ highs }: SitingWays): SitingWays {
  return { highs }
}

/** The site that covers most of what is left, again and again, and then without those that turned out needless. */
function greedyCover(sets: readonly CoverSet[], sites: number): readonly number[] {
  const chosen: number[] = []
  let left = sets
  while (left.length > 0) {
    const count = new Int32Array(sites)
    for (const set of left) for (const site of set.sites) count[site] = (count[site] ?? 0) + 1
    const best = count.reduce((most, each, site) => (each > (count[most] ?? 0) ? site : most), 0)
    chosen.push(best)
    left = left.filter((set) => !set.sites.includes(best))
  }
  return chosen.reduceRight<readonly number[]>((kept, site) => {
    const others = new Set(kept.filter((other) => other !== site))
    return sets.every((set) => set.sites.some((one) => others.has(one))) ? [...others] : kept
  }, chosen)
}

/** Sets that no two of which share a site: each needs a site of its own. */
function setsApart(sets: readonly CoverSet[]): number {
  const taken = new Set<number>()
  let count = 0
  for (const set of sets.toSorted((a, b) => a.sites.length - b.sites.length)) {
    if (set.sites.some((site) => taken.has(site))) continue
    for (const site of set.sites) taken.add(site)
    count += 1
  }
  return count
}

function sitesIn(columns: Float64Array): readonly number[] {
  return [...columns.keys()].filter((site) => (columns[site] ?? 0) > 0.5)
}

/** Refused for so few sites, which leave some demand without any way; says how many it takes at least. */
export function tooFew(
  { candidates }: SitingProblem,
  sets: readonly CoverSet[],
  sites: number,
  ways: SitingWays,
): SitingAnswer {
  return refused('tooFewSites', { sites, needed: fewest(sets, candidates.length, ways).bound })
}
