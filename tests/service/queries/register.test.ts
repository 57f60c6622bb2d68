import { afterAll, describe, expect, test } from 'vitest'
import { views as definitions } from '#api/contract'
import { ClinicId, MunicipalityCode, RegionCode, SchoolId } from '#events/identifiers'
import { capacityByMunicipality, clinicFigures } from '#service/queries/capacity'
import { answers } from '#service/queries/catalogue'
import { limits } from '#service/queries/municipalities'
import { address, at, clinicIn, moved, publicScope, secretariat, viewsOf, world } from './register.ts'

const skanderborg = MunicipalityCode.parse('0746')
const aarhus = MunicipalityCode.parse('0751')

const register = viewsOf([
  ...clinicIn('skanderborg', 'k-1', '100001'),
  ...clinicIn('aarhus', 'k-2', '100002'),
  { ...moved('k-1', 'skanderborg', 'aarhus', '2026-06-01', '2026-07-01'), recordedAt: '2026-02-01T10:00:00.000Z' },
  {
    type: 'RidingSchoolRegistered',
    stream: 'ridingSchool-s-1',
    from: '2006-01-01',
    data: { school: 's-1', name: 'Rideskolen Søvang', address: address('skanderborg') },
    recordedAt: '2026-02-01T10:00:00.000Z',
  },
  {
    type: 'RidingSchoolApproved',
    stream: 'ridingSchool-s-1',
    from: '2006-02-01',
    data: { documentRef: null },
    recordedAt: '2026-02-01T10:00:00.000Z',
  },
  {
    type: 'RidingAgreementRequested',
    stream: 'ridingAgreement-g-1',
    from: '2006-03-01',
    recordedAt: '2026-02-01T10:00:00.000Z',
    data: { agreement: 'g-1', school: 's-1', therapist: 't-1', provider: null, hoursTenths: 120 },
  },
  {
    type: 'RidingAgreementStarted',
    stream: 'ridingAgreement-g-1',
    from: '2006-04-01',
    data: { hoursTenths: 140 },
    recordedAt: '2026-02-01T10:00:00.000Z',
  },
  {
    type: 'RidingAgreementEnded',
    stream: 'ridingAgreement-g-1',
    from: '2026-10-01',
    data: { reason: 'stops' },
    recordedAt: '2026-02-01T10:00:00.000Z',
  },
])
const { views } = register
afterAll(() => views.close())

function rows(effectiveOn: string, recordedAt = 'now') {
  const answer = answers.municipalities(views, at(effectiveOn, recordedAt), secretariat, {}, world)
  definitions.municipalities.response.parse(answer)
  return { ...answer, row: (code: string) => answer.rows.find((row) => row.code === code) }
}

