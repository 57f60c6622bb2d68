import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastWorst } from '#geo/siting/centre'
import { mostWithin } from '#geo/siting/cover'
import { fewestWithin } from '#geo/siting/full'
import { leastMean } from '#geo/siting/mean'
import type { SitingAnswer, SitingProblem } from '#geo/siting/problem'
import { loadSolver } from '#geo/siting/solver'
import { expectEquals, problem, solved } from './sitingProblem.ts'

const highs = await loadSolver()
// However busy the machine is.
const ways = { highs, equalSeconds: 60 }
const never = Number.POSITIVE_INFINITY

/** E6 of the lessons: eight demand points, five sites, Manhattan distance. */
const demand = [
  [12, 6, 40],
  [10, 2, 50],
  [6, 3, 20],
  [12, 1, 40],
  [9, 0, 20],
  [1, 10, 20],
  [1, 0, 10],
  [5, 12, 30],
] as const
const places = [
  [10, 8],
  [9, 0],
  [9, 4],
  [9, 12],
  [12, 5],
] as const
const people = demand.map(([, , weight]) => weight)
const all = people.reduce((sum, one) => sum + one, 0)
const e6 = problem(
  people,
  places.map(([x, y]) => demand.map(([atX, atY]) => Math.abs(x - atX) + Math.abs(y - atY))),
)
const pairs = places.flatMap((_, a) => places.flatMap((__, b) => (a < b ? [[a, b] as const] : [])))

/** What a choice costs or covers, in the plainest way. */
const nearestOf = ({ candidates, existing }: SitingProblem, chosen: readonly number[], point: number) =>
  Math.min(
    never,
    ...existing.map((row) => row[point] ?? never),
    ...chosen.map((site) => candidates[site]?.[point] ?? never),
  )
const sumOver = (one: SitingProblem, of: (weight: number, point: number) => number) =>
  [...one.weights].reduce((sum, weight, point) => (weight === 0 ? sum : sum + of(weight, point)), 0)
const meanOf = (one: SitingProblem, chosen: readonly number[]) =>
  sumOver(one, (weight, point) => weight * nearestOf(one, chosen, point)) / sumOver(one, (weight) => weight)
const withinOf = (one: SitingProblem, chosen: readonly number[], limit: number) =>
  sumOver(one, (weight, point) => (nearestOf(one, chosen, point) <= limit ? weight : 0))
const worstOf = (one: SitingProblem, chosen: readonly number[]) =>
  [...one.weights].reduce(
    (worst, weight, point) => (weight === 0 ? worst : Math.max(worst, nearestOf(one, chosen, point))),
    0,
  )

describe('E6: choosing two sites of five', () => {
  test('p-median is 1160 with S1 and S2; 1190 is the runner-up and where greedy ends', () => {
    const found = solved(leastMean(e6, 2, ways))
    expect(found.value * all).toBeCloseTo(1160, 9)
    expect(found).toMatchObject({ chosen: [0, 1], proven: true, gap: 0, equalOptima: 'none', leftOut: [] })
    const values = pairs.map((pair) => Math.round(meanOf(e6, pair) * all)).toSorted((a, b) => a - b)
    expect(values.slice(0, 2)).toEqual([1160, 1190])
  })

  test('most within 4, itself included, are 170 of 230 with S3 and S5; 150 is the runner-up', () => {
    expect(all).toBe(230)
    expect(solved(mostWithin(e6, 2, 4, ways))).toMatchObject({
      chosen: [2, 4],
      value: 170,
      bound: 170,
      proven: true,
      equalOptima: 'none',
    })
    const values = pairs.map((pair) => withinOf(e6, pair, 4)).toSorted((a, b) => b - a)
    expect(values.slice(0, 2)).toEqual([170, 150])
    // Somebody is exactly 4 away: a strict limit would tell another number.
    expect(solved(mostWithin(e6, 2, 4 - 1e-9, ways)).value).toBeLessThan(170)
  })

  test('p-centre is 10 with S2 and S4; 11 is the runner-up', () => {
    expect(solved(leastWorst(e6, 2, ways))).toMatchObject({
      chosen: [1, 3],
      value: 10,
      proven: true,
      equalOptima: 'none',
    })
    const values = pairs.map((pair) => worstOf(e6, pair)).toSorted((a, b) => a - b)
    expect(values.slice(0, 2)).toEqual([10, 11])
  })

  test('two sites are the fewest within 10; within 9 one point has nobody', () => {
    expect(solved(fewestWithin(e6, 10, ways))).toMatchObject({ value: 2, chosen: [1, 3], proven: true })
    expect(fewestWithin(e6, 9, ways)).toMatchObject({ reason: 'unreachable', params: { points: 1, weight: 20 } })
  })

  test('one site at a time ends worse, and is only a beginning', () => {
    const oneByOne = (value: (chosen: readonly number[]) => number) =>
      [0, 1].reduce<readonly number[]>((chosen) => {
        const left = places.flatMap((_, site) => (chosen.includes(site) ? [] : [[...chosen, site]]))
        return left.toSorted((a, b) => value(a) - value(b))[0] ?? chosen
      }, [])
    expect(
      Math.round(
        meanOf(
          e6,
          oneByOne((chosen) => meanOf(e6, chosen)),
        ) * all,
      ),
    ).toBe(1190)
    expect(
      withinOf(
        e6,
        oneByOne((chosen) => -withinOf(e6, chosen, 4)),
        4,
      ),
    ).toBe(150)
  })
})

