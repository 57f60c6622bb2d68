import type { Highs } from 'highs'
import { mostWithin } from '#geo/siting/cover'
import { leastMean } from '#geo/siting/mean'
import type { SitingAnswer, SitingProblem } from '#geo/siting/problem'
import { loadSolver } from '#geo/siting/solver'
import { median, report, rounded } from './measure.ts'
import { type Plane, plane } from './placementSet.ts'
import { type PlainAnswer, plainCover, plainMedian } from './plainModels.ts'

/**
 * Placing p = 10 of 98 candidates over 2,000 demand points: ours against HiGHS given the plain model, in the same run and
 * on the same thread, each pair one after the other. Both prove the optimum, and the values are compared. Where the plain
 * model runs out of its time, its ratio is a lower bound and our value must lie within the bounds that it came to. Finding
 * out about equal optima is measured apart: the plain model does not say.
 */
const chosen = 10
const rounds = 3
/** Seconds by the clock that the plain p-median may take for an instance; it takes minutes otherwise. */
const plainSeconds = 60

const geometricMean = (values: readonly number[]) =>
  Math.exp(values.reduce((sum, one) => sum + Math.log(one), 0) / values.length)

/** Value of an answer that is proven; the benchmark measures no other. */
function provenValue(answer: SitingAnswer): number {
  if (answer.state !== 'solved' || !answer.proven) throw new Error(`No proof: ${JSON.stringify(answer)}`)
  return answer.value
}

/** Both bounds are the value itself where the plain model was solved. */
function sameValue(what: string, ours: number, { value, bound }: PlainAnswer): void {
  const [least, most] = value < bound ? [value, bound] : [bound, value]
  if (ours < least - 1e-6 * Math.abs(least) || ours > most + 1e-6 * Math.abs(most))
    throw new Error(`${what}: ours is ${ours}, the plain model's from ${least} to ${most}`)
}

interface Pair {
  readonly ours: number
  readonly plain: number
  /** True when the plain model was stopped: it takes longer than it says. */
  readonly isStopped: boolean
}

/** Milliseconds of the processor for both, in turns: the load of other programs counts for neither. */
function timed(what: string, times: number, ours: () => number, plain: () => PlainAnswer): Pair {
  const own: number[] = []
  const others: number[] = []
  let isStopped = false
  for (let round = 0; round < times; round += 1) {
    const early = round % 2 === 0 ? clocked(ours) : undefined
    const other = clocked(plain)
    const took = early ?? clocked(ours)
    sameValue(what, took.value, other.value)
    isStopped ||= !other.value.proven
    own.push(took.processor)
    others.push(other.processor)
  }
  return { ours: median(own), plain: median(others), isStopped }
}

function clocked<Value>(work: () => Value): { value: Value; processor: number } {
  const from = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(from)
  return { value, processor: (user + system) / 1000 }
}

function told(bench: string, pairs: readonly Pair[], note: string, peer: string, runs: number): void {
  const ratios = pairs.map(({ ours, plain }) => plain / ours)
  const stopped = pairs.filter(({ isStopped }) => isStopped).length
  const least =
    stopped === 0
      ? ''
      : `; the ratio is at least this: ${stopped} of the plain models were stopped after ${plainSeconds} s`
  report({
    bench,
    value: rounded(median(pairs.map(({ ours }) => ours)), 1),
    unit: 'ms of processor',
    runs,
    ratio: rounded(geometricMean(ratios)),
    peer,
    note: `${note}; ${pairs.length} made-up instances, least ratio ${rounded(Math.min(...ratios))}, greatest ${rounded(Math.max(...ratios))}; plain ${rounded(median(pairs.map(({ plain }) => plain)), 0)} ms${least}`,
  })
}

function cover(highs: Highs, planes: readonly Plane[]): void {
  const pairs: Pair[] = []
  const equals: number[] = []
  for (const { problem } of planes)
    for (const limit of [8, 12, 16]) {
      const ask = (finding: boolean) => provenValue(mostWithin(problem, chosen, limit, { highs, equals: finding }))
      const plain = () => plainCover(highs, problem, chosen, limit)
      pairs.push(timed(`cover within ${limit}`, rounds, () => ask(false), plain))
      equals.push(clocked(() => ask(true)).processor)
    }
  told('placement: maximal cover, proven', pairs, 'at least 2.5 times', 'HiGHS, plain model', rounds)
  report({
    bench: 'placement: maximal cover with equal optima looked for',
    value: rounded(median(equals), 1),
    unit: 'ms of processor',
    note: `longest ${rounded(Math.max(...equals), 0)} ms`,
  })
}

function mean(highs: Highs, planes: readonly Plane[]): void {
  const pairs: Pair[] = []
  const equals: number[] = []
  for (const [at, { problem }] of planes.entries()) {
    const ask = (finding: boolean) => provenValue(leastMean(problem, chosen, { highs, equals: finding }))
    const pair = timed(
      'p-median',
      1,
      () => ask(false),
      () => plainMedian(highs, problem, chosen, plainSeconds),
    )
    pairs.push(pair)
    // The plain model takes a minute: each instance is told as it comes.
    told(`placement: p-median, proven, instance ${at + 1}`, [pair], 'none below 1', 'HiGHS, plain model', 1)
    equals.push(clocked(() => ask(true)).processor)
  }
  told('placement: p-median, proven', pairs, 'at least 5 times, none below 1', 'HiGHS, plain model', 1)
  report({
    bench: 'placement: p-median with equal optima looked for',
    value: rounded(median(equals), 1),
    unit: 'ms of processor',
    note: `longest ${rounded(Math.max(...equals), 0)} ms`,
  })
}

/** As many squares as people live in. */
function large(highs: Highs, { problem }: Plane): void {
  const { value, processor } = clocked(() => leastMean(problem, chosen, { highs }))
  if (value.state !== 'solved') throw new Error('Not solved')
  report({
    bench: 'placement: p-median of 40,000 demand points',
    value: rounded(processor, 0),
    unit: 'ms of processor',
    note: `98 candidates; ${value.proven ? 'proven' : 'not proven'}, gap ${value.gap}`,
  })
}

const warmUp = (highs: Highs, problem: SitingProblem) => {
  mostWithin(problem, 2, 10, { highs })
  leastMean(problem, 2, { highs })
  plainCover(highs, problem, 2, 10)
}

const highs = await loadSolver()
warmUp(highs, plane(99, 200, 20).problem)
const planes = [1, 2, 3, 4, 5].map((seed) => plane(seed, 2000, 98))
cover(highs, planes)
mean(highs, planes)
large(highs, plane(6, 40_000, 98))
