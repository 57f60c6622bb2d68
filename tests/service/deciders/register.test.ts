import { describe, expect, test } from 'vitest'
import type { ClinicEvent } from '#events/clinic'
import type { CompetenceEvent } from '#events/competence'
import type { GeographyEvent } from '#events/geography'
import { AgreementId, DiagnosisGroupId, PersonId, SchoolId } from '#events/identifiers'
import type { RidingAgreementEvent } from '#events/ridingAgreement'
import type { RidingSchoolEvent } from '#events/ridingSchool'
import { clinic } from '#service/deciders/clinic'
import { competence } from '#service/deciders/competence'
import { geography } from '#service/deciders/geography'
import { ridingAgreement } from '#service/deciders/ridingAgreement'
import { ridingSchool } from '#service/deciders/ridingSchool'
import { given, on } from '../../given.ts'
import { address, clinicId, code } from '../rules/facts.ts'

describe('clinic', () => {
  const data = { clinic: clinicId, name: 'Klinik', cvr: null, formOfPractice: 'solo' as const }
  const registered: ClinicEvent = { type: 'ClinicRegistered', effectiveFrom: on('2010-01-01'), data }
  const allocation = {
    specialty: '62' as const,
    unitsHundredths: 240,
    levelYear: 2022,
    reason: 'transition2024' as const,
  }
  const allocate = (date: string) => ({
    type: 'AllocateKrCapacity' as const,
    data: { clinic: clinicId, effectiveFrom: on(date), ...allocation },
  })
  const closed: ClinicEvent = { type: 'ClinicClosed', effectiveFrom: on('2026-01-01'), data: { reason: 'Ophør' } }

  test('has units from 2024-01-01 and not a day earlier', () => {
    given(clinic, registered)
      .when(allocate('2024-01-01'))
      .thenEvents({ type: 'KrCapacityAllocated', effectiveFrom: on('2024-01-01'), data: allocation })
    given(clinic, registered)
      .when(allocate('2023-12-31'))
      .thenRefused('clinic.unitsBeforeRegime', { firstDay: '2024-01-01' })
  })

  test('is registered once, gets nothing before that and nothing after it closed', () => {
    const register = { type: 'RegisterClinic' as const, data: { ...data, effectiveFrom: on('2010-01-01') } }
    given(clinic).when(register).thenEvents(registered)
    given(clinic, registered)
      .when({ ...register, data: { ...register.data, name: 'En anden' } })
      .thenRefused('clinic.taken')
    given(clinic).when(allocate('2024-01-01')).thenRefused('clinic.unknown')
    given(clinic, { ...registered, effectiveFrom: on('2025-01-01') })
      .when(allocate('2024-12-31'))
      .thenRefused('clinic.beforeRegistration')
    given(clinic, registered, closed).when(allocate('2026-01-01')).thenRefused('clinic.closed')
    given(clinic, registered)
      .when({
        type: 'CloseClinic',
        data: { clinic: clinicId, effectiveFrom: on('2026-01-01'), reason: 'Ophør' },
      })
      .thenEvents(closed)
  })

  test('says whether it takes new patients; the same again says nothing, and a closed one says no more', () => {
    const state = (accepts: boolean, date: string) => ({
      type: 'StateClinicIntake' as const,
      data: { clinic: clinicId, effectiveFrom: on(date), accepts },
    })
    const full: ClinicEvent = { type: 'ClinicIntakeStated', effectiveFrom: on('2025-03-01'), data: { accepts: false } }
    given(clinic, registered).when(state(false, '2025-03-01')).thenEvents(full)
    given(clinic, registered, full).when(state(false, '2025-04-01')).thenEvents()
    given(clinic, registered, full)
      .when(state(true, '2025-06-01'))
      .thenEvents({ ...full, effectiveFrom: on('2025-06-01'), data: { accepts: true } })
    given(clinic, registered, closed).when(state(false, '2026-01-01')).thenRefused('clinic.closed')
  })
})

