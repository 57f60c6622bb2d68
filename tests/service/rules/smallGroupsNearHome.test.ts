import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MunicipalityCode } from '#events/identifiers'
import { coverOf, smallGroupsNearHome } from '#service/rules/coverage/smallGroupsNearHome'
import type { CoverageFacts, GroupCoverageFact } from '#service/rules/facts/coverage'
import { ok2024 } from '#service/rules/ruleSets'
import { address, midtjylland, relocationFacts } from './facts.ts'

const { parameters } = ok2024(midtjylland)
const facts = relocationFacts({
  from: address('0727', 'Nørregade 1'),
  to: address('0727', 'Søndergade 2'),
  wantedFrom: '2027-03-01',
})
const here = MunicipalityCode.parse('0727')
const island = MunicipalityCode.parse('0741')
const far = Number.POSITIVE_INFINITY

const reach = (metres: readonly number[], providers = 1) => ({ metres, providers })
const group = (
  before: readonly number[],
  after: readonly number[],
  persons: number | null = 575,
): GroupCoverageFact => ({
  group: 'osteogenesis-imperfecta',
  persons,
  before: reach(before),
  after: reach(after),
})
const judged = (groups: readonly GroupCoverageFact[], people = [100, 50]) => {
  const coverage: CoverageFacts = { people, municipality: [here, island], groups, inputs: [] }
  return smallGroupsNearHome.evaluate({ ...facts, coverage }, parameters)
}

describe('R-28: small groups have skilled care near home', () => {
  test('41 km in a straight line are 53.3 km by road, and more than 30: a breach, as advice', () => {
    const finding = judged([group([41_000, 1000], [41_000, 1000])])
    expect(finding).toMatchObject({ outcome: 'breach', strength: 'proposal', code: 'R-28.gap' })
    expect(finding.measured).toContainEqual({ key: 'farthestByRoad', value: 53_300, unit: 'metres', limit: 30_000 })
  })

  test('Samsø: a provider across the water is not counted', () => {
    expect(judged([group([10_000, far], [10_000, far])])).toMatchObject({ outcome: 'breach' })
  })

  test('the limit itself is near enough; a metre more is not', () => {
    const limits = { ...parameters, detourHundredths: 100 }
    expect(coverOf(reach([30_000]), [7], limits)).toMatchObject({ covered: 7 })
    expect(coverOf(reach([30_001]), [7], limits)).toMatchObject({ covered: 0 })
  })

  test('a change that takes somebody’s provider away makes a new gap, with its municipality', () => {
    expect(judged([group([10_000, 10_000], [10_000, 40_000])])).toMatchObject({
      outcome: 'breach',
      code: 'R-28.newGap',
      params: { gaps: ['0741'], before: 1000, after: 666 },
    })
  })

  test('all covered passes; the worst of several groups is told', () => {
    const covered = group([1000, 1000], [1000, 1000])
    expect(judged([covered])).toMatchObject({ outcome: 'pass', code: 'R-28.covered' })
    expect(judged([covered, group([1000, 1000], [1000, far])])).toMatchObject({ code: 'R-28.newGap' })
  })

  test('a group is small below 1,000 persons; of unknown size it is not judged', () => {
    expect(judged([group([far, far], [far, far], 999)]).outcome).toBe('breach')
    expect(judged([group([far, far], [far, far], 1000)])).toMatchObject({ code: 'R-28.noSmallGroup' })
    expect(judged([group([far, far], [far, far], null)])).toMatchObject({ code: 'R-28.noSmallGroup' })
  })

  test('no documented provider known needs information; without the ground nothing is guessed', () => {
    const nobody = { ...group([far, far], [far, far]), before: reach([far, far], 0), after: reach([far, far], 0) }
    expect(judged([nobody])).toMatchObject({ outcome: 'needs-information', missing: ['documentedProvider'] })
    const unprepared = smallGroupsNearHome.evaluate({ ...facts, coverage: 'unprepared' }, parameters)
    expect(unprepared).toMatchObject({ outcome: 'needs-information', missing: ['travelSurface'] })
    expect(smallGroupsNearHome.evaluate({ ...facts, coverage: null }, parameters).outcome).toBe('not-applicable')
  })

  test('a provider more never covers fewer', () => {
    const metres = fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(metres, metres, (one, other) => {
        const both = one.map((value, square) => Math.min(value, other[square] ?? value))
        const people = [5, 7, 11]
        expect(coverOf(reach(both), people, parameters).covered).toBeGreaterThanOrEqual(
          coverOf(reach(one), people, parameters).covered,
        )
      }),
    )
  })
})
