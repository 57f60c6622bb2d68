import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EffectiveDate } from '#events/time'
import { scaleOf, stairPath, yOf } from '../../web/pages/riding/chartScale.ts'
import {
  afterCase,
  breachSpans,
  ceilingOf,
  levelAt,
  overAt,
  permittedSteps,
  piecesIn,
  stepRows,
  stopForKey,
  stopsOf,
  worstBreach,
} from '../../web/pages/riding/steps.ts'
import { dateAt, dayOf } from '../../web/time/axis.ts'
import { agreement, pendingCase, riding } from './ridingFixture.ts'

const on = EffectiveDate.parse('2026-03-12')
/** R-14's worked example: 612.0 h; 4.0 h more from May, another holder's 6.0 h lapse a month later. */
const data = riding({
  timeline: [
    { from: '2010-01-01', to: '2026-06-01', hoursTenths: 6120 },
    { from: '2026-06-01', to: null, hoursTenths: 6060 },
  ],
})
const late = pendingCase({
  timeline: [
    { from: '2010-01-01', to: '2026-05-01', hoursTenths: 6120 },
    { from: '2026-05-01', to: '2026-06-01', hoursTenths: 6160 },
    { from: '2026-06-01', to: null, hoursTenths: 6100 },
  ],
  breaches: [{ from: '2026-05-01', to: '2026-06-01', hoursTenths: 40 }],
})

describe('the steps of the regional total', () => {
  it('hold from their first day, that day included, to their last, which is not', () => {
    expect(levelAt(data.timeline, '2026-05-31')).toBe(6120)
    expect(levelAt(data.timeline, '2026-06-01')).toBe(6060)
    expect(levelAt(data.timeline, '2009-12-31')).toBe(0)
  })

  it('are cut at the ends of what is shown', () => {
    const span = { from: dayOf('2026-01-01'), to: dayOf('2026-12-31') }
    expect(piecesIn(data.timeline, span)).toEqual([
      { from: span.from, to: dayOf('2026-06-01'), hoursTenths: 6120 },
      { from: dayOf('2026-06-01'), to: span.to, hoursTenths: 6060 },
    ])
  })
})

describe('the ceiling (R-14)', () => {
  it('is the total on the day before the wanted date, and what the rule set allows', () => {
    const lapsed = pendingCase({ wantedFrom: '2026-06-02' })
    expect(ceilingOf(data, late, on)).toEqual({ from: '2026-05-01', hoursTenths: 6120 })
    expect(ceilingOf({ ...data, maxIncreaseTenths: 15 }, late, on)?.hoursTenths).toBe(6135)
    expect(ceilingOf(data, lapsed, on)?.hoursTenths).toBe(6060)
  })

  it('is today’s total without a case, and unknown without a rule set', () => {
    expect(ceilingOf(data, null, on)).toEqual({ from: on, hoursTenths: 6120 })
    expect(ceilingOf({ ...data, maxIncreaseTenths: null }, late, on)).toBeNull()
  })

  it('is broken by 4.0 h in exactly the month until the lapse', () => {
    expect(afterCase(late)).toBe(6160)
    expect(worstBreach(late)?.hoursTenths).toBe(40)
    expect(['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map((day) => overAt(late, day))).toEqual([
      0, 40, 40, 0,
    ])
  })

  it('of a case that keeps it, tells the level on the wanted date', () => {
    const kept = pendingCase({ timeline: [{ from: '2010-01-01', to: null, hoursTenths: 6100 }] })
    expect(worstBreach(kept)).toBeNull()
    expect(afterCase(kept)).toBe(6100)
  })

  it('joins breaches that follow each other, with the most hours over', () => {
    const [a, b, c] = [
      { from: '2026-05-01', to: '2026-06-01', hoursTenths: 40 },
      { from: '2026-06-01', to: '2026-07-01', hoursTenths: 55 },
      { from: '2026-09-01', to: null, hoursTenths: 10 },
    ]
    expect(breachSpans(pendingCase({ breaches: [a, b, c] }).breaches)).toEqual([
      { from: '2026-05-01', to: '2026-07-01', hoursTenths: 55 },
      c,
    ])
  })
})

