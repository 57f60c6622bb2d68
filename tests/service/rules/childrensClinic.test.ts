import { describe, expect, test } from 'vitest'
import { childrensClinic } from '#service/rules/coverage/childrensClinic'
import { crossDiagnostic } from '#service/rules/coverage/crossDiagnostic'
import type { ChildrensClinicFact, FamilyFact } from '#service/rules/facts/specialisation'
import { ok2024 } from '#service/rules/ruleSets'
import { address, midtjylland, relocationFacts } from './facts.ts'

const { parameters } = ok2024(midtjylland)
const here = address('0727', 'Nørregade 1')
const facts = relocationFacts({ from: here, to: here, wantedFrom: '2027-03-01' })

const all = { competence: true, facilities: true, equipment: true, parentsInvolved: true }
const judged = (criteria: ChildrensClinicFact['criteria'], nearestMetres: number | null = null) =>
  childrensClinic.evaluate({ ...facts, childrensClinic: { criteria, nearestMetres, inputs: [] } }, parameters)

describe('R-31: clinics for children', () => {
  test('R-31 given three of four criteria, then information is needed: the equipment', () => {
    expect(judged({ ...all, equipment: null })).toMatchObject({
      outcome: 'needs-information',
      missing: ['equipment'],
      params: { met: 3 },
    })
  })

  test('R-31 given all four, then it passes', () => {
    expect(judged(all, 0)).toMatchObject({ outcome: 'pass', code: 'R-31.qualifies' })
  })

  test('R-31 given a clinic without equipment, then 30 km by road to one that has it is near, and a metre more is a breach', () => {
    // 23,076 m x 1.3 = 29,998.8; 23,077 m x 1.3 = 30,000.1.
    expect(judged({ ...all, equipment: false }, 23_076)).toMatchObject({ outcome: 'pass', code: 'R-31.near' })
    expect(judged({ ...all, equipment: false }, 23_077)).toMatchObject({
      outcome: 'breach',
      params: { unmet: ['equipment'], maxKm: 30 },
    })
    expect(judged({ ...all, equipment: false }, null).outcome).toBe('breach')
  })

  test('R-31 given a therapist whose clinic is not known, then information is needed', () => {
    expect(judged(null)).toMatchObject({ outcome: 'needs-information', missing: ['clinic'] })
  })

  test('R-31 given another group, then it does not apply', () => {
    expect(childrensClinic.evaluate(facts, parameters).outcome).toBe('not-applicable')
  })
})

describe('R-29: competence for a family of groups', () => {
  const family = (members: FamilyFact['members']) =>
    crossDiagnostic.evaluate({ ...facts, family: { family: 'connective-tissue', members } }, parameters)

  test('R-29 given a family, then it counts for each of its small groups and not for a large one', () => {
    expect(
      family([
        { group: 'osteogenesis-imperfecta', persons: 575 },
        { group: 'parkinson', persons: 12_000 },
      ]),
    ).toMatchObject({ outcome: 'pass', code: 'R-29.counts', params: { members: ['osteogenesis-imperfecta'] } })
    expect(family([{ group: 'parkinson', persons: 12_000 }]).code).toBe('R-29.noneSmall')
  })

  test('R-29 given a group whose size nobody knows, then information is needed', () => {
    expect(family([{ group: 'ehlers-danlos', persons: null }])).toMatchObject({
      outcome: 'needs-information',
      missing: ['groupSize'],
    })
  })

  test('R-29 given one group, then it does not apply', () => {
    expect(crossDiagnostic.evaluate(facts, parameters).outcome).toBe('not-applicable')
  })
})
