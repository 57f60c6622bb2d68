import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '#events/case'
import type { FindingSet } from '#events/finding'
import { AddressId, CaseId, PersonId, ProviderNumber } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import { applicationCase } from '#service/deciders/case'
import { evaluate } from '#service/rules/rulebook'
import { ok2024 } from '#service/rules/ruleSets'
import { given, nothingKnown, on } from '../../given.ts'
import { address, clinicId, code, midtjylland, relocationFacts } from '../rules/facts.ts'

const id = CaseId.parse('26-0147')
const { today } = nothingKnown
const from = address('0661', 'Nørregade 1')
const to = address('0661', 'Lægårdvej 12')
const subject = {
  type: 'A3' as const,
  clinic: clinicId,
  address: AddressId.parse('adresse-1'),
  from,
  to,
  previousUntil: on('2027-03-01'),
  accessibility: null,
}
const application = {
  case: id,
  region: midtjylland,
  subject,
  applicant: 'Klinik Nørregade',
  receivedOn: on('2026-11-20'),
  wantedFrom: on('2027-03-01'),
}
const opened: CaseEvent = {
  type: 'CaseOpened',
  effectiveFrom: on('2026-11-20'),
  data: { ...application, number: '26/0147' },
}
/** Findings of the case; without an accessibility statement R-05 needs information. */
const set: FindingSet = {
  ruleSet: 'OK-2024',
  ruleSetVersion: 1,
  effectiveOn: on('2027-03-01'),
  knownAt: RecordedAt.parse('2026-11-22T09:00:00.000Z'),
  docketRevision: -1,
  findings: evaluate(
    relocationFacts({ from, to, receivedOn: '2026-11-20', wantedFrom: '2027-03-01', accessibility: null }),
    ok2024(midtjylland).parameters,
  ),
}
const checked: CaseEvent = { type: 'FindingsComputed', effectiveFrom: today, data: { set } }
const proposed: CaseEvent = {
  type: 'ConsultationProposed',
  effectiveFrom: today,
  data: { involved: [code('0661')], round: 1 },
}
const heard: CaseEvent = { type: 'CaseHeard', effectiveFrom: today, data: { round: 1 } }
const tabled: CaseEvent = {
  type: 'CaseTabled',
  effectiveFrom: today,
  data: { meetingOn: on('2026-12-15'), reason: 'Oplysning på vej' },
}
const ruling = { rulingNumber: '2026-0001', outcome: 'granted' as const, effectiveFrom: on('2027-03-01') }
const ruled: CaseEvent = { type: 'CaseRuled', effectiveFrom: today, data: ruling }
const withdrawn: CaseEvent = { type: 'CaseWithdrawn', effectiveFrom: today, data: { reason: 'Fortrudt' } }

describe('opening a case', () => {
  const open = (change: object = {}) => ({ type: 'OpenCase' as const, data: { ...application, ...change } })

  test('gives it the number that people use, from the day it was received', () => {
    given(applicationCase).when(open()).thenEvents(opened)
  })

  test('refuses a number in use, a receipt in the future and what cannot be', () => {
    given(applicationCase, opened)
      .when(open({ applicant: 'En anden' }))
      .thenRefused('case.taken', { number: '26/0147' })
    given(applicationCase)
      .when(open({ receivedOn: on('2026-11-23') }))
      .thenRefused('case.receivedInFuture')
    given(applicationCase)
      .when(open({ receivedOn: today }))
      .thenEvents({ ...opened, effectiveFrom: today, data: { ...application, number: '26/0147', receivedOn: today } })
    given(applicationCase)
      .when(open({ subject: { ...subject, previousUntil: on('2027-02-28') } }))
      .thenRefused('case.gapBetweenAddresses')
    given(applicationCase)
      .when(open({ subject: { ...subject, to: { ...from, text: 'NØRREGADE  1' } } }))
      .thenRefused('case.samePlace')
    const person = PersonId.parse('person-1')
    const takeover = { type: 'A2', provider: ProviderNumber.parse('000001'), fromHolder: person, toHolder: person }
    given(applicationCase)
      .when(open({ subject: { ...takeover, shareHundredths: 60, newNumber: null, schools: [], place: null } }))
      .thenRefused('case.sameHolder')
  })
})

