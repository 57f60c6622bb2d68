import { describe, expect, it } from 'vitest'
import { askedOfMap } from '../../web/early.ts'

describe('what is asked before the page is drawn', () => {
  it('asks nothing of dates that are none', () => {
    for (const date of ['2024-99-99', '2024-00-10', '2023-02-30', '2024-04-31'])
      expect(askedOfMap(`?asOf=${date}`), date).toBeNull()
    for (const moment of ['2024-13-01', '2024-11-23T25:00:00.000Z'])
      expect(askedOfMap(`?asKnownAt=${moment}`), moment).toBeNull()
  })

  it('asks at the moment of the address bar', () => {
    const asKnownAt = '2024-11-23T22:59:59.999Z'
    expect(askedOfMap(`?asOf=2024-11-30&asKnownAt=${asKnownAt}`)?.at).toEqual({ asOf: '2024-11-30', asKnownAt })
    expect(askedOfMap('')?.at).toEqual({ asOf: undefined, asKnownAt: undefined })
  })
})