describe('riding school', () => {
  const school = SchoolId.parse('rideskole-1')
  const data = { school, name: 'Rideskolen', address: address('0661', 'Heden 4') }
  const registered: RidingSchoolEvent = { type: 'RidingSchoolRegistered', effectiveFrom: on('2012-01-01'), data }
  const approved: RidingSchoolEvent = {
    type: 'RidingSchoolApproved',
    effectiveFrom: on('2013-01-01'),
    data: { documentRef: null },
  }
  const approve = (date: string) => ({
    type: 'ApproveRidingSchool' as const,
    data: { school, effectiveFrom: on(date), documentRef: null },
  })
  const withdraw = (date: string) => ({
    type: 'WithdrawRidingSchoolApproval' as const,
    data: { school, effectiveFrom: on(date), reason: 'Lukket' },
  })

  test('is registered, approved, and loses its approval', () => {
    given(ridingSchool)
      .when({ type: 'RegisterRidingSchool', data: { ...data, effectiveFrom: on('2012-01-01') } })
      .thenEvents(registered)
    given(ridingSchool, registered)
      .when({ type: 'RegisterRidingSchool', data: { ...data, name: 'En anden', effectiveFrom: on('2012-01-01') } })
      .thenRefused('ridingSchool.taken')
    given(ridingSchool, registered).when(approve('2013-01-01')).thenEvents(approved)
    given(ridingSchool, registered, approved)
      .when(withdraw('2015-01-01'))
      .thenEvents({
        type: 'RidingSchoolApprovalWithdrawn',
        effectiveFrom: on('2015-01-01'),
        data: { reason: 'Lukket' },
      })
    given(ridingSchool, registered).when(withdraw('2015-01-01')).thenRefused('ridingSchool.notApproved')
    given(ridingSchool, registered).when(approve('2011-12-31')).thenRefused('ridingSchool.beforeRegistration')
    given(ridingSchool).when(approve('2013-01-01')).thenRefused('ridingSchool.unknown')
  })
})

