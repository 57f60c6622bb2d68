import { describe, expect, it } from 'vitest'
import { sayable } from '#events/say/sayable'
import { wordsIn } from '#events/say/words'
import { alsoInvolved, filterCases } from '../../web/pages/cases/filterCases.ts'

const names = {
  municipality: (code: string) => ({ '0746': 'Skanderborg', '0751': 'Aarhus', '0615': 'Horsens' })[code] ?? code,
  region: (code: string) => ({ '1082': 'Region Midtjylland' })[code] ?? code,
}

describe('parameters as a reader says them', () => {
  it('names municipalities, regions, rules and conditions, and writes dates out', () => {
    const params = {
      from: '0746',
      open: ['0746', '0751'],
      region: '1082',
      rules: ['R-02'],
      missing: ['geocode', 'accessibility'],
      until: '2026-12-21',
    }
    expect(sayable(params, names, 'da')).toEqual({
      from: 'Skanderborg',
      open: 'Skanderborg, Aarhus',
      region: 'Region Midtjylland',
      rules: 'Kapaciteten bliver i kommunen',
      missing: 'den nye adresses sted på kortet, redegørelse for tilgængelighed',
      until: '21.\u00A0dec. 2026',
    })
  })

  it('writes the number of a case as everywhere else, in sentences too', () => {
    expect(sayable({ case: '26-0141', cases: ['26-0141', '26-0142'], number: '26-0141' }, names, 'en')).toEqual({
      case: '26/0141',
      cases: '26/0141, 26/0142',
      number: '26-0141',
    })
    expect(wordsIn('en', names).refusal('meeting.itemTwice', { case: '26-0141' })).toBe('Case 26/0141 is there twice.')
  })

  it.each(['da', 'en'] as const)('counts the caps of a proposal so that one is not several (%s)', (language) => {
    const said = ['R-27.proposed', 'R-27.proposedBelow', 'R-27.proposedBelowGroups'].map((code) =>
      wordsIn(language, names).finding({ code, params: { caps: 1, below: 1, members: ['parkinson'] } }),
    )
    expect(said.filter((sentence) => /1 (caps|lofter|of them|af dem)/.test(sentence))).toEqual([])
  })

  it('takes a date for a date even where a municipality could stand, and keeps what it does not know', () => {
    expect(sayable({ from: '2026-12-01', postcode: '8660', code: '9999' }, names, 'en')).toEqual({
      from: '1\u00A0Dec 2026',
      postcode: '8660',
      code: '9999',
    })
  })

  it('reads stored quantities in their step and shows nothing as a dash', () => {
    expect(sayable({ hoursTenths: 375, unitsHundredths: 240, days: 30, dueOn: '', open: [] }, names, 'da')).toEqual({
      hoursTenths: '37,5',
      unitsHundredths: '2,40',
      days: '30',
      dueOn: '–',
      open: '–',
    })
  })

  it.each([
    ['no-address', 'Kommunens sundhedsafdeling har ingen mailadresse i kontaktlisten (R-42)'],
    ['rejected', 'Adressen blev afvist'],
    ['unreachable', 'Mailserveren tog ikke imod'],
  ])('says why a letter was not delivered, %s, and a status, in words', (reason, said) => {
    const { event } = wordsIn('da', names)
    expect(event({ type: 'MessageDeliveryFailed', params: { reason } })).toBe(`Brev kunne ikke leveres: ${said}`)
    expect(sayable({ from: 'owner' }, names, 'da')).not.toEqual({ from: 'owner' })
  })

  it('says a corrected quantity in the step of its field, and the field in words', () => {
    const corrected = { field: 'hoursTenths', old: 265, new: 285, reason: 'Tastefejl' }
    expect(sayable(corrected, names, 'da')).toEqual({
      field: 'timer om ugen',
      old: '26,5',
      new: '28,5',
      reason: 'Tastefejl',
    })
  })
})

describe('searching the list of cases', () => {
  const row = {
    case: '26-0148',
    number: '26/0148',
    applicant: 'Klinik Ådal',
    proposal: null,
    fromMunicipality: '0746',
    toMunicipality: '0751',
    involved: ['0751', '0746', '0615'],
  }
  // Only the fields that the search reads.
  const rows = [row] as unknown as Parameters<typeof filterCases>[0]
  const name = (code: string | null) => (code === null ? '' : names.municipality(code))

  it('finds every word in number, applicant or municipality', () => {
    expect(filterCases(rows, 'ådal aarhus', name)).toHaveLength(1)
    expect(filterCases(rows, '26/0148', name)).toHaveLength(1)
    expect(filterCases(rows, 'horsens', name)).toHaveLength(1)
    expect(filterCases(rows, 'ådal odense', name)).toHaveLength(0)
    expect(filterCases(rows, '  ', name)).toHaveLength(1)
  })

  it('finds and names a proposal by its scenario', () => {
    const proposals = [
      { ...row, type: 'A16', applicant: 'Planlægger', proposal: 'Færre lofter 2027' },
    ] as unknown as typeof rows
    expect(filterCases(proposals, 'færre lofter', name)).toHaveLength(1)
    expect(filterCases(rows, 'færre lofter', name)).toHaveLength(0)
    const said = wordsIn('da', names)
    expect(proposals.map(said.kind)).toEqual(['Forslag fra scenarie: Færre lofter 2027'])
    expect(said.kind({ type: 'A3', proposal: null })).toBe(said.type('A3'))
  })

  it('names beside the move who else is heard, once', () => {
    expect(rows.map(alsoInvolved)).toEqual([['0615']])
  })
})
