import { describe, expect, it } from 'vitest'
import { MunicipalityRow } from '#api/views/register'
import { sorted, sortIn, sortText } from '../../web/pages/map/sorting.ts'

const row = (code: string, name: string, per10000: number | null) =>
  MunicipalityRow.parse({
    code,
    name,
    region: '1082',
    population: 1000,
    capacity: 1,
    per10000,
    clinics: 0,
    providers: 0,
    ridingSchools: 0,
    idleRidingSchools: 0,
    ridingHoursTenths: 0,
    findings: { breach: 0, needsInformation: 0, needsConsultation: 0, pass: 0 },
  })
const rows = [
  row('0751', 'Aarhus', 2.8),
  row('0741', 'Samsø', null),
  row('0727', 'Odder', 2.1),
  row('0492', 'Ærø', 2.8),
]
const names = (column: 'name' | 'per10000', descending: boolean) =>
  sorted(rows, column, descending).map(({ name }) => name)

describe('the table', () => {
  it('puts an unknown value last whichever way it is sorted', () => {
    expect(names('per10000', false)).toEqual(['Odder', 'Ærø', 'Aarhus', 'Samsø'])
    expect(names('per10000', true)).toEqual(['Ærø', 'Aarhus', 'Odder', 'Samsø'])
  })

  it('puts findings that may not be seen last, after those that are none', () => {
    const hidden = { ...row('0751', 'Aarhus', 2.8), findings: null }
    const breach = {
      ...row('0492', 'Ærø', 2.8),
      findings: { breach: 1, needsInformation: 0, needsConsultation: 0, pass: 0 },
    }
    const order = (descending: boolean) =>
      sorted([hidden, row('0727', 'Odder', 2.1), breach], 'findings', descending).map(({ name }) => name)
    expect(order(true)).toEqual(['Ærø', 'Odder', 'Aarhus'])
    expect(order(false)).toEqual(['Odder', 'Ærø', 'Aarhus'])
  })

  it('sorts names as Danish does: Aa after Ø', () => {
    expect(names('name', false)).toEqual(['Odder', 'Samsø', 'Ærø', 'Aarhus'])
  })

  it('keeps its sort in the address bar and falls back to the lowest first', () => {
    expect(sortIn(sortText('population', true))).toEqual({ column: 'population', descending: true })
    expect(sortIn('nothing')).toEqual({ column: 'per10000', descending: false })
  })

  it('falls back to the worst covered first while coverage is shown, whichever way the measure runs', () => {
    expect(sortIn(undefined, { measure: 'share' })).toEqual({ column: 'covered', descending: false })
    expect(sortIn(undefined, { measure: 'nearest' })).toEqual({ column: 'covered', descending: true })
    expect(sortIn('-population', { measure: 'nearest' })).toEqual({ column: 'population', descending: true })
  })
})
