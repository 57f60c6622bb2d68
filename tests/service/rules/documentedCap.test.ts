import { describe, expect, test } from 'vitest'
import { documentedCap } from '#service/rules/coverage/documentedCap'
import type { CapFacts, SizeFact } from '#service/rules/facts/specialisation'
import { ok2024 } from '#service/rules/ruleSets'
import { address, midtjylland, relocationFacts } from './facts.ts'

const { parameters } = ok2024(midtjylland)
const here = address('0727', 'Nørregade 1')
const facts = relocationFacts({ from: here, to: here, wantedFrom: '2027-03-01' })

const size = (people: number, all: number): SizeFact => ({
  people: { state: 'value', value: people },
  all: { state: 'value', value: all },
  own: { least: people, most: people },
  others: { least: all - people, most: all - people },
})
const uptakeUnknown: SizeFact = {
  people: { state: 'unknown', lacks: 'uptake' },
  all: { state: 'unknown', lacks: 'uptake' },
  own: { least: 0, most: 300 },
  others: { least: 0, most: 912 },
}
const sclerosis = size(300, 1212)
const asked = (change: Partial<CapFacts> = {}): CapFacts => ({
  target: { kind: 'group', id: 'multiple-sclerosis' },
  area: '1082',
  physiotherapists: 40,
  before: 9,
  after: 10,
  sizes: { prevalence: sclerosis, users: sclerosis, observed: uptakeUnknown },
  set: [],
  inputs: [],
  ...change,
})
const judged = (change: Partial<CapFacts> = {}, rules: Partial<typeof parameters> = {}) =>
  documentedCap.evaluate({ ...facts, cap: asked(change) }, { ...parameters, ...rules })

