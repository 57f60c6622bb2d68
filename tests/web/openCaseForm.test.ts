import { describe, expect, it } from 'vitest'
import { Address } from '#events/place'
import { checkRelocation, emptyRelocation, type RelocationForm } from '../../web/pages/cases/openCaseForm.ts'

const target = { case: '26-0148', region: '1082' }
const from = Address.parse({
  text: 'Adelgade 1',
  postcode: '8660',
  town: 'Skanderborg',
  darId: null,
  position: [9.93, 56.04],
  municipality: '0746',
  certainty: 'registered',
})
const filled: RelocationForm = {
  ...emptyRelocation('2026-11-22'),
  clinic: { id: 'clinic-1', name: 'Klinik 1', address: 'address-1', from },
  applicant: 'Klinik 1',
  text: 'Frederiksgade 2',
  postcode: '8000',
  town: 'Aarhus C',
  position: [10.2, 56.15],
  municipality: '0751',
  certainty: 'geometry',
  wantedFrom: '2027-01-01',
  previousUntil: '2027-01-01',
}

function problems(form: RelocationForm) {
  const result = checkRelocation(form, target)
  return 'problems' in result ? result.problems.map(({ field, code }) => `${field}:${code}`) : []
}

describe('the relocation form', () => {
  it('makes the OpenCase command from a filled form', () => {
    const result = checkRelocation(filled, target)
    expect(result).toMatchObject({
      command: {
        case: '26-0148',
        region: '1082',
        wantedFrom: '2027-01-01',
        subject: { type: 'A3', clinic: 'clinic-1', from: { municipality: '0746' }, to: { municipality: '0751' } },
      },
    })
  })

  it('tells every problem of an empty form at once, in page order', () => {
    expect(problems(emptyRelocation('2026-11-22'))).toEqual([
      'clinic:missing',
      'applicant:missing',
      'text:missing',
      'wantedFrom:missing',
      'previousUntil:missing',
    ])
  })

  it('never chooses a municipality near a border by itself', () => {
    expect(problems({ ...filled, certainty: 'confirm', municipality: '' })).toEqual([
      'municipality:confirmMunicipality',
    ])
    expect(problems({ ...filled, certainty: 'confirmed' })).toEqual([])
  })

  it('lets a point be unknown, because unknown is a finding and not an error', () => {
    expect(problems({ ...filled, position: null, municipality: '', certainty: 'unknown' })).toEqual([])
  })

  it('refuses a wrong postcode, an impossible date, an end before the move and the same place', () => {
    expect(
      problems({
        ...filled,
        postcode: '80',
        receivedOn: '2026-02-30',
        previousUntil: '2026-12-31',
        wantedFrom: '2027-01-01',
      }),
    ).toEqual(['postcode:postcode', 'receivedOn:date', 'previousUntil:endsBeforeMove'])
    expect(problems({ ...filled, text: 'adelgade 1 ', postcode: '8660' })).toEqual(['text:samePlace'])
  })
})
