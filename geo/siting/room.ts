import { slackOf } from './core.ts'
import { mostWithin } from './cover.ts'
import { leastMean } from './mean.ts'
import { addEntries, addRow, endRow, type Mip, noRows, solvedMip } from './mip.ts'
import {
  type Equals,
  equalsOf,
  gapOf,
  lookedOver,
  partOf,
  refused,
  type Sited,
  type SitingProblem,
  type SitingRefused,
  type SitingWays,
  solverSeconds,
  usualEqualSeconds,
} from './problem.ts'
import { type Served, servedBy } from './transport.ts'

/** Up to so many pairs of a demand point and a site that reaches it the answer is proven; above, it has a gap. */
export const mostRoomPairs = 6000
/** Exchanges that are tried, at most. */
const mostTried = 2000

/** A question with room: what is not served costs `unserved`, or all must be served. */
interface Asked {
  readonly weights: Float64Array
  readonly existing: readonly Float64Array[]
  readonly candidates: readonly Float64Array[]
  readonly count: number
  readonly room: number
  /** What a weight that is not served costs; null where all must be served. */
  readonly unserved: number | null
}

/** Sites chosen, and how the demand is shared among the existing sites and them, in that order. */
export interface SitedWithRoom extends Sited {
  readonly served: Served
}

/** A choice, and what it serves where, at what cost. */
interface Choice extends Served {
  readonly chosen: readonly number[]
  readonly value: number
}

/**
 * As `leastMean`, when no site, new or existing, serves more weight than it has room for. All demand is served; a point's
 * may be shared by several sites. Exactly by HiGHS up to `mostRoomPairs`; above, by interchange, with the bound of the
 * question without room; that bound may take half of the time that is left. Refuses `tooLittleRoom` {weight, room, short}
 * when no choice has room for all, before any search where the numbers alone say so, and `roomNotFound` {weight, short} when
 * none was found and none was ruled out.
 * @param room weight that each site serves at most, above 0.
 */
export function leastMeanWithRoom(
  problem: SitingProblem,
  sites: number,
  room: number,
  ways: SitingWays,
): SitedWithRoom | SitingRefused {
  checkRoom(room)
  const looked = lookedOver(problem, sites, Number.POSITIVE_INFINITY, ways.leaveOut === true)
  if ('state' in looked) return looked
  const weight = looked.points.reduce((sum, point) => sum + (problem.weights[point] ?? 0), 0)
  const whole = (problem.existing.length + sites) * room
  if (whole < weight) return refused('tooLittleRoom', { weight, room: whole, short: weight - whole })
  const free = leastMean(problem, sites, { ...partOf(ways, 0.5), equals: false })
  if (free.state === 'refused') return free
  const asked = askedOf(problem, free, sites, room, null, Number.POSITIVE_INFINITY)
  const found = placed(asked, free.chosen, free.bound * weight, ways)
  if (found.state !== 'refused') return answerOf(found, free, found.value / weight, found.bound / weight)
  // Without time for a second question the best that was found says how many it leaves out.
  if (!found.isCertain && ways.stop?.() === true) return refused('roomNotFound', { weight, short: found.unserved })
  const most = mostWithinWithRoom({ ...problem, weights: asked.weights }, sites, Number.MAX_VALUE, room, ways)
  if (most.state === 'refused') return most
  const short = weight - most.value
  return found.isCertain
    ? refused('tooLittleRoom', { weight, room: whole, short })
    : refused('roomNotFound', { weight, short })
}

/**
 * As `mostWithin`, when no site, new or existing, serves more weight than it has room for: the weight that is served within
 * the limit. Exactly and above as `leastMeanWithRoom`.
 */
export function mostWithinWithRoom(
  problem: SitingProblem,
  sites: number,
  limit: number,
  room: number,
  ways: SitingWays,
): SitedWithRoom | SitingRefused {
  checkRoom(room)
  const free = mostWithin(problem, sites, limit, { ...partOf(ways, 0.5), equals: false })
  if (free.state === 'refused') return free
  const asked = askedOf(problem, free, sites, room, 1, limit)
  const weight = sumOf(asked.weights)
  const most = Math.min(free.bound, (problem.existing.length + sites) * room)
  const found = placed(asked, free.chosen, weight - most, ways)
  if (found.state === 'refused') throw new Error('To serve nobody is always possible')
  return answerOf(found, free, weight - found.value, weight - found.bound)
}

function checkRoom(room: number): void {
  if (!(room > 0) || !Number.isFinite(room)) throw new RangeError(`${room} is no room for demand`)
}