describe('riding agreement', () => {
  const agreement = AgreementId.parse('aftale-1')
  const request = {
    agreement,
    school: SchoolId.parse('rideskole-1'),
    therapist: PersonId.parse('person-4'),
    provider: null,
    hoursTenths: 140,
  }
  const requested: RidingAgreementEvent = {
    type: 'RidingAgreementRequested',
    effectiveFrom: on('2004-05-01'),
    data: request,
  }
  const permitted = (hoursTenths: number, date: string): RidingAgreementEvent => ({
    type: 'RidingAgreementPermitted',
    effectiveFrom: on(date),
    data: { school: request.school, hoursTenths, conditions: null },
  })
  const started: RidingAgreementEvent = {
    type: 'RidingAgreementStarted',
    effectiveFrom: on('2004-08-01'),
    data: { hoursTenths: 140 },
  }
  const start = (hoursTenths: number, date: string) => ({
    type: 'StartRidingAgreement' as const,
    data: { agreement, effectiveFrom: on(date), hoursTenths },
  })
  const change = (to: number) => ({
    type: 'ChangeRidingHours' as const,
    data: { agreement, effectiveFrom: on('2010-01-01'), to },
  })

  test('starts with a permission that holds on the day, for no more than was permitted', () => {
    given(ridingAgreement)
      .when({ type: 'RequestRidingAgreement', data: { ...request, effectiveFrom: on('2004-05-01') } })
      .thenEvents(requested)
    given(ridingAgreement, requested)
      .when({
        type: 'PermitRidingAgreement',
        data: { agreement, effectiveFrom: on('2004-08-01'), hoursTenths: 140, conditions: null },
      })
      .thenEvents(permitted(140, '2004-08-01'))
    const history = given(ridingAgreement, requested, permitted(140, '2004-08-01'))
    history.when(start(140, '2004-08-01')).thenEvents(started)
    history.when(start(140, '2004-07-31')).thenRefused('ridingAgreement.notPermitted')
    history
      .when(start(141, '2004-08-01'))
      .thenRefused('ridingAgreement.moreThanPermitted', { permittedHoursTenths: 140, askedHoursTenths: 141 })
  })

  test('grows only within its permission, and shrinks freely', () => {
    const running = given(ridingAgreement, requested, permitted(140, '2004-08-01'), started)
    running
      .when(change(85))
      .thenEvents({ type: 'RidingHoursChanged', effectiveFrom: on('2010-01-01'), data: { old: 140, new: 85 } })
    running.when(change(150)).thenRefused('ridingAgreement.moreThanPermitted')
    given(ridingAgreement, requested).when(change(85)).thenRefused('ridingAgreement.notStarted')
  })

  test('lapses with the hours it had, and takes no more', () => {
    const ended: RidingAgreementEvent = {
      type: 'RidingAgreementEnded',
      effectiveFrom: on('2020-01-01'),
      data: { reason: 'Ophør' },
    }
    const history = [requested, permitted(140, '2004-08-01'), started] as const
    given(ridingAgreement, ...history)
      .when({ type: 'EndRidingAgreement', data: { agreement, effectiveFrom: on('2020-01-01'), reason: 'Ophør' } })
      .thenEvents(ended)
    given(ridingAgreement, ...history, ended)
      .when({ type: 'LapseRidingNumber', data: { agreement, effectiveFrom: on('2020-01-01') } })
      .thenEvents({ type: 'RidingNumberLapsed', effectiveFrom: on('2020-01-01'), data: { hoursTenths: 140 } })
    given(ridingAgreement, ...history, ended)
      .when({
        type: 'PermitRidingAgreement',
        data: { agreement, effectiveFrom: on('2020-01-01'), hoursTenths: 200, conditions: null },
      })
      .thenRefused('ridingAgreement.ended')
  })

  test.each([
    ['2006-12-31', true],
    ['2007-01-01', false],
    [null, false],
  ])('an area agreed with a county for an accession of %s: %s', (accession, allowed) => {
    const area = { kind: 'county' as const, county: 'Vejle Amt', codes: [] }
    const accessionDate = accession === null ? null : on(accession)
    const record = {
      type: 'RecordCoverageArea' as const,
      data: { agreement, effectiveFrom: on('2008-01-01'), area, accessionDate, sourceDocument: null },
    }
    const sent = given(ridingAgreement, requested).when(record)
    if (allowed)
      sent.thenEvents({
        type: 'CoverageAreaRecorded',
        effectiveFrom: on('2008-01-01'),
        data: { area, accessionDate, sourceDocument: null },
      })
    else sent.thenRefused('ridingAgreement.countyAfter2006', { cutoff: '2007-01-01' })
  })

  test('an area is clarified from what was known', () => {
    const area = { kind: 'municipality' as const, codes: [code('0766')] }
    given(ridingAgreement, requested)
      .when({
        type: 'ClarifyCoverageArea',
        data: { agreement, effectiveFrom: on('2016-01-01'), area, sourceDocument: 'brev', reason: 'Udredning' },
      })
      .thenEvents({
        type: 'CoverageAreaClarified',
        effectiveFrom: on('2016-01-01'),
        data: { previous: { kind: 'unknown' }, area, sourceDocument: 'brev', reason: 'Udredning' },
      })
  })
})