describe('what the data say', () => {
  test('costs are from the demand to the site', () => {
    // There and back differ: read the other way round, site 1 would be nearer.
    const there = problem(
      [1, 1],
      [
        [1, 2],
        [5, 6],
      ],
    )
    expect(solved(leastMean(there, 1, ways))).toMatchObject({ chosen: [0], value: 1.5 })
  })

  test('existing sites stay and count', () => {
    const one = problem(
      [10, 1],
      [
        [0, 9],
        [9, 0],
      ],
      [[0, 9]],
    )
    expect(solved(leastMean(one, 1, ways))).toMatchObject({ chosen: [1], value: 0 })
    expect(solved(mostWithin(one, 1, 5, ways))).toMatchObject({ chosen: [1], value: 11 })
    expect(solved(fewestWithin(one, 5, ways))).toMatchObject({ chosen: [1], value: 1 })
    expect(solved(fewestWithin(one, 9, ways))).toMatchObject({ chosen: [], value: 0 })
  })

  test('two choices that are as good are said to exist', () => {
    const even = problem(
      [1, 1],
      [
        [0, 4],
        [4, 0],
      ],
    )
    expect(solved(leastMean(even, 1, ways)).equalOptima).toBe('exist')
    expect(solved(mostWithin(even, 1, 2, ways)).equalOptima).toBe('exist')
    expect(solved(fewestWithin(even, 4, ways)).equalOptima).toBe('exist')
    expect(solved(leastWorst(even, 1, ways)).equalOptima).toBe('exist')
    expect(solved(leastMean(even, 2, ways)).equalOptima).toBe('none')
    expect(solved(leastWorst(even, 2, ways)).equalOptima).toBe('none')
    expect(solved(leastMean(even, 1, { ...ways, equals: false })).equalOptima).toBe('unknown')
  })

  test('a point that counts 0 changes nothing, wherever it is', () => {
    const one = problem(
      [1, 0],
      [
        [1, never],
        [2, 0],
      ],
    )
    expect(solved(leastMean(one, 1, ways))).toMatchObject({ chosen: [0], value: 1, leftOut: [] })
    expect(solved(leastWorst(one, 1, ways))).toMatchObject({ chosen: [0], value: 1 })
  })
})

