import { describe, expect, test } from 'vitest'
import type { ContactEvent } from '#events/contacts'
import { PersonId, RegionCode } from '#events/identifiers'
import type { MunicipalOfferEvent } from '#events/municipalOffer'
import type { PalliativeEvent } from '#events/palliative'
import { contacts } from '#service/deciders/contacts'
import { municipalOffer } from '#service/deciders/municipalOffer'
import { palliative } from '#service/deciders/palliative'
import { given, idAt, on } from '../../given.ts'
import { address, code } from '../rules/facts.ts'
import { syddanmark2023 } from '../rules/section2Figures.ts'

const region = RegionCode.parse('1084')
const person = PersonId.parse('person-5')

describe('section-2 agreement', () => {
  const proposal = {
    region,
    donorRegion: RegionCode.parse('1083'),
    figures: syddanmark2023,
    basis: 'seed' as const,
    activityFee: { oere: 12_000_000, scope: 'unknown' as const },
    source: 'SEED 002',
  }
  const propose = { type: 'ProposeSection2Agreement' as const, data: { ...proposal, effectiveFrom: on('2024-09-16') } }
  const proposed: PalliativeEvent = {
    type: 'Section2AgreementProposed',
    effectiveFrom: on('2024-09-16'),
    data: {
      ...proposal,
      sizes: [
        {
          basis: 'seed',
          therapists: 27,
          patients: 743,
          services: 27_965,
          serviceCostOere: 232_875_000,
          baseFeesOere: 54_000_000,
          yearlyOere: 299_675_000,
          totalOere: 1_198_700_000,
        },
        {
          basis: 'population',
          therapists: 31,
          patients: 849,
          services: 31_967,
          serviceCostOere: 266_196_270,
          baseFeesOere: 62_000_000,
          yearlyOere: 340_996_270,
          // Not four times the line above: rounded at the end only.
          totalOere: 1_363_985_079,
        },
      ],
      populationUpliftTenths: 543,
    },
  }
  const joined: PalliativeEvent = {
    type: 'TherapistJoined',
    effectiveFrom: on('2025-02-01'),
    data: { region, person, provider: null, place: address('0400', 'Torvet 1'), trainingDone: true, homeRadiusKm: 30 },
  }
  const left: PalliativeEvent = {
    type: 'TherapistLeft',
    effectiveFrom: on('2026-02-01'),
    data: { region, person, reason: 'Fratrådt' },
  }
  const accepts = (acceptsNew: boolean | null, date: string) => ({
    type: 'ChangeAcceptance' as const,
    data: { region, person, acceptsNew, effectiveFrom: on(date) },
  })

  test('is proposed with both sizes and the fee whose unit nobody knows, and adopted with one basis', () => {
    given(palliative).when(propose).thenEvents(proposed)
    const adopt = {
      type: 'AdoptSection2Agreement' as const,
      data: { region, effectiveFrom: on('2025-01-01'), basis: 'seed' as const, documentRef: null },
    }
    given(palliative).when(adopt).thenRefused('palliative.noProposal')
    given(palliative, proposed)
      .when(adopt)
      .thenEvents({
        type: 'Section2AgreementAdopted',
        effectiveFrom: on('2025-01-01'),
        data: { region, proposal: idAt(0), basis: 'seed', documentRef: null },
      })
  })

  test('is joined once, left, and joined again', () => {
    const join = { type: 'JoinSection2Agreement' as const, data: { ...joined.data, effectiveFrom: on('2025-02-01') } }
    given(palliative).when(join).thenEvents(joined)
    given(palliative, joined)
      .when({ ...join, data: { ...join.data, homeRadiusKm: 50 } })
      .thenRefused('palliative.alreadyMember')
    given(palliative, joined, left)
      .when({ ...join, data: { ...join.data, effectiveFrom: on('2026-05-01') } })
      .thenEvents({ ...joined, effectiveFrom: on('2026-05-01') })
    given(palliative, joined)
      .when({
        type: 'LeaveSection2Agreement',
        data: { region, person, reason: 'Fratrådt', effectiveFrom: on('2026-02-01') },
      })
      .thenEvents(left)
  })

  test('hears from its therapists whether they accept; the same word on a later day is news', () => {
    const changed = (acceptsNew: boolean | null, date: string): PalliativeEvent => ({
      type: 'AcceptanceChanged',
      effectiveFrom: on(date),
      data: { region, person, acceptsNew },
    })
    given(palliative).when(accepts(true, '2025-03-01')).thenRefused('palliative.noMember')
    given(palliative, joined).when(accepts(true, '2025-01-31')).thenRefused('palliative.noMember')
    given(palliative, joined).when(accepts(null, '2025-03-01')).thenEvents(changed(null, '2025-03-01'))
    given(palliative, joined, changed(true, '2025-03-01'))
      .when(accepts(true, '2026-03-01'))
      .thenEvents(changed(true, '2026-03-01'))
    given(palliative, joined, left).when(accepts(true, '2026-02-01')).thenRefused('palliative.noMember')
  })

  test('takes a survey of the past, with no more who accept than there are, and each area once', () => {
    const record = (
      counts: { area: string; providers: number | null; accepting: number | null }[],
      surveyedOn = '2025-03-01',
    ) => ({
      type: 'RecordSupplySurvey' as const,
      data: {
        region,
        effectiveFrom: on('2025-03-01'),
        surveyedOn: on(surveyedOn),
        responsePercent: 73,
        counts,
        source: null,
      },
    })
    const bornholm = { area: '0400', providers: 2, accepting: 0 }
    given(palliative)
      .when(record([bornholm, { area: '1084', providers: 60, accepting: null }]))
      .thenEvents({
        type: 'SupplySurveyRecorded',
        effectiveFrom: on('2025-03-01'),
        data: {
          region,
          surveyedOn: on('2025-03-01'),
          responsePercent: 73,
          counts: [bornholm, { area: '1084', providers: 60, accepting: null }],
          source: null,
        },
      })
    given(palliative)
      .when(record([bornholm], '2026-11-23'))
      .thenRefused('palliative.surveyInFuture')
    given(palliative)
      .when(record([{ ...bornholm, accepting: 3 }]))
      .thenRefused('palliative.moreAcceptingThanProviders', { accepting: 3, providers: 2 })
    given(palliative)
      .when(record([bornholm, bornholm]))
      .thenRefused('palliative.twice', { what: '0400' })
  })

  test('has a budget for each year, a line without an amount kept as such', () => {
    const data = {
      region,
      year: 2025,
      items: [
        { item: 'serviceCost' as const, oere: 233_000_000 },
        { item: 'startUp' as const, oere: null },
      ],
      source: null,
    }
    const set = { type: 'SetPalliativeBudget' as const, data: { ...data, effectiveFrom: on('2024-12-11') } }
    given(palliative)
      .when(set)
      .thenEvents({ type: 'BudgetSet', effectiveFrom: on('2024-12-11'), data })
    const [first] = data.items
    const twice = first === undefined ? [] : [first, first]
    given(palliative)
      .when({ ...set, data: { ...set.data, items: twice } })
      .thenRefused('palliative.twice')
  })
})

