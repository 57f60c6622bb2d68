import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classOf, classRanges, fixedClasses, quantileClasses, stepExpression } from '#geo/choropleth'

describe('class breaks', () => {
  it('parts values into classes of equal size, the bound belonging to the class above', () => {
    const classes = quantileClasses([8, 1, 2, 3, 4, 5, 6, 7], 4)
    expect(classes).toEqual({ thresholds: [3, 5, 7], extent: [1, 8] })
    expect([1, 2.99, 3, 7, 100].map((value) => classOf(classes, value))).toEqual([0, 0, 1, 3, 3])
    expect(classRanges(classes)).toEqual([
      { from: 1, to: 3 },
      { from: 3, to: 5 },
      { from: 5, to: 7 },
      { from: 7, to: 8 },
    ])
  })

  it('never parts equal values', () => {
    expect(quantileClasses([0, 0, 0, 0, 0, 9], 3).thresholds).toEqual([])
    expect(quantileClasses([1, 1, 2, 2], 2).thresholds).toEqual([2])
  })

  it('keeps the unknown out of every class: it is not zero', () => {
    const classes = quantileClasses([null, 4, undefined, 2, Number.NaN], 2)
    expect(classes).toEqual({ thresholds: [4], extent: [2, 4] })
    expect([null, undefined, Number.NaN].map((value) => classOf(classes, value))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(quantileClasses([null], 5)).toEqual({ thresholds: [], extent: null })
  })

  it('takes bounds set by hand and refuses such as do not rise', () => {
    const classes = fixedClasses([0, 12], [5, 10])
    expect(classRanges(classes)).toEqual([
      { from: 0, to: 5 },
      { from: 5, to: 10 },
      { from: 10, to: 12 },
    ])
    expect(classRanges(fixedClasses([6], [5, 10]))).toEqual([
      { from: null, to: 5 },
      { from: 5, to: 10 },
      { from: 10, to: null },
    ])
    expect(() => fixedClasses([], [5, 5])).toThrow(RangeError)
    expect(() => quantileClasses([1], 0)).toThrow(RangeError)
  })

  it('paints as it explains: the step expression carries the same bounds', () => {
    const classes = fixedClasses([], [5, 10])
    expect(stepExpression(classes, ['get', 'value'], ['pale', 'mid', 'dark'])).toEqual([
      'step',
      ['get', 'value'],
      'pale',
      5,
      'mid',
      10,
      'dark',
    ])
    expect(() => stepExpression(classes, 'x', ['pale'])).toThrow(RangeError)
  })

  it('never lowers the class as the value rises, and fills every class', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (list, count) => {
        const classes = quantileClasses(list, count)
        const placed = list.toSorted((a, b) => a - b).map((value) => classOf(classes, value) ?? -1)
        expect(placed).toEqual(placed.toSorted((a, b) => a - b))
        expect(new Set(placed).size).toBe(classes.thresholds.length + 1)
        expect(classes.thresholds.length).toBeLessThan(count)
      }),
    )
  })
})