describe('competence', () => {
  const person = PersonId.parse('person-1')
  const target = { kind: 'group' as const, id: DiagnosisGroupId.parse('sclerosis') }
  const data = {
    person,
    target,
    issuer: 'Foreningen',
    issuedOn: on('2021-06-01'),
    expiresOn: on('2026-06-01'),
    evidenceRef: null,
  }
  const documented: CompetenceEvent = { type: 'CompetenceDocumented', effectiveFrom: on('2021-06-01'), data }
  const document = (change: object = {}) => ({
    type: 'DocumentCompetence' as const,
    data: { ...data, effectiveFrom: on('2021-06-01'), ...change },
  })
  const revoked: CompetenceEvent = {
    type: 'CompetenceRevoked',
    effectiveFrom: on('2023-01-01'),
    data: { target, reason: 'Fejl' },
  }
  const renew = {
    type: 'RenewCompetence' as const,
    data: { person, effectiveFrom: on('2026-06-01'), target, issuedOn: on('2026-06-01'), expiresOn: null },
  }

  test('at most one active per group, and again after it was revoked', () => {
    given(competence).when(document()).thenEvents(documented)
    given(competence, documented)
      .when(document({ issuer: 'En anden' }))
      .thenRefused('competence.alreadyDocumented')
    given(competence, documented, revoked).when(document()).thenEvents(documented)
    const family = { kind: 'family' as const, id: target.id }
    given(competence, documented)
      .when(document({ target: family }))
      .thenEvents({ ...documented, data: { ...data, target: family } })
  })

  test('is renewed and revoked while it stands, and never ends before it began', () => {
    given(competence, documented)
      .when(renew)
      .thenEvents({
        type: 'CompetenceRenewed',
        effectiveFrom: on('2026-06-01'),
        data: { target, issuedOn: on('2026-06-01'), expiresOn: null },
      })
    given(competence, documented)
      .when({
        type: 'RevokeCompetence',
        data: { person, effectiveFrom: on('2023-01-01'), target, reason: 'Fejl' },
      })
      .thenEvents(revoked)
    given(competence, documented, revoked).when(renew).thenRefused('competence.unknown')
    given(competence)
      .when(document({ expiresOn: on('2021-06-01') }))
      .thenRefused('competence.endsBeforeStart')
  })
})

describe('geography', () => {
  const data = {
    kind: 'municipality' as const,
    areaVersion: 'built-in-1',
    until: null,
    sha256: 'a'.repeat(64),
    source: 'OpenStreetMap',
    licence: 'ODbL-1.0',
    confirmWithinM: 400,
    areas: 98,
  }
  const published: GeographyEvent = { type: 'AreaVersionPublished', effectiveFrom: on('2007-01-01'), data }

  test('a version is published once and never replaced', () => {
    const publish = (change: object = {}) => ({
      type: 'PublishAreaVersion' as const,
      data: { ...data, effectiveFrom: on('2007-01-01'), ...change },
    })
    given(geography).when(publish()).thenEvents(published)
    given(geography, published)
      .when(publish({ sha256: 'b'.repeat(64) }))
      .thenRefused('geography.versionTaken')
    given(geography)
      .when(publish({ until: on('2007-01-01') }))
      .thenRefused('geography.endsBeforeStart')
    expect(given(geography, published).state.versions).toHaveLength(1)
  })

  test('a population is published once and never replaced; its name is its own', () => {
    const counted = {
      populationVersion: 'built-in-1',
      sha256: 'c'.repeat(64),
      source: 'Prøve',
      licence: 'Prøve',
      layout: 'grid' as const,
      inhabitants: 100,
      squares: 2,
      leftOut: 0,
    }
    const publish = (change: object = {}) => ({
      type: 'PublishPopulation' as const,
      data: { ...counted, effectiveFrom: on('2026-01-01'), ...change },
    })
    const event: GeographyEvent = { type: 'PopulationPublished', effectiveFrom: on('2026-01-01'), data: counted }
    given(geography, published).when(publish()).thenEvents(event)
    given(geography, event).when(publish()).thenEvents()
    for (const change of [{ sha256: 'd'.repeat(64) }, { effectiveFrom: on('2026-01-02') }])
      given(geography, event).when(publish(change)).thenRefused('geography.versionTaken')
  })
})
