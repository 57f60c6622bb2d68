import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CapGroup, capsOf } from '#service/rules/coverage/specialisationCap'

const usual = { capFactorHundredths: 100, capRounding: 'ceil', capMinimum: 1 } as const
const group = (id: string, people: number | null, documented = 0): CapGroup => ({ id, people, documented })
const six = [
  group('sclerosis', 300, 14),
  group('parkinson', 240),
  group('cerebral-palsy', 120),
  group('arthritis', 500),
  group('muscular', 40),
  group('oi', 12),
]

describe('R-27: caps in proportion to the size of the groups', () => {
  test('S0-2: 40 physiotherapists and 1,212 patients', () => {
    const caps = capsOf(40, six, usual)
    expect(caps?.map(({ share }) => Number(share.toFixed(2)))).toEqual([9.9, 7.92, 3.96, 16.5, 1.32, 0.4])
    expect(caps?.map(({ cap }) => cap)).toEqual([10, 8, 4, 17, 2, 1])
    // 14 documented in sclerosis are 4 too many; together the caps are more than 40, since competences overlap.
    expect(caps?.[0]?.excess).toBe(4)
    expect(caps?.reduce((sum, { cap }) => sum + cap, 0)).toBe(42)
  })

  test('S0-4: R-29 a family of 12 + 15 + 9 counts as one, and has a cap of 2', () => {
    const family = [group('connective-tissue', 12 + 15 + 9), group('others', 12_120 - 36)]
    expect(capsOf(400, family, usual)?.[0]).toMatchObject({ cap: 2 })
    expect(capsOf(400, family, usual)?.[0]?.share).toBeCloseTo(1.19, 2)
  })

  test('an exact share is not rounded up, and one patient more is', () => {
    expect(capsOf(10, [group('a', 5), group('b', 5)], usual)?.[0]?.cap).toBe(5)
    expect(capsOf(10, [group('a', 6), group('b', 5)], usual)?.[0]?.cap).toBe(6)
    const half = [group('a', 1), group('b', 3)]
    expect(capsOf(2, half, { ...usual, capRounding: 'round', capMinimum: 0 })?.map(({ cap }) => cap)).toEqual([1, 2])
    expect(capsOf(2, half, { ...usual, capRounding: 'floor', capMinimum: 0 })?.map(({ cap }) => cap)).toEqual([0, 1])
  })

  test('a group of unknown size leaves every cap unknown', () => {
    expect(capsOf(40, [...six, group('unknown', null)], usual)).toBeNull()
  })

  const groups = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 10 })

  test('S0-1: doubling every group changes nothing; doubling one never lowers its cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), groups, (physiotherapists, sizes) => {
        const caps = (of: readonly number[]) =>
          capsOf(
            physiotherapists,
            of.map((people, index) => group(String(index), people)),
            usual,
          )?.map(({ cap }) => cap) ?? []
        expect(caps(sizes.map((people) => 2 * people))).toEqual(caps(sizes))
        const [first = 0, ...others] = sizes
        expect(caps([2 * first, ...others])[0]).toBeGreaterThanOrEqual(caps(sizes)[0] ?? 0)
      }),
    )
  })

  test('S0-3: no group ever has a cap of 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), groups, (physiotherapists, sizes) => {
        const caps = capsOf(
          physiotherapists,
          sizes.map((people, index) => group(String(index), people)),
          usual,
        )
        for (const { cap } of caps ?? []) expect(cap).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})
