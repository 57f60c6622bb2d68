import { describe, expect, test } from 'vitest'
import { CaseSubject } from '#events/caseSubject'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import { supposing } from '#service/projections/views'
import { contacts } from '#service/queries/contacts'
import { palliativeFacts } from '#service/queries/facts/palliative'
import { municipalOffers } from '#service/queries/municipalOffers'
import { palliative } from '#service/queries/palliative'
import { section2Calculator } from '#service/queries/section2Calculator'
import { ok2024 } from '#service/rules/ruleSets'
import { samples } from '../../events/samples.ts'
import { type Given, log } from '../projections/givenEvents.ts'
import { syddanmark2023 } from '../rules/section2Figures.ts'
import { at, municipalityScope, publicScope, secretariat, viewsOf, world } from './register.ts'

const hovedstaden = RegionCode.parse('1084')
const haderslev = MunicipalityCode.parse('0510')

function ruleSet(code: string): Given {
  const { effectiveFrom, ...data } = ok2024(RegionCode.parse(code))
  return { type: 'RuleSetPublished', stream: `plan-${code}`, from: effectiveFrom, data }
}

const varbergvej = {
  text: 'Varbergvej 11',
  postcode: '6100',
  town: 'Haderslev',
  darId: null,
  position: [9.4877, 55.2494],
  municipality: '0510',
  certainty: 'registered',
}

function offer(from: string, change: Record<string, unknown> = {}): Given {
  return {
    type: 'MunicipalOfferPublished',
    stream: 'municipalOffer-0510',
    from,
    data: {
      municipality: '0510',
      document: 'Kvalitetsstandard',
      offerVersion: '1',
      services: [
        { service: 'group', included: 'yes', condition: null },
        { service: 'individual', included: 'yes', condition: 'Om nødvendigt' },
        { service: 'riding', included: 'no', condition: null },
      ],
      settings: ['trainingRoom'],
      places: [{ place: 'center', name: 'Træningscenter', address: varbergvej }],
      hours: 'weekdaysDaytime',
      referralMonths: 12,
      remarks: null,
      source: 'SEED 004',
      ...change,
    },
  }
}

describe('municipal offers', () => {
  const included = (date: string, given: readonly Given[]) => {
    const { offers } = municipalOffers(viewsOf(given).views, at(date), publicScope, {}, world)
    return Object.fromEntries(
      (offers[0]?.services ?? []).map(({ service, included, finding }) => [service, [included, finding?.outcome]]),
    )
  }

  test('R-34: say yes, no or unknown for every service of the matrix; what the document does not mention is unknown', () => {
    const services = included('2026-11-22', [ruleSet('1083'), offer('2025-02-01')])
    expect(Object.keys(services)).toHaveLength(10)
    expect(services).toMatchObject({
      group: ['yes', 'pass'],
      riding: ['no', 'not-applicable'],
      pool: ['unknown', 'needs-information'],
    })
  })

  test('change by service, are replaced by a new version, and end', () => {
    const changed: Given = {
      type: 'ServiceIncludedChanged',
      stream: 'municipalOffer-0510',
      from: '2025-06-01',
      data: { service: 'pool', was: 'unknown', included: 'no', condition: null, reason: 'Besluttet' },
    }
    const closed: Given = {
      type: 'OfferClosed',
      stream: 'municipalOffer-0510',
      from: '2026-06-01',
      data: { reason: 'x' },
    }
    const told = [offer('2025-02-01'), changed, offer('2026-01-01', { services: [], places: [] }), closed]
    expect(included('2025-05-31', told).pool).toEqual(['unknown', undefined])
    expect(included('2025-06-01', told).pool).toEqual(['no', undefined])
    expect(included('2026-01-01', told).group).toEqual(['unknown', undefined])
    const { views } = viewsOf(told)
    const placesOn = (date: string) =>
      municipalOffers(views, at(date), publicScope, {}, world).offers.map(({ places }) => places.length)
    expect([placesOn('2025-12-31'), placesOn('2026-01-01'), placesOn('2026-06-01')]).toEqual([[1], [0], []])
  })

  test('R-35: practices and municipal places stand side by side, in two numbers and no third', () => {
    const { views } = viewsOf([ruleSet('1083'), offer('2025-02-01')])
    const [found] = municipalOffers(views, at('2026-11-22'), publicScope, { municipality: haderslev }, world).offers
    expect(found?.sideBySide).toMatchObject({ practiceClinics: 0, municipalPlaces: 1 })
    expect(found?.sideBySide.finding?.rule).toBe('R-35')
    const region = RegionCode.parse('1082')
    expect(municipalOffers(views, at('2026-11-22'), publicScope, { region }, world).offers).toEqual([])
  })

  test('tell while patients of other municipalities can be refused', () => {
    const { views } = viewsOf([
      offer('2025-02-01'),
      {
        type: 'CapacityRefusalAnnounced',
        stream: 'municipalOffer-0510',
        from: '2026-01-01',
        data: { until: '2026-03-01', reason: 'Fuldt hold' },
      },
    ])
    const refusal = (date: string) => municipalOffers(views, at(date), publicScope, {}, world).offers[0]?.refusal
    expect([refusal('2025-12-31'), refusal('2026-03-01')]).toEqual([null, null])
    expect(refusal('2026-02-28')).toEqual({ until: '2026-03-01', reason: 'Fuldt hold' })
  })
})