describe('municipalities', () => {
  test('all 98, in five regions in 2026 and four in 2027', () => {
    expect(rows('2026-12-31').rows).toHaveLength(98)
    const regions = (on: string) => [...new Set(rows(on).rows.map(({ region }) => region))].toSorted()
    expect(regions('2026-12-31')).toEqual(['1081', '1082', '1083', '1084', '1085'])
    expect(regions('2027-01-01')).toEqual(['1081', '1082', '1083', 'ost'])
    expect(rows('2027-01-01').row('0253')?.region).toBe('ost')
  })

  test('capacity is counted in the unit of the date, where the main address was', () => {
    expect(rows('2023-12-31')).toMatchObject({ regime: 'HOURS', unit: 'hoursTenths' })
    expect(rows('2023-12-31').row('0746')).toMatchObject({ capacity: 550, clinics: 1, providers: 1 })
    expect(rows('2024-01-01').row('0746')).toMatchObject({ capacity: 430, clinics: 1 })
    expect(rows('2026-06-01').row('0746')).toMatchObject({ capacity: 0, clinics: 0 })
    expect(rows('2026-06-01').row('0751')).toMatchObject({ capacity: 860, clinics: 2 })
  })

  test('before a move was recorded, nobody knew of it', () => {
    expect(rows('2026-06-01', '2026-01-31T22:59:59.999Z').row('0746')).toMatchObject({ capacity: 430 })
  })

  test('unknown is not zero', () => {
    const before = rows('2007-01-01', '2025-01-01T00:00:00.000Z')
    expect(before.row('0746')).toMatchObject({ capacity: null, per10000: null, clinics: 0 })
    const one = viewsOf(clinicIn('aarhus', 'k-9', '100009').filter(({ type }) => type !== 'KrCapacityAllocated'))
    const answer = answers.municipalities(one.views, at('2026-01-01'), secretariat, {}, world)
    expect(answer.rows.find(({ code }) => code === '0751')).toMatchObject({ capacity: null, clinics: 1 })
    expect(answer.rows.find(({ code }) => code === '0746')).toMatchObject({ capacity: 0, clinics: 0 })
  })

  test('before 2007 figures are given for the municipalities of 2007, and the answer says so', () => {
    const early = rows('2006-12-31')
    expect(early.rows).toHaveLength(98)
    expect(early.areasValidFrom).toBe('2007-01-01')
    expect(early.row('0746')).toMatchObject({ capacity: 550, clinics: 1, region: null })
    expect(rows('1999-01-01').row('0746')).toMatchObject({ capacity: null, clinics: 0 })
    expect(rows('2007-01-01').areasValidFrom).toBeNull()
    const areas = answers.areas(views, at('2006-12-31'), publicScope, {}, world)
    expect([areas.municipalities.length, areas.regions.length]).toEqual([98, 0])
  })

  test('per 10,000 inhabitants by FOLK1A of 1 January 2026', () => {
    const answer = rows('2026-05-01')
    expect(answer).toMatchObject({ populationAsOf: '2026-01-01', populationSource: 'FOLK1A' })
    expect(answer.row('0746')?.population).toBe(66_352)
    expect(answer.row('0746')?.per10000).toBeCloseTo((4.3 / 66_352) * 10_000, 10)
  })

  test('permitted and begun agreements give riding hours, from the permitted day to the end', () => {
    const riding = (on: string) => rows(on).row('0746')?.ridingHoursTenths
    expect([riding('2007-01-01'), riding('2026-09-30'), riding('2026-10-01')]).toEqual([140, 140, 0])
    expect(rows('2026-09-30').row('0746')).toMatchObject({ ridingSchools: 1, idleRidingSchools: 0 })
    expect(rows('2026-10-01').row('0746')).toMatchObject({ ridingSchools: 1, idleRidingSchools: 1 })
  })

  test('no value lies on a class limit', () => {
    const values = [1, 1, 2, 2, 3, 5, 8, null, 13, 21]
    const found = limits(values)
    expect(found.length).toBeGreaterThan(2)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(values.some((value) => value !== null && found.includes(value))).toBe(false)
    expect(limits([null, null])).toEqual([])
  })

  test('remembered figures follow the views', () => {
    const own = viewsOf(clinicIn('aarhus', 'k-5', '100005'))
    const capacity = () => clinicFigures(own.views, at('2026-01-01')).get('k-5')?.capacity
    expect(capacity()).toBe(430)
    own.and([
      {
        type: 'KrCapacityAllocated',
        stream: 'clinic-k-5',
        from: '2025-01-01',
        data: { specialty: '51', unitsHundredths: 340, levelYear: 2022, reason: 'correction' },
      },
    ])
    expect(capacity()).toBe(530)
  })
})

test.each(['2015-01-01', '2026-05-31', '2026-06-01'])(
  'capacity by municipality is the sum of its clinics on %s',
  (on) => {
    const sums: Record<string, number> = {}
    for (const { municipality, capacity } of clinicFigures(views, at(on)).values()) {
      if (municipality !== null) sums[municipality] = (sums[municipality] ?? 0) + (capacity ?? 0)
    }
    expect(Object.keys(sums).length).toBeGreaterThan(0)
    expect(Object.fromEntries(capacityByMunicipality(views, at(on)))).toEqual(sums)
  },
)

