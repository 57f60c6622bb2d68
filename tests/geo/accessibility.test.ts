import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balanced,
  type Links,
  linksOf,
  nearestCost,
  spatialAvailability,
  threeStep,
  twoStep,
  weightsOf,
} from '#geo/accessibility'
import { bandedField, twoStepByBands } from '#geo/bands'
import { gaussianDecay, halfLifeDecay, linearDecay, logisticDecay, powerDecay, stepDecay } from '#geo/decay'

const within = (limit: number) => stepDecay([{ upTo: limit, weight: 1 }])
const rounded = (values: Iterable<number>, digits: number) => [...values].map((value) => Number(value.toFixed(digits)))

/** Links from a table of costs, zones as rows; null where there is none. */
function table(rows: readonly (readonly (number | null)[])[]): Links {
  const pairs = rows.flatMap((costs, zone) =>
    costs.flatMap((cost, site) => (cost === null ? [] : [{ zone, site, cost }])),
  )
  return linksOf(rows.length, rows[0]?.length ?? 0, pairs)
}

describe('floating catchments', () => {
  test('E1: overlapping catchments', () => {
    const links = table([
      [0, null],
      [0, 0],
      [null, 0],
    ])
    const score = twoStep(links, weightsOf(links, within(0)), [10, 10, 10], [5, 5])
    expect([...score]).toEqual([0.25, 0.5, 0.25])
    expect(score.reduce((sum, value) => sum + value * 10, 0)).toBe(10)
  })

  test.each([
    { there: 40, expected: [0.331444, 0.579828, 7.286418] },
    { there: 20, expected: [0.43534, 0.683724, 5.727977] },
  ])('E2: a congested city, $there minutes to zone 3; the second is not symmetric', ({ there, expected }) => {
    const links = table([
      [1, null, there],
      [null, 1, there],
      [40, 40, 1],
    ])
    const demand = [100, 50, 10]
    const score = twoStep(links, weightsOf(links, powerDecay(1, -1, 1)), demand, [15, 20, 100])
    expect(rounded(score, 6)).toEqual(expected)
    expect(score.reduce((sum, value, zone) => sum + value * (demand[zone] ?? 0), 0)).toBeCloseTo(135, 9)
  })

  test('E3: competition-aware shares add up to the supply', () => {
    const links = table([
      [15, 30, 100],
      [30, 15, 100],
      [100, 100, 15],
    ])
    const weights = weightsOf(links, (cost) => Math.exp(-0.1 * cost))
    const available = spatialAvailability(links, weights, [50_000, 150_000, 10_000], [100_000, 100_000, 10_000])
    expect(rounded(available, 0)).toEqual([66_833, 133_203, 9_963])
    expect(available.reduce((sum, value) => sum + value, 0)).toBeCloseTo(210_000, 6)
  })

  test('E4: weights by cost', () => {
    const step = stepDecay([
      { upTo: 20, weight: 1 },
      { upTo: 40, weight: 0.68 },
      { upTo: 60, weight: 0.22 },
    ])
    expect([0, 10, 20, 30, 40, 50, 60, 70].map(step)).toEqual([1, 1, 1, 0.68, 0.68, 0.22, 0.22, 0])
    expect(gaussianDecay(1)(1)).toBeCloseTo(0.6065306597, 10)
    expect(rounded([0, 1, 2, 20, 40, 60].map(powerDecay(20, -2, 1)), 2)).toEqual([400, 400, 100, 1, 0.25, 0.11])
    expect([halfLifeDecay(10)(0), halfLifeDecay(10)(20)]).toEqual([1, 0.25])
    expect([20, 25, 30, 35, 40].map(linearDecay(30, 20))).toEqual([1, 0.75, 0.5, 0.25, 0])
    expect(logisticDecay(30, 10)(0)).toBe(1)
    expect(() =>
      stepDecay([
        { upTo: 5, weight: 1 },
        { upTo: 5, weight: 0 },
      ]),
    ).toThrow(RangeError)
  })

  test('E5: a uniform grid of 25 points', () => {
    const points = Array.from({ length: 25 }, (_, index) => [index % 5, Math.floor(index / 5)] as const)
    const wanted = [0, 6, 12, 18, 24]
    const far = table(
      wanted.map((zone) =>
        points.map(([x, y]) => Math.hypot(x - (points[zone]?.[0] ?? 0), y - (points[zone]?.[1] ?? 0))),
      ),
    )
    const supply = points.map(() => 1)
    const demand = wanted.map(() => 1)
    expect(rounded(twoStep(far, weightsOf(far, within(Number.POSITIVE_INFINITY)), demand, supply), 9)).toEqual([
      5, 5, 5, 5, 5,
    ])
    expect([...twoStep(far, weightsOf(far, within(0.9)), demand, supply)]).toEqual([1, 1, 1, 1, 1])
    // Below 0 the score is undefined, and is never shown as a number.
    expect(() => within(-1)).toThrow(RangeError)
  })

  test('a threshold is inclusive', () => {
    const links = table([[30]])
    expect([...twoStep(links, weightsOf(links, within(30)), [10], [5])]).toEqual([0.5])
    expect([...twoStep(links, weightsOf(links, within(29.999)), [10], [5])]).toEqual([0])
  })

  test('the k-th nearest; infinite where fewer can be reached', () => {
    const links = table([
      [12, 5, null],
      [null, null, null],
    ])
    expect([...nearestCost(links)]).toEqual([5, Number.POSITIVE_INFINITY])
    expect([...nearestCost(links, 2)]).toEqual([12, Number.POSITIVE_INFINITY])
  })

  test('a link that cannot be is refused', () => {
    expect(() => linksOf(1, 1, [{ zone: 1, site: 0, cost: 3 }])).toThrow(RangeError)
    expect(() => linksOf(1, 1, [{ zone: 0, site: 0, cost: -1 }])).toThrow(RangeError)
    expect(() => linksOf(1, 1, [{ zone: 0, site: 0, cost: Number.NaN }])).toThrow(RangeError)
  })
})

