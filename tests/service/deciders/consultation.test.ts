import { describe, expect, test } from 'vitest'
import { AttachmentHash } from '#events/attachment'
import { type ConsultationEvent, CounterProposal } from '#events/consultation'
import type { FindingSet } from '#events/finding'
import { CaseId } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import { consultation } from '#service/deciders/consultation'
import type { Context } from '#service/deciders/decider'
import { ok2024 } from '#service/rules/ruleSets'
import { given, on } from '../../given.ts'
import { code, midtjylland } from '../rules/facts.ts'

const hearing = { case: CaseId.parse('26-0147'), municipality: code('0746'), round: 1 }
const caseKnown = {
  region: midtjylland,
  wantedFrom: on('2027-03-01'),
  round: 1,
  involved: [code('0746')],
  findings: null,
}
const known: Partial<Context> = {
  today: on('2026-11-30'),
  plan: ok2024(midtjylland).parameters,
  caseStatus: 'checked',
  caseKnown,
}
const sent: ConsultationEvent = {
  type: 'ConsultationSent',
  effectiveFrom: on('2026-11-30'),
  data: { ...hearing, questions: 'Bemærkninger?', dueOn: on('2026-12-21') },
}
const enclosed = { topics: [], attachments: [], counterProposal: null }
const answer = (change: object = {}) => ({
  type: 'AnswerConsultation' as const,
  data: { ...hearing, position: 'support' as const, text: 'Ja', cameBy: 'portal' as const, ...enclosed, ...change },
})
const answered = (date: string, late: boolean, change: object = {}): ConsultationEvent => ({
  type: 'ConsultationAnswered',
  effectiveFrom: on(date),
  data: { position: 'support', text: 'Ja', cameBy: 'portal', answeredOn: on(date), late, ...enclosed, ...change },
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
      .when(answer(), { ...known, today: on('2026-12-21') })
      .thenEvents(answered('2026-12-21', false))
    given(consultation, sent)
      .when(answer(), { ...known, today: on('2026-12-22') })
      .thenEvents(answered('2026-12-22', true))
    given(consultation, sent, lapsed)
      .when(answer(), { ...known, today: on('2027-01-05') })
      .thenEvents(answered('2027-01-05', true))
  })

  test('a second answer is a new event, the first one stays', () => {
    given(consultation, sent, answered('2026-12-10', false))
      .when(answer({ position: 'object', text: 'Nej' }), { ...known, today: on('2026-12-11') })
      .thenEvents(answered('2026-12-11', false, { position: 'object', text: 'Nej' }))
    given(consultation, sent, answered('2026-12-10', false))
      .when(answer(), { ...known, today: on('2026-12-11') })
      .thenNothing()
  })

  test('by letter counts from the day it came, which lies between the sending and today', () => {
    const letter = (day: string) => answer({ cameBy: 'letter', receivedOn: on(day) })
    const byLetter: ConsultationEvent = {
      type: 'ConsultationAnswered',
      effectiveFrom: on('2026-12-23'),
      data: {
        position: 'support',
        text: 'Ja',
        cameBy: 'letter',
        answeredOn: on('2026-12-21'),
        late: false,
        ...enclosed,
      },
    }
    const today = { ...known, today: on('2026-12-23') }
    given(consultation, sent).when(letter('2026-12-21'), today).thenEvents(byLetter)
    given(consultation, sent)
      .when(letter('2026-12-24'), today)
      .thenRefused('consultation.receivedOutside', { receivedOn: '2026-12-24' })
    given(consultation, sent).when(letter('2026-11-29'), today).thenRefused('consultation.receivedOutside')
    given(consultation, sent)
      .when(answer({ receivedOn: on('2026-12-01') }), today)
      .thenEvents(answered('2026-12-23', true))
  })

  test('is refused about a version that has been corrected since, and once the case is closed', () => {
    const second = { ...known, caseKnown: { ...caseKnown, round: 2 } }
    given(consultation, sent).when(answer(), second).thenRefused('consultation.oldVersion', { round: 1, current: 2 })
    given(consultation, sent)
      .when(answer(), { ...known, caseStatus: 'ruled' })
      .thenRefused('consultation.closed', { status: 'ruled' })
    // What was taken before that is told again as it was.
    given(consultation, sent, answered('2026-12-10', false)).when(answer(), second).thenNothing()
  })

  test('tells what it is about, and encloses files that were received and a scenario', () => {
    const hash = AttachmentHash.parse('a'.repeat(64))
    const command = answer({ topics: ['capacity', 'travel-time'], attachments: [{ hash, name: 'Notat.pdf' }] })
    const file = { hash, type: 'application/pdf' as const, size: 184_000 }
    const counterProposal = CounterProposal.parse({ scenario: 'sc-0123456789', revision: 2, name: 'Bud', key: 'k' })
    given(consultation, sent)
      .when(command, { ...known, files: [file], counterProposal })
      .thenEvents(
        answered('2026-11-30', false, {
          topics: ['capacity', 'travel-time'],
          attachments: [{ ...file, name: 'Notat.pdf' }],
          counterProposal,
        }),
      )
    given(consultation, sent)
      .when(command, { ...known, files: [] })
      .thenRefused('consultation.fileMissing', { name: 'Notat.pdf' })
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
    given(consultation, sent, answered('2026-12-10', false))
      .when(extend('2027-01-04'), known)
      .thenRefused('consultation.notOpen')
  })

  test('moves to a working day, and opens again what was closed without an answer', () => {
    const extended = (today: string, to: string): ConsultationEvent => ({
      type: 'ConsultationDeadlineExtended',
      effectiveFrom: on(today),
      data: { old: on('2026-12-21'), new: on(to), reason: 'Jul' },
    })
    // 1 January is a holiday, the 2nd and 3rd are a weekend.
    given(consultation, sent).when(extend('2027-01-01'), known).thenEvents(extended('2026-11-30', '2027-01-04'))
    const later = { ...known, today: on('2026-12-28') }
    given(consultation, sent, lapsed).when(extend('2027-01-04'), later).thenEvents(extended('2026-12-28', '2027-01-04'))
    expect(given(consultation, sent, lapsed, extended('2026-12-28', '2027-01-04')).state).toMatchObject({
      status: 'sent',
      dueOn: '2027-01-04',
    })
    given(consultation, sent, lapsed)
      .when(extend('2026-12-23'), later)
      .thenRefused('consultation.extendToPast', { to: '2026-12-23', today: '2026-12-28' })
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
      .when(remind, { ...known, today: on('2026-12-14') })
      .thenEvents({ type: 'ConsultationReminderSent', effectiveFrom: on('2026-12-14'), data: {} })
    given(consultation, sent, lapsed).when(remind, known).thenRefused('consultation.notOpen')
  })
})

