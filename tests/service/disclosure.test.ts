import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disclosed, disclosedCells } from '#service/disclosure'

describe('R-40: small numbers', () => {
  test('4.99 is below five, though it rounds to it; 5 is not', () => {
    expect(disclosed(4.99, 5)).toEqual({ value: null, hidden: true })
    expect(disclosed(5, 5)).toEqual({ value: 5, hidden: false })
  })

  test('a total of 12 with cells 8 and 4: hiding only the 4 would reveal it, so both are hidden', () => {
    expect(disclosedCells([8, 4], 5).map(({ hidden }) => hidden)).toEqual([true, true])
  })

  test('of several cells only as many more as it takes, the smallest first', () => {
    expect(disclosedCells([30, 4, 9, 50], 5).map(({ value }) => value)).toEqual([30, null, null, 50])
    expect(disclosedCells([30, 9, 50], 5).map(({ value }) => value)).toEqual([30, 9, 50])
    // Two ones would be had from their sum of two: one more is hidden with them.
    expect(disclosedCells([1, 1, 7, 20], 5).map(({ value }) => value)).toEqual([null, null, null, 20])
  })

  test('an unknown cell is not told as zero, and keeps a hidden one hidden', () => {
    expect(disclosedCells([null, 4, 9], 5)).toEqual([
      { value: null, hidden: false },
      { value: null, hidden: true },
      { value: 9, hidden: false },
    ])
  })

  test('who knows the total cannot work a small cell out', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(cells, (counts) => {
        const shown = disclosedCells(counts, 5)
        const hidden = shown.flatMap((cell, at) => (cell.hidden ? [counts[at] ?? 0] : []))
        const left =
          counts.reduce((sum, count) => sum + count, 0) - shown.reduce((sum, { value }) => sum + (value ?? 0), 0)
        expect(left).toBe(hidden.reduce((sum, count) => sum + count, 0))
        // What is left is one hidden cell's own number only where there is no other cell to hide it behind.
        if (hidden.length > 0) expect(hidden.length).toBeGreaterThanOrEqual(2)
        for (const [at, cell] of shown.entries()) if (!cell.hidden) expect(counts[at]).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})