const city = fc
  .record({ zones: fc.integer({ min: 1, max: 8 }), sites: fc.integer({ min: 1, max: 6 }) })
  .chain(({ zones, sites }) =>
    fc.record({
      costs: fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 90 })), { minLength: sites, maxLength: sites }), {
        minLength: zones,
        maxLength: zones,
      }),
      demand: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: zones, maxLength: zones }),
      supply: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: sites, maxLength: sites }),
    }),
  )
const decay = gaussianDecay(30)

describe('what always holds', () => {
  test('demand times score is the supply that anyone can reach, and shares add up to it', () => {
    fc.assert(
      fc.property(city, ({ costs, demand, supply }) => {
        const links = table(costs)
        const weights = weightsOf(links, decay)
        const reachable = supply.reduce(
          (sum, amount, site) =>
            sum + (costs.some((row, zone) => row[site] !== null && (demand[zone] ?? 0) > 0) ? amount : 0),
          0,
        )
        const score = twoStep(links, weights, demand, supply)
        expect(score.reduce((sum, value, zone) => sum + value * (demand[zone] ?? 0), 0)).toBeCloseTo(reachable, 6)
        const shares = spatialAvailability(links, weights, demand, supply)
        expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(reachable, 6)
      }),
    )
  })

  test('multiplying every weight by one number changes nothing', () => {
    fc.assert(
      fc.property(city, fc.double({ min: 0.01, max: 100, noNaN: true }), ({ costs, demand, supply }, factor) => {
        const links = table(costs)
        const once = twoStep(links, weightsOf(links, decay), demand, supply)
        const scaled = twoStep(
          links,
          weightsOf(links, (cost) => factor * decay(cost)),
          demand,
          supply,
        )
        for (const [zone, value] of once.entries()) expect(scaled[zone]).toBeCloseTo(value, 6)
      }),
    )
  })

  test('the order of zones does not matter', () => {
    fc.assert(
      fc.property(city, ({ costs, demand, supply }) => {
        const links = table(costs)
        const turned = table(costs.toReversed())
        const of = (run: (links: Links, weights: Float64Array, demand: number[], supply: number[]) => Float64Array) => [
          [...run(links, weightsOf(links, decay), demand, supply)],
          [...run(turned, weightsOf(turned, decay), demand.toReversed(), supply)].toReversed(),
        ]
        for (const run of [twoStep, balanced, spatialAvailability]) {
          const [one = [], other = []] = of(run)
          for (const [zone, value] of one.entries()) expect(other[zone]).toBeCloseTo(value, 6)
        }
        const three = (some: Links, people: number[]) => [...threeStep(some, decay, 60, people, supply)]
        const back = three(turned, demand.toReversed()).toReversed()
        for (const [zone, value] of three(links, demand).entries()) expect(back[zone]).toBeCloseTo(value, 6)
      }),
    )
  })

  test('a zone with nobody has a score of its own and changes nobody else’s', () => {
    fc.assert(
      fc.property(city, fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 6, maxLength: 6 }), (known, away) => {
        const { costs, demand, supply } = known
        const without = table(costs)
        const withOne = table([...costs, away.slice(0, supply.length)])
        for (const run of [twoStep, spatialAvailability]) {
          const before = run(without, weightsOf(without, decay), demand, supply)
          const after = run(withOne, weightsOf(withOne, decay), [...demand, 0], supply)
          for (const [zone, value] of before.entries()) expect(after[zone]).toBeCloseTo(value, 9)
          expect(after.at(-1)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('by bands without a weight for every link it is the same', () => {
    const bands = [
      { upTo: 10, weight: 1 },
      { upTo: 20, weight: 0.68 },
      { upTo: 45, weight: 0.22 },
    ]
    fc.assert(
      fc.property(city, ({ costs, demand, supply }) => {
        const links = table(costs)
        const fields = supply.map((_, site) => {
          const listed = costs.flatMap((row, zone) => (row[site] === null ? [] : [{ zone, cost: row[site] ?? 0 }]))
          return bandedField(
            {
              cells: Uint32Array.from(listed, ({ zone }) => zone),
              costs: Float64Array.from(listed, ({ cost }) => cost),
            },
            bands,
          )
        })
        const found = twoStepByBands(costs.length, fields, bands, demand, supply)
        for (const [zone, score] of twoStep(links, weightsOf(links, stepDecay(bands)), demand, supply).entries())
          expect(found[zone]).toBeCloseTo(score, 9)
      }),
    )
  })

  test('one more site never worsens the nearest cost; a zone with nobody is defined', () => {
    fc.assert(
      fc.property(city, ({ costs, demand, supply }) => {
        const links = table(costs)
        const fewer = table(costs.map((row) => row.slice(0, -1)))
        const nearest = nearestCost(links)
        for (const [zone, cost] of nearestCost(fewer).entries()) expect(nearest[zone]).toBeLessThanOrEqual(cost)
        for (const run of [twoStep, balanced, spatialAvailability])
          for (const value of run(links, weightsOf(links, decay), demand, supply)) expect(value).not.toBeNaN()
      }),
    )
  })
})
