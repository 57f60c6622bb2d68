import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EffectiveDate } from '#events/time'
import { addDays } from '#service/rules/calendar'
import { type Holding, hoursBefore, hoursOn, increasesOf, totalOf } from '#service/rules/riding/ridingTimeline'
import { on } from '../../given.ts'
import { step } from './ridingFacts.ts'

const start = on('2020-01-01')
const date = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(start, days))
const holding: fc.Arbitrary<Holding> = fc
  .record({
    from: date,
    days: fc.option(fc.integer({ min: 0, max: 900 })),
    hoursTenths: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ from, days, hoursTenths }) => ({ from, to: days === null ? null : addDays(from, days), hoursTenths }))
const holdings = fc.array(holding, { maxLength: 30 })

function later(a: EffectiveDate, b: EffectiveDate): EffectiveDate {
  if (a < b) return b
  return a
}

/** The total by its meaning: everybody who holds hours on the day. */
function counted(all: readonly Holding[], day: string): number {
  return all.reduce(
    (sum, { from, to, hoursTenths }) => (from <= day && (to === null || day < to) ? sum + hoursTenths : sum),
    0,
  )
}

describe('the total over effective time', () => {
  test('begins with the first hours, joins equal neighbours, and falls to 0 when nobody holds any', () => {
    expect(totalOf([])).toEqual([])
    expect(
      totalOf([
        step('2026-01-01', '2026-03-01', 100),
        step('2026-03-01', '2026-05-01', 100),
        step('2026-04-01', '2026-05-01', 50),
        step('2026-06-01', null, 0),
      ]),
    ).toEqual([
      step('2026-01-01', '2026-04-01', 100),
      step('2026-04-01', '2026-05-01', 150),
      step('2026-05-01', null, 0),
    ])
  })

  test('is on every day what is held on it', () => {
    fc.assert(
      fc.property(holdings, date, (all, day) => {
        const steps = totalOf(all)
        expect(hoursOn(steps, day)).toBe(counted(all, day))
        expect(hoursBefore(steps, day)).toBe(counted(all, addDays(day, -1)))
      }),
    )
  })

  test('does not depend on the order of the holdings (B3)', () => {
    fc.assert(
      fc.property(
        holdings.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(totalOf(shuffled)).toEqual(totalOf(all))
        },
      ),
    )
  })

  test('ascends without a gap and never repeats a total', () => {
    fc.assert(
      fc.property(holdings, (all) => {
        const steps = totalOf(all)
        for (const [index, one] of steps.entries()) {
          expect(one.to).toBe(steps[index + 1]?.from ?? null)
          expect(one.hoursTenths).not.toBe(steps[index - 1]?.hoursTenths)
        }
      }),
    )
  })
})

describe('R-14: increases over time', () => {
  // 612.0 hours: A holds 12.0, C 6.0, everybody else 594.0.
  const others = step('2010-01-01', null, 5940)
  const a = step('2010-01-01', null, 120)
  const c = (to: string | null) => step('2010-01-01', to, 60)
  const b = step('2026-06-01', null, 40)
  const from = on('2026-06-01')
  const over = (before: readonly Holding[], after: readonly Holding[], allowedTenths = 0) =>
    increasesOf({ before: totalOf(before), after: totalOf(after), from, allowedTenths })

  test('612.0 h, B +4.0: 616.0 is a breach of 4.0 for good', () => {
    expect(hoursOn(totalOf([others, a, c(null), b]), from)).toBe(6160)
    expect(over([others, a, c(null)], [others, a, c(null), b])).toEqual([step('2026-06-01', null, 40)])
  })

  test('with C’s lapse of 6.0 on the same date it is 610.0 and passes', () => {
    expect(hoursOn(totalOf([others, a, c('2026-06-01'), b]), from)).toBe(6100)
    expect(over([others, a, c('2026-06-01')], [others, a, c('2026-06-01'), b])).toEqual([])
  })

  test('with C’s lapse one month later it is a breach for exactly that month (B5)', () => {
    expect(over([others, a, c('2026-07-01')], [others, a, c('2026-07-01'), b])).toEqual([
      step('2026-06-01', '2026-07-01', 40),
    ])
  })

  test('with C’s lapse the day before, the hours are gone already and pay for nothing (R-11)', () => {
    expect(over([others, a, c('2026-05-31')], [others, a, c('2026-05-31'), b])).toEqual([step('2026-06-01', null, 40)])
  })

  test('a later lapse that is too small leaves what it does not pay for', () => {
    const small = step('2010-01-01', '2026-07-01', 10)
    expect(over([others, small], [others, small, b])).toEqual([
      step('2026-06-01', '2026-07-01', 40),
      step('2026-07-01', null, 30),
    ])
  })

  test('a change that is decided for later counts too: what comes on top of it is the change’s own', () => {
    const later = step('2026-09-01', null, 100)
    expect(over([others, later], [others, later, b])).toEqual([step('2026-06-01', null, 40)])
    expect(over([others, later], [others, later])).toEqual([])
  })

  test('the allowance is exact: 4.0 allowed is no breach of 4.0, and 3.9 leaves 0.1', () => {
    expect(over([others], [others, b], 40)).toEqual([])
    expect(over([others], [others, b], 39)).toEqual([step('2026-06-01', null, 1)])
  })

  test('a move changes the total by exactly 0 and is never in breach, whatever else is decided (B3)', () => {
    fc.assert(
      fc.property(holdings, fc.nat(), date, (all, index, day) => {
        const moving = all[index % Math.max(1, all.length)]
        if (moving === undefined) return
        const rest = all.filter((one) => one !== moving)
        const parts: Holding[] = [
          { ...moving, to: moving.to !== null && moving.to < day ? moving.to : day },
          { ...moving, from: later(moving.from, day) },
        ]
        const before = totalOf(all)
        const after = totalOf([...rest, ...parts.filter(({ from: one, to }) => to === null || one < to)])
        expect(after).toEqual(before)
        expect(increasesOf({ before, after, from: day, allowedTenths: 0 })).toEqual([])
      }),
    )
  })

  test('is exactly the days on which the total passes both the level before and the total without the change', () => {
    fc.assert(
      fc.property(holdings, holdings, date, date, (base, added, day, asked) => {
        const own = added.map((one) => ({ ...one, from: later(one.from, day) }))
        const before = totalOf(base)
        const after = totalOf([...base, ...own])
        const steps = increasesOf({ before, after, from: day, allowedTenths: 0 })
        const expected =
          asked < day
            ? 0
            : Math.max(0, hoursOn(after, asked) - Math.max(hoursBefore(before, day), hoursOn(before, asked)))
        expect(counted(steps, asked)).toBe(expected)
      }),
    )
  })
})