describe('refusals say by how much', () => {
  const one = problem(
    [5, 7, 1],
    [
      [1, 2, never],
      [2, 1, never],
    ],
  )
  const asks = {
    mean: (given: SitingProblem, sites: number, leaveOut = false) => leastMean(given, sites, { ...ways, leaveOut }),
    within: (given: SitingProblem, sites: number) => mostWithin(given, sites, 5, ways),
    worst: (given: SitingProblem, sites: number, leaveOut = false) => leastWorst(given, sites, { ...ways, leaveOut }),
  }

  test.each(Object.entries(asks))('%s: none, and more than there are', (_, ask) => {
    expect(ask(one, 0)).toEqual({ state: 'refused', reason: 'zeroSites', params: { candidates: 2 } })
    expect(ask(one, 3)).toEqual({ state: 'refused', reason: 'tooManySites', params: { sites: 3, candidates: 2 } })
    expect(ask(problem([1], []), 1)).toMatchObject({ reason: 'noCandidates' })
    expect(ask(problem([0], [[1]]), 1)).toMatchObject({ reason: 'noDemand' })
  })

  test.each([asks.mean, asks.worst])('demand that nothing reaches is counted, or left out and listed', (ask) => {
    expect(ask(one, 1)).toEqual({ state: 'refused', reason: 'unreachable', params: { points: 1, weight: 1 } })
    expect(solved(ask(one, 1, true)).leftOut).toEqual([2])
  })

  test('cover lists it', () => {
    expect(solved(mostWithin(one, 1, 5, ways))).toMatchObject({ value: 12, leftOut: [2] })
  })

  test('full cover: what lies beyond the limit of all', () => {
    expect(fewestWithin(one, 1, ways)).toMatchObject({ reason: 'unreachable', params: { points: 1, weight: 1 } })
    expect(solved(fewestWithin(one, 1, { ...ways, leaveOut: true }))).toMatchObject({ value: 2, leftOut: [2] })
  })

  test('so few that some would be left without a way: how many it takes', () => {
    const islands = problem(
      [1, 1, 1],
      [
        [1, never, never],
        [never, 1, never],
        [never, never, 1],
      ],
    )
    const reason = { state: 'refused', reason: 'tooFewSites', params: { sites: 2, needed: 3 } }
    expect(leastMean(islands, 2, ways)).toEqual(reason)
    expect(leastWorst(islands, 2, ways)).toEqual(reason)
    expect(solved(leastMean(islands, 3, ways)).value).toBe(1)
  })

  test('what is no number is no problem', () => {
    expect(() => leastMean(problem([1], [[Number.NaN]]), 1, ways)).toThrow(RangeError)
    expect(() => leastMean(problem([-1], [[1]]), 1, ways)).toThrow(RangeError)
    expect(() => leastMean(problem([1, 1], [[1]]), 1, ways)).toThrow(RangeError)
    expect(() => leastMean(problem([1], [[1]]), 1.5, ways)).toThrow(RangeError)
  })
})

/** Made-up places: some ways lead nowhere, costs differ by direction, and many are equal. */
const made = fc
  .record({
    points: fc.integer({ min: 1, max: 9 }),
    sites: fc.integer({ min: 1, max: 6 }),
    fixed: fc.integer({ min: 0, max: 2 }),
  })
  .chain(({ points, sites, fixed }) => {
    const cost = fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 12 }) },
      { weight: 6, arbitrary: fc.double({ min: 0, max: 12, noNaN: true }).map((one) => Math.round(one * 1000) / 1000) },
      { weight: 1, arbitrary: fc.constant(never) },
    )
    const rows = (count: number) =>
      fc.array(fc.array(cost, { minLength: points, maxLength: points }), { minLength: count, maxLength: count })
    return fc.record({
      weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: points, maxLength: points }),
      candidates: rows(sites),
      existing: rows(fixed),
      count: fc.integer({ min: 1, max: sites }),
      limit: fc.integer({ min: 0, max: 12 }),
    })
  })
  .map(({ weights, candidates, existing, ...asked }) => ({ one: problem(weights, candidates, existing), ...asked }))

const choicesOf = (sites: number, count: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** sites }, (_, bits) =>
    Array.from({ length: sites }, (__, site) => site).filter((site) => (bits >> site) & 1),
  ).filter((chosen) => chosen.length === count)
const near = (a: number, b: number) => a === b || Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(Math.min(a, b)))

