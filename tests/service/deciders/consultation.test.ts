import { describe, test } from 'vitest'
import type { ConsultationEvent } from '#events/consultation'
import { CaseId } from '#events/identifiers'
import { consultation } from '#service/deciders/consultation'
import type { Context } from '#service/deciders/decider'
import { ok2024 } from '#service/rules/ruleSets'
import { given, on } from '../../given.ts'
import { code, midtjylland } from '../rules/facts.ts'

const hearing = { case: CaseId.parse('26-0147'), municipality: code('0746'), round: 1 }
const known: Partial<Context> = {
  today: on('2026-11-30'),
  plan: ok2024(midtjylland).parameters,
  caseStatus: 'checked',
  caseKnown: {
    region: midtjylland,
    wantedFrom: on('2027-03-01'),
    round: 1,
    involved: [code('0746')],
    findings: null,
  },
}
const sent: ConsultationEvent = {
  type: 'ConsultationSent',
  effectiveFrom: on('2026-11-30'),
  data: { ...hearing, questions: 'Bemærkninger?', dueOn: on('2026-12-21') },
}
const answer = (change: object = {}) => ({
  type: 'AnswerConsultation' as const,
  data: { ...hearing, position: 'support' as const, text: 'Ja', cameBy: 'portal' as const, ...change },
})
const answered = (date: string, late: boolean, change: object = {}): ConsultationEvent => ({
  type: 'ConsultationAnswered',
  effectiveFrom: on(date),
  data: { position: 'support', text: 'Ja', cameBy: 'portal', answeredOn: on(date), late, ...change },
})
const lapsed: ConsultationEvent = {
  type: 'ConsultationClosedWithoutAnswer',
  effectiveFrom: on('2026-12-22'),
  data: { dueOn: on('2026-12-21') },
}

describe('sending a hearing', () => {
  const send = (change: object = {}) => ({
    type: 'SendConsultation' as const,
    data: { ...hearing, questions: 'Bemærkninger?', ...change },
  })

  test('on 2026-11-30 with 21 days is due 2026-12-21', () => {
    given(consultation).when(send(), known).thenEvents(sent)
  })

  test('is sent once', () => {
    given(consultation, sent)
      .when(send({ questions: 'Andet?' }), known)
      .thenNothing()
  })

  test('needs an open case in this round, and a rule set for the deadline', () => {
    given(consultation).when(send()).thenRefused('consultation.unknownCase')
    given(consultation)
      .when(send(), { ...known, caseStatus: 'ruled' })
      .thenRefused('consultation.caseClosed')
    given(consultation)
      .when(send({ round: 2 }), known)
      .thenRefused('consultation.otherRound', { current: 1 })
    given(consultation)
      .when(send(), { ...known, plan: null })
      .thenRefused('consultation.noRuleSet')
  })
})

describe('answering', () => {
  test('on the last day is in time, a day later is late and kept', () => {
    given(consultation, sent)
      .when(answer(), { today: on('2026-12-21') })
      .thenEvents(answered('2026-12-21', false))
    given(consultation, sent)
      .when(answer(), { today: on('2026-12-22') })
      .thenEvents(answered('2026-12-22', true))
    given(consultation, sent, lapsed)
      .when(answer(), { today: on('2027-01-05') })
      .thenEvents(answered('2027-01-05', true))
  })

  test('a second answer is a new event, the first one stays', () => {
    given(consultation, sent, answered('2026-12-10', false))
      .when(answer({ position: 'object', text: 'Nej' }), { today: on('2026-12-11') })
      .thenEvents(answered('2026-12-11', false, { position: 'object', text: 'Nej' }))
    given(consultation, sent, answered('2026-12-10', false))
      .when(answer(), { today: on('2026-12-11') })
      .thenNothing()
  })

  test('by letter counts from the day it came, which lies between the sending and today', () => {
    const letter = (day: string) => answer({ cameBy: 'letter', receivedOn: on(day) })
    const byLetter: ConsultationEvent = {
      type: 'ConsultationAnswered',
      effectiveFrom: on('2026-12-23'),
      data: { position: 'support', text: 'Ja', cameBy: 'letter', answeredOn: on('2026-12-21'), late: false },
    }
    const today = { today: on('2026-12-23') }
    given(consultation, sent).when(letter('2026-12-21'), today).thenEvents(byLetter)
    given(consultation, sent)
      .when(letter('2026-12-24'), today)
      .thenRefused('consultation.receivedOutside', { receivedOn: '2026-12-24' })
    given(consultation, sent).when(letter('2026-11-29'), today).thenRefused('consultation.receivedOutside')
    given(consultation, sent)
      .when(answer({ receivedOn: on('2026-12-01') }), today)
      .thenEvents(answered('2026-12-23', true))
  })

  test('needs a hearing that was sent', () => {
    given(consultation).when(answer()).thenRefused('consultation.notSent')
  })
})

describe('the deadline', () => {
  const extend = (to: string) => ({
    type: 'ExtendConsultation' as const,
    data: { ...hearing, to: on(to), reason: 'Jul' },
  })
  const close = { type: 'CloseConsultation' as const, data: hearing }

  test('is only ever extended', () => {
    given(consultation, sent)
      .when(extend('2027-01-04'), known)
      .thenEvents({
        type: 'ConsultationDeadlineExtended',
        effectiveFrom: on('2026-11-30'),
        data: { old: on('2026-12-21'), new: on('2027-01-04'), reason: 'Jul' },
      })
    given(consultation, sent)
      .when(extend('2026-12-20'), known)
      .thenRefused('consultation.onlyForward', { dueOn: '2026-12-21' })
    given(consultation, sent).when(extend('2026-12-21'), known).thenRefused('consultation.onlyForward')
    given(consultation, sent, lapsed).when(extend('2027-01-04'), known).thenRefused('consultation.notOpen')
  })

  test('passes the day after the last day, without being taken for consent', () => {
    given(consultation, sent)
      .when(close, { today: on('2026-12-21') })
      .thenRefused('consultation.notDue')
    given(consultation, sent)
      .when(close, { today: on('2026-12-22') })
      .thenEvents(lapsed)
    given(consultation, sent, answered('2026-12-10', false))
      .when(close, { today: on('2026-12-22') })
      .thenNothing()
  })

  test('a reminder goes out once a day, while an answer is awaited', () => {
    const remind = { type: 'RemindConsultation' as const, data: hearing }
    given(consultation, sent)
      .when(remind, { today: on('2026-12-14') })
      .thenEvents({ type: 'ConsultationReminderSent', effectiveFrom: on('2026-12-14'), data: {} })
    given(consultation, sent, lapsed).when(remind).thenRefused('consultation.notOpen')
  })
})
