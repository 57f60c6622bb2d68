import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostWithin } from '#geo/siting/cover'
import { leastMean } from '#geo/siting/mean'
import { partOf, solverSeconds } from '#geo/siting/problem'
import { leastMeanWithRoom, mostWithinWithRoom } from '#geo/siting/room'
import { loadSolver } from '#geo/siting/solver'
import { servedBy } from '#geo/siting/transport'
import { expectEquals, numbers, problem, solved } from './sitingProblem.ts'

const ways = { highs: await loadSolver(), equalSeconds: 60 }
const never = Number.POSITIVE_INFINITY

/** The least cost of serving as many as can be, person by person in every way; least unserved comes first. */
function byHand(weights: readonly number[], rows: readonly (readonly number[])[], room: number) {
  const persons = weights.flatMap((weight, point) => Array.from({ length: weight }, () => point))
  const known = new Map<string, { unserved: number; total: number }>()
  function from(at: number, left: readonly number[]): { unserved: number; total: number } {
    const point = persons[at]
    if (point === undefined) return { unserved: 0, total: 0 }
    const key = `${at}:${left.join()}`
    const memo = known.get(key)
    if (memo !== undefined) return memo
    const out = from(at + 1, left)
    let best = { unserved: out.unserved + 1, total: out.total }
    for (const [site, row] of rows.entries()) {
      const cost = row[point] ?? never
      if ((left[site] ?? 0) === 0 || cost === never) continue
      const rest = from(
        at + 1,
        left.map((one, other) => (other === site ? one - 1 : one)),
      )
      const total = rest.total + cost
      if (rest.unserved < best.unserved || (rest.unserved === best.unserved && total < best.total))
        best = { unserved: rest.unserved, total }
    }
    known.set(key, best)
    return best
  }
  return from(
    0,
    rows.map(() => room),
  )
}

const made = fc
  .record({
    points: fc.integer({ min: 1, max: 5 }),
    sites: fc.integer({ min: 1, max: 4 }),
    fixed: fc.integer({ min: 0, max: 1 }),
  })
  .chain(({ points, sites, fixed }) => {
    const cost = fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 12 }) },
      { weight: 1, arbitrary: fc.constant(never) },
    )
    const rows = (count: number) =>
      fc.array(fc.array(cost, { minLength: points, maxLength: points }), { minLength: count, maxLength: count })
    return fc.record({
      weights: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: points, maxLength: points }),
      candidates: rows(sites),
      existing: rows(fixed),
      count: fc.integer({ min: 1, max: sites }),
      limit: fc.integer({ min: 0, max: 12 }),
      room: fc.integer({ min: 1, max: 5 }),
    })
  })

const choicesOf = (sites: number, count: number) =>
  Array.from({ length: 2 ** sites }, (_, bits) =>
    Array.from({ length: sites }, (__, site) => site).filter((site) => (bits >> site) & 1),
  ).filter((chosen) => chosen.length === count)

describe('sharing demand among sites that have room for so much', () => {
  test('is the cheapest way of serving most, person by person', () => {
    fc.assert(
      fc.property(made, ({ weights, candidates, room }) => {
        const rows = candidates.map((row) => Float64Array.from(row))
        const { load, total, unserved } = servedBy(Float64Array.from(weights), rows, room)
        const best = byHand(weights, candidates, room)
        expect({ unserved, total }).toEqual(best)
        expect(Math.max(...load)).toBeLessThanOrEqual(room)
        const people = weights.reduce((sum, one) => sum + one, 0)
        expect(load.reduce((sum, one) => sum + one, 0)).toBe(people - unserved)
      }),
      { numRuns: 500 },
    )
  })

  test('moves people on over a third site', () => {
    // Both want site 0; the one at point 1 can go on to site 1, whose own moves on to site 2.
    const rows = [Float64Array.of(0, 0, 9), Float64Array.of(never, 1, 0), Float64Array.of(never, never, 2)]
    expect(servedBy(Float64Array.of(1, 1, 1), rows, 1)).toEqual({
      load: Float64Array.of(1, 1, 1),
      total: 3,
      worst: 2,
      unserved: 0,
      isLeast: true,
    })
  })
})

/** A region of our size: squares of a kilometre, and as many sites as are documented for a large group. */
function region(squares: number, existing: number, candidates: number) {
  const next = numbers()
  const at = Array.from({ length: squares }, () => [next() * 150, next() * 120] as const)
  const people = at.map(() => Math.ceil(Math.exp(next() * 5.5)))
  const rows = (count: number) =>
    Array.from({ length: count }, () => [next() * 150, next() * 120] as const).map(([x, y]) =>
      at.map(([px, py]) => 2 + Math.hypot(x - px, y - py)),
    )
  return problem(people, rows(candidates), rows(existing))
}

