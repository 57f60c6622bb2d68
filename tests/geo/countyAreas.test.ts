import { describe, expect, test } from 'vitest'
import { countyArea, formerCountiesAt, isSameCounty } from '#geo/countyAreas'
import { areas } from './files.ts'

const vejle = 'Vejle Amt'
const at = (municipality: string, town: string | null = null, text = 'Vej 1') =>
  formerCountiesAt(areas, { municipality, town, text })

describe('areas agreed in a county', () => {
  test('a county as a whole is its whole municipalities, and parts of the divided ones', () => {
    expect(countyArea(areas, vejle, [])).toEqual({
      whole: ['0607', '0615', '0630', '0766'],
      parts: ['0530', '0621', '0746', '0756'],
    })
  })

  test('a list of municipalities is taken at its word, but for those that lay in the county only in part', () => {
    expect(countyArea(areas, vejle, ['0766', '0746'])).toEqual({ whole: ['0766'], parts: ['0746'] })
    expect(countyArea(areas, ' vejle amt ', ['0746']).parts).toEqual(['0746'])
    expect(countyArea(areas, 'Intet Amt', ['0746'])).toEqual({ whole: ['0746'], parts: [] })
    expect(countyArea(areas, 'Intet Amt', [])).toEqual({ whole: [], parts: [] })
  })
})

test('a county is the same however it is spelt', () => {
  expect(isSameCounty('Aarhus Amt', ' århus amt')).toBe(true)
  expect(isSameCounty('Aarhus Amt', vejle)).toBe(false)
})

describe('former counties of a place', () => {
  test('one where the municipality lay in one, both where the county line ran through it', () => {
    expect(at('0766')).toEqual([vejle])
    expect(at('0746')).toEqual([vejle, 'Århus Amt'])
    expect(at('9999')).toEqual([])
  })

  test('a former municipality named by the town settles it, or by the end of the text where there is no town', () => {
    expect(at('0746', 'Brædstrup')).toEqual([vejle])
    expect(at('0746', ' brædstrup')).toEqual([vejle])
    expect(at('0746', 'Galten')).toEqual(['Århus Amt'])
    expect(at('0746', null, 'Storegade 2, 8740 Brædstrup')).toEqual([vejle])
  })

  test('a road named after a town, or another town, settles nothing', () => {
    expect(at('0746', null, 'Brædstrupvej 4')).toEqual([vejle, 'Århus Amt'])
    expect(at('0746', 'Låsby', 'Vej 1, 8740 Brædstrup')).toEqual([vejle, 'Århus Amt'])
  })

  test('no former municipality is in two counties, so a name never settles it wrongly', () => {
    for (const { name, county, municipalities } of areas.formerMunicipalities) {
      const known = areas.counties.find(({ code }) => code === county)?.name
      for (const { code } of municipalities) expect(at(code, name), `${name} in ${code}`).toEqual([known])
    }
  })
})
