import type { Highs } from 'highs'

/**
 * Where to place new sites. A row of costs is a site's, with what it costs from each demand point to the site: costs are
 * directed, and infinite where no way leads.
 */
export interface SitingProblem {
  /** How much each demand point counts; a point that counts 0 changes nothing. */
  readonly weights: Float64Array
  /** Rows of the sites that exist and stay. */
  readonly existing: readonly Float64Array[]
  /** Rows of the sites that can be chosen. */
  readonly candidates: readonly Float64Array[]
}

/** How a question is answered. */
export interface SitingWays {
  /** The solver, loaded by the caller. */
  readonly highs: Highs
  /** Asked between steps: true ends the search, and the answer is the best so far with what is known of it. */
  readonly stop?: () => boolean
  /** Seconds until `stop` says so, where that is a matter of time: the parts of a search share them. */
  readonly secondsLeft?: () => number
  /** Told how far the search has come: steps done, and steps done and known to be left. */
  readonly report?: (done: number, all: number) => void
  /** Leaves out demand that nothing reaches, and lists it; else the question is refused. */
  readonly leaveOut?: boolean
  /** Whether to find out about equal optima; so unless false. */
  readonly equals?: boolean
  /** How long the solver may look for equal optima, by the clock on the wall; then that is not known. 2 unless given. */
  readonly equalSeconds?: number
}

/** Seconds for equal optima where none are given. */
export const usualEqualSeconds = 2

/** The same ways for a part of a search, which may take a share of the time that is left, 0 to 1. */
export function partOf(ways: SitingWays, share: number): SitingWays {
  const { secondsLeft, stop } = ways
  if (secondsLeft === undefined) return ways
  const kept = Math.max(0, secondsLeft() * (1 - share))
  const left = () => secondsLeft() - kept
  return { ...ways, secondsLeft: left, stop: () => stop?.() === true || left() <= 0 }
}

/** The solver's own time limit: it asks no one while it works at the root. */
export function solverSeconds({ secondsLeft }: SitingWays, most = Number.POSITIVE_INFINITY): { seconds?: number } {
  const seconds = Math.max(0, Math.min(most, secondsLeft?.() ?? most))
  return Number.isFinite(seconds) ? { seconds } : {}
}

/** Another choice that is as good, or that there is none, or that this was not found out. */
export type Equals = readonly number[] | 'none' | 'unknown'

/** What is said of equal optima. */
export function equalsOf(found: Equals): Pick<Sited, 'equalOptima' | 'other'> {
  if (typeof found === 'string') return { equalOptima: found, other: null }
  return { equalOptima: 'exist', other: found.toSorted((a, b) => a - b) }
}

/** Sites chosen, and how good that is. */
export interface Sited {
  readonly state: 'solved'
  /** Numbers of the candidates chosen, ascending. */
  readonly chosen: readonly number[]
  /** What the question asks for: a mean cost, a covered weight, a number of sites, or the worst cost. */
  readonly value: number
  /** No choice has a better value. */
  readonly bound: number
  /** What lies between bound and value, as a share of the value; 0 when proven. */
  readonly gap: number
  /** True when the bound proves that no choice is better. */
  readonly proven: boolean
  /** Whether another choice is as good; `unknown` where that was not found out. */
  readonly equalOptima: 'exist' | 'none' | 'unknown'
  /** One such choice, where any is known: numbers of its candidates, ascending. */
  readonly other: readonly number[] | null
  /** Demand points left out since no site reaches them. */
  readonly leftOut: readonly number[]
}

/**
 * Why a question has no answer, with its numbers. `zeroSites` {candidates}; `tooManySites` {sites, candidates};
 * `noCandidates`; `noDemand`; `unreachable` {points, weight}: no site reaches them; `tooFewSites` {sites, needed}: so few
 * leave some without a way; `tooLittleRoom` {weight, room, short}: no choice has room for all; `roomNotFound` {weight,
 * short}: no choice with room for all was found, and none was ruled out.
 */
export interface SitingRefused {
  readonly state: 'refused'
  readonly reason:
    | 'zeroSites'
    | 'tooManySites'
    | 'noCandidates'
    | 'noDemand'
    | 'unreachable'
    | 'tooFewSites'
    | 'tooLittleRoom'
    | 'roomNotFound'
  readonly params: Readonly<Record<string, number>>
}

export type SitingAnswer = Sited | SitingRefused

export function refused(reason: SitingRefused['reason'], params: Readonly<Record<string, number>> = {}): SitingRefused {
  return { state: 'refused', reason, params }
}

/** What a question is asked about once it has been looked over. */
export interface Looked {
  /** Demand points that count and that some site reaches (within the limit, where that is asked for). */
  readonly points: readonly number[]
  readonly leftOut: readonly number[]
  /** Cost to the nearest existing site of every demand point, by the problem's numbers. */
  readonly nearest: Float64Array
}

/**
 * Looks a question over. Throws `RangeError` for weights or costs that are negative or no numbers, and for rows of another
 * length than the weights.
 * @param sites asked for; null where the fewest are. @param limit beyond which a site does not count for a point.
 */
export function lookedOver(
  problem: SitingProblem,
  sites: number | null,
  limit: number,
  leaveOut: boolean,
): Looked | SitingRefused {
  const { weights, existing, candidates } = problem
  for (const row of [weights, ...existing, ...candidates]) {
    if (row.length !== weights.length) throw new RangeError(`A row has ${row.length} costs of ${weights.length} points`)
    for (const value of row) if (!(value >= 0)) throw new RangeError(`${value} is neither a weight nor a cost`)
  }
  if (!weights.every(Number.isFinite)) throw new RangeError('A weight is infinite')
  if (candidates.length === 0) return refused('noCandidates')
  if (sites !== null && !Number.isSafeInteger(sites)) throw new RangeError(`${sites} is no number of sites`)
  if (sites !== null && sites <= 0) return refused('zeroSites', { candidates: candidates.length })
  if (sites !== null && sites > candidates.length)
    return refused('tooManySites', { sites, candidates: candidates.length })
  const nearest = new Float64Array(weights.length).fill(Number.POSITIVE_INFINITY)
  for (const row of existing)
    for (const [point, cost] of row.entries()) nearest[point] = Math.min(nearest[point] ?? 0, cost)
  const points: number[] = []
  const leftOut: number[] = []
  for (const [point, weight] of weights.entries()) {
    if (weight === 0) continue
    const reaches = (cost: number | undefined) => cost !== undefined && cost <= limit && Number.isFinite(cost)
    const isReached = reaches(nearest[point]) || candidates.some((row) => reaches(row[point]))
    ;(isReached ? points : leftOut).push(point)
  }
  if (points.length + leftOut.length === 0) return refused('noDemand')
  if (leftOut.length > 0 && (!leaveOut || points.length === 0)) {
    const weight = leftOut.reduce((sum, point) => sum + (weights[point] ?? 0), 0)
    return refused('unreachable', { points: leftOut.length, weight })
  }
  return { points, leftOut, nearest }
}

/** The share of the value that lies between it and the bound. */
export function gapOf(value: number, bound: number): number {
  if (value === bound) return 0
  return value === 0 ? 1 : Math.abs(value - bound) / Math.abs(value)
}