describe('a region of 13,000 squares and 240 sites', () => {
  const large = region(13_000, 240, 4)
  const people = large.weights.reduce((sum, weight) => sum + weight, 0)

  // Moves of every square to every site, sorted beforehand, took 11 to 42 seconds.
  test('is shared in a moment, and all who can be are served', { timeout: 8000 }, () => {
    for (const room of [people, Math.ceil(people / 90)]) {
      const { load, unserved } = servedBy(large.weights, large.existing, room)
      expect(unserved).toBe(0)
      expect(load.reduce((sum, one) => sum + one, 0)).toBeCloseTo(people, 3)
      expect(Math.max(...load)).toBeLessThanOrEqual(room * (1 + 1e-6))
    }
  })

  test('what is broken off serves all the same whom there is room for, and says that it may not be the least', () => {
    const room = Math.ceil(people / 90)
    const whole = servedBy(large.weights, large.existing, room)
    const cut = servedBy(large.weights, large.existing, room, () => true)
    expect([whole.isLeast, cut.isLeast, cut.unserved]).toEqual([true, false, 0])
    expect(cut.total).toBeGreaterThanOrEqual(whole.total)
    expect(Math.max(...cut.load)).toBeLessThanOrEqual(room * (1 + 1e-6))
    expect(cut.load.reduce((sum, one) => sum + one, 0)).toBeCloseTo(people, 3)
  })

  test('a choice that meets the bound of the question without room is proven, and no other is tried', () => {
    const tried: number[] = []
    const report = (done: number) => tried.push(done)
    const answer = solved(leastMeanWithRoom(large, 2, people, { ...ways, report }))
    expect(answer).toMatchObject({ proven: true, gap: 0 })
    expect(tried).toEqual([])
  })

  test('what time is left is shared: a part that had half of it is over while the other half is left', () => {
    let left = 4
    const asked = { ...ways, secondsLeft: () => left, stop: () => left <= 0 }
    const half = partOf(asked, 0.5)
    expect(half.secondsLeft?.()).toBe(2)
    expect(solverSeconds(half, 1)).toEqual({ seconds: 1 })
    expect(solverSeconds(half)).toEqual({ seconds: 2 })
    expect(solverSeconds(ways)).toEqual({})
    left = 2.001
    expect(half.stop?.()).toBe(false)
    left = 2
    expect([half.stop?.(), asked.stop()]).toEqual([true, false])
    expect(solverSeconds(half)).toEqual({ seconds: 0 })
  })

  test('a search whose time is over answers with what it has, and says that it is not proven', () => {
    const room = Math.ceil(people / 200)
    const over = { ...ways, secondsLeft: () => 0, stop: () => true }
    const answer = solved(leastMeanWithRoom(large, 2, room, over))
    expect(answer.chosen).toHaveLength(2)
    expect(answer.proven).toBe(false)
  })

  test('two of four drawn points are placed, the steps told as they are taken', { timeout: 20_000 }, () => {
    const told: (readonly [number, number])[] = []
    const report = (done: number, all: number) => told.push([done, all])
    const room = Math.ceil(people / 90)
    const answer = solved(leastMeanWithRoom(large, 2, room, { ...ways, report }))
    expect(answer.chosen).toHaveLength(2)
    expect(answer.gap).toBeLessThan(0.2)
    const steps = told.slice(-4)
    expect(steps.length).toBe(4)
    for (const [done, all] of steps) expect(done).toBeLessThanOrEqual(all)
  })
})