describe('preparing a case', () => {
  test('information asked for and supplied moves it back and forth', () => {
    const request = { items: ['Tilgængelighed', 'Plantegning'], dueOn: on('2026-12-06') }
    const requested: CaseEvent = { type: 'CaseInformationRequested', effectiveFrom: today, data: request }
    const supplied: CaseEvent = {
      type: 'CaseInformationSupplied',
      effectiveFrom: today,
      data: { items: ['Plantegning'] },
    }
    given(applicationCase, opened)
      .when({ type: 'RequestInformation', data: { case: id, ...request } })
      .thenEvents(requested)
    given(applicationCase, opened)
      .when({ type: 'RequestInformation', data: { case: id, items: ['A'], dueOn: on('2026-11-21') } })
      .thenRefused('case.dueInPast')
    given(applicationCase, opened, requested)
      .when({ type: 'SupplyInformation', data: { case: id, items: ['Plantegning'] } })
      .thenEvents(supplied)
    expect(given(applicationCase, opened, requested, supplied).state).toMatchObject({
      status: 'awaiting-information',
      file: { missing: ['Tilgængelighed'] },
    })
    const rest: CaseEvent = { ...supplied, data: { items: ['Tilgængelighed'] } }
    expect(given(applicationCase, opened, requested, supplied, rest).state.status).toBe('received')
  })

  test('a correction names what stood, and what stands must be it', () => {
    const correction = { field: 'wantedFrom' as const, old: on('2027-03-01'), new: on('2027-02-01') }
    given(applicationCase, opened)
      .when({ type: 'CorrectCaseInformation', data: { case: id, correction, reason: 'Tastefejl' } })
      .thenEvents({
        type: 'CaseInformationCorrected',
        effectiveFrom: today,
        data: { correction, reason: 'Tastefejl' },
      })
    given(applicationCase, opened)
      .when({
        type: 'CorrectCaseInformation',
        data: { case: id, correction: { ...correction, old: on('2027-01-01') }, reason: 'Tastefejl' },
      })
      .thenRefused('case.oldDiffers', { field: 'wantedFrom', stands: '2027-03-01' })
    given(applicationCase, opened)
      .when({
        type: 'CorrectCaseInformation',
        data: { case: id, correction: { ...correction, new: on('2027-03-02') }, reason: 'Tastefejl' },
      })
      .thenRefused('case.gapBetweenAddresses')
  })

  test('findings are stored once for the same knowledge, and again when the docket moved', () => {
    const compute = { type: 'ComputeFindings' as const, data: { case: id, unlessSame: true as const } }
    given(applicationCase, opened).when(compute, { findings: set }).thenEvents(checked)
    const later = { ...set, knownAt: RecordedAt.parse('2026-11-23T09:00:00.000Z') }
    given(applicationCase, opened, checked).when(compute, { findings: later }).thenNothing()
    const tomorrow = {
      ...set,
      findings: set.findings.map((one) => ({ ...one, params: { ifSentToday: '2026-12-15' } })),
    }
    given(applicationCase, opened, checked).when(compute, { findings: tomorrow }).thenNothing()
    const moved = { ...set, docketRevision: 0 }
    given(applicationCase, opened, checked)
      .when(compute, { findings: moved })
      .thenEvents({ ...checked, data: { set: moved } })
    given(applicationCase, opened).when(compute).thenRefused('case.noRuleSet')
  })

  test('a person who asks for the findings gets them anew, also when nothing has changed', () => {
    const later = { ...set, knownAt: RecordedAt.parse('2026-11-23T09:00:00.000Z') }
    given(applicationCase, opened, checked)
      .when({ type: 'ComputeFindings', data: { case: id } }, { findings: later })
      .thenEvents({ ...checked, data: { set: later } })
  })

  test('a recommendation is written again only when it says something else', () => {
    const data = { text: 'Indstilles godkendt', outcome: 'granted' as const }
    given(applicationCase, opened)
      .when({ type: 'WriteRecommendation', data: { case: id, ...data } })
      .thenEvents({ type: 'RecommendationWritten', effectiveFrom: today, data })
  })
})

describe('tabling a case', () => {
  const table = (reason: string | null, meetingOn = '2026-12-15') => ({
    type: 'TableCase' as const,
    data: { case: id, meetingOn: on(meetingOn), reason },
  })

  test('with open needs-information only for a recorded reason', () => {
    given(applicationCase, opened, checked)
      .when(table(null))
      .thenRefused('case.reasonNeeded', { rules: ['R-05'] })
    given(applicationCase, opened, checked).when(table('Oplysning på vej')).thenEvents(tabled)
  })

  test('not before it was checked, and not for a day that has passed', () => {
    given(applicationCase, opened).when(table('x')).thenRefused('case.notChecked')
    given(applicationCase, opened, checked).when(table('x', '2026-11-21')).thenRefused('case.meetingInPast')
  })

  test('postponed, it is where it was: heard or checked', () => {
    const postponed: CaseEvent = {
      type: 'CasePostponed',
      effectiveFrom: today,
      data: { meetingOn: on('2026-12-15'), reason: 'Ikke tid' },
    }
    given(applicationCase, opened, checked, tabled)
      .when({ type: 'PostponeCase', data: { case: id, reason: 'Ikke tid' } })
      .thenEvents(postponed)
    expect(given(applicationCase, opened, checked, tabled, postponed).state.status).toBe('checked')
    expect(given(applicationCase, opened, checked, proposed, heard, tabled, postponed).state.status).toBe('heard')
  })
})

