import { type Core, slackOf, totalOf } from './core.ts'
import { bestExchange, type Choice, exchangedSites, greedy, interchanged, sitesOf } from './interchange.ts'
import type { Equals } from './problem.ts'
import { type Effort, firstMultipliers, type Relaxed, relax, type Settled } from './relaxation.ts'

/** The best choice that was found, and what none can be better than. */
export interface Searched extends Choice {
  readonly bound: number
  /** Another choice of the same value; `unknown` when the search was over before that was settled. */
  readonly equals: Equals
}

/** How a search goes. */
export interface SearchWays {
  /** Asked between steps: true ends the search with what it has. */
  readonly stop: () => boolean
  /** Told of branches looked at, and of those known to be left. */
  readonly report: (done: number, left: number) => void
  /** Branches to look at, at most; 0 for the root's bound alone. */
  readonly branches: number
  /** Whether to find out about equal optima. */
  readonly equals: boolean
}

/** A part of all choices. */
interface Branch {
  readonly settled: Settled
  readonly multipliers: Float64Array
  readonly bound: number
}

/** What the root of a search knows: the best choice so far, and the bound that it did not reach. */
export interface Rooted {
  readonly best: Choice
  readonly relaxed: Relaxed
  /** What every better choice has in common. */
  readonly settled: Settled
}

const atRoot: Effort = { rounds: 600, step: 1.5, patience: 12 }
const inBranch: Effort = { rounds: 60, step: 0.6, patience: 6 }

/** A greedy choice improved by interchange, and the bound of all choices. */
export function rooted(core: Core, count: number, stop: () => boolean, effort: Effort = atRoot): Rooted {
  const { best, offer } = keeping(core, interchanged(core, greedy(core, count, stop), stop), stop)
  const settled = new Int8Array(core.sites)
  const enough = () => enoughFor(core, best().value)
  const first = firstMultipliers(core, best().isChosen)
  const relaxed = relax(core, count, settled, first, effort, () => best().value, enough, offer, stop)
  if (relaxed.bound < enough()) settle(settled, relaxed, count, enough())
  return { best: best(), relaxed, settled }
}

/** A branch whose bound is at or above this holds nothing better than the value. */
export function enoughFor(core: Core, value: number): number {
  return value - (core.isWhole ? 1 - 1e-6 : slackOf(value))
}

/** What no choice can be below, given a bound: where all values are whole, the next whole number. */
export function boundOf(core: Core, value: number, bound: number): number {
  if (bound >= enoughFor(core, value)) return value
  return core.isWhole && Number.isFinite(bound) ? Math.ceil(bound - 1e-6) : bound
}

function keeping(core: Core, first: Choice, stop: () => boolean): { best(): Choice; offer(choice: Choice): void } {
  let best = first
  return {
    best: () => best,
    offer(choice) {
      // Not worth an interchange when it is far off.
      if (choice.value > best.value + 0.02 * Math.abs(best.value)) return
      const better = interchanged(core, choice, stop)
      if (better.value < best.value) best = better
    },
  }
}

/**
 * Chooses `count` sites of least value by branch and bound: bounds by Lagrangian relaxation, beginning with a greedy choice
 * improved by interchange; sites that the bound settles are settled for the branch. `bound` equals the value when the
 * choice is proven.
 */
export function searched(core: Core, count: number, ways: SearchWays): Searched {
  const root = rooted(core, count, ways.stop)
  const { best, offer } = keeping(core, root.best, ways.stop)
  const enough = () => enoughFor(core, best().value)
  const { settled } = root
  const branch: Branch = { settled, multipliers: root.relaxed.multipliers, bound: root.relaxed.bound }
  const left = explored(core, count, [branch], ways.branches, () => best().value, enough, offer, ways)
  const { isChosen, value } = best()
  const bound = boundOf(core, value, left)
  const isProven = bound >= value
  const equals = isProven && ways.equals ? equalOptima(core, count, best(), root.relaxed.multipliers, ways) : 'unknown'
  return { isChosen, value, bound, equals }
}