function sumOf(weights: Float64Array): number {
  return weights.reduce((sum, weight) => sum + weight, 0)
}

/** What is asked, without the demand that is left out; for cover, a way within the limit costs nothing. */
function askedOf(
  { weights, existing, candidates }: SitingProblem,
  { leftOut }: Sited,
  count: number,
  room: number,
  unserved: number | null,
  limit: number,
): Asked {
  const out = new Set(leftOut)
  const rows = (all: readonly Float64Array[]) =>
    unserved === null ? all : all.map((row) => row.map((cost) => (cost <= limit ? 0 : Number.POSITIVE_INFINITY)))
  const counted = weights.map((weight, point) => (out.has(point) ? 0 : weight))
  return { weights: counted, existing: rows(existing), candidates: rows(candidates), count, room, unserved }
}

interface Placed {
  readonly state: 'placed'
  readonly best: Choice
  readonly value: number
  readonly bound: number
  readonly equals: Equals
}

interface NotPlaced {
  readonly state: 'refused'
  readonly isCertain: boolean
  /** What the best choice leaves out. */
  readonly unserved: number
}

function answerOf(found: Placed, { leftOut }: Sited, value: number, bound: number): SitedWithRoom {
  const proven = found.bound >= found.value
  const { chosen } = found.best
  const known = proven ? value : bound
  return {
    ...{ state: 'solved', chosen, value, bound: known, gap: gapOf(value, known), proven, leftOut },
    ...equalsOf(proven ? found.equals : 'unknown'),
    served: found.best,
  }
}

/** The cost of a choice, and what it leaves unserved. */
function costOf(
  { weights, existing, candidates, room, unserved }: Asked,
  sites: readonly number[],
  stop: () => boolean,
): Choice {
  const chosen = sites.toSorted((a, b) => a - b)
  const served = servedBy(weights, [...existing, ...chosen.flatMap((site) => candidates[site] ?? [])], room, stop)
  // Where all must be served, what serves more is better, whatever it costs.
  const left = served.unserved > slackOf(sumOf(weights)) ? served.unserved : 0
  return { ...served, chosen, unserved: left, value: served.total + left * (unserved ?? 0) }
}

/** Chooses by interchange from a first choice, and lets the solver prove or improve it where it is not too much. */
function placed(asked: Asked, first: readonly number[], least: number, ways: SitingWays): Placed | NotPlaced {
  const stop = ways.stop ?? (() => false)
  const pairs = pairsOf(asked)
  const best = exchanged(asked, first, least, pairs > mostRoomPairs ? ways : partOf(ways, 0.5))
  const isServed = asked.unserved !== null || best.unserved === 0
  const none = { state: 'placed', best, value: best.value, equals: 'unknown' } as const
  const not = { state: 'refused', unserved: best.unserved } as const
  // Nothing is left to choose.
  if (asked.count === asked.candidates.length)
    return isServed
      ? {
          ...none,
          bound: best.isLeast ? best.value : boundFor(best.value, least),
          equals: ways.equals === false ? 'unknown' : 'none',
        }
      : { ...not, isCertain: best.isLeast }
  if (pairs > mostRoomPairs || stop())
    return isServed ? { ...none, bound: boundFor(best.value, least) } : { ...not, isCertain: false }
  const base = baseOf(asked)
  const below = isServed ? { below: best.value - base } : {}
  const answer = solvedMip(ways.highs, { ...mipOf(asked), ...below, ...solverSeconds(ways) }, stop)
  const other = answer.columns === null ? null : costOf(asked, sitesIn(asked, answer.columns), stop)
  const isOther =
    other !== null && other.chosen.length === asked.count && (asked.unserved !== null || other.unserved === 0)
  if (!isServed && !isOther) return { ...not, isCertain: answer.state === 'infeasible' }
  const better = isOther && (!isServed || other.value < best.value) ? other : best
  // The solver's own tolerance.
  const near = 1e-7 * Math.max(1, Math.abs(better.value))
  const isProven = answer.state === 'infeasible' || answer.bound + base >= better.value - near
  const bound = isProven ? better.value : Math.min(better.value, Math.max(least, answer.bound + base))
  const equals = isProven && ways.equals !== false ? another(asked, better, near, ways, stop) : 'unknown'
  return { state: 'placed', best: better, value: better.value, bound, equals }
}

/** The bound of the question without room, and the value itself where that is met but for rounding. */
function boundFor(value: number, least: number): number {
  return value <= least + slackOf(least) ? value : least
}

