import { expect, test } from 'vitest'
import { CaseSubject } from '#events/caseSubject'
import { RegionCode } from '#events/identifiers'
import { effectOf } from '#service/effects/effects'
import { on } from '../../given.ts'
import { address } from '../rules/facts.ts'

const asked = {
  type: 'A15',
  person: 'person-5',
  provider: null,
  place: address('0400', 'Torvet 1'),
  homeRadiusKm: 30,
  acceptsNew: true,
  trainingDone: null,
}
const occasion = {
  from: on('2026-12-01'),
  receivedOn: on('2026-11-01'),
  region: RegionCode.parse('1084'),
  ruling: null,
}

test('A15: the therapist joins the agreement of the region, and says whether new patients are taken', () => {
  const base = { region: '1084', person: 'person-5', effectiveFrom: '2026-12-01' }
  expect(effectOf(CaseSubject.parse(asked), occasion, null)).toEqual({
    commands: [
      {
        type: 'JoinSection2Agreement',
        data: { ...base, provider: null, place: asked.place, trainingDone: null, homeRadiusKm: 30 },
      },
      { type: 'ChangeAcceptance', data: { ...base, acceptsNew: true } },
    ],
  })
})

test('A15: without a number or an address nobody knows which area is covered', () => {
  expect(effectOf(CaseSubject.parse({ ...asked, place: null }), occasion, null)).toEqual({ lacks: ['place'] })
  const numbered = effectOf(CaseSubject.parse({ ...asked, place: null, provider: '000005' }), occasion, null)
  expect(numbered).toHaveProperty('commands')
})
