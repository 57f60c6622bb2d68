import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageByArea } from '#geo/coverage'
import { gini, palma, worstOffTenth } from '#geo/equity'
import { maximumNumber, neededAt, shortageScore, supplyDegree, untilClosing } from '#geo/supplyDegree'

describe('equity over people', () => {
  test('equal shares, and one who has all', () => {
    const equal = [
      { value: 3, people: 50 },
      { value: 3, people: 50 },
    ]
    expect(gini(equal)).toBeCloseTo(0, 12)
    expect(worstOffTenth(equal)).toBe(3)
    expect(palma(equal)).toBeCloseTo(0.25, 12)
    const one = [
      { value: 0, people: 99 },
      { value: 100, people: 1 },
    ]
    expect(gini(one)).toBeCloseTo(0.99, 12)
    expect(worstOffTenth(one)).toBe(0)
    expect(palma(one)).toBe(Number.POSITIVE_INFINITY)
  })

  test('the worst-off tenth takes a group in part', () => {
    expect(
      worstOffTenth([
        { value: 1, people: 5 },
        { value: 2, people: 95 },
      ]),
    ).toBeCloseTo(1.5, 12)
  })

  test('a place with nobody, and nothing to share, have no figure rather than a wrong one', () => {
    expect([gini([]), worstOffTenth([{ value: 4, people: 0 }]), palma([])]).toEqual([null, null, null])
    expect([gini([{ value: 0, people: 7 }]), palma([{ value: 0, people: 7 }])]).toEqual([null, null])
  })

  test('splitting a group in two changes nothing; Gini lies from 0 to 1', () => {
    const people = fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 90 }), people: fc.integer({ min: 0, max: 400 }) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(people, (of) => {
        const split = of.flatMap(({ value, people: count }) => [
          { value, people: Math.floor(count / 3) },
          { value, people: count - Math.floor(count / 3) },
        ])
        const g = gini(of)
        if (g === null) {
          expect(gini(split)).toBeNull()
          return
        }
        expect(g).toBeGreaterThanOrEqual(-1e-12)
        expect(g).toBeLessThanOrEqual(1)
        expect(gini(split)).toBeCloseTo(g, 9)
        expect(worstOffTenth(split)).toBeCloseTo(worstOffTenth(of) ?? Number.NaN, 9)
      }),
    )
  })
})

describe('supply degrees', () => {
  test('E8: Hann. Münden 2021, 1.5 more until closing', () => {
    const needed = neededAt(28.5, 105.2)
    expect(needed).toBeCloseTo(27.09, 2)
    expect(40_616 / needed).toBeCloseTo(1499, 0)
    expect(supplyDegree(29.5, needed)).toBeCloseTo(108.9, 1)
    expect(supplyDegree(30, needed)).toBeCloseTo(110.7, 1)
    expect(untilClosing(28.5, needed, 0.5)).toBe(1.5)
    expect(untilClosing(31, needed, 0.5)).toBe(0)
  })

  test('E11: a maximum number', () => {
    expect(maximumNumber(120, 120)).toBeCloseTo(100, 12)
    expect(maximumNumber(120, 120, 1.05)).toBeCloseTo(105, 12)
  })

  test('E12: a shortage score', () => {
    expect(shortageScore({ ratio: 5, poverty: 3, infantHealth: 2, travel: 4 })).toBe(19)
    expect(() => shortageScore({ ratio: 6, poverty: 0, infantHealth: 0, travel: 0 })).toThrow(RangeError)
  })
})

describe('coverage', () => {
  test('within, beyond and unreachable are three things; a cost equal to the limit is within', () => {
    const cost = [30, 30.01, Number.POSITIVE_INFINITY, 10]
    const [here, there] = coverageByArea(cost, [10, 20, 5, 0], [0, 0, 0, 1], 2, 30)
    expect(here).toEqual({ people: 35, within: 10, beyond: 20, unreachable: 5, meanCost: (300 + 600.2) / 30 })
    expect(there).toEqual({ people: 0, within: 0, beyond: 0, unreachable: 0, meanCost: null })
  })

  test('people in are people out', () => {
    const cells = fc.array(
      fc.tuple(fc.option(fc.integer({ min: 0, max: 90 })), fc.integer({ min: 0, max: 50 }), fc.nat(2)),
      {
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(cells, fc.integer({ min: 0, max: 90 }), (all, limit) => {
        const areas = coverageByArea(
          all.map(([cost]) => cost ?? Number.POSITIVE_INFINITY),
          all.map(([, people]) => people),
          all.map(([, , area]) => area),
          3,
          limit,
        )
        const sum = (pick: (area: (typeof areas)[number]) => number) =>
          areas.reduce((total, area) => total + pick(area), 0)
        expect(sum(({ people }) => people)).toBe(all.reduce((total, [, people]) => total + people, 0))
        expect(sum(({ within, beyond, unreachable }) => within + beyond + unreachable)).toBe(
          sum(({ people }) => people),
        )
      }),
    )
  })
})