describe('inspector', () => {
  test('a municipality with its clinics, schools and events of both ends of a move', () => {
    const answer = answers.municipality(views, at('2026-05-01'), publicScope, { code: skanderborg }, world)
    definitions.municipality.response.parse(answer)
    expect(answer.clinics.map(({ clinic }) => clinic)).toEqual(['k-1'])
    expect(answer.schools).toMatchObject([{ school: 's-1', approved: true, hoursTenths: 140, areaUnknown: true }])
    expect(answer.regionName).toBe('Region Midtjylland')
    expect(answer.events.map(({ type }) => type)).toContain('PracticeAddressMoved')
    expect(answer.rank?.of).toBe(98)
    const there = answers.municipality(views, at('2026-05-01'), publicScope, { code: aarhus }, world)
    expect(there.events.map(({ type }) => type)).toContain('PracticeAddressMoved')
  })

  test('a clinic with the periods of its places and numbers', () => {
    const answer = answers.clinic(views, at('2026-06-15'), publicScope, { clinic: ClinicId.parse('k-1') }, world)
    definitions.clinic.response.parse(answer)
    expect(answer.addresses.map(({ address: place, from, to }) => [place.municipality, from, to])).toEqual([
      ['0751', '2026-06-01', null],
      ['0746', '2026-06-01', '2026-07-01'],
      ['0746', '2005-01-01', '2026-06-01'],
    ])
    expect(answer.providers).toMatchObject([{ number: '100001', from: '2005-01-01', to: null, hoursTenths: null }])
    const then = answers.clinic(views, at('2015-01-01'), publicScope, { clinic: ClinicId.parse('k-1') }, world)
    expect(then.providers[0]?.hoursTenths).toBe(550)
    expect(then.events.length).toBeGreaterThan(5)
    expect(() =>
      answers.clinic(views, at('2004-12-31'), publicScope, { clinic: ClinicId.parse('k-1') }, world),
    ).toThrow('k-1')
  })

  test('a riding school keeps ended agreements with their dates', () => {
    const answer = answers.ridingSchool(views, at('2026-11-01'), publicScope, { school: SchoolId.parse('s-1') }, world)
    definitions.ridingSchool.response.parse(answer)
    expect(answer.agreements).toMatchObject([
      { status: 'ended', hoursTenths: 0, from: '2006-03-01', to: '2026-10-01', area: { kind: 'unknown' } },
    ])
  })
})

describe('areas and places', () => {
  test('Greve: Roskilde Amt, Region Sjælland, Region Østdanmark', () => {
    const answer = answers.areas(views, at('2026-12-31'), publicScope, {}, world)
    definitions.areas.response.parse(answer)
    expect(
      answer.formerCounties
        .filter(({ municipalities }) => municipalities.some((code) => code === '0253'))
        .map(({ name }) => name),
    ).toEqual(['Roskilde Amt'])
    const regionOf = (on: string) => {
      const { regions } = answers.areas(views, at(on), publicScope, {}, world)
      return regions.find(({ municipalities }) => municipalities.some((code) => code === '0253'))?.name
    }
    expect([regionOf('2026-12-31'), regionOf('2027-01-01')]).toEqual(['Region Sjælland', 'Region Østdanmark'])
  })

  test('a place deep inside is answered, one near a border is to be confirmed, one at sea is unknown', () => {
    const place = (lng: number, lat: number) =>
      answers.placement(views, at('2026-01-01'), publicScope, { lng, lat }, world)
    expect(place(10.2, 56.15)).toMatchObject({ municipality: '0751', certainty: 'geometry', candidates: ['0751'] })
    expect(place(11.3, 56.6)).toMatchObject({ municipality: null, certainty: 'unknown' })
    const border = place(12.5335, 55.6885)
    expect(border.certainty).toBe('confirm')
    expect(border.candidates.length).toBeGreaterThan(1)
  })

  test('search finds by beginning, in Danish', () => {
    const hits = answers.search(views, at('2026-01-01'), publicScope, { q: 'RIDESKOLEN SØ' }, world).hits
    expect(hits.map(({ kind, id }) => [kind, id])).toEqual([['ridingSchool', 's-1']])
    const numbers = answers.search(views, at('2026-01-01'), publicScope, { q: '10000' }, world).hits
    expect(numbers.map(({ id }) => id)).toEqual(['100001', '100002'])
    expect(answers.search(views, at('2026-01-01'), publicScope, { q: 'aarh' }, world).hits[0]).toMatchObject({
      kind: 'municipality',
      id: '0751',
    })
  })

  test('one kind is listed without words: the region asked for first, then the nearest', () => {
    const ask = (params: { q: string; kind?: 'clinic'; region?: RegionCode; lng?: number; lat?: number }) =>
      answers.search(views, at('2026-01-01'), publicScope, params, world).hits
    expect(ask({ q: '' })).toEqual([])
    const clinics = ask({ q: '', kind: 'clinic', region: RegionCode.parse('1082'), lng: 10.2, lat: 56.15 })
    const distances = clinics.map(({ distanceKm }) => distanceKm ?? Number.POSITIVE_INFINITY)
    expect(distances).toEqual(distances.toSorted((a, b) => a - b))
    expect(clinics[0]).toMatchObject({ kind: 'clinic', region: '1082' })
    expect(ask({ q: 'skanderb', kind: 'clinic' }).every(({ kind }) => kind === 'clinic')).toBe(true)
    expect(ask({ q: 'skanderb', kind: 'clinic' }).length).toBeGreaterThan(0)
  })
})

