import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Scope } from '#api/policy'
import { reformView } from '#api/views/reform'
import { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { groupsOf, movesBetween } from '#service/queries/reform/handovers'
import { reform } from '#service/queries/reform/reform'
import { ok2024 } from '#service/rules/ruleSets'
import type { Given } from '../projections/givenEvents.ts'
import { at, clinicIn, municipalityScope, publicScope, viewsOf, world } from './register.ts'

const places = {
  koebenhavn: { municipality: '0101', position: [12.57, 55.68] },
  greve: { municipality: '0253', position: [12.3, 55.58] },
  skanderborg: { municipality: '0746', position: [9.93, 56.04] },
} as const
type Place = keyof typeof places

function addressIn(place: Place) {
  return { text: `Vej 1, ${place}`, postcode: null, town: null, darId: null, certainty: 'registered', ...places[place] }
}

/** A clinic with 2.40 units of specialty 51 and 1.90 of 62, and one number. */
function clinic(id: string, number: string, place: Place): Given[] {
  return clinicIn('skanderborg', id, number).map((event) =>
    event.type === 'PracticeAddressOpened' ? { ...event, data: { ...event.data, address: addressIn(place) } } : event,
  )
}

function ruleSet(region: string, change: Record<string, unknown> = {}): Given {
  const { effectiveFrom, parameters, ...data } = ok2024(RegionCode.parse(region))
  return {
    type: 'RuleSetPublished',
    stream: `plan-${region}`,
    from: effectiveFrom,
    data: { ...data, parameters: { ...parameters, ...change } },
  }
}

function agreement(id: string, place: Place, hoursTenths: number, county: string): Given[] {
  const stream = `ridingAgreement-${id}`
  const school = `s-${id}`
  return [
    {
      type: 'RidingSchoolRegistered',
      stream: `ridingSchool-${school}`,
      from: '2010-01-01',
      data: { school, name: `Rideskolen ${id}`, address: addressIn(place) },
    },
    {
      type: 'RidingAgreementRequested',
      stream,
      from: '2010-02-01',
      data: { agreement: id, school, therapist: `t-${id}`, provider: null, hoursTenths },
    },
    { type: 'RidingAgreementStarted', stream, from: '2010-03-01', data: { hoursTenths } },
    {
      type: 'CoverageAreaRecorded',
      stream,
      from: '2010-03-01',
      data: { area: { kind: 'county', county, codes: [] }, accessionDate: '2004-01-01', sourceDocument: 'aftale' },
    },
  ]
}

function openCase(id: string, region: string, wantedFrom: string): Given {
  const subject = {
    type: 'A5',
    provider: '000001',
    from: 'owner',
    to: 'mobile',
    place: null,
  }
  return {
    type: 'CaseOpened',
    stream: `case-${id}`,
    from: '2026-10-01',
    recordedAt: '2026-10-01T10:00:00.000Z',
    data: {
      case: id,
      number: id.replace('-', '/'),
      region,
      subject,
      applicant: 'Ansøger',
      receivedOn: '2026-10-01',
      wantedFrom,
    },
  }
}

const secretariatOf = (code: string): Scope => ({
  role: 'secretariat',
  reach: 'region',
  organisation: code,
  regions: [code],
})
const national: Scope = { role: 'nationalCommittee', reach: 'all', organisation: null, regions: [] }

const { views } = viewsOf([
  ...clinic('k-kbh', '000001', 'koebenhavn'),
  ...clinic('k-greve', '000002', 'greve'),
  ...clinic('k-skanderborg', '000003', 'skanderborg'),
  ruleSet('1082'),
  ruleSet('1084', { ridingMaxIncreaseTenths: 40, transitionDays: 30 }),
  ruleSet('1085', { ridingMaxIncreaseTenths: 40 }),
  ruleSet('ost', { ridingMaxIncreaseTenths: 40 }),
  ...agreement('g-kbh', 'koebenhavn', 120, 'Københavns Kommune'),
  ...agreement('g-greve', 'greve', 80, 'Roskilde Amt'),
  openCase('26-0001', '1084', '2026-12-01'),
  openCase('26-0002', '1085', '2027-02-01'),
  openCase('26-0003', '1082', '2027-02-01'),
])
afterAll(() => views.close())

function ask(scope: Scope, dates: { from?: string; to?: string } = {}) {
  return reform(views, at('2026-11-22'), scope, reformView.params.parse(dates), world)
}

describe('2026 against 2027', () => {
  const { handovers, unchanged, municipalities } = ask(publicScope)
  const [handover] = handovers

  test('two regions become one, and three stay as they are', () => {
    expect(handovers).toHaveLength(1)
    expect(handover?.before.map(({ code }) => code)).toEqual(['1084', '1085'])
    expect(handover?.after.map(({ code, name }) => [code, name])).toEqual([['ost', 'Region Østdanmark']])
    expect(handover?.municipalities).toHaveLength(46)
    expect(unchanged.map(({ before }) => before.code).toSorted()).toEqual(['1081', '1082', '1083'])
  })

  test('clinics, numbers and kroner of the two are those of the one (R-41 moves nobody)', () => {
    const figures = handover?.after[0]?.figures
    // A unit is 1,000,000 kr. of specialty 62 and 393,000 of 51 (S_KAP): 2.40 units of 51 are 943,200 kr.
    expect(figures).toMatchObject({
      clinics: 2,
      providers: 2,
      capacity: 860,
      bySpecialty: [
        { specialty: '51', capacity: 480, oere: 188_640_000 },
        { specialty: '62', capacity: 380, oere: 380_000_000 },
      ],
    })
    const { before, after } = handover?.together ?? {}
    const { ridingCeilingTenths: _, ...kept } = before ?? {}
    expect(after).toMatchObject(kept)
  })

  test('each region that may rise by 4 hours had its own; together they have one such rise', () => {
    expect(handover?.together.before).toMatchObject({ ridingHoursTenths: 200, ridingCeilingTenths: 280 })
    expect(handover?.together.after).toMatchObject({ ridingHoursTenths: 200, ridingCeilingTenths: 240 })
  })

  test('an agreement keeps its area and gets another committee', () => {
    expect(handover?.ridingAgreements).toMatchObject([
      { agreement: 'g-kbh', before: '1084', after: 'ost', hoursTenths: 120 },
      { agreement: 'g-greve', before: '1085', after: 'ost', area: { kind: 'county', county: 'Roskilde Amt' } },
    ])
  })

  test('the parameters that differ are told with the value of each region', () => {
    const differing = handover?.parameters.filter(({ differs }) => differs) ?? []
    expect(differing.map(({ key }) => key)).toEqual(['transitionDays'])
    expect(differing[0]?.before.map(({ region, value }) => [region, value])).toEqual([
      ['1084', 30],
      ['1085', 0],
    ])
    expect(differing[0]?.after.map(({ region, value }) => [region, value])).toEqual([['ost', 0]])
  })

  test('Greve is of Region Sjælland and then of Region Østdanmark; the health council is told where a source names it', () => {
    const row = (code: string) => municipalities.find((one) => one.code === code)
    expect(row('0253')).toMatchObject({ before: '1085', after: 'ost', council: null })
    expect(row('0167')).toMatchObject({ before: '1084', after: 'ost', council: 'Sundhedsråd Amager og Vestegnen' })
    expect(row('0746')).toMatchObject({ before: '1082', after: '1082' })
  })
})

describe('cases', () => {
  const casesOf = (scope: Scope) => ask(scope).handovers[0]?.cases.map(({ case: id }) => id)
  const figures = (scope: Scope) => {
    const { before = [], after = [] } = ask(scope).handovers[0] ?? {}
    return [...before, ...after].map(({ figures: { openCases } }) => openCases)
  }

  test('everybody sees their own, and no number where there may be others', () => {
    expect(casesOf(publicScope)).toEqual([])
    expect(figures(publicScope)).toEqual([null, null, null])
    expect(casesOf(secretariatOf('1084'))).toEqual(['26-0001'])
    expect(figures(secretariatOf('1084'))).toEqual([1, null, null])
    expect(casesOf(municipalityScope('0101'))).toEqual([])
    expect(casesOf(national)).toEqual(['26-0001', '26-0002'])
    expect(figures(national)).toEqual([1, 1, 2])
  })

  test('the rule set of the day that is wanted judges, whichever committee has the case today', () => {
    expect(ask(national).handovers[0]?.cases).toMatchObject([
      { case: '26-0001', before: '1084', after: 'ost', judgedBy: '1084' },
      { case: '26-0002', before: '1085', after: 'ost', judgedBy: 'ost' },
    ])
  })
})

describe('other dates', () => {
  test('one date against itself hands nothing over', () => {
    const { handovers, unchanged } = ask(national, { from: '2026-06-01', to: '2026-06-01' })
    expect(handovers).toEqual([])
    expect(unchanged).toHaveLength(5)
    for (const { before, after } of unchanged) expect(after).toEqual(before)
  })

  test('hours and units are not of one kind, and only units are worth kroner', () => {
    const { unchanged } = ask(national, { from: '2023-12-31', to: '2024-01-01' })
    const own = unchanged.find(({ before }) => before.code === '1082')
    expect(own?.before.figures).toMatchObject({ unit: 'hoursTenths', capacity: 550 })
    expect(own?.before.figures.bySpecialty.map(({ oere }) => oere)).toEqual([null, null])
    expect(own?.after.figures).toMatchObject({ unit: 'unitsHundredths', capacity: 430 })
  })

  test('before 2007 there is no region to hand over from', () => {
    const { handovers, municipalities } = ask(national, { from: '2006-12-31', to: '2007-01-01' })
    expect(handovers.map(({ before, after }) => [before.length, after.length])).toEqual(Array(5).fill([0, 1]))
    expect(handovers.map(({ together }) => together.before)).toEqual(Array(5).fill(null))
    expect(municipalities.find(({ code }) => code === '0253')).toMatchObject({ before: null, after: '1085' })
  })

  test('backwards it is a split: one region before, two after', () => {
    const [split] = ask(national, { from: '2027-01-01', to: '2026-12-31' }).handovers
    expect(split?.before.map(({ code }) => code)).toEqual(['ost'])
    expect(split?.after.map(({ code }) => code)).toEqual(['1084', '1085'])
  })
})

test('every municipality with a region is in one group, and no region in two', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  const date = day.map((one) => EffectiveDate.parse(one.toISOString().slice(0, 10)))
  fc.assert(
    fc.property(date, date, (from, to) => {
      const moves = movesBetween(world.geography.areas, from, to)
      const groups = groupsOf(moves)
      const placed = moves.filter(({ before, after }) => before !== null || after !== null)
      const inGroups = groups.flatMap(({ municipalities }) => municipalities.map(({ code }) => code))
      expect(inGroups.toSorted()).toEqual(placed.map(({ code }) => code).toSorted())
      for (const side of ['before', 'after'] as const) {
        const regions = groups.flatMap((group) => group[side])
        expect(new Set(regions).size).toBe(regions.length)
      }
    }),
    { numRuns: 50 },
  )
})