describe('contacts', () => {
  const entry = (from: string, change: Record<string, unknown> = {}): Given => ({
    type: 'ContactEntrySet',
    stream: 'contacts-0510',
    from,
    data: {
      municipality: '0510',
      department: 'health',
      name: null,
      locationNumber: '5790000000005',
      phone: '00 00 00 01',
      mail: 'sundhed@kommune.example',
      phoneHours: { fromDay: 1, toDay: 5, from: '08:00', to: '11:00' },
      ...change,
    },
  })
  const asked = (date: string, ...given: Given[]) =>
    contacts(
      viewsOf([ruleSet('1083'), ...given]).views,
      at(date),
      municipalityScope('0510'),
      { municipality: haderslev },
      world,
    )

  test('S3-1: the template has 9 departments x 3 fields = 27; S4-4: weekdays from 8 to 11', () => {
    const answer = asked('2025-06-01', entry('2025-02-01'), entry('2025-02-01', { department: 'social', mail: null }))
    expect(answer.entries).toHaveLength(9)
    expect(answer.filled).toEqual({ of: 27, at: 5 })
    expect(answer.entries[0]?.entry?.phoneHours).toEqual({ fromDay: 1, toDay: 5, from: '08:00', to: '11:00' })
    expect(answer.entries.map(({ finding }) => finding?.code).slice(0, 2)).toEqual(['R-42.inOrder', 'R-42.incomplete'])
  })

  test('R-42: a confirmation starts the twelve months anew', () => {
    const confirmed: Given = {
      type: 'ContactEntryConfirmed',
      stream: 'contacts-0510',
      from: '2026-03-01',
      data: { department: 'health' },
    }
    const code = (date: string) => asked(date, entry('2025-02-01'), confirmed).entries[0]?.finding?.code
    expect(code('2026-02-28')).toBe('R-42.notConfirmed')
    expect(code('2026-03-01')).toBe('R-42.inOrder')
    expect(code('2027-03-02')).toBe('R-42.notConfirmed')
  })
})

