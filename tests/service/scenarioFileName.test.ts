import { describe, expect, it } from 'vitest'
import { scenarioFileName } from '#service/scenarios/fileName'

describe('the file of a scenario', () => {
  it('is called by the scenario and its date, with nothing that a file system minds', () => {
    const asOf = '2027-01-01'
    expect(scenarioFileName({ name: 'Lofter Århus/Øst (demo)', asOf })).toBe('Lofter-Århus-Øst-demo-2027-01-01.json')
    expect(scenarioFileName({ name: '../..', asOf })).toBe('scenarie-2027-01-01.json')
  })
})
