import type { Highs } from 'highs'
import type { SitingQuestion } from '#api/views/siting'
import { leastWorst } from '#geo/siting/centre'
import { mostWithin } from '#geo/siting/cover'
import { fewestWithin } from '#geo/siting/full'
import { leastMean } from '#geo/siting/mean'
import {
  partOf,
  type Sited,
  type SitingAnswer,
  type SitingProblem,
  type SitingRefused,
  type SitingWays,
} from '#geo/siting/problem'
import { leastMeanWithRoom, mostWithinWithRoom, type SitedWithRoom } from '#geo/siting/room'
import { type Served, servedBy } from '#geo/siting/transport'

/** What is to be placed: handed over to a thread as it is. */
export interface PlacingAsk {
  readonly question: SitingQuestion
  /** New sites; not looked at for `full`. */
  readonly sites: number
  /** Limit in minutes, itself included. */
  readonly max: number
  readonly leaveOut: boolean
  /** People whom each site serves at most, in the questions `median` and `cover`; null for no limit. */
  readonly capacity: number | null
  /** When the answer is to be there, in milliseconds as `nowMs` has them. */
  readonly until: number
  /** How many people live in each square. */
  readonly people: Float64Array
  /** Minutes from each square to each existing site; without a limit of capacity one row of the nearest does. */
  readonly existing: readonly Float32Array[]
  /** Minutes from each square to each candidate. */
  readonly candidates: readonly Float32Array[]
}

/** Figures of the people over some sites. */
export interface PlacingFigures {
  readonly meanMinutes: number | null
  readonly worstMinutes: number | null
  readonly within: number
  readonly unreached: number
  /** False when the sharing among sites with room for so many was broken off: another may take less time or serve more. */
  readonly isLeast: boolean
}

/** What a question is at: the search itself, or with room for so many at each site the sharing for the figures. */
export type PlacingPart = 'placing' | 'sharing'

/** How a question is told of, and what it may take. */
export interface PlacingWays {
  /** Seconds until the answer is to be there. */
  readonly secondsLeft: () => number
  readonly report: (of: PlacingPart, done: number, all: number) => void
}

/** A refusal, or a choice with its figures. */
export type Placed = { readonly answer: SitingRefused } | PlacedSites

interface PlacedSites {
  readonly answer: Sited
  /** Seconds that the search took, of all that the answer took. */
  readonly searched: number
  readonly before: PlacingFigures
  readonly after: PlacingFigures
  /** People who have each chosen candidate nearer than any other site, by the order of `answer.chosen`. */
  readonly people: readonly number[]
}

/** Milliseconds since 1970 by a clock that is the same in every thread and never set back. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

/**
 * Seconds from the question to the answer, which then says what it has, with the bound and the gap. With room for so many at
 * each site the end is rarely a proof, and a good choice is found long before.
 */
export function longestSeconds({ capacity }: Pick<PlacingAsk, 'capacity'>): number {
  return capacity === null ? 60 : 20
}

/**
 * Seconds that a search has at least, once it is its turn: where travel times that nobody had measured yet, or another's
 * question, took all the time there is, the answer comes so much later.
 */
export const leastSeconds = 5

/** Seconds that the last step of a search and of a sharing may go on after it was told to stop. */
const tailSeconds = 1.5
/** Share of the time that is for the search when the figures need sharings of their own. */
const searchShare = 0.75

/** Answers a question about placing. Takes up to minutes: for a thread. */
export function placed(ask: PlacingAsk, highs: Highs, { secondsLeft, report }: PlacingWays): Placed {
  const problem = problemOf(ask)
  const left = () => secondsLeft() - tailSeconds
  const ways = {
    ...{ highs, leaveOut: ask.leaveOut, secondsLeft: left, stop: () => left() <= 0 },
    report: (done: number, all: number) => report('placing', done, all),
  }
  const from = nowMs()
  const answer = answered(ask, problem, partOf(ways, ask.capacity === null ? 1 : searchShare))
  if (answer.state === 'refused') return { answer }
  const searched = (nowMs() - from) / 1000
  if ('served' in answer) return { searched, ...servedFigures(ask, problem, answer, { ...ways, report }) }
  const { nearest, people } = shared(problem, answer.chosen)
  const before = figuresOf(ask, shared(problem, []).nearest)
  return { answer, searched, before, after: figuresOf(ask, nearest), people }
}