describe('palliative coverage', () => {
  const stream = 'palliative-1084'
  const joined = (person: string, municipality: string): Given => ({
    type: 'TherapistJoined',
    stream,
    from: '2025-02-01',
    data: {
      region: '1084',
      person,
      provider: null,
      place: { ...varbergvej, text: 'Vej 1', municipality },
      trainingDone: true,
      homeRadiusKm: 30,
    },
  })
  const accepts = (person: string, acceptsNew: boolean): Given => ({
    type: 'AcceptanceChanged',
    stream,
    from: '2025-06-01',
    data: { region: '1084', person, acceptsNew },
  })
  const surveyed: Given = {
    type: 'SupplySurveyRecorded',
    stream,
    from: '2025-03-01',
    data: {
      region: '1084',
      surveyedOn: '2025-03-01',
      responsePercent: 73,
      counts: [
        { area: '0400', providers: 2, accepting: 0 },
        { area: '1084', providers: 60, accepting: 60 },
      ],
      source: 'SEED 002',
    },
  }
  const bornholm = [joined('p-1', '0400'), accepts('p-1', false), joined('p-2', '0400'), accepts('p-2', false)]
  const given = [ruleSet('1084'), ...bornholm, joined('p-3', '0101'), accepts('p-3', true), surveyed]

  test('R-32 S2-13: Bornholm is an area of its own and a breach, the rest of the region passes', () => {
    const { areas } = palliative(viewsOf(given).views, at('2026-11-22'), secretariat, { region: hovedstaden }, world)
    expect(
      areas.map(({ area, therapists, accepting, full, least, finding }) => [
        area,
        therapists,
        accepting,
        full,
        least,
        finding?.outcome,
      ]),
    ).toEqual([
      ['1084', 1, 1, 0, 60, 'pass'],
      ['0400', 2, 0, 2, 0, 'breach'],
    ])
    expect(areas.every(({ population }) => (population ?? 0) > 35_000)).toBe(true)
  })

  test('R-32: after the merger the survey of the region before still stands for the new one, until it is too old', () => {
    const own = [ruleSet('ost'), ...given]
    const areas = (date: string) =>
      palliative(viewsOf(own).views, at(date), secretariat, { region: RegionCode.parse('ost') }, world).areas
    expect(areas('2027-01-01').map(({ area, finding }) => [area, finding?.outcome])).toEqual([
      ['ost', 'pass'],
      ['0400', 'breach'],
    ])
    expect(areas('2027-03-02').map(({ finding }) => finding?.code)).toEqual(['R-32.oldSurvey', 'R-32.oldSurvey'])
  })

  test('R-33: after the merger the old regions’ agreements stand beside the new one’s own, each once', () => {
    const proposed = (region: string, from: string): Given => ({
      type: 'Section2AgreementProposed',
      stream: `palliative-${region}`,
      from,
      data: { ...samples.Section2AgreementProposed, region },
    })
    const { views } = viewsOf([
      ...['1084', '1085', 'ost'].map(ruleSet),
      proposed('1084', '2026-02-01'),
      proposed('1085', '2026-03-01'),
      proposed('ost', '2027-02-01'),
      proposed('1082', '2026-04-01'),
    ])
    const shown = (region: string, date: string) => {
      const answer = palliative(views, at(date), secretariat, { region: RegionCode.parse(region) }, world)
      return [answer.proposals.map(({ regionName }) => regionName), answer.donors.length]
    }
    expect(shown('ost', '2026-11-22')).toEqual([[], 3])
    expect(shown('ost', '2027-01-01')).toEqual([['Region Sjælland', 'Region Hovedstaden'], 3])
    expect(shown('ost', '2027-02-01')).toEqual([['Region Østdanmark', 'Region Sjælland', 'Region Hovedstaden'], 4])
    expect(shown('1082', '2027-02-01')).toEqual([['Region Midtjylland'], 4])
  })

  test('R-32 A15: the facts are of the applicant’s area, before and after', () => {
    const { views, events } = viewsOf(given)
    const subject = CaseSubject.parse({
      type: 'A15',
      person: 'p-9',
      provider: null,
      place: { ...varbergvej, text: 'Torvet 1', municipality: '0400' },
      homeRadiusKm: 30,
      acceptsNew: true,
      trainingDone: true,
    })
    const changed = supposing(views, log([joined('p-9', '0400'), accepts('p-9', true)], events))
    const facts = palliativeFacts(views, changed, { subject, region: hovedstaden }, at('2026-11-22'), world)
    expect(
      facts?.areas.map(({ area, before, after, survey }) => [area, before.length, after.length, survey?.accepting]),
    ).toEqual([['0400', 2, 3, 0]])
    expect(facts?.lacks).toEqual([])
    const lacking = { ...subject, homeRadiusKm: null, acceptsNew: null, place: null }
    const asked = palliativeFacts(views, changed, { subject: lacking, region: hovedstaden }, at('2026-11-22'), world)
    expect(asked?.lacks).toEqual(['place', 'homeRadiusKm', 'acceptsNew'])
  })

  test('R-33: the calculator answers with both sizes, and warns by the rule set’s points', () => {
    const { views } = viewsOf([ruleSet('1084')])
    const { startUpOere: _, ...figures } = syddanmark2023
    const params = {
      region: hovedstaden,
      ...figures,
      supervisionTimes: 4,
      supervisionHours: 3,
      supervisionHourOere: 150_000,
    }
    const answer = section2Calculator(views, at('2026-11-22'), publicScope, params, world)
    expect(answer).toMatchObject({
      seed: { therapists: 27, patients: 743 },
      population: { therapists: 31, patients: 849 },
      warns: true,
      warnPoints: 5,
      supervision: { groups: 6, therapistsPerGroupTenths: 45 },
    })
    const without = section2Calculator(views, at('2010-01-01'), publicScope, params, world)
    expect(without).toMatchObject({ warns: false, warnPoints: null })
  })
})
