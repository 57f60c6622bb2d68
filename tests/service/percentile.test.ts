import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile } from '#service/scenarios/percentile'

test('is the cost of the last of those whom it counts, and no more with exactly so many', () => {
  const costs = (cheap: number, dear: number) => [
    { cost: 40, people: dear },
    { cost: 10, people: cheap },
  ]
  expect(percentile(costs(95, 5), 95)).toBe(10)
  expect(percentile(costs(94, 6), 95)).toBe(40)
  expect(percentile(costs(19, 1), 95)).toBe(10)
  expect(percentile(costs(19, 1), 96)).toBe(40)
  expect(percentile(costs(19, 1), 100)).toBe(40)
})

test('of nobody is not known', () => {
  expect(percentile([], 95)).toBeNull()
  expect(percentile([{ cost: 10, people: 0 }], 95)).toBeNull()
})

test('is the same as that of every person counted by themselves (property)', () => {
  const group = fc.record({ cost: fc.nat(60), people: fc.integer({ min: 1, max: 30 }) })
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 100 }),
      (groups, percent) => {
        const persons = groups.flatMap(({ cost, people }) => Array<number>(people).fill(cost)).toSorted((a, b) => a - b)
        expect(percentile(groups, percent)).toBe(persons[Math.ceil((percent * persons.length) / 100) - 1])
      },
    ),
  )
})
