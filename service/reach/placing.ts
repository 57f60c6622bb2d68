import type { Highs } from 'highs'
import type { SitingQuestion } from '#api/views/siting'
import { leastWorst } from '#geo/siting/centre'
import { mostWithin } from '#geo/siting/cover'
import { fewestWithin } from '#geo/siting/full'
import { leastMean } from '#geo/siting/mean'
import type { Sited, SitingAnswer, SitingProblem, SitingRefused, SitingWays } from '#geo/siting/problem'
import { leastMeanWithRoom, mostWithinWithRoom } from '#geo/siting/room'
import { servedBy } from '#geo/siting/transport'

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
}

/** A refusal, or a choice with its figures. */
export type Placed = { readonly answer: SitingRefused } | PlacedSites

interface PlacedSites {
  readonly answer: Sited
  readonly before: PlacingFigures
  readonly after: PlacingFigures
  /** People who have each chosen candidate nearer than any other site, by the order of `answer.chosen`. */
  readonly people: readonly number[]
}

/**
 * Seconds after which a search says what it has, with the bound and the gap. With room for so many at each site the end is
 * rarely a proof, and a good choice is found long before.
 */
export function longestSeconds({ capacity }: Pick<PlacingAsk, 'capacity'>): number {
  return capacity === null ? 60 : 20
}

/** Answers a question about placing. Takes up to minutes: for a thread. */
export function placed(ask: PlacingAsk, highs: Highs, how: Pick<SitingWays, 'stop' | 'report'>): Placed {
  const problem = problemOf(ask)
  const answer = answered(ask, problem, { highs, ...how, leaveOut: ask.leaveOut })
  if (answer.state === 'refused') return { answer }
  const { chosen } = answer
  if (ask.capacity !== null) {
    const before = servedFigures(ask, problem, [], ask.capacity)
    const after = servedFigures(ask, problem, chosen, ask.capacity)
    // The mean that was looked for and the one that is told are the same.
    const isMean = ask.question === 'median'
    return {
      answer,
      before: before.figures,
      after: isMean ? { ...after.figures, meanMinutes: answer.value } : after.figures,
      people: after.people,
    }
  }
  const { nearest, people } = shared(problem, chosen)
  return {
    answer,
    before: figuresOf(ask, shared(problem, []).nearest),
    after: figuresOf(ask, nearest),
    people,
  }
}

function answered(ask: PlacingAsk, problem: SitingProblem, ways: SitingWays): SitingAnswer {
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

/** Seconds that a sharing among sites may take for the figures; then it is one that is not known to be the least. */
const figureSeconds = 3

function afterSeconds(seconds: number): () => boolean {
  const from = performance.now()
  return () => performance.now() - from > 1000 * seconds
}

/**
 * Figures when each site serves so many at most. For `cover` those within the limit who can be served there are counted
 * first, by a sharing of its own; minutes are of the sharing that serves most people in the least time.
 */
function servedFigures(
  { question, max }: PlacingAsk,
  { weights, existing, candidates }: SitingProblem,
  chosen: readonly number[],
  capacity: number,
): { readonly figures: PlacingFigures; readonly people: readonly number[] } {
  const rows = [...existing, ...chosen.flatMap((site) => candidates[site] ?? [])]
  const whole = weights.reduce((sum, one) => sum + one, 0)
  const all = servedBy(weights, rows, capacity, afterSeconds(figureSeconds))
  const near = rows.map((row) => row.map((cost) => (cost <= max ? cost : Number.POSITIVE_INFINITY)))
  const within = servedBy(weights, near, capacity, afterSeconds(figureSeconds))
  const reached = whole - all.unserved
  const load = question === 'cover' ? within.load : all.load
  return {
    figures: {
      meanMinutes: reached > 0 ? all.total / reached : null,
      worstMinutes: reached > 0 ? all.worst : null,
      within: whole - within.unserved,
      unreached: all.unserved,
    },
    people: chosen.map((_, at) => load[existing.length + at] ?? 0),
  }
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
  return { meanMinutes: isKnown ? sum / reached : null, worstMinutes: isKnown ? worst : null, within, unreached }
}