describe('municipal offer', () => {
  const data = {
    municipality: code('0510'),
    document: 'Kvalitetsstandard',
    offerVersion: '1',
    services: [
      { service: 'group' as const, included: 'yes' as const, condition: null },
      { service: 'riding' as const, included: 'no' as const, condition: null },
    ],
    settings: ['trainingRoom' as const],
    places: [{ place: 'center', name: 'Center', address: address('0510', 'Varbergvej 11') }],
    hours: 'weekdaysDaytime' as const,
    referralMonths: 12,
    remarks: null,
    source: null,
  }
  const published: MunicipalOfferEvent = { type: 'MunicipalOfferPublished', effectiveFrom: on('2025-01-01'), data }
  const closed: MunicipalOfferEvent = {
    type: 'OfferClosed',
    effectiveFrom: on('2026-01-01'),
    data: { reason: 'Udgået' },
  }
  const publish = { type: 'PublishMunicipalOffer' as const, data: { ...data, effectiveFrom: on('2025-01-01') } }
  const change = (service: 'group' | 'pool', was: 'yes' | 'unknown', date = '2025-06-01') => ({
    type: 'ChangeServiceIncluded' as const,
    data: {
      municipality: data.municipality,
      service,
      was,
      included: 'no' as const,
      condition: null,
      reason: 'Besluttet',
      effectiveFrom: on(date),
    },
  })

  test('is published, anew where it changed, and again after it was closed', () => {
    given(municipalOffer).when(publish).thenEvents(published)
    given(municipalOffer, published)
      .when({ ...publish, data: { ...publish.data, offerVersion: '2' } })
      .thenEvents({ ...published, data: { ...data, offerVersion: '2' } })
    given(municipalOffer, published)
      .when({
        type: 'CloseMunicipalOffer',
        data: { municipality: data.municipality, effectiveFrom: on('2026-01-01'), reason: 'Udgået' },
      })
      .thenEvents(closed)
    given(municipalOffer, published, closed)
      .when(change('group', 'yes', '2026-02-01'))
      .thenRefused('municipalOffer.closed')
  })

  test('changes a service that stands as the sender saw it; one that it does not mention stands as unknown', () => {
    const changed = (service: 'group' | 'pool', was: 'yes' | 'unknown'): MunicipalOfferEvent => ({
      type: 'ServiceIncludedChanged',
      effectiveFrom: on('2025-06-01'),
      data: { service, was, included: 'no', condition: null, reason: 'Besluttet' },
    })
    given(municipalOffer).when(change('group', 'yes')).thenRefused('municipalOffer.unknown')
    given(municipalOffer, published).when(change('group', 'yes')).thenEvents(changed('group', 'yes'))
    given(municipalOffer, published).when(change('pool', 'unknown')).thenEvents(changed('pool', 'unknown'))
    given(municipalOffer, published)
      .when(change('group', 'unknown'))
      .thenRefused('municipalOffer.worldMoved', { stands: 'yes', was: 'unknown' })
  })

  test('announces that patients of other municipalities can be refused, to a day after the first', () => {
    const announce = (until: string | null) => ({
      type: 'AnnounceCapacityRefusal' as const,
      data: {
        municipality: data.municipality,
        effectiveFrom: on('2025-06-01'),
        until: until === null ? null : on(until),
        reason: 'Fuldt hold',
      },
    })
    given(municipalOffer, published)
      .when(announce(null))
      .thenEvents({
        type: 'CapacityRefusalAnnounced',
        effectiveFrom: on('2025-06-01'),
        data: { until: null, reason: 'Fuldt hold' },
      })
    given(municipalOffer, published).when(announce('2025-06-01')).thenRefused('municipalOffer.endsBeforeStart')
  })

  test('names each service and each place once', () => {
    const [group] = data.services
    const services = group === undefined ? [] : [group, group]
    given(municipalOffer)
      .when({ ...publish, data: { ...publish.data, services } })
      .thenRefused('municipalOffer.twice', { what: 'group' })
  })
})

