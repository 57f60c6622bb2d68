import { describe, expect, it } from 'vitest'
import {
  areasInForce,
  countyOf,
  formerMunicipalitiesOf,
  municipalitiesOfRegion,
  municipalityOf,
  parentOf,
  populationOf,
  regionOf,
} from '#geo/hierarchy'
import { areas } from './files.ts'

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)

describe('dated areas (R-41)', () => {
  it('puts Greve in Roskilde Amt, Region Sjælland and Region Østdanmark on the three dates', () => {
    expect(countyOf(areas, '0253', '2006-12-31')).toMatchObject({ status: 'one', county: { name: 'Roskilde Amt' } })
    expect(regionOf(areas, '0253', '2026-12-31')?.name).toBe('Region Sjælland')
    expect(regionOf(areas, '0253', '2027-01-01')?.name).toBe('Region Østdanmark')
    expect(parentOf(areas, '0253', '2006-12-31')).toMatchObject({ status: 'one' })
    expect(parentOf(areas, '0253', '2007-01-01')).toMatchObject({ status: 'region', region: { code: '1085' } })
  })

  it('has counties to 2006, five regions to 2026 and four from 2027', () => {
    expect(areasInForce(areas, 'region', '2006-12-31')).toEqual([])
    expect(areasInForce(areas, 'county', '2006-12-31')).toHaveLength(16)
    expect(areasInForce(areas, 'county', '2007-01-01')).toEqual([])
    expect(areasInForce(areas, 'region', '2007-01-01')).toHaveLength(5)
    expect(areasInForce(areas, 'region', '2026-12-31')).toHaveLength(5)
    expect(names(areasInForce(areas, 'region', '2027-01-01')).toSorted()).toEqual([
      'Region Midtjylland',
      'Region Nordjylland',
      'Region Syddanmark',
      'Region Østdanmark',
    ])
    expect(areasInForce(areas, 'formerMunicipality', '2006-12-31')).toHaveLength(271)
    expect(areasInForce(areas, 'municipality', '2026-11-22')).toHaveLength(98)
  })

  it('answers all counties of a municipality that the county line ran through', () => {
    const skanderborg = countyOf(areas, '0746', '2004-05-01')
    expect(skanderborg.status).toBe('several')
    expect(skanderborg.status === 'several' && names(skanderborg.counties)).toEqual(['Vejle Amt', 'Århus Amt'])
    expect(
      areas.municipalities.filter(({ code }) => countyOf(areas, code, '2006-12-31').status === 'several'),
    ).toHaveLength(15)
  })

  it('lists Vejle Amt as in R-16: four whole municipalities and parts of four across two regions', () => {
    const vejle = areas.counties.find(({ name }) => name === 'Vejle Amt')
    expect(vejle?.municipalitiesWhole).toEqual(['0607', '0615', '0630', '0766'])
    expect(vejle?.municipalitiesPart).toEqual(['0530', '0621', '0746', '0756'])
    const regions = new Set(vejle?.municipalitiesPart.map((code) => regionOf(areas, code, '2010-01-01')?.name))
    expect([...regions].toSorted()).toEqual(['Region Midtjylland', 'Region Syddanmark'])
    const braedstrup = formerMunicipalitiesOf(areas, '0746').find(({ name }) => name === 'Brædstrup')
    expect(braedstrup).toMatchObject({
      county: '60',
      municipalities: [
        { code: '0615', onlyPart: true },
        { code: '0746', onlyPart: true },
      ],
    })
  })

  it('has no answer for Christiansø or an unknown code', () => {
    expect(regionOf(areas, '0411', '2026-01-01')).toBeUndefined()
    expect(countyOf(areas, '0999', '2000-01-01')).toEqual({ status: 'none' })
    expect(areas.outside.map(({ code }) => code)).toEqual(['0411'])
  })
})

describe('the area catalogue holds together', () => {
  it('gives every municipality one region on every day since 2007', () => {
    for (const date of ['2007-01-01', '2026-12-31', '2027-01-01', '2030-06-01']) {
      const members = areasInForce(areas, 'region', date).flatMap(({ code }) =>
        municipalitiesOfRegion(areas, code, date),
      )
      expect(members.toSorted()).toEqual(areas.municipalities.map(({ code }) => code).toSorted())
    }
    expect(municipalitiesOfRegion(areas, 'ost', '2027-01-01')).toHaveLength(46)
    expect(municipalitiesOfRegion(areas, 'ost', '2026-12-31')).toEqual([])
  })

  it('names former counties the same way from both ends', () => {
    for (const county of areas.counties) {
      for (const code of county.municipalitiesWhole) {
        expect(municipalityOf(areas, code)?.counties.map((held) => held.code)).toEqual([county.code])
      }
      for (const code of county.municipalitiesPart) {
        const held = municipalityOf(areas, code)?.counties ?? []
        expect(held.length).toBeGreaterThan(1)
        expect(held.map((one) => one.code)).toContain(county.code)
      }
    }
  })

  it('marks a former municipality as partial exactly when it was divided', () => {
    for (const { municipalities } of areas.formerMunicipalities) {
      expect(municipalities.every(({ onlyPart }) => onlyPart === municipalities.length > 1)).toBe(true)
    }
    expect(areas.formerMunicipalities.filter(({ municipalities }) => municipalities.length > 1)).toHaveLength(13)
  })

  it('sums the population of 1 January 2026 to the published figure of the municipalities', () => {
    const sum = areas.municipalities.reduce(
      (total, { code }) => total + (populationOf(areas, code, '2026-11-22')?.value ?? 0),
      0,
    )
    expect(sum).toBe(6_025_511)
    expect(populationOf(areas, '0101', '2024-06-01')).toBeUndefined()
    expect(populationOf(areas, '0101', '2025-06-01')).toMatchObject({ date: '2025-01-01', source: 'FOLK1A' })
  })

  it('resolves every source it names', () => {
    const named = [
      ...Object.values(areas.fields).flat(),
      ...areas.regions.flatMap(({ sources, codeSource }) => [...sources, codeSource]),
      ...areas.counties.flatMap(({ sources }) => sources),
      ...areas.municipalities.flatMap(({ healthCouncil, population }) => [
        ...(healthCouncil?.sources ?? []),
        ...population.map(({ source }) => source),
      ]),
      ...areas.healthCouncils.known.flatMap(({ sources }) => sources),
      ...areas.healthCouncils.totalSources,
    ]
    expect([...new Set(named)].filter((id) => areas.sources[id] === undefined)).toEqual([])
  })
})