describe('R-27: a cap on documented physiotherapists', () => {
  test('R-27 given 300 of 1,212 and 40 physiotherapists, then the tenth is within the cap and the eleventh above it', () => {
    expect(judged()).toMatchObject({ outcome: 'pass', code: 'R-27.within', strength: 'proposal', params: { cap: 10 } })
    expect(judged({ before: 10, after: 11 })).toMatchObject({ outcome: 'breach', params: { cap: 10, excess: 1 } })
  })

  test('R-27 given 14 documented already, then who is documented keeps it and one more is a breach by five', () => {
    expect(judged({ before: 14, after: 14 })).toMatchObject({ outcome: 'pass', code: 'R-27.holder' })
    expect(judged({ before: 14, after: 15 })).toMatchObject({ outcome: 'breach', params: { excess: 5, after: 15 } })
  })

  test('R-27 given a size that is unknown or suppressed, then information is needed and no cap is told', () => {
    const unknown = judged({}, { capBasis: 'observed' })
    expect(unknown).toMatchObject({ outcome: 'needs-information', missing: ['uptake'] })
    expect(unknown.measured[0]?.limit).toBeNull()
    const hidden: SizeFact = { ...sclerosis, people: { state: 'hidden' }, own: { least: 0, most: 12 } }
    const sizes = { prevalence: sclerosis, users: hidden, observed: hidden }
    expect(judged({ sizes })).toMatchObject({ outcome: 'needs-information', missing: ['suppressed'] })
  })

  test('R-27 given another group that is suppressed but makes no difference, then the cap stands', () => {
    const users: SizeFact = { ...sclerosis, all: { state: 'hidden' }, others: { least: 908, most: 920 } }
    expect(judged({ sizes: { prevalence: sclerosis, users, observed: users } })).toMatchObject({
      outcome: 'pass',
      params: { cap: 10 },
    })
  })

  test('R-27 given prevalence and users that differ, then both caps are told', () => {
    const users = size(147, 300)
    const { measured } = judged({ sizes: { prevalence: sclerosis, users, observed: users } })
    expect(measured.find(({ key }) => key === 'capByPrevalence')?.value).toBe(10)
    expect(measured.find(({ key }) => key === 'capByUsers')?.value).toBe(20)
  })

  test('R-27 given the parameters, then rounding, factor and least are theirs', () => {
    const cap = (rules: Partial<typeof parameters>) => judged({}, rules).params.cap
    expect(cap({ capRounding: 'floor' })).toBe(9)
    expect(cap({ capFactorHundredths: 200 })).toBe(20)
    expect(cap({ capMinimum: 12 })).toBe(12)
  })

  const adopted = { area: '1082', cap: 12, planRef: 'Praksisplan 2027', before: 11, after: 12, inputs: [] }
  test('R-27 given an adopted cap, then it is measured by instead of the formula, as a principle of the plan it names', () => {
    expect(judged({ before: 11, after: 12, set: [adopted] })).toMatchObject({
      outcome: 'pass',
      code: 'R-27.withinPlan',
      strength: 'principle',
      params: { cap: 12, planRef: 'Praksisplan 2027' },
    })
    expect(judged({ set: [{ ...adopted, before: 12, after: 13 }] })).toMatchObject({
      outcome: 'breach',
      code: 'R-27.exceedsPlan',
      strength: 'principle',
      derogationPossible: true,
      params: { cap: 12, excess: 1, planRef: 'Praksisplan 2027' },
    })
    expect(judged({ set: [{ ...adopted, before: 13, after: 13 }] })).toMatchObject({
      outcome: 'pass',
      code: 'R-27.holderPlan',
    })
  })

  test('R-27 given an adopted cap and a size that is hidden, then the cap is known all the same', () => {
    expect(judged({ set: [adopted] }, { capBasis: 'observed' })).toMatchObject({ outcome: 'pass', missing: [] })
  })

  test('R-27 given caps of two areas that the therapist works in, then the one most exceeded is told', () => {
    const council = { ...adopted, area: 'Sundhedsråd Nord', cap: 3, before: 4, after: 5 }
    expect(judged({ set: [adopted, council] })).toMatchObject({
      outcome: 'breach',
      params: { area: 'Sundhedsråd Nord', cap: 3, excess: 2 },
    })
  })

  test('R-27 given a cap that only the scenario proposes, then it stays a proposal without a plan', () => {
    const tried = judged({ set: [{ ...adopted, planRef: null, before: 12, after: 13 }] })
    expect(tried).toMatchObject({ outcome: 'breach', code: 'R-27.exceeds', strength: 'proposal' })
    expect(tried.params).not.toHaveProperty('planRef')
  })

  const proposed = (caps: readonly (readonly [string, string, number, number])[]) =>
    documentedCap.evaluate(
      {
        ...facts,
        proposal: {
          caps: caps.map(([area, group, cap, documented]) => ({ area, group, cap, documented })),
          municipalities: [],
          inputs: [],
        },
      },
      parameters,
    )
  test('R-27 given a proposal with caps below those who are documented, then each is told by its area and group', () => {
    const found = proposed([
      ['1082', 'multiple-sclerosis', 3, 5],
      ['1082', 'parkinson', 4, 4],
      ['0661', 'parkinson', 0, 2],
      ['Sundhedsråd Nord', 'multiple-sclerosis', 1, 2],
    ])
    expect(found).toMatchObject({
      outcome: 'breach',
      code: 'R-27.proposedBelowGroups',
      strength: 'proposal',
      derogationPossible: false,
      params: { caps: 4, below: 3, members: ['multiple-sclerosis', 'parkinson'] },
    })
    expect(found.measured.slice(2)).toEqual([
      { key: 'documentedInArea', value: 5, limit: 3, unit: 'count', area: '1082', group: 'multiple-sclerosis' },
      { key: 'documentedInArea', value: 2, limit: 0, unit: 'count', area: '0661', group: 'parkinson' },
      {
        key: 'documentedInArea',
        value: 2,
        limit: 1,
        unit: 'count',
        area: 'Sundhedsråd Nord',
        group: 'multiple-sclerosis',
      },
    ])
  })

  test('R-27 given a proposal whose caps hold all who are documented, to the last of them, then it passes', () => {
    const found = proposed([
      ['1082', 'multiple-sclerosis', 5, 5],
      ['1082', 'parkinson', 9, 0],
    ])
    expect(found).toMatchObject({ outcome: 'pass', code: 'R-27.proposed', params: { caps: 2, below: 0 } })
    expect(found.measured.map(({ key, value }) => [key, value])).toEqual([
      ['capsProposed', 2],
      ['capsBelowDocumented', 0],
    ])
  })

  test('R-27 given a proposal that sets no cap, then it does not apply', () => {
    expect(proposed([])).toMatchObject({ outcome: 'not-applicable', code: 'R-27.notConcerned' })
  })

  test('R-27 given another application, then it does not apply', () => {
    expect(documentedCap.evaluate(facts, parameters).outcome).toBe('not-applicable')
  })
})