describe('placing with room', () => {
  const one = problem(
    [4, 4, 2],
    [
      [0, 1, 9],
      [1, 0, 9],
      [9, 9, 0],
    ],
  )

  test('who does not fit goes farther, and the mean says so', () => {
    expect(solved(leastMeanWithRoom(one, 2, 8, ways))).toMatchObject({ chosen: [0, 2], value: 0.4, proven: true })
    // Room for 5 each: all of one point, and the only three who fit beside them.
    const tight = solved(leastMeanWithRoom(one, 2, 5, ways))
    expect(tight).toMatchObject({ chosen: [0, 1], value: 1.8, proven: true, gap: 0 })
  })

  test('too little room says how much is lacking', () => {
    expect(leastMeanWithRoom(one, 2, 4, ways)).toEqual({
      state: 'refused',
      reason: 'tooLittleRoom',
      params: { weight: 10, room: 8, short: 2 },
    })
    // Enough in all, but not where it can be reached.
    const apart = problem(
      [4, 1],
      [
        [1, never],
        [never, 1],
      ],
    )
    expect(leastMeanWithRoom(apart, 2, 3, ways)).toEqual({
      state: 'refused',
      reason: 'tooLittleRoom',
      params: { weight: 5, room: 6, short: 1 },
    })
  })

  test('what the numbers alone refuse is refused before anything is searched', () => {
    const steps: number[] = []
    const search = { ...ways, report: (done: number) => steps.push(done), stop: () => steps.push(-1) < 0 }
    expect(leastMeanWithRoom(one, 2, 4, search)).toMatchObject({ reason: 'tooLittleRoom' })
    expect(steps).toEqual([])
    // Those whom no site reaches need no room.
    const far = problem(
      [4, 4, 90],
      [
        [0, 1, never],
        [1, 0, never],
        [2, 2, never],
      ],
    )
    expect(leastMeanWithRoom(far, 2, 3, { ...search, leaveOut: true })).toMatchObject({
      params: { weight: 8, room: 6 },
    })
    expect(steps).toEqual([])
    expect(solved(leastMeanWithRoom(far, 2, 4, { ...search, leaveOut: true })).leftOut).toEqual([2])
    expect(steps).not.toEqual([])
  })

  test('other refusals are as without room; no room at all is no question', () => {
    expect(leastMeanWithRoom(one, 0, 4, ways)).toMatchObject({ reason: 'zeroSites' })
    expect(mostWithinWithRoom(one, 4, 3, 4, ways)).toMatchObject({ reason: 'tooManySites' })
    expect(() => leastMeanWithRoom(one, 1, 0, ways)).toThrow(RangeError)
    expect(() => mostWithinWithRoom(one, 1, 3, Number.NaN, ways)).toThrow(RangeError)
  })

  test('the optimum is what trying every choice finds: least mean', () => {
    fc.assert(
      fc.property(made, ({ weights, candidates, existing, count, room }) => {
        const answer = leastMeanWithRoom(problem(weights, candidates, existing), count, room, ways)
        const people = weights.reduce((sum, weight) => sum + weight, 0)
        const all = choicesOf(candidates.length, count).map((chosen) => ({
          chosen,
          ...byHand(weights, [...existing, ...chosen.map((site) => candidates[site] ?? [])], room),
        }))
        const least = Math.min(...all.map(({ unserved }) => unserved))
        if (answer.state === 'refused') {
          expect(['noDemand', 'unreachable', 'tooFewSites', 'tooLittleRoom']).toContain(answer.reason)
          if (answer.reason !== 'noDemand') expect(least).toBeGreaterThan(0)
          if (answer.reason === 'tooLittleRoom') expect(answer.params.short).toBeLessThanOrEqual(least)
          return
        }
        const best = Math.min(...all.flatMap(({ unserved, total }) => (unserved === 0 ? [total] : [])))
        const bests = all.filter(({ unserved, total }) => unserved === 0 && total === best)
        expect(answer.value * people).toBeCloseTo(best, 6)
        expectEquals(
          answer,
          bests.map(({ chosen }) => chosen),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('the optimum is what trying every choice finds: most within', () => {
    fc.assert(
      fc.property(made, ({ weights, candidates, existing, count, limit, room }) => {
        const answer = mostWithinWithRoom(problem(weights, candidates, existing), count, limit, room, ways)
        if (answer.state === 'refused') {
          expect(['noDemand', 'unreachable']).toContain(answer.reason)
          return
        }
        const people = weights.reduce((sum, weight) => sum + weight, 0)
        const near = (row: readonly number[]) => row.map((cost) => (cost <= limit ? 0 : never))
        const choices = choicesOf(candidates.length, count)
        const all = choices.map(
          (chosen) =>
            people -
            byHand(weights, [...existing.map(near), ...chosen.map((site) => near(candidates[site] ?? []))], room)
              .unserved,
        )
        const best = Math.max(...all)
        expect(answer.value).toBeCloseTo(best, 6)
        expectEquals(
          answer,
          choices.filter((_, at) => all[at] === best),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('where there is room for all, room changes nothing; less of it is no better', () => {
    fc.assert(
      fc.property(made, ({ weights, candidates, existing, count, limit, room }) => {
        const given = problem(weights, candidates, existing)
        const plain = leastMean(given, count, ways)
        const ample = leastMeanWithRoom(given, count, 100, ways)
        expect(ample.state).toBe(plain.state)
        if (plain.state === 'solved' && ample.state === 'solved') expect(ample.value).toBeCloseTo(plain.value, 7)
        const within = mostWithin(given, count, limit, ways)
        const less = mostWithinWithRoom(given, count, limit, room, ways)
        if (within.state === 'solved') expect(solved(less).value).toBeLessThanOrEqual(within.value + 1e-6)
      }),
      { numRuns: 50 },
    )
  })

  test('what is too large or is stopped says a bound and a gap, and claims no proof that it has not', () => {
    const next = numbers()
    const at = Array.from({ length: 60 }, () => [next() * 100, next() * 100] as const)
    const many = problem(
      at.map(() => 1 + Math.floor(next() * 9)),
      Array.from({ length: 12 }, () => [next() * 100, next() * 100] as const).map(([x, y]) =>
        at.map(([px, py]) => Math.hypot(x - px, y - py)),
      ),
    )
    const people = many.weights.reduce((sum, weight) => sum + weight, 0)
    const room = Math.ceil(people / 3.5)
    const whole = solved(leastMeanWithRoom(many, 4, room, ways))
    expect(whole.proven).toBe(true)
    const cut = solved(leastMeanWithRoom(many, 4, room, { ...ways, stop: () => true }))
    expect(cut).toMatchObject({ proven: false, equalOptima: 'unknown' })
    expect(cut.bound).toBeLessThanOrEqual(whole.value + 1e-9)
    expect(cut.value).toBeGreaterThanOrEqual(whole.value - 1e-9)
    expect(cut.gap).toBeGreaterThan(0)
  })
})