describe('a municipality that need not be asked', () => {
  const data = { ...hearing, reason: 'Kommunen er selv ansøger' }
  const notRequired = { type: 'MarkConsultationNotRequired' as const, data }
  const decided: ConsultationEvent = { type: 'ConsultationNotRequired', effectiveFrom: on('2026-11-30'), data }
  const findings = (strength: 'binding' | 'principle'): FindingSet => ({
    ruleSet: 'OK-2024',
    ruleSetVersion: 1,
    effectiveOn: on('2027-03-01'),
    knownAt: RecordedAt.parse('2026-11-30T09:00:00.000Z'),
    docketRevision: -1,
    findings: [
      {
        rule: 'R-18',
        version: 4,
        strength,
        outcome: 'needs-consultation',
        code: 'R-18.open',
        measured: [],
        inputs: [],
        evidence: [],
        params: {},
        parameters: {},
        sources: [{ kind: 'ASSUMPTION', id: 'hearCapacityCases' }],
        missing: [],
        flips: [],
        derogationPossible: true,
      },
    ],
  })
  const about = (strength: 'binding' | 'principle') => ({
    ...known,
    caseKnown: { ...caseKnown, findings: findings(strength) },
  })

  test('is left out by a person with a reason, and may be asked after all', () => {
    given(consultation).when(notRequired, about('principle')).thenEvents(decided)
    given(consultation, decided)
      .when({ type: 'SendConsultation', data: { ...hearing, questions: 'Bemærkninger?' } }, known)
      .thenEvents(sent)
    given(consultation, sent).when(notRequired, known).thenRefused('consultation.alreadySent')
    given(consultation, decided).when(answer(), known).thenRefused('consultation.notSent')
  })

  test('is asked in a riding case all the same, unless an earlier round heard it', () => {
    given(consultation).when(notRequired, about('binding')).thenRefused('consultation.alwaysHeard')
    given(consultation)
      .when(notRequired, { ...about('binding'), heardBefore: true })
      .thenEvents(decided)
  })
})

describe('asking for a later deadline', () => {
  const ask = (to = '2027-01-04') => ({
    type: 'RequestConsultationExtension' as const,
    data: { ...hearing, to: on(to), reason: 'Udvalgsmøde' },
  })
  const asked: ConsultationEvent = {
    type: 'ConsultationExtensionRequested',
    effectiveFrom: on('2026-11-30'),
    data: { to: on('2027-01-04'), reason: 'Udvalgsmøde' },
  }
  const decline = { type: 'DeclineConsultationExtension' as const, data: { ...hearing, reason: 'Mødet er fastsat' } }
  const declined: ConsultationEvent = {
    type: 'ConsultationExtensionDeclined',
    effectiveFrom: on('2026-12-01'),
    data: { reason: 'Mødet er fastsat' },
  }

  test('is answered by a no with a reason, or by the later deadline', () => {
    given(consultation, sent).when(ask(), known).thenEvents(asked)
    given(consultation, sent, asked)
      .when(decline, { ...known, today: on('2026-12-01') })
      .thenEvents(declined)
    const extended: ConsultationEvent = {
      type: 'ConsultationDeadlineExtended',
      effectiveFrom: on('2026-12-01'),
      data: { old: on('2026-12-21'), new: on('2027-01-04'), reason: 'Som ønsket' },
    }
    expect(given(consultation, sent, asked, declined).state).toMatchObject({
      request: null,
      declined: 'Mødet er fastsat',
      dueOn: '2026-12-21',
    })
    expect(given(consultation, sent, asked, extended).state).toMatchObject({ request: null, dueOn: '2027-01-04' })
    given(consultation, sent).when(decline, known).thenRefused('consultation.noRequest')
  })

  test('only forward, and while there is something to extend', () => {
    given(consultation, sent).when(ask('2026-12-21'), known).thenRefused('consultation.onlyForward')
    given(consultation, sent, answered('2026-12-10', false)).when(ask(), known).thenRefused('consultation.notOpen')
    given(consultation, sent, lapsed)
      .when(ask(), { ...known, today: on('2026-11-30') })
      .thenEvents(asked)
  })
})
