import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApportionmentMethod } from '#events/quota'
import { type Apportioned, apportion, type Question } from '#service/apportionment/apportion'
import { apportionTold } from '#service/apportionment/toldSizes'

const methods = ApportionmentMethod.options
const divisors = methods.filter((method) => method !== 'largestRemainder')

const unitsOf = (sizes: readonly number[], least = 0) =>
  sizes.map((size, at) => ({ id: `u${at}`, size, least: size === 0 ? 0 : least, locked: null }))
const share = (method: Question['method'], house: number, sizes: readonly number[], least = 0) =>
  apportion({ method, house, units: unitsOf(sizes, least) })
const seatsOf = ({ seats }: Apportioned) => seats.map((one) => one.seats)

describe('E7', () => {
  const sizes = [5117, 4400, 162, 161, 160]

  test.each([
    ['largestRemainder', [51, 44, 2, 2, 1]],
    ['dHondt', [52, 45, 1, 1, 1]],
    ['sainteLague', [51, 43, 2, 2, 2]],
  ] as const)('%s gives 100 seats to %j', (method, expected) => {
    const result = share(method, 100, sizes)
    expect(seatsOf(result)).toEqual(expected)
    expect(result.ties).toEqual([])
  })

  test('the second group has a share of exactly 44: 45 and 43 both leave the quota, and that is said', () => {
    const second = (method: Question['method']) => share(method, 100, sizes).seats[1]
    expect(second('dHondt')).toMatchObject({ share: 44, leavesQuota: 'above' })
    expect(second('sainteLague')).toMatchObject({ share: 44, leavesQuota: 'below' })
    expect(second('largestRemainder')).toMatchObject({ share: 44, leavesQuota: null })
  })

  test.each(methods)('%s: [14, 28, 7, 35] share 12 as [2, 4, 1, 5]', (method) => {
    expect(seatsOf(share(method, 12, [14, 28, 7, 35]))).toEqual([2, 4, 1, 5])
  })

  test.each(methods)('%s: nobody of size 0 gets a seat: [0, 14, 28, 0, 0] share 6 as [0, 2, 4, 0, 0]', (method) => {
    expect(seatsOf(share(method, 6, [0, 14, 28, 0, 0]))).toEqual([0, 2, 4, 0, 0])
  })

  test('the first divisor of 1.4 makes the first seat dearer: [6, 1] share 4', () => {
    expect(seatsOf(share('sainteLague', 4, [6, 1]))).toEqual([3, 1])
    expect(seatsOf(share('modifiedSainteLague', 4, [6, 1]))).toEqual([4, 0])
  })
})

describe('other published answers', () => {
  // Balinski & Young's example of the five traditional methods: 26,000 people, 26 seats, five different answers.
  const states = [9061, 7179, 5259, 3319, 1182]
  test.each([
    ['dHondt', [10, 7, 5, 3, 1]],
    ['largestRemainder', [9, 7, 5, 4, 1]],
    ['sainteLague', [9, 8, 5, 3, 1]],
    ['huntingtonHill', [9, 7, 6, 3, 1]],
    ['adams', [9, 7, 5, 3, 2]],
  ] as const)('%s gives 26 seats to five states as %j', (method, expected) => {
    expect(seatsOf(share(method, 26, states))).toEqual(expected)
  })

  test('the first seat is free by Huntington-Hill: [3, 1] share 3', () => {
    // The second seat of 3 has the priority 3 / sqrt(1 x 2) = 2.12; the first of 1 came before it.
    expect(seatsOf(share('huntingtonHill', 3, [3, 1]))).toEqual([2, 1])
  })

  test('a group loses a seat when the house grows, and is warned of it (Alabama)', () => {
    // [6, 6, 2]: quotas of 10 are 4.29, 4.29, 1.43 and of 11 are 4.71, 4.71, 1.57.
    const result = share('largestRemainder', 10, [6, 6, 2])
    expect(seatsOf(result)).toEqual([4, 4, 2])
    expect(seatsOf(share('largestRemainder', 11, [6, 6, 2]))).toEqual([5, 5, 1])
    expect(result.seats.map(({ losesWhenHouseGrows }) => losesWhenHouseGrows)).toEqual([false, false, true])
  })
})

