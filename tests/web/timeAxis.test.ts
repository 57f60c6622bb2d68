import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateAt, dayAt, dayOf, marksOf, plusMonths, spanOf, ticksOf, xOf } from '../../web/time/axis.ts'
import { parseDate } from '../../web/time/parseDate.ts'

const day = fc.integer({ min: dayOf('2000-01-01'), max: dayOf('2035-12-31') })

describe('the time axis', () => {
  it('counts days across a leap year and back', () => {
    expect(dayOf('2024-03-01') - dayOf('2024-02-28')).toBe(2)
    fc.assert(fc.property(day, (one) => dayOf(dateAt(one)) === one))
  })

  it('steps a month to the last day where the day does not exist', () => {
    expect(dateAt(plusMonths(dayOf('2026-01-31'), 1))).toBe('2026-02-28')
    expect(dateAt(plusMonths(dayOf('2026-03-31'), -1))).toBe('2026-02-28')
  })

  it('shows today with ten months ahead, and every moment looked at', () => {
    const today = dayOf('2026-11-22')
    expect(spanOf('3', today, null, [today])).toEqual({ from: dayOf('2024-09-22'), to: dayOf('2027-09-22') })
    fc.assert(
      fc.property(
        fc.constantFrom('3', '10', 'all'),
        fc.array(day, { minLength: 1, maxLength: 2 }),
        (length, moments) => {
          const span = spanOf(length, today, dayOf('2005-01-01'), moments)
          return moments.every((one) => span.from <= one && one <= span.to)
        },
      ),
    )
  })

  it('finds the day under the pointer again', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1200, max: 2400 }), (one, width) => {
        const span = { from: one - 300, to: one + 700 }
        return dayAt(xOf(one, span, width), span, width) === one
      }),
    )
  })

  it('merges neighbouring days into one tick without losing an event', () => {
    const span = { from: dayOf('2026-01-01'), to: dayOf('2026-12-31') }
    const days = fc.uniqueArray(fc.integer({ min: span.from, max: span.to }))
    fc.assert(
      fc.property(days, (all) => {
        const ticks = ticksOf(
          all.map((one) => ({ on: dateAt(one), count: 3 })),
          span,
          400,
        )
        return ticks.reduce((sum, { count }) => sum + count, 0) === 3 * all.length
      }),
    )
    expect(ticksOf([{ on: '2025-12-31', count: 1 }], span, 400)).toEqual([])
  })

  it('writes quarters where there is room, and only years where there is not', () => {
    const span = { from: dayOf('2024-09-22'), to: dayOf('2027-09-22') }
    expect(marksOf(span, 1000).map(({ date }) => date)[0]).toBe('2024-10-01')
    expect(marksOf(span, 300).map(({ date }) => date)).toEqual(['2025-01-01', '2026-01-01', '2027-01-01'])
  })
})

describe('a typed date', () => {
  it.each([
    ['12. mar. 2026', '2026-03-12'],
    ['12. marts 2026', '2026-03-12'],
    ['1 May 2027', '2027-05-01'],
    ['12-03-2026', '2026-03-12'],
    ['12/3 2026', '2026-03-12'],
    ['2026-03-12', '2026-03-12'],
    ['22. nov. 2026 kl. 17.17', '2026-11-22'],
    ['22 Nov 2026 17:17', '2026-11-22'],
  ])('%s is %s', (text, date) => {
    expect(parseDate(text)).toBe(date)
  })

  it.each(['', 'i morgen', '31. feb. 2026', '12. 2026', '1.2.26', '99-99-2026'])('“%s” is no date', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })
})
