import { describe, expect, it } from 'vitest'
import { AsOfParams } from '#api/asOf'
import { EffectiveDate, RecordedAt } from '#events/time'
import { resolveAsOf } from '#service/http/asOf'
import { Bbox, bboxOf, Datetime, dateOf } from '#service/http/ogcParams'

const today = EffectiveDate.parse('2026-11-22')
const clock = { today: () => today, now: () => RecordedAt.parse('2026-11-22T12:00:00.000Z') }
const resolve = (params: Record<string, string>) => resolveAsOf(AsOfParams.parse(params), clock)

describe('the two times of a query', () => {
  it('are today and everything known when nothing is said', () => {
    expect(resolve({})).toEqual({ effectiveOn: '2026-11-22', recordedAt: 'now' })
  })

  it('take a date of knowledge as the end of that day in Denmark', () => {
    expect(resolve({ asOf: '2027-01-01', asKnownAt: '2026-07-15' })).toEqual({
      effectiveOn: '2027-01-01',
      recordedAt: '2026-07-15T21:59:59.999Z',
    })
    expect(resolve({ asKnownAt: '2026-11-22' }).recordedAt).toBe('now')
  })

  it('take an instant as it is, and one of later today as now', () => {
    expect(resolve({ asKnownAt: '2026-11-22T08:00:00.000Z' }).recordedAt).toBe('2026-11-22T08:00:00.000Z')
    expect(resolve({ asKnownAt: '2026-11-22T22:59:59.999Z' }).recordedAt).toBe('now')
  })

  it('refuse knowledge from the future, and say what they expect', () => {
    for (const asKnownAt of ['2026-11-23', '2026-11-22T23:00:00.000Z']) {
      expect(fieldsOf(() => resolve({ asKnownAt }))).toEqual([
        { path: 'query.asKnownAt', expected: expect.stringContaining('not after'), code: 'future' },
      ])
    }
  })
})

describe('parameters of OGC API Features', () => {
  it('read a box of four or six numbers and nothing else', () => {
    expect(bboxOf(Bbox.parse('8,54.5,13,58'))).toEqual([8, 54.5, 13, 58])
    expect(bboxOf(Bbox.parse('8,54.5,0,13,58,100'))).toEqual([8, 54.5, 13, 58])
    for (const wrong of ['', '8,54', '8,54,13', '13,54,8,58', '8,58,13,54', '8,54,13,x', '8,54,13,', '8,54,200,58']) {
      expect([wrong, Bbox.safeParse(wrong).success]).toEqual([wrong, false])
    }
  })

  it('read a day, an instant and intervals, answered on the day nearest to today', () => {
    const dateFor = (text: string) => dateOf(Datetime.parse(text), today)
    expect(dateFor('2020-01-01')).toBe('2020-01-01')
    expect(dateFor('2020-01-01T12:00:00Z')).toBe('2020-01-01')
    expect(dateFor('2020-01-01/2021-01-01')).toBe('2021-01-01')
    expect(dateFor('2020-01-01/..')).toBe('2026-11-22')
    expect(dateFor('2027-01-01/..')).toBe('2027-01-01')
    expect(dateFor('../2027-01-01')).toBe('2026-11-22')
    expect(dateFor('/2021-01-01')).toBe('2021-01-01')
    for (const wrong of [
      '',
      '..',
      '../..',
      '2026-02-30',
      '2021-01-01/2020-01-01',
      '2020-01-01/2021-01-01/x',
      'today',
    ]) {
      expect([wrong, Datetime.safeParse(wrong).success]).toEqual([wrong, false])
    }
  })
})

function fieldsOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    if (error instanceof Error && 'problem' in error) return Object(error.problem).fields
    throw error
  }
  return 'nothing was thrown'
}
