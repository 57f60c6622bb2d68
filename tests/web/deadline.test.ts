import { describe, expect, it } from 'vitest'
import { deadline } from '../../web/parts/deadline.ts'

describe('a deadline', () => {
  it('counts the last day itself and turns near eight days before', () => {
    expect(deadline('2026-11-30', '2026-12-21', '2026-12-21')).toEqual({ daysLeft: 0, gone: 1, urgency: 'near' })
    expect(deadline('2026-11-30', '2026-12-21', '2026-12-13').urgency).toBe('near')
    expect(deadline('2026-11-30', '2026-12-21', '2026-12-12').urgency).toBe('calm')
  })

  it('has passed the day after', () => {
    expect(deadline('2026-11-30', '2026-12-21', '2026-12-22')).toEqual({ daysLeft: -1, gone: 1, urgency: 'passed' })
  })

  it('stays within the bar when today lies before the day it was sent', () => {
    expect(deadline('2026-11-30', '2026-12-21', '2026-11-01').gone).toBe(0)
    expect(deadline('2026-11-30', '2026-11-30', '2026-11-30').gone).toBe(1)
  })
})