describe('the hearing as the case sees it', () => {
  test('is proposed once a round and heard once', () => {
    given(applicationCase, opened, checked)
      .when({ type: 'ProposeConsultation', data: { case: id, involved: [code('0661')], round: 1 } })
      .thenEvents(proposed)
    given(applicationCase, opened, checked, proposed)
      .when({ type: 'MarkHeard', data: { case: id, round: 1 } })
      .thenEvents(heard)
    given(applicationCase, opened, checked, proposed)
      .when({ type: 'MarkHeard', data: { case: id, round: 2 } })
      .thenRefused('case.otherRound', { current: 1 })
  })

  test('a new round makes a heard case open again', () => {
    const second: CaseEvent = { ...proposed, data: { involved: [code('0657')], round: 2 } }
    expect(given(applicationCase, opened, checked, proposed, heard).state.status).toBe('heard')
    expect(given(applicationCase, opened, checked, proposed, heard, second).state.status).toBe('checked')
  })
})

describe('what the ruling leaves behind', () => {
  test('the case is ruled once, then applied or refused', () => {
    given(applicationCase, opened, checked)
      .when({ type: 'RecordRuling', data: { case: id, ...ruling } })
      .thenEvents(ruled)
    given(applicationCase, opened, checked, ruled)
      .when({ type: 'RecordEffectApplied', data: { case: id, stream: 'practiceAddress-adresse-1' } })
      .thenEvents({ type: 'CaseEffectApplied', effectiveFrom: today, data: { stream: 'practiceAddress-adresse-1' } })
    const data = { code: 'practiceAddress.worldMoved', params: {} }
    given(applicationCase, opened, checked, ruled)
      .when({ type: 'RecordEffectRefused', data: { case: id, ...data } })
      .thenEvents({ type: 'CaseEffectRefused', effectiveFrom: today, data })
    given(applicationCase, opened, checked)
      .when({ type: 'RecordEffectApplied', data: { case: id, stream: 's' } })
      .thenRefused('case.notRuled')
  })

  test.each([
    ['ruled', ruled],
    ['withdrawn', withdrawn],
  ])('a %s case can no longer be prepared', (status, last) => {
    const closed = given(applicationCase, opened, checked, last)
    for (const command of [
      { type: 'SupplyInformation' as const, data: { case: id, items: ['A'] } },
      { type: 'ComputeFindings' as const, data: { case: id } },
      { type: 'PostponeCase' as const, data: { case: id, reason: 'x' } },
    ])
      closed.when(command, { findings: set }).thenRefused('case.closed', { status })
  })

  test('what a ruled case said can be set right; a case that was withdrawn stays as it is', () => {
    const correction = { field: 'receivedOn' as const, old: on('2026-11-20'), new: on('2026-11-02') }
    const command = { type: 'CorrectCaseInformation' as const, data: { case: id, correction, reason: 'Tastefejl' } }
    given(applicationCase, opened, checked, ruled)
      .when(command)
      .thenEvents({
        type: 'CaseInformationCorrected',
        effectiveFrom: today,
        data: { correction, reason: 'Tastefejl' },
      })
    given(applicationCase, opened, checked, withdrawn).when(command).thenRefused('case.closed')
  })

  test('a withdrawn case is neither ruled nor referred, and withdrawn once', () => {
    const closed = given(applicationCase, opened, withdrawn)
    closed.when({ type: 'RecordRuling', data: { case: id, ...ruling } }).thenRefused('case.closed')
    closed.when({ type: 'RecordReferral', data: { case: id, reason: 'demand' } }).thenRefused('case.closed')
    given(applicationCase, opened)
      .when({ type: 'WithdrawCase', data: { case: id, reason: 'Fortrudt' } })
      .thenEvents(withdrawn)
  })

  test('a ruled case can be referred on demand', () => {
    given(applicationCase, opened, checked, ruled)
      .when({ type: 'RecordReferral', data: { case: id, reason: 'demand' } })
      .thenEvents({ type: 'CaseReferred', effectiveFrom: today, data: { reason: 'demand' } })
  })

  test('a case that does not exist is said to', () => {
    given(applicationCase)
      .when({ type: 'SupplyInformation', data: { case: id, items: ['A'] } })
      .thenRefused('case.unknown')
  })
})
