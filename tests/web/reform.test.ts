import { describe, expect, test } from 'vitest'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { areaKeys, areaOf, moveFigures } from '../../web/pages/reform/colours.ts'
import { difference, figureLines } from '../../web/pages/reform/figureLines.ts'
import type { Authority, Figures, Reform } from '../../web/pages/reform/reformAnswer.ts'

const figures: Figures = {
  municipalities: 1,
  inhabitants: 50_000,
  clinics: 1,
  providers: 2,
  unit: 'unitsHundredths',
  capacity: 430,
  bySpecialty: [{ specialty: '51', capacity: 430, oere: 168_990_000 }],
  ridingSchools: 0,
  ridingAgreements: 0,
  ridingHoursTenths: 0,
  ridingCeilingTenths: 0,
  palliativeTherapists: 0,
  openCases: null,
  rulings: null,
}
const inHours: Figures = {
  ...figures,
  unit: 'hoursTenths',
  capacity: 550,
  bySpecialty: [{ specialty: '51', capacity: 550, oere: null }],
}

describe('lines of figures', () => {
  const read = (all: readonly Figures[], key: string, specialty: string | null = null) =>
    all.map((one) =>
      figureLines(all)
        .find((line) => line.key === key && line.specialty === specialty)
        ?.read(one),
    )

  test('hours and units have lines of their own, each silent about the other', () => {
    expect(read([inHours, figures], 'capacityHours')).toEqual([550, 'absent'])
    expect(read([inHours, figures], 'capacityUnits')).toEqual(['absent', 430])
    expect(read([inHours, figures], 'specialtyOere', '51')).toEqual(['absent', 168_990_000])
  })

  test('a specialty that a region has none of is none, and what is not known stays unknown', () => {
    expect(read([figures, { ...figures, bySpecialty: [] }], 'specialtyUnits', '51')).toEqual([430, 0])
    expect(read([figures], 'openCases')).toEqual([null])
  })

  test('only numbers are subtracted', () => {
    expect(difference(550, 'absent')).toBeNull()
    expect(difference(null, 1)).toBeNull()
    expect(difference(3, 1)).toBe(-2)
  })
})

describe('colours', () => {
  const region = (code: string, name: string): Authority => ({
    code: RegionCode.parse(code),
    name,
    figures,
    plan: null,
  })
  const [west, east, both] = [region('1084', 'Hovedstaden'), region('1085', 'Sjælland'), region('ost', 'Østdanmark')]
  const date = EffectiveDate.parse('2027-01-01')
  const move = (code: string, before: string | null, after: string, council: string | null = null) => ({
    code: MunicipalityCode.parse(code),
    name: code,
    before: before === null ? null : RegionCode.parse(before),
    after: RegionCode.parse(after),
    council,
  })
  const merger: Reform = {
    at: { effectiveOn: date, recordedAt: 'now', scenario: null, ordinal: 0, synthetic: false },
    from: EffectiveDate.parse('2026-12-31'),
    to: date,
    populationAsOf: { from: date, to: date },
    unplaced: { from: 0, to: 0 },
    handovers: [
      {
        municipalities: [MunicipalityCode.parse('0101'), MunicipalityCode.parse('0253')],
        before: [west, east],
        after: [both],
        together: { before: figures, after: figures },
        parameters: [],
        ridingAgreements: [],
        section2: [],
        cases: [],
      },
    ],
    unchanged: [],
    municipalities: [move('0101', '1084', 'ost', 'Råd A'), move('0253', '1085', 'ost'), move('0746', '1082', '1082')],
    councils: {
      total: 17,
      validFrom: EffectiveDate.parse('2026-01-01'),
      known: [
        { name: 'Råd A', region: both.code, municipalities: 1, complete: false },
        { name: 'Råd B', region: both.code, municipalities: 0, complete: false },
      ],
    },
  }

  test('a merger is coloured by what was, a split by what comes', () => {
    expect(areaKeys(merger, 'region').map(({ id }) => id)).toEqual(['1084', '1085'])
    const [handover] = merger.handovers
    if (handover === undefined) throw new Error('no handover')
    const split = { ...merger, handovers: [{ ...handover, before: [both], after: [west, east] }] }
    expect(areaKeys(split, 'region').map(({ id }) => id)).toEqual(['1084', '1085'])
  })

  test('only what changes region is on the map; a health council that nobody names has no colour', () => {
    const keys = areaKeys(merger, 'council')
    expect(keys.map(({ id }) => id)).toEqual(['Råd A'])
    const drawn = moveFigures(merger, keys, 'council')
    expect([...drawn].map(([code, { value }]) => [code, value])).toEqual([
      ['0101', 0],
      ['0253', null],
    ])
  })

  test('a municipality without an area before takes the colour of the one it gets', () => {
    expect(
      areaOf(move('0101', null, 'ost'), [{ id: 'ost', name: 'Østdanmark', colour: '--seq-2' }], 'region')?.id,
    ).toBe('ost')
  })
})