describe('ties', () => {
  test.each(methods)('%s: equal claims to one seat are told, and nobody gets it', (method) => {
    const result = share(method, 3, [5, 5])
    expect(seatsOf(result)).toEqual([1, 1])
    expect(result.ties).toEqual([{ among: ['u0', 'u1'], seats: 1 }])
    expect(result.seats.map(({ why }) => why)).toEqual(['tie', 'tie'])
    expect(result.lot).toBeNull()
  })

  test('equal claims of unequal sizes are found: 6 and 4 share 4 by d’Hondt, 7 and 4 do so without a tie', () => {
    // The fourth seat: 6 / 3 = 4 / 2.
    expect(share('dHondt', 4, [6, 4]).ties).toEqual([{ among: ['u0', 'u1'], seats: 1 }])
    expect(share('dHondt', 4, [7, 4]).ties).toEqual([])
  })

  test('sizes that differ by one in six million are not a tie', () => {
    for (const method of methods) expect(share(method, 3, [6_000_000, 5_999_999]).ties).toEqual([])
  })

  test('a lot is drawn on request only, from a text that is told, and falls the same again in any order', () => {
    const units = unitsOf([5, 5, 5])
    const draw = (lot: string, list = units) => apportion({ method: 'sainteLague', house: 4, units: list, lot })
    const drawn = draw('møde 12').lot?.drawn
    expect(drawn).toHaveLength(1)
    expect(draw('møde 12', units.toReversed()).lot).toEqual({ seed: 'møde 12', drawn })
    expect(seatsOf(draw('møde 12')).reduce((sum, one) => sum + one)).toBe(4)
    const others = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((text) => draw(text).lot?.drawn[0])
    expect(new Set(others).size).toBeGreaterThan(1)
    expect(apportion({ method: 'sainteLague', house: 3, units, lot: 'møde 12' }).lot).toBeNull()
  })
})

describe('limits', () => {
  test('a least number is given first, and says so', () => {
    const result = share('largestRemainder', 10, [960, 20, 20], 1)
    expect(seatsOf(result)).toEqual([8, 1, 1])
    expect(result.seats.map(({ why }) => why)).toEqual(['size', 'minimum', 'minimum'])
    expect(seatsOf(share('dHondt', 10, [960, 20, 20], 1))).toEqual([8, 1, 1])
  })

  test('a locked unit keeps what it has, and the rest is shared between the others', () => {
    const units = unitsOf([10, 10, 20]).map((unit, at) => (at === 0 ? { ...unit, locked: 6 } : unit))
    for (const method of methods) {
      const result = apportion({ method, house: 12, units })
      expect(seatsOf(result)).toEqual([6, 2, 4])
      expect(result.seats[0]).toMatchObject({ why: 'locked', leavesQuota: 'above' })
    }
  })

  test('limits that cannot be met together are named with their numbers', () => {
    expect(share('adams', 3, [5, 5, 5, 5], 1).infeasible).toEqual({
      code: 'minimumAboveFrame',
      frame: 3,
      areas: 4,
      minimum: 1,
      locked: 0,
      needed: 4,
    })
    const locked = unitsOf([5, 5]).map((unit) => ({ ...unit, locked: 2 }))
    expect(apportion({ method: 'adams', house: 3, units: locked }).infeasible).toEqual({
      code: 'lockedAboveFrame',
      frame: 3,
      locked: 4,
    })
    expect(apportion({ method: 'adams', house: 5, units: locked }).infeasible).toMatchObject({
      code: 'nobodyToShareBetween',
    })
    expect(share('dHondt', 0, [0, 0]).infeasible).toBeNull()
  })

  test('a floor of another rule lifts only those it is for, is told apart, and gives way to a higher least number', () => {
    const near = (least: number, house: number) =>
      apportion({
        method: 'dHondt',
        house,
        units: unitsOf([960, 20, 20, 0], least).map((unit, at) => ({ ...unit, floor: at === 1 ? 1 : 0 })),
      })
    expect(near(0, 10).seats.map(({ seats, why }) => [seats, why])).toEqual([
      [9, 'size'],
      [1, 'floor'],
      [0, 'size'],
      [0, 'nobody'],
    ])
    expect(near(1, 10).seats.map(({ why }) => why)).toEqual(['size', 'minimum', 'minimum', 'nobody'])
    expect(near(0, 0).infeasible).toEqual({ code: 'floorAboveFrame', frame: 0, areas: 1, locked: 0, needed: 1 })
    expect(near(1, 0).infeasible).toMatchObject({ code: 'minimumAboveFrame', areas: 3, needed: 3 })
  })

  test('sizes that are no whole numbers are no sizes', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => share('dHondt', 3, [wrong, 2])).toThrow(RangeError)
  })
})