function answered(ask: PlacingAsk, problem: SitingProblem, ways: SitingWays): SitingAnswer | SitedWithRoom {
  const { question, sites, max, capacity } = ask
  if (capacity !== null && question === 'median') return leastMeanWithRoom(problem, sites, capacity, ways)
  if (capacity !== null && question === 'cover') return mostWithinWithRoom(problem, sites, max, capacity, ways)
  if (question === 'median') return leastMean(problem, sites, ways)
  if (question === 'cover') return mostWithin(problem, sites, max, ways)
  if (question === 'centre') return leastWorst(problem, sites, ways)
  return fewestWithin(problem, max, ways)
}

function problemOf({ people, existing, candidates }: PlacingAsk): SitingProblem {
  const rows = (all: readonly Float32Array[]) => all.map((row) => Float64Array.from(row))
  return { weights: people, existing: rows(existing), candidates: rows(candidates) }
}

/**
 * Figures when each site serves so many at most, without the sites that were chosen and with them. For `cover` those within
 * the limit who can be served there are counted first, by a sharing of its own; minutes are of the sharing that serves most
 * people in the least time. The sharing that the search ended with is one of them.
 */
function servedFigures(
  { question, max, capacity }: PlacingAsk,
  { weights, existing, candidates }: SitingProblem,
  answer: SitedWithRoom,
  { report, ...ways }: Omit<SitingWays, 'report'> & Pick<PlacingWays, 'report'>,
): Omit<PlacedSites, 'searched'> {
  const whole = weights.reduce((sum, one) => sum + one, 0)
  const sites = [...existing, ...answer.chosen.flatMap((site) => candidates[site] ?? [])]
  const sharings = 3
  let done = 0
  const sharedAmong = (rows: readonly Float64Array[]) => {
    report('sharing', done, sharings)
    const served = servedBy(weights, rows, capacity ?? whole, partOf(ways, 1 / (sharings - done)).stop)
    done += 1
    return served
  }
  const near = (rows: readonly Float64Array[]) =>
    rows.map((row) => row.map((cost) => (cost <= max ? cost : Number.POSITIVE_INFINITY)))
  const isCover = question === 'cover'
  // Those whom no site reaches are left out of the search and belong to the figures.
  const leftOut = answer.leftOut.reduce((sum, point) => sum + (weights[point] ?? 0), 0)
  const found = { ...answer.served, unserved: answer.served.unserved + leftOut }
  const figures = (all: Served, within: Served): PlacingFigures => {
    const reached = whole - all.unserved
    return {
      meanMinutes: reached > 0 ? all.total / reached : null,
      worstMinutes: reached > 0 ? all.worst : null,
      within: whole - within.unserved,
      unreached: all.unserved,
      isLeast: all.isLeast && within.isLeast,
    }
  }
  const after = isCover ? figures(sharedAmong(sites), found) : figures(found, sharedAmong(near(sites)))
  const before = figures(sharedAmong(existing), sharedAmong(near(existing)))
  const { load } = answer.served
  return { answer, before, after, people: answer.chosen.map((_, at) => load[existing.length + at] ?? 0) }
}

/** Minutes to the nearest of all sites, and the people of each that was chosen; who has two as near goes to the older. */
function shared({ weights, existing, candidates }: SitingProblem, chosen: readonly number[]) {
  const rows = [...existing, ...chosen.flatMap((site) => candidates[site] ?? [])]
  const people = chosen.map(() => 0)
  const nearest = Float64Array.from(weights, (weight, point) => {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (const [at, row] of rows.entries()) {
      const cost = row[point] ?? Number.POSITIVE_INFINITY
      if (cost >= least) continue
      least = cost
      best = at
    }
    const own = best - existing.length
    if (own >= 0) people[own] = (people[own] ?? 0) + weight
    return least
  })
  return { nearest, people }
}

function figuresOf({ people, max }: PlacingAsk, nearest: Float64Array): PlacingFigures {
  let [reached, sum, within, unreached, worst] = [0, 0, 0, 0, 0]
  for (const [point, cost] of nearest.entries()) {
    const count = people[point] ?? 0
    if (!Number.isFinite(cost)) {
      unreached += count
      continue
    }
    reached += count
    sum += count * cost
    worst = Math.max(worst, cost)
    if (cost <= max) within += count
  }
  const isKnown = reached > 0
  return {
    meanMinutes: isKnown ? sum / reached : null,
    worstMinutes: isKnown ? worst : null,
    within,
    unreached,
    isLeast: true,
  }
}
