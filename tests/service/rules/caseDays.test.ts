import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '#service/rules/calendar'
import { caseDays } from '#service/rules/procedure/caseDays'
import { on } from '../../given.ts'

const received = on('2026-11-01')

describe('the days of a case', () => {
  test('are active but for those in which something asked for was missing', () => {
    const until = on('2026-12-01')
    expect(caseDays(received, until, [])).toEqual({ elapsed: 30, active: 30, paused: 0, pauses: [] })
    expect(caseDays(received, until, [{ from: on('2026-11-10'), to: on('2026-11-20') }])).toEqual({
      elapsed: 30,
      active: 20,
      paused: 10,
      pauses: [{ from: '2026-11-10', to: '2026-11-20' }],
    })
  })

  test('a pause that still lasts ends with the case; two that overlap are one; one before receipt counts from it', () => {
    const days = caseDays(received, on('2026-12-01'), [
      { from: on('2026-11-25'), to: null },
      { from: on('2026-11-12'), to: on('2026-11-16') },
      { from: on('2026-11-10'), to: on('2026-11-14') },
      { from: on('2026-10-20'), to: on('2026-11-03') },
    ])
    expect(days.pauses).toEqual([
      { from: '2026-11-01', to: '2026-11-03' },
      { from: '2026-11-10', to: '2026-11-16' },
      { from: '2026-11-25', to: '2026-12-01' },
    ])
    expect([days.active, days.paused]).toEqual([16, 14])
  })

  test('a case that was closed on the day it came has none', () => {
    expect(caseDays(received, received, [{ from: received, to: null }])).toMatchObject({
      elapsed: 0,
      active: 0,
      paused: 0,
    })
  })

  test('active and paused add up to elapsed, and each day is paused exactly where a pause holds it', () => {
    const day = fc.integer({ min: -20, max: 120 })
    const pause = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 60 })))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.array(pause, { maxLength: 8 }), (length, drawn) => {
        const until = addDays(received, length)
        const pauses = drawn.map(([at, days]) => {
          const from = addDays(received, at)
          return { from, to: days === null ? null : addDays(from, days) }
        })
        const { elapsed, active, paused } = caseDays(received, until, pauses)
        let counted = 0
        for (let at = 0; at < length; at += 1) {
          const date = addDays(received, at)
          if (pauses.some(({ from, to }) => from <= date && (to === null || date < to))) counted += 1
        }
        expect(elapsed).toBe(daysBetween(received, until))
        expect(active + paused).toBe(elapsed)
        expect(paused).toBe(counted)
      }),
    )
  })
})
