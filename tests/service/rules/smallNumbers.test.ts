import { describe, expect, test } from 'vitest'
import { smallNumbers } from '#service/rules/coverage/smallNumbers'
import type { GroupSizeFact } from '#service/rules/facts/coverage'
import { ok2024 } from '#service/rules/ruleSets'
import { address, midtjylland, relocationFacts } from './facts.ts'

const { parameters } = ok2024(midtjylland)
const facts = relocationFacts({
  from: address('0727', 'Nørregade 1'),
  to: address('0727', 'Søndergade 2'),
  wantedFrom: '2027-03-01',
})
const judged = (areas: GroupSizeFact['areas']) =>
  smallNumbers.evaluate({ ...facts, groupSize: { group: 'osteogenesis-imperfecta', areas } }, parameters)

const value = (count: number) => ({ state: 'value', value: count }) as const
const hidden = { state: 'hidden' } as const
const unknown = { state: 'unknown', lacks: 'prevalence' } as const

describe('R-40: small numbers are not shown', () => {
  test('R-40 given a municipality that is hidden and 141 in the region, then 141 in the region is what may be told', () => {
    const finding = judged([
      { area: 'Hedensted', told: hidden },
      { area: 'Region Midtjylland', told: value(141) },
    ])
    expect(finding).toMatchObject({ outcome: 'pass', params: { place: 'Region Midtjylland', count: 141 } })
  })

  test('R-40 given a size that nobody knows, then information is needed, and nothing is taken for zero', () => {
    expect(judged([{ area: 'Region Midtjylland', told: unknown }])).toMatchObject({
      outcome: 'needs-information',
      missing: ['groupSize'],
    })
  })

  test('R-40 given hidden everywhere, then no number at all is told', () => {
    const finding = judged([{ area: 'Region Midtjylland', told: hidden }])
    expect(finding).toMatchObject({ outcome: 'pass', code: 'R-40.hidden' })
    expect(finding.measured.map(({ key }) => key)).toEqual(['smallestCell'])
  })

  test('R-40 given no group, then it does not apply', () => {
    expect(smallNumbers.evaluate(facts, parameters).outcome).toBe('not-applicable')
  })
})