/** Least bound of what was not settled; infinite when all was. */
function explored(
  core: Core,
  count: number,
  branches: readonly Branch[],
  most: number,
  value: () => number,
  enough: () => number,
  offer: (choice: Choice) => void,
  { stop, report }: SearchWays,
): number {
  const open = [...branches]
  let looked = 0
  let closed = Number.POSITIVE_INFINITY
  const leastOpen = () => open.reduce((least, one) => Math.min(least, one.bound), Number.POSITIVE_INFINITY)
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    if (branch.bound >= enough()) {
      closed = Math.min(closed, branch.bound)
      continue
    }
    if (looked >= most || stop()) {
      open.push(branch)
      break
    }
    const settled = Int8Array.from(branch.settled)
    const relaxed = relax(core, count, settled, branch.multipliers, inBranch, value, enough, offer, stop)
    looked += 1
    report(looked, open.length)
    const bound = Math.max(branch.bound, relaxed.bound)
    if (bound >= enough()) {
      closed = Math.min(closed, bound)
      continue
    }
    settle(settled, relaxed, count, enough())
    const free = [...settled.keys()].filter((site) => settled[site] === 0)
    const needed = count - settled.reduce((sum, how) => sum + (how === 1 ? 1 : 0), 0)
    // What the bound settles leaves too many sites or too few: nothing here is better.
    if (needed < 0 || needed > free.length) continue
    if (needed === 0 || needed === free.length) {
      // Nothing is left to choose: the branch is one choice.
      const isChosen = Uint8Array.from(settled, (how) => (how === 1 || (how === 0 && needed > 0) ? 1 : 0))
      offer({ isChosen, value: totalOf(core, isChosen) })
      continue
    }
    const at = branchingSite(free, relaxed)
    const without = Int8Array.from(settled)
    without[at] = -1
    const having = Int8Array.from(settled)
    having[at] = 1
    const next = { multipliers: relaxed.multipliers, bound }
    open.push({ settled: without, ...next }, { settled: having, ...next })
  }
  return Math.min(closed, leastOpen())
}

/** Settles the sites that every better choice of the branch has, or has not, by what the bound would rise to otherwise. */
export function settle(settled: Settled, { bound, worth }: Relaxed, count: number, enough: number): void {
  const free: number[] = []
  let wanted = count
  for (const [site, how] of settled.entries()) {
    if (how === 0) free.push(site)
    if (how === 1) wanted -= 1
  }
  if (!Number.isFinite(bound) || wanted <= 0 || wanted >= free.length) return
  const worthOf = (site: number | undefined) => (site === undefined ? 0 : (worth[site] ?? 0))
  free.sort((a, b) => worthOf(a) - worthOf(b))
  const last = worthOf(free[wanted - 1])
  const next = worthOf(free[wanted])
  for (const [rank, site] of free.entries()) {
    if (rank < wanted && bound - worthOf(site) + next >= enough) settled[site] = 1
    if (rank >= wanted && bound + worthOf(site) - last >= enough) settled[site] = -1
  }
}

/** The site that the relaxation was least decided about, and of several the one that weighs most. */
function branchingSite(free: readonly number[], { often, worth }: Relaxed): number {
  const doubt = (site: number) => {
    const share = often[site] ?? 0
    return share * (1 - share) * -(worth[site] ?? 0)
  }
  return free.reduce((best, site) => (doubt(site) > doubt(best) ? site : best), free[0] ?? 0)
}

/** Branches in which a second choice as good is looked for, at most, and entries that they may have together. */
const equalBranches = 400
const equalEntries = 20_000_000

/** Looks for another choice of the same value: by one exchange, then in all branches without the choice. */
function equalOptima(
  core: Core,
  count: number,
  { isChosen, value }: Choice,
  multipliers: Float64Array,
  ways: SearchWays,
): Equals {
  const slack = core.isWhole ? 1e-6 : slackOf(value)
  const exchange = bestExchange(core, isChosen)
  if (exchange === null) return 'none'
  if (exchange.gain >= -slack) return exchangedSites(isChosen, exchange)
  let other: readonly number[] | undefined
  const offer = (choice: Choice) => {
    const isOther = choice.value <= value + slack && choice.isChosen.some((how, site) => how !== isChosen[site])
    if (isOther) other ??= sitesOf(choice.isChosen)
  }
  const chosen = sitesOf(isChosen)
  // Every other choice lacks a first one of the sites and has those before it.
  const branches = chosen.map((site, at): Branch => {
    const settled = new Int8Array(core.sites)
    for (const before of chosen.slice(0, at)) settled[before] = 1
    settled[site] = -1
    return { settled, multipliers, bound: Number.NEGATIVE_INFINITY }
  })
  const enough = () => value + slack
  const stop = () => other !== undefined || ways.stop()
  const most = Math.min(equalBranches, Math.ceil(equalEntries / Math.max(1, core.site.length)))
  const left = explored(core, count, branches, most, () => value, enough, offer, { ...ways, stop })
  if (other !== undefined) return other
  return left >= enough() ? 'none' : 'unknown'
}
