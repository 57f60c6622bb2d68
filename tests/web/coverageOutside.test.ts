import { describe, expect, it } from 'vitest'
import { recordedIn } from '../../web/pages/map/coverageRecords.ts'
import { outsideLimit } from '../../web/pages/map/coverageShare.ts'

describe('who is not covered', () => {
  const reached = { people: 10_000, within: 7_460, withinWithOffers: 9_970 }

  it('is told to the hundred, those without any way among them', () => {
    expect(outsideLimit(reached, false)).toEqual({ people: 2_500, size: 'some' })
  })

  it('tells a few from none', () => {
    expect(outsideLimit(reached, true)).toEqual({ people: 0, size: 'few' })
    expect(outsideLimit({ ...reached, within: 10_000 }, false)).toEqual({ people: 0, size: 'none' })
  })
})

describe('dates of a file', () => {
  it('are written one way, an instant with its Danish minute', () => {
    expect(recordedIn('2024-11-23')).toBe('2024-11-23')
    expect(recordedIn('2024-11-23T22:59:59.999Z')).toBe('2024-11-23 23:59')
  })
})