describe('contacts', () => {
  const municipality = code('0510')
  const data = {
    municipality,
    department: 'health' as const,
    name: null,
    locationNumber: '5790000000004',
    phone: '00 00 00 01',
    mail: null,
    phoneHours: { fromDay: 1, toDay: 5, from: '08:00', to: '11:00' },
  }
  const entry: ContactEvent = { type: 'ContactEntrySet', effectiveFrom: on('2025-01-01'), data }
  const set = { type: 'SetContactEntry' as const, data: { ...data, effectiveFrom: on('2025-01-01') } }
  const confirm = (date: string) => ({
    type: 'ConfirmContactEntry' as const,
    data: { municipality, department: data.department, effectiveFrom: on(date) },
  })

  test('keep a number as it was written, for R-42 to judge; an entry of nothing is refused', () => {
    given(contacts).when(set).thenEvents(entry)
    given(contacts)
      .when({ ...set, data: { ...set.data, locationNumber: null, phone: null } })
      .thenRefused('contacts.empty')
  })

  test('are confirmed on days that have come, and removed', () => {
    const removed: ContactEvent = {
      type: 'ContactEntryRemoved',
      effectiveFrom: on('2026-02-01'),
      data: { department: 'health', reason: 'Lukket' },
    }
    given(contacts).when(confirm('2026-01-01')).thenRefused('contacts.unknown')
    given(contacts, entry)
      .when(confirm('2026-01-01'))
      .thenEvents({ type: 'ContactEntryConfirmed', effectiveFrom: on('2026-01-01'), data: { department: 'health' } })
    given(contacts, entry).when(confirm('2026-11-23')).thenRefused('contacts.inFuture')
    given(contacts, entry)
      .when({
        type: 'RemoveContactEntry',
        data: { municipality, department: 'health', reason: 'Lukket', effectiveFrom: on('2026-02-01') },
      })
      .thenEvents(removed)
    given(contacts, entry, removed).when(confirm('2026-03-01')).thenRefused('contacts.unknown')
  })
})

test('B3: the order of what two therapists say does not matter', () => {
  const joined = (id: string): PalliativeEvent => ({
    type: 'TherapistJoined',
    effectiveFrom: on('2025-01-01'),
    data: { region, person: PersonId.parse(id), provider: null, place: null, trainingDone: null, homeRadiusKm: null },
  })
  const [a, b] = [joined('person-1'), joined('person-2')]
  const names = (...events: PalliativeEvent[]) => [...given(palliative, ...events).state.members.keys()].toSorted()
  expect(names(a, b)).toEqual(names(b, a))
})