describe('whatever the sizes', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 })
  const house = fc.integer({ min: 0, max: 60 })
  const anyMethod = fc.constantFrom(...methods)
  const total = (result: Apportioned) =>
    seatsOf(result).reduce((sum, one) => sum + one, 0) + result.ties.reduce((sum, { seats }) => sum + seats, 0)

  test('every seat is given or tied, and nobody has seats without people', () => {
    fc.assert(
      fc.property(anyMethod, house, sizes, (method, seats, of) => {
        fc.pre(of.some((one) => one > 0))
        const result = share(method, seats, of)
        expect(total(result)).toBe(seats)
        for (const [at, one] of of.entries()) if (one === 0) expect(seatsOf(result)[at]).toBe(0)
      }),
    )
  })

  test('order and names do not matter', () => {
    fc.assert(
      fc.property(anyMethod, house, sizes, fc.integer(), (method, seats, of, turn) => {
        const units = unitsOf(of)
        const key = (id: string) => (Number(id.slice(1)) * 7919 + turn) % 13
        const shuffled = units.toSorted((a, b) => key(a.id) - key(b.id))
        const byId = (result: Apportioned) => new Map(result.seats.map((one) => [one.id, one]))
        const [one, other] = [units, shuffled].map((list) => apportion({ method, house: seats, units: list }))
        if (one === undefined || other === undefined) throw new Error('two results')
        expect(byId(other)).toEqual(byId(one))
        expect(other.ties.map(({ among }) => among.toSorted())).toEqual(one.ties.map(({ among }) => among.toSorted()))
      }),
    )
  })

  test('doubling all sizes changes nothing', () => {
    fc.assert(
      fc.property(anyMethod, house, sizes, (method, seats, of) => {
        const double = of.map((one) => 2 * one)
        expect(share(method, seats, double).seats).toEqual(share(method, seats, of).seats)
      }),
    )
  })

  test('largest remainder stays within one of the share; divisor methods say when they do not', () => {
    fc.assert(
      fc.property(anyMethod, house, sizes, (method, seats, of) => {
        for (const { seats: got, share: exact, leavesQuota, why } of share(method, seats, of).seats) {
          const [floor, ceil] = [Math.floor(exact + 1e-9), Math.ceil(exact - 1e-9)]
          if (method === 'largestRemainder') expect(Math.abs(got - exact)).toBeLessThan(1)
          if (why !== 'tie') expect(leavesQuota).toBe(got > ceil ? 'above' : got < floor ? 'below' : null)
        }
      }),
    )
  })

  test('by a divisor method nobody loses a seat when the house grows, with least numbers or without', () => {
    const least = fc.integer({ min: 0, max: 2 })
    fc.assert(
      fc.property(fc.constantFrom(...divisors), house, sizes, least, (method, seats, of, min) => {
        const before = share(method, seats, of, min)
        fc.pre(before.infeasible === null)
        const after = share(method, seats + 1, of, min)
        for (const [at, got] of seatsOf(before).entries()) expect(seatsOf(after)[at]).toBeGreaterThanOrEqual(got)
      }),
    )
  })

  test('a unit that grows alone never loses by a divisor method', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...divisors),
        house,
        sizes,
        fc.integer({ min: 1, max: 999 }),
        (method, n, of, more) => {
          fc.pre((of[0] ?? 0) > 0)
          const after = of.map((size, at) => (at === 0 ? size + more : size))
          const certain = seatsOf(share(method, n, of))[0] ?? 0
          expect((seatsOf(share(method, n, after))[0] ?? 0) + 1).toBeGreaterThan(certain)
        },
      ),
    )
  })

  test('least numbers are kept, and the sum still is the house', () => {
    fc.assert(
      fc.property(anyMethod, fc.integer({ min: 24, max: 80 }), sizes, (method, seats, of) => {
        fc.pre(of.some((one) => one > 0))
        const result = share(method, seats, of, 2)
        expect(total(result)).toBe(seats)
        for (const [at, one] of of.entries()) if (one > 0) expect(seatsOf(result)[at]).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  test('a divisor method agrees with its own definition: no seat could go from one to another with a greater claim', () => {
    const divisor: Record<string, (seats: number) => number> = {
      sainteLague: (s) => 2 * s + 1,
      modifiedSainteLague: (s) => (s === 0 ? 1.4 : 2 * s + 1),
      dHondt: (s) => s + 1,
      huntingtonHill: (s) => Math.sqrt(s * (s + 1)),
      adams: (s) => s,
    }
    fc.assert(
      fc.property(fc.constantFrom(...divisors), house, sizes, (method, n, of) => {
        const result = share(method, n, of)
        const d = divisor[method] ?? (() => 1)
        const got = seatsOf(result)
        const last = got.map((s, at) => (s === 0 ? Number.POSITIVE_INFINITY : (of[at] ?? 0) / d(s - 1)))
        const next = got.map((s, at) => (of[at] ?? 0) / d(s))
        for (const a of last)
          for (const b of next) {
            if (!Number.isFinite(a) || Number.isNaN(b) || !Number.isFinite(b)) continue
            expect(a).toBeGreaterThanOrEqual(b * (1 - 1e-12))
          }
      }),
    )
  })
})

describe('the total that was asked for', () => {
  const anyMethod = fc.constantFrom(...methods)
  const house = fc.integer({ min: 0, max: 40 })
  /** Units as a proposal has them: one least number for all who have people, a floor for some, and some locked. */
  const limited = fc
    .record({
      minimum: fc.integer({ min: 0, max: 3 }),
      units: fc.array(
        fc.record({
          size: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 })),
          isFar: fc.boolean(),
          locked: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 3 }),
        }),
        { minLength: 1, maxLength: 10 },
      ),
    })
    .map(({ minimum, units }) =>
      units.map(({ size, isFar, locked }, at) => ({
        ...{ id: `u${at}`, size, locked },
        ...{ least: size > 0 ? minimum : 0, floor: Number(size > 0 && isFar) },
      })),
    )
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

  test('is given, tied and locked seats together by every method, and given to the last when a lot is drawn', () => {
    fc.assert(
      fc.property(anyMethod, house, limited, (method, frame, units) => {
        const open = apportion({ method, house: frame, units })
        fc.pre(open.infeasible === null)
        expect(sum(seatsOf(open)) + sum(open.ties.map(({ seats }) => seats))).toBe(frame)
        const drawn = apportion({ method, house: frame, units, lot: 'møde 12' })
        expect(sum(seatsOf(drawn))).toBe(frame)
        for (const [at, { least, floor, locked }] of units.entries()) {
          const got = seatsOf(open)[at] ?? -1
          if (locked === null) expect(got).toBeGreaterThanOrEqual(Math.max(least, floor))
          else expect([got, seatsOf(drawn)[at]]).toEqual([locked, locked])
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('is refused exactly when limits cannot be met together, and the limits that are named add up to more than it', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyMethod, house, limited, (method, frame, units) => {
        const { infeasible, seats } = apportion({ method, house: frame, units })
        const free = units.filter((one) => one.locked === null)
        const locked = sum(units.map((one) => one.locked ?? 0))
        const needed = locked + sum(free.map(({ least, floor }) => Math.max(least, floor)))
        const hasTaker = free.some(({ size }) => size > 0)
        expect(infeasible !== null).toBe(needed > frame || (needed < frame && !hasTaker))
        if (infeasible === null) return
        seen.add(infeasible.code)
        expect(seats).toEqual([])
        expect(infeasible).toMatchObject({ frame, locked })
        if (infeasible.code === 'lockedAboveFrame') expect(locked).toBeGreaterThan(frame)
        else if (infeasible.code === 'nobodyToShareBetween') expect(locked).toBeLessThan(frame)
        else {
          const each = infeasible.code === 'minimumAboveFrame' ? infeasible.minimum : 1
          expect(infeasible.needed).toBe(needed)
          expect(locked + infeasible.areas * each).toBe(needed)
          expect(needed).toBeGreaterThan(frame)
        }
      }),
      { numRuns: 2000, seed: 7 },
    )
    expect([...seen].toSorted()).toEqual([
      'floorAboveFrame',
      'lockedAboveFrame',
      'minimumAboveFrame',
      'nobodyToShareBetween',
    ])
  })

  test('is no other where some sizes are hidden: what falls on those together is part of it', () => {
    const told = fc.array(
      fc.record({
        size: fc.integer({ min: 0, max: 5000 }),
        isHidden: fc.boolean(),
        locked: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 2 }),
      }),
      { minLength: 1, maxLength: 10 },
    )
    fc.assert(
      fc.property(anyMethod, house, told, fc.boolean(), (method, frame, areas, isSumTold) => {
        const hidden = sum(areas.map(({ size, isHidden, locked }) => (isHidden && locked === null ? size : 0)))
        const answer = apportionTold({
          ...{ method, house: frame },
          areas: areas.map(({ size, isHidden, locked }, at) => ({
            ...{ id: `a${at}`, least: 0, floor: 0, locked },
            people: isHidden ? { state: 'hidden' } : { state: 'value', value: size },
          })),
          pool: () => ({
            people: isSumTold ? { state: 'value', value: hidden } : { state: 'hidden' },
            least: hidden,
            most: hidden + 3,
          }),
        })
        // Where nothing certain can be said, or limits conflict, nothing is handed out.
        if (answer.seats.size === 0 && answer.pool === null) return
        const given = sum([...answer.seats.values()].map(({ seats }) => seats))
        expect(given + (answer.pool ?? 0) + sum(answer.ties.map(({ seats }) => seats))).toBe(frame)
      }),
      { numRuns: 1000 },
    )
  })
})
