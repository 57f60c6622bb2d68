import { describe, expect, it } from 'vitest'
import { capacity, date, eventNumber, instant, number, percent, signed } from '../../web/format.ts'

describe('formats', () => {
  it('write numbers as each language does, with a real minus', () => {
    expect(number(1234.5, 'da', 1)).toBe('1.234,5')
    expect(number(1234.5, 'en', 1)).toBe('1,234.5')
    expect(signed(-43.2, 'da', 1)).toBe('−43,2')
    expect(signed(6.6, 'en', 1)).toBe('+6.6')
    expect(percent(0.715, 'da')).toBe('71,5\u00A0%')
    expect(percent(0.715, 'en')).toBe('71.5%')
  })

  it('say nothing of what is unknown', () => {
    expect([number(null, 'da'), capacity(null, 'hoursTenths', 'da'), date(null, 'en')]).toEqual(['–', '–', '–'])
  })

  it('turn stored integers into hours and units', () => {
    expect(capacity(370, 'hoursTenths', 'da')).toBe('37,0')
    expect(capacity(240, 'unitsHundredths', 'en')).toBe('2.40')
  })

  it('write dates and instants in Danish time, summer and winter', () => {
    expect(date('2026-03-12', 'da')).toBe('12.\u00A0mar. 2026')
    expect(date('2026-05-02', 'en')).toBe('2\u00A0May 2026')
    expect(instant('2026-03-12T08:41:00.000Z', 'da')).toBe('12.\u00A0mar. 2026 kl.\u00A009.41')
    expect(instant('2026-07-01T22:30:00.000Z', 'en')).toBe('2\u00A0Jul 2026 00:30')
    expect(eventNumber(48197, 'da')).toBe('nr.\u00A048.197')
  })
})