describe('the text twin of the chart', () => {
  it('has one row for each state, with the case and its breach', () => {
    expect(stepRows(data.timeline, late)).toEqual([
      {
        from: '2010-01-01',
        to: '2026-05-01',
        hoursTenths: 6120,
        changeTenths: 6120,
        grantedTenths: null,
        overTenths: 0,
      },
      { from: '2026-05-01', to: '2026-06-01', hoursTenths: 6120, changeTenths: 0, grantedTenths: 6160, overTenths: 40 },
      { from: '2026-06-01', to: null, hoursTenths: 6060, changeTenths: -60, grantedTenths: 6100, overTenths: 0 },
    ])
  })

  it('says nothing of a case where there is none', () => {
    expect(stepRows(data.timeline, null).every((row) => row.grantedTenths === null && row.overTenths === 0)).toBe(true)
  })
})

describe('hours that are permitted and have not begun', () => {
  it('stand from their permission until what is decided takes them away', () => {
    const waiting = agreement({ status: 'permitted', from: '2026-02-01', hoursTenths: 120 })
    const begun = agreement({ agreement: 'ra-2', status: 'started', hoursTenths: 500 })
    const { coming } = riding({
      coming: [
        { on: '2026-09-01', agreement: 'ra-1', school: 'r-1', deltaTenths: -120, totalTenths: 0 },
        { on: '2026-10-01', agreement: 'ra-2', school: 'r-1', deltaTenths: -500, totalTenths: 0 },
      ],
    })
    expect(permittedSteps([waiting, begun], coming)).toEqual([
      { from: '2026-02-01', to: '2026-09-01', hoursTenths: 120 },
      { from: '2026-09-01', to: null, hoursTenths: 0 },
    ])
    expect(permittedSteps([begun], coming)).toEqual([])
  })
})

describe('the arrow keys on the chart', () => {
  const span = { from: dayOf('2026-01-01'), to: dayOf('2026-12-31') }
  const stops = stopsOf([data.timeline, late.timeline], [dayOf(on)], span)

  it('stop at every change in sight, at today and at the ends', () => {
    expect(stops.map(dateAt)).toEqual(['2026-01-01', '2026-03-12', '2026-05-01', '2026-06-01', '2026-12-31'])
  })

  it('go to the neighbour, the first and the last, and stay at the end', () => {
    const at = (key: string, day: string) => {
      const stop = stopForKey(key, stops, dayOf(day))
      return stop === null ? null : dateAt(stop)
    }
    expect(at('ArrowRight', '2026-03-12')).toBe('2026-05-01')
    expect(at('ArrowLeft', '2026-05-01')).toBe('2026-03-12')
    expect(at('End', '2026-05-01')).toBe('2026-12-31')
    expect(at('Home', '2026-05-01')).toBe('2026-01-01')
    expect(at('ArrowRight', '2026-12-31')).toBe('2026-12-31')
    expect(at('x', '2026-05-01')).toBeNull()
  })
})

describe('the vertical axis', () => {
  const levels = fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 20 })

  it('holds every level, between round marks that rise evenly', () => {
    fc.assert(
      fc.property(levels, (all) => {
        const scale = scaleOf(all, 4)
        expect(scale.from).toBeLessThanOrEqual(Math.min(...all))
        expect(scale.to).toBeGreaterThanOrEqual(Math.max(...all))
        expect(scale.marks[0]).toBe(scale.from)
        expect(scale.marks.at(-1)).toBe(scale.to)
        expect(scale.marks.length).toBeLessThanOrEqual(8)
        expect(new Set(scale.marks.slice(1).map((mark, at) => mark - (scale.marks[at] ?? 0))).size).toBe(1)
      }),
    )
  })

  it('begins near the levels where they lie close together, and at 0 where they do not', () => {
    expect(scaleOf([6120, 6160], 4).from).toBeGreaterThan(5000)
    expect(scaleOf([500, 6160], 4).from).toBe(0)
  })

  it('puts a higher level higher on the screen', () => {
    const scale = scaleOf([6060, 6160], 4)
    expect(yOf(6160, scale, 150)).toBeLessThan(yOf(6060, scale, 150))
    expect(yOf(scale.from, scale, 150)).toBe(150)
    expect(yOf(scale.to, scale, 150)).toBe(0)
  })

  it('draws a stair: level, then upright where two steps meet, a new start where they do not', () => {
    const scale = { from: 0, to: 100, marks: [0, 100] }
    const span = { from: 0, to: 10 }
    const pieces = [
      { from: 0, to: 4, hoursTenths: 50 },
      { from: 4, to: 6, hoursTenths: 100 },
      { from: 8, to: 10, hoursTenths: 0 },
    ]
    expect(stairPath(pieces, span, scale, 10, 100)).toBe('M0 50H4V0H6M8 100H10')
  })
})
