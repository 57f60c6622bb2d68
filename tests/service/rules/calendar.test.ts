import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RecordedAt } from '#events/time'
import {
  addDays,
  danishDate,
  daysBetween,
  easterSunday,
  firstOfMonthAfter,
  isWorkingDay,
  onOrAfterWorkingDay,
  publicHoliday,
} from '#service/rules/calendar'
import { on } from '../../given.ts'

describe('Danish calendar', () => {
  // Dates as facts-geo.json derives them, and Easter as every almanac has it.
  test.each([
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i is %s', (year, date) => {
    expect(easterSunday(year)).toBe(date)
  })

  test('the days of Easter 2027', () => {
    const days = ['2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29', '2027-05-06', '2027-05-16', '2027-05-17']
    expect(days.map((date) => publicHoliday(on(date)))).toEqual([
      'maundy-thursday',
      'good-friday',
      'easter-sunday',
      'easter-monday',
      'ascension-day',
      'whit-sunday',
      'whit-monday',
    ])
    expect(publicHoliday(on('2027-03-27'))).toBeNull()
  })

  test('Great Prayer Day is a holiday in 2023 and none since 2024', () => {
    expect(publicHoliday(on('2023-05-05'))).toBe('great-prayer-day')
    expect(publicHoliday(on('2024-04-26'))).toBeNull()
    expect(isWorkingDay(on('2024-04-26'))).toBe(true)
  })

  test.each(['2026-05-01', '2026-06-05', '2026-12-24', '2026-12-31'])('%s is a working day', (date) => {
    expect(publicHoliday(on(date))).toBeNull()
    expect(isWorkingDay(on(date))).toBe(true)
  })

  test('from Maundy Thursday the next working day is the Tuesday after Easter', () => {
    expect(onOrAfterWorkingDay(on('2027-03-25'))).toBe('2027-03-30')
    expect(onOrAfterWorkingDay(on('2027-03-24'))).toBe('2027-03-24')
  })

  test('days cross months, leap days and years', () => {
    expect(addDays(on('2026-11-30'), 21)).toBe('2026-12-21')
    expect(addDays(on('2028-02-28'), 1)).toBe('2028-02-29')
    expect(daysBetween(on('2026-06-01'), on('2026-07-01'))).toBe(30)
    expect(daysBetween(on('2026-07-01'), on('2026-06-01'))).toBe(-30)
    expect(firstOfMonthAfter(on('2026-12-31'), 2)).toBe('2027-02-01')
  })

  test('an instant late in the evening UTC is already the next day in Denmark, in winter an hour and in summer two', () => {
    expect(danishDate(RecordedAt.parse('2026-12-31T22:59:59.999Z'))).toBe('2026-12-31')
    expect(danishDate(RecordedAt.parse('2026-12-31T23:00:00.000Z'))).toBe('2027-01-01')
    expect(danishDate(RecordedAt.parse('2026-06-30T22:00:00.000Z'))).toBe('2026-07-01')
  })

  test('days counted by hand are the days that the calendar adds, from 1850 to 2150', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -55_000, max: 55_000 }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (start, days) => {
          const date = addDays(on('2000-02-29'), start)
          expect(daysBetween(date, addDays(date, days))).toBe(days)
        },
      ),
    )
  })

  test('the next working day is a working day, not before, and nothing is skipped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const date = addDays(on('2000-01-01'), offset)
        const found = onOrAfterWorkingDay(date)
        expect(isWorkingDay(found)).toBe(true)
        for (let skipped = date; skipped < found; skipped = addDays(skipped, 1))
          expect(isWorkingDay(skipped)).toBe(false)
        // Easter with a weekend before it is the longest row of days off: Maundy Thursday to Easter Monday.
        expect(daysBetween(date, found)).toBeLessThanOrEqual(5)
      }),
    )
  })
})