/** The best of all choices, and how many have it; points that nothing reaches do not count. */
function byTrying(
  one: SitingProblem,
  count: number,
  value: (part: SitingProblem, chosen: readonly number[]) => number,
) {
  const every = [...one.candidates.keys()]
  const weights = one.weights.map((weight, point) => (nearestOf(one, every, point) === never ? 0 : weight))
  const part = { ...one, weights }
  const choices = choicesOf(every.length, count)
  const values = choices.map((chosen) => value(part, chosen))
  const best = Math.min(...values)
  return { best, bests: choices.filter((_, at) => near(values[at] ?? never, best)) }
}

/** Says what trying all choices says: the value, that it is proven, and another as good where there is one. */
function expectBest(answer: SitingAnswer, { best, bests }: ReturnType<typeof byTrying>, sign = 1) {
  if (answer.state === 'refused') {
    expect(['noDemand', 'unreachable', 'tooFewSites']).toContain(answer.reason)
    if (answer.reason === 'tooFewSites') expect(best).toBe(never)
    return
  }
  expect(near(sign * answer.value, best)).toBe(true)
  expectEquals(answer, bests)
}

describe('the optimum is what trying every choice finds', () => {
  const leaving = { ...ways, leaveOut: true }
  const runs = { numRuns: 300 }

  test('p-median', () => {
    fc.assert(
      fc.property(made, ({ one, count }) => expectBest(leastMean(one, count, leaving), byTrying(one, count, meanOf))),
      runs,
    )
  })

  test('maximal cover', () => {
    fc.assert(
      fc.property(made, ({ one, count, limit }) =>
        expectBest(
          mostWithin(one, count, limit, ways),
          byTrying(one, count, (part, chosen) => -withinOf(part, chosen, limit)),
          -1,
        ),
      ),
      runs,
    )
  })

  test('maximal cover of many overlapping sets, which takes the solver', () => {
    // Each site is within the limit of a tenth to a half of the points, at random: no bound is tight at once.
    const many = fc
      .record({ points: fc.integer({ min: 20, max: 60 }), count: fc.integer({ min: 2, max: 4 }), share: fc.nat(4) })
      .chain(({ points, count, share }) => {
        const row = fc.array(fc.nat(9), { minLength: points, maxLength: points })
        return fc.record({
          weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: points, maxLength: points }),
          candidates: fc.array(row, { minLength: 11, maxLength: 11 }),
          count: fc.constant(count),
          share: fc.constant(share),
          half: fc.boolean(),
        })
      })
    fc.assert(
      fc.property(many, ({ weights, candidates, count, share, half }) => {
        // Weights that are no whole numbers, too.
        const one = problem(half ? weights.map((weight) => weight * 0.7) : weights, candidates)
        const best = byTrying(one, count, (part, chosen) => -withinOf(part, chosen, share))
        expectBest(mostWithin(one, count, share, ways), best, -1)
      }),
      { numRuns: 25 },
    )
  })

  test('p-centre', () => {
    fc.assert(
      fc.property(made, ({ one, count }) => expectBest(leastWorst(one, count, leaving), byTrying(one, count, worstOf))),
      runs,
    )
  })

  test('full cover', () => {
    fc.assert(
      fc.property(made, ({ one, limit }) => {
        const answer = fewestWithin(one, limit, leaving)
        if (answer.state === 'refused') return
        const out = new Set(answer.leftOut)
        const coverers = [...one.candidates.keys()].map((count) => count + 1)
        const covers = (chosen: readonly number[]) =>
          [...one.weights].every(
            (weight, point) => weight === 0 || out.has(point) || nearestOf(one, chosen, point) <= limit,
          )
        const least = [0, ...coverers].find((count) => choicesOf(one.candidates.length, count).some(covers))
        expect(answer.value).toBe(least)
        expectEquals(answer, choicesOf(one.candidates.length, least ?? 0).filter(covers))
      }),
      runs,
    )
  })
})