/** Exchanges one site at a time for as long as that is better, until the bound is met: then none is. */
function exchanged(
  asked: Asked,
  first: readonly number[],
  least: number,
  { stop = () => false, report }: SitingWays,
): Choice {
  let best = costOf(asked, first, stop)
  const isBest = () => boundFor(best.value, least) === best.value && (asked.unserved !== null || best.unserved === 0)
  const isBetter = (one: Choice) =>
    asked.unserved === null && one.unserved !== best.unserved
      ? one.unserved < best.unserved
      : one.value < best.value - slackOf(best.value)
  let tried = 0
  for (let isDone = false; !isDone; ) {
    isDone = true
    for (const out of best.chosen)
      for (const into of asked.candidates.keys()) {
        if (best.chosen.includes(into) || !best.chosen.includes(out)) continue
        if (tried >= mostTried || stop() || isBest()) return best
        tried += 1
        report?.(tried, Math.min(mostTried, tried + asked.count * (asked.candidates.length - asked.count)))
        const next = costOf(asked, [...best.chosen.filter((site) => site !== out), into], stop)
        if (!isBetter(next)) continue
        best = next
        isDone = false
      }
  }
  return best
}

/** Another choice that is as good, with this one forbidden. */
function another(asked: Asked, { chosen, value }: Choice, near: number, ways: SitingWays, stop: () => boolean): Equals {
  if (stop()) return 'unknown'
  const mip = mipOf(asked)
  addRow(mip.rows, 0, chosen.length - 1, chosen)
  const base = baseOf(asked)
  const below = value + 2 * near - base
  const seconds = solverSeconds(ways, ways.equalSeconds ?? usualEqualSeconds)
  const answer = solvedMip(ways.highs, { ...mip, below, ...seconds }, stop)
  if (answer.state === 'infeasible') return 'none'
  if (answer.columns === null) return answer.bound + base >= value + near ? 'none' : 'unknown'
  const other = costOf(asked, sitesIn(asked, answer.columns), stop)
  const isOther =
    other.chosen.some((site) => !chosen.includes(site)) && (asked.unserved !== null || other.unserved === 0)
  if (isOther && other.value <= value + near) return other.chosen
  return answer.state === 'optimal' ? 'none' : 'unknown'
}

function sitesIn({ candidates }: Asked, columns: Float64Array): readonly number[] {
  return [...candidates.keys()].filter((site) => (columns[site] ?? 0) > 0.5)
}

/** What it costs to serve nobody: the solver's costs begin there. */
function baseOf({ weights, unserved }: Asked): number {
  return unserved === null ? 0 : unserved * sumOf(weights)
}

function pairsOf({ weights, existing, candidates }: Asked): number {
  const reach = (row: Float64Array) =>
    row.reduce((count, cost, point) => count + (Number.isFinite(cost) && (weights[point] ?? 0) > 0 ? 1 : 0), 0)
  return [...existing, ...candidates].reduce((sum, row) => sum + reach(row), 0)
}

/** A column for each candidate, one for each pair of a point and a site that reaches it: the share that it serves. */
function mipOf({ weights, existing, candidates, count, room, unserved }: Asked): Mip {
  const rows = noRows()
  addRow(rows, count, count, candidates.keys())
  const costs: number[] = candidates.map(() => 0)
  const pairsOfPoint = Array.from(weights, (): number[] => [])
  for (const [at, row] of [...candidates, ...existing].entries()) {
    const own: (readonly [column: number, weight: number])[] = []
    for (const [point, cost] of row.entries()) {
      const weight = weights[point] ?? 0
      if (weight === 0 || !Number.isFinite(cost)) continue
      const column = costs.push(weight * (cost - (unserved ?? 0))) - 1
      pairsOfPoint[point]?.push(column)
      own.push([column, weight])
      if (at >= candidates.length) continue
      addEntries(rows, [at], 1)
      addEntries(rows, [column], -1)
      endRow(rows, 0, Number.POSITIVE_INFINITY)
    }
    // Room in shares of itself: numbers of a like size.
    for (const [column, weight] of own) addEntries(rows, [column], weight / room)
    if (at < candidates.length) addEntries(rows, [at], -1)
    endRow(rows, Number.NEGATIVE_INFINITY, at < candidates.length ? 0 : 1)
  }
  for (const [point, columns] of pairsOfPoint.entries())
    if ((weights[point] ?? 0) > 0) addRow(rows, unserved === null ? 1 : 0, 1, columns)
  return { costs: Float64Array.from(costs), wholes: candidates.length, rows }
}
