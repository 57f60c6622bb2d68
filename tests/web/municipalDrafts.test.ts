import { describe, expect, it } from 'vitest'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import {
  bounds,
  calculatorFields,
  draftFor,
  emptyFields,
  figuresIn,
  firstDonor,
  type Known,
  wrongFields,
} from '../../web/pages/municipalities/calculatorDraft.ts'
import { draftOf, pointIn, publishing } from '../../web/pages/municipalities/offerDraft.ts'
import { syddanmark2023 } from '../service/rules/section2Figures.ts'

const [hovedstaden, syddanmark, midtjylland] = ['1084', '1083', '1082'].map((code) => RegionCode.parse(code))
if (hovedstaden === undefined || syddanmark === undefined || midtjylland === undefined) throw new Error('no regions')

const known: Known = {
  donors: [
    {
      region: hovedstaden,
      donorRegion: syddanmark,
      figures: syddanmark2023,
      source: 'SEED 002',
      proposedOn: EffectiveDate.parse('2024-09-16'),
    },
  ],
  populations: [
    { region: hovedstaden, population: 1_940_000 },
    { region: syddanmark, population: 1_250_000 },
    { region: midtjylland, population: 1_380_000 },
  ],
}
const seedDraft = draftFor('1084', '1083', known).draft

describe('the calculator’s form', () => {
  it('starts from the figures of the proposal that the log has, in øre', () => {
    expect(firstDonor('1084', known)).toBe('1083')
    expect(figuresIn(seedDraft)).toEqual(syddanmark2023)
  })

  it('has the donor’s figures for another region, with the register’s populations and no uplift', () => {
    const { draft, origin } = draftFor('1082', '1083', known)
    expect(draft).toMatchObject({ donorPatients: '550', donorPopulation: '1250000', population: '1380000', uplift: '' })
    expect(origin).toMatchObject({ registered: true, proposal: { region: '1084' } })
    expect(emptyFields(draft)).toEqual(['uplift'])
  })

  it('never keeps one donor’s figures for another: what the log does not know is empty and asked for', () => {
    const { draft, origin } = draftFor('1084', '1081', known)
    expect(origin.proposal).toBeNull()
    expect(emptyFields(draft)).toEqual([
      'donorTherapists',
      'donorPatients',
      'donorServices',
      'donorServiceCost',
      'donorPopulation',
      'uplift',
    ])
    // What the agreement pays besides is not the donor's.
    expect(draft).toMatchObject({ baseFee: '20000', years: '4', population: '1940000' })
    expect(figuresIn(draft)).toBeNull()
  })

  it('takes separators of thousands, and an empty start-up for no amount', () => {
    expect(figuresIn({ ...seedDraft, donorServices: '20.715', startUp: '20 000' })).toMatchObject({
      donorServices: 20_715,
      startUpOere: 2_000_000,
    })
  })

  it.each([
    ['donorPatients', ''],
    ['donorPatients', '0'],
    ['donorPatients', '-5'],
    ['donorPatients', '5,5'],
    ['donorPatients', 'mange'],
    ['years', '21'],
  ] as const)('names %s when it is %o, and has no figures', (field, text) => {
    const draft = { ...seedDraft, [field]: text }
    expect(wrongFields(draft)).toEqual([field])
    expect(figuresIn(draft)).toBeNull()
  })

  it('has the bounds of the service: what it takes at a bound, the service takes', () => {
    for (const field of calculatorFields)
      for (const value of bounds[field])
        expect([field, figuresIn({ ...seedDraft, [field]: String(value) })]).not.toContain(null)
  })
})

describe('the form of an offer', () => {
  const municipality = MunicipalityCode.parse('0510')
  const filled = { ...draftOf(undefined, '2026-11-22'), document: 'Kvalitetsstandard', offerVersion: '1' }

  it('begins with nothing decided: every service is unknown', () => {
    const body = publishing(filled, municipality, undefined)
    expect(body?.services).toHaveLength(10)
    expect(new Set(body?.services.map(({ included }) => included))).toEqual(new Set(['unknown']))
    expect(body?.places).toEqual([])
  })

  it('needs a document and a version, a name with an address, a postcode of four digits and a point in Denmark', () => {
    const lacking = [
      { document: ' ' },
      { offerVersion: '' },
      { placeName: 'Center' },
      { address: 'Vej 1' },
      { postcode: '61' },
      { longitude: '9,48' },
      { longitude: '55.2', latitude: '9.5' },
    ]
    for (const change of lacking) expect(publishing({ ...filled, ...change }, municipality, undefined)).toBeNull()
    expect(pointIn({ longitude: '9,48', latitude: '55,24' })).toEqual([9.48, 55.24])
  })
})