describe('what must hold of every placing', () => {
  const leaving = { ...ways, leaveOut: true }
  const worth = ({ one, count, limit }: { one: SitingProblem; count: number; limit: number }) => {
    const answers = [
      leastMean(one, count, leaving),
      mostWithin(one, count, limit, ways),
      leastWorst(one, count, leaving),
    ]
    // The less the better of all; a refusal because of too few is worst.
    const signs = [1, -1, 1]
    return answers.map((answer, at) => (answer.state === 'solved' ? (signs[at] ?? 1) * answer.value : never))
  }
  const noWorse = (then: readonly number[], now: readonly number[]) => {
    for (const [at, value] of then.entries()) expect(value).toBeLessThanOrEqual((now[at] ?? 0) + 1e-9)
  }

  test('one more site is no worse', () => {
    fc.assert(
      fc.property(made, (given) => {
        if (given.count < given.one.candidates.length)
          noWorse(worth({ ...given, count: given.count + 1 }), worth(given))
      }),
      { numRuns: 100 },
    )
  })

  test('one more candidate is no worse', () => {
    fc.assert(
      fc.property(made, ({ one, ...asked }) => {
        // Reaches whatever another reaches: no point becomes reachable that was left out.
        const more = one.candidates[0]?.map((cost) => cost / 2) ?? new Float64Array()
        noWorse(worth({ one: { ...one, candidates: [...one.candidates, more] }, ...asked }), worth({ one, ...asked }))
      }),
      { numRuns: 100 },
    )
  })

  test('the order of sites and of demand changes no value', () => {
    fc.assert(
      fc.property(made, ({ one, ...asked }) => {
        const turned = (row: Float64Array) => Float64Array.from(row).reverse()
        const other = {
          weights: turned(one.weights),
          candidates: one.candidates.toReversed().map(turned),
          existing: one.existing.toReversed().map(turned),
        }
        for (const [at, value] of worth({ one: other, ...asked }).entries()) {
          const own = worth({ one, ...asked })[at] ?? 0
          expect(near(value, own)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a search that is stopped', () => {
  /** Points and sites on a plane, by a sequence of its own. */
  function scattered(points: number, sites: number): SitingProblem {
    let state = 12345
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 8) / 2 ** 24
    }
    const place = () => [next() * 100, next() * 100] as const
    const at = Array.from({ length: points }, place)
    const towns = Array.from({ length: sites }, place)
    return problem(
      at.map(() => 1 + Math.floor(next() * 99)),
      towns.map(([x, y]) => at.map(([px, py]) => Math.hypot(x - px, y - py))),
    )
  }
  const many = scattered(300, 40)

  test('says what it has, with a bound and a gap, and claims no proof', () => {
    const whole = solved(leastMean(many, 6, ways))
    const cut = solved(leastMean(many, 6, { ...ways, stop: () => true }))
    expect(whole.proven).toBe(true)
    expect(cut).toMatchObject({ proven: false, equalOptima: 'unknown' })
    expect(cut.value).toBeGreaterThanOrEqual(whole.value)
    expect(cut.bound).toBeLessThanOrEqual(whole.value)
    expect(cut.gap).toBeGreaterThan(0)
    const within = solved(mostWithin(many, 6, 12, { ...ways, stop: () => true }))
    expect(within.proven).toBe(false)
    expect(within.bound).toBeGreaterThanOrEqual(solved(mostWithin(many, 6, 12, ways)).value)
    const worst = solved(leastWorst(many, 6, { ...ways, stop: () => true }))
    const least = solved(leastWorst(many, 6, ways))
    expect(worst.bound).toBeLessThanOrEqual(least.value)
    expect(worst.value).toBeGreaterThanOrEqual(least.value)
  })

  test('is told of steps, of which the last is all', () => {
    const asks = [
      (report: (done: number, all: number) => void) => leastMean(many, 6, { ...ways, report }),
      (report: (done: number, all: number) => void) => mostWithin(many, 6, 12, { ...ways, report }),
      (report: (done: number, all: number) => void) => leastWorst(many, 6, { ...ways, report }),
      (report: (done: number, all: number) => void) => fewestWithin(many, 30, { ...ways, report }),
    ]
    for (const ask of asks) {
      const said: [number, number][] = []
      ask((done, whole) => said.push([done, whole]))
      expect(said.length).toBeGreaterThan(0)
      expect(said.every(([done, whole]) => done <= whole)).toBe(true)
      const [done, whole] = said.at(-1) ?? [0, 1]
      expect(done).toBe(whole)
    }
  })
})