test('the rule set is chosen by the effective date, and a changed parameter by what was known', () => {
  const region = RegionCode.parse('1082')
  const parameters = {
    regime: 'HOURS',
    allowNewNumbers: false,
    crossMunicipalityAllowed: false,
    toleranceHoursTenths: 0,
    toleranceUnitsHundredths: 0,
    maxAddresses: 1,
    transitionDays: 0,
    extraAddressRole: 'approve',
    noticeDays: 30,
    noticeRule: 'first-of-second-month-after-receipt',
    ridingMinHoursTenths: 100,
    hearCapacityCases: true,
    caseDays: 21,
    planDays: 71,
    unanimity: true,
    referralDays: 14,
    minCell: 5,
  }
  const source = { kind: 'ASSUMPTION', id: 'test' }
  const published = (ruleSet: string, from: string, until: string | null, regime: string) => ({
    type: 'RuleSetPublished' as const,
    stream: 'plan-1082',
    from,
    data: {
      region,
      ruleSet,
      ruleSetVersion: 1,
      until,
      parameters: { ...parameters, regime },
      sources: { caseDays: source },
    },
  })
  const own = viewsOf([
    published('RM-2015', '2015-09-09', '2024-01-01', 'HOURS'),
    published('OK-2024', '2024-01-01', null, 'KR_PER_CLINIC'),
    {
      type: 'ParameterChanged',
      stream: 'plan-1082',
      from: '2026-01-01',
      recordedAt: '2026-03-01T10:00:00.000Z',
      data: { ruleSet: 'OK-2024', ruleSetVersion: 1, key: 'caseDays', old: 21, new: 28, reason: 'Summer' },
    },
  ])
  const asked = (on: string, known = 'now') => {
    const answer = answers.planInForce(own.views, at(on, known), publicScope, { region }, world)
    definitions.planInForce.response.parse(answer)
    const days = answer.inForce?.parameters.find(({ key }) => key === 'caseDays')
    return [answer.inForce?.ruleSet ?? null, days?.value ?? null]
  }
  expect(asked('2015-09-08')).toEqual([null, null])
  expect(asked('2023-12-31')).toEqual(['RM-2015', 21])
  expect(asked('2025-12-31')).toEqual(['OK-2024', 21])
  expect(asked('2026-01-01')).toEqual(['OK-2024', 28])
  expect(asked('2026-01-01', '2026-02-28T22:59:59.999Z')).toEqual(['OK-2024', 21])
})
