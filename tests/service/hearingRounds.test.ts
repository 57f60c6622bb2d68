import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#api/policy'
import { CaseId, type MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { answers } from '#service/queries/catalogue'
import { addDays, daysBetween, isWorkingDay } from '#service/rules/calendar'
import { consultationDeadline } from '#service/rules/procedure/consultationProcedure'
import { on } from '../given.ts'
import { hear, inHerning, openCase, type Running, register, running, supports } from './running.ts'

let service: Running

beforeEach(async () => {
  service = await running()
  await register(service)
})
afterEach(async () => {
  await service.stop()
})

const office: Scope = { role: 'secretariat', reach: 'region', organisation: '1082', regions: ['1082'] }

/** A case about a move to Herning, checked: two municipalities are proposed for its first hearing. */
async function checkedCase() {
  await service.send(openCase({ id: '26-0001', to: inHerning }))
  await service.settled()
  const { file } = await service.caseState('26-0001')
  const hearingOf = (municipality: MunicipalityCode, round = file.round) => ({ case: file.case, municipality, round })
  const [herning, holstebro] = file.involved
  if (herning === undefined || holstebro === undefined) throw new Error('nobody is involved')
  return { file, hearingOf, herning, holstebro }
}

function rows(scope: Scope = office) {
  const { views, world } = service
  const at = { effectiveOn: world().today, recordedAt: 'now' as const }
  return answers.consultations(views, at, scope, {}, world()).rows
}

describe('a hearing and the version of the application', () => {
  const correct = async (reason: string, accessibility: string) => {
    const { file } = await service.caseState('26-0001')
    if (file.subject.type !== 'A3') throw new Error('not a relocation')
    const correction = { field: 'accessibility' as const, old: file.subject.accessibility, new: accessibility }
    await service.send({ type: 'CorrectCaseInformation', data: { case: file.case, correction, reason } })
    await service.settled()
  }

  test('a correction of what was asked about opens a new round; the old one takes no answer, and stays to be read', async () => {
    const { hearingOf, herning, holstebro } = await checkedCase()
    for (const code of [herning, holstebro])
      await service.send({ type: 'SendConsultation', data: { ...hearingOf(code), questions: 'Bemærkninger?' } })
    await service.send(supports(hearingOf(herning)))
    await correct('Trappe oplyst', 'Trappe og lift.')
    const { file } = await service.caseState('26-0001')
    expect(file).toMatchObject({ round: 2, involved: [herning, holstebro] })
    await expect(service.send(supports(hearingOf(holstebro)))).rejects.toMatchObject({
      code: 'consultation.oldVersion',
      params: { round: 1, current: 2 },
    })
    expect(
      rows().map(({ municipality, round, state, superseded }) => [municipality, round, state, superseded]),
    ).toEqual(
      expect.arrayContaining([
        [herning, 1, 'answered', true],
        [holstebro, 1, 'sent', true],
        [herning, 2, 'not-sent', false],
        [holstebro, 2, 'not-sent', false],
      ]),
    )
    // The municipality finds its answer of the first round again.
    const own: Scope = { role: 'municipality', reach: 'municipality', organisation: herning, regions: [] }
    expect(rows(own).find(({ round }) => round === 1)?.answers).toMatchObject([{ position: 'support' }])
    await service.send({ type: 'SendConsultation', data: { ...hearingOf(holstebro, 2), questions: '' } })
    await service.send(supports(hearingOf(holstebro, 2)))
  })

  test('a correction before anybody was asked, or of the day of receipt, leaves the round', async () => {
    const { file, hearingOf, herning } = await checkedCase()
    await correct('Trappe oplyst', 'Trappe og lift.')
    expect((await service.caseState('26-0001')).file.round).toBe(1)
    await service.send({ type: 'SendConsultation', data: { ...hearingOf(herning), questions: '' } })
    const receivedOn = { field: 'receivedOn' as const, old: file.receivedOn, new: on('2026-11-19') }
    await service.send({
      type: 'CorrectCaseInformation',
      data: { case: file.case, correction: receivedOn, reason: 'Stempel' },
    })
    await service.settled()
    expect((await service.caseState('26-0001')).file.round).toBe(1)
    // Looked at again from the start of the log, the first correction is older than the hearing.
    const end = new AbortController()
    await service.secondReactors(end.signal).settled()
    end.abort()
    expect((await service.caseState('26-0001')).file.round).toBe(1)
  })
})

test('hearings that wait come by the nearest deadline, and the rest after them, the newest first', async () => {
  const { hearingOf, herning, holstebro } = await checkedCase()
  const answer = async (id: string, code: MunicipalityCode, day: string) => {
    service.setToday(day)
    await service.send(openCase({ id, to: inHerning }))
    await service.settled()
    const { file } = await service.caseState(id)
    const hearing = { case: file.case, municipality: code, round: 1 }
    await service.send({ type: 'SendConsultation', data: { ...hearing, questions: '' } })
    await service.send(supports(hearing))
  }
  await answer('26-0002', herning, '2026-11-23')
  await answer('26-0003', herning, '2026-11-25')
  for (const [code, day] of [
    [holstebro, '2026-11-26'],
    [herning, '2026-11-27'],
  ] as const) {
    service.setToday(day)
    await service.send({ type: 'SendConsultation', data: { ...hearingOf(code), questions: '' } })
  }
  await service.settled()
  const sent = rows().filter(({ state }) => state !== 'not-sent')
  expect(sent.map(({ case: id, municipality, state }) => [id, municipality, state])).toEqual([
    ['26-0001', holstebro, 'sent'],
    ['26-0001', herning, 'sent'],
    ['26-0003', herning, 'answered'],
    ['26-0002', herning, 'answered'],
  ])
})

test('who need not be asked is named with the reason and with who decided it, and the rest makes the case heard', async () => {
  const { hearingOf, herning, holstebro } = await checkedCase()
  const data = { ...hearingOf(herning), reason: 'Kommunen har allerede udtalt sig' }
  await service.send({ type: 'MarkConsultationNotRequired', data })
  await service.send({ type: 'SendConsultation', data: { ...hearingOf(holstebro), questions: '' } })
  await service.send(supports(hearingOf(holstebro)))
  await service.settled()
  const { status, file } = await service.caseState('26-0001')
  expect(status).toBe('heard')
  expect(rows().find(({ municipality }) => municipality === herning)).toMatchObject({
    state: 'not-required',
    exempt: { reason: 'Kommunen har allerede udtalt sig', userId: 'sekretariat-1082', role: 'secretariat' },
  })
  expect(file.findings?.findings.find(({ rule }) => rule === 'R-18')).toMatchObject({
    outcome: 'pass',
    code: 'R-18.heardOrExempt',
    params: { municipalitiesExempt: [herning], heard: 1, of: 2 },
  })
})

test('the case says the last day that a hearing sent today gets, before it is sent', async () => {
  const { hearingOf, herning } = await checkedCase()
  const { views, world } = service
  const { today } = world()
  const at = { effectiveOn: today, recordedAt: 'now' as const }
  const { answerBy } = answers.caseFile(views, at, office, { case: CaseId.parse('26-0001') }, world())
  await service.send({ type: 'SendConsultation', data: { ...hearingOf(herning), questions: '' } })
  await service.settled()
  expect(answerBy).toBe(consultationDeadline(today, 21))
  expect(rows().find(({ municipality }) => municipality === herning)?.dueOn).toBe(answerBy)
})

test('a later deadline that is asked for is seen, and gone when it is given', async () => {
  const { hearingOf, herning } = await checkedCase()
  await service.send({ type: 'SendConsultation', data: { ...hearingOf(herning), questions: '' } })
  const ask = { ...hearingOf(herning), to: on('2027-01-04'), reason: 'Udvalgsmøde 29. december' }
  await service.send({ type: 'RequestConsultationExtension', data: ask })
  await service.settled()
  const request = () => rows().find(({ municipality }) => municipality === herning)?.request
  expect(request()).toEqual({ to: '2027-01-04', reason: ask.reason, askedOn: '2026-11-22', declined: null })
  await service.send({
    type: 'DeclineConsultationExtension',
    data: { ...hearingOf(herning), reason: 'Mødet ligger fast' },
  })
  await service.settled()
  expect(request()).toMatchObject({ declined: 'Mødet ligger fast' })
  await service.send({ type: 'ExtendConsultation', data: { ...ask, reason: 'Mødet er flyttet' } })
  await service.settled()
  expect(rows().find(({ municipality }) => municipality === herning)).toMatchObject({
    request: null,
    dueOn: '2027-01-04',
  })
  // Who answers needs no more time.
  await service.send({ type: 'RequestConsultationExtension', data: { ...ask, to: on('2027-01-11') } })
  await service.settled()
  expect(request()).toMatchObject({ to: '2027-01-11' })
  await service.send(supports(hearingOf(herning)))
  await service.settled()
  expect(request()).toBeNull()
})

describe('F1: deadlines', () => {
  test('over Easter 2027: a deadline on a holiday is the next working day, and lapses the day after that', async () => {
    await service.stop()
    service = await running('2027-03-08')
    await register(service)
    const { hearingOf, herning } = await checkedCase()
    await service.send({ type: 'SendConsultation', data: { ...hearingOf(herning), questions: '' } })
    await service.settled()
    const due = () => rows().find(({ municipality }) => municipality === herning)
    // 8 March and 21 days is Easter Monday 29 March; the 30th is a working day.
    expect(due()).toMatchObject({ sentOn: '2027-03-08', dueOn: '2027-03-30', daysLeft: 22 })
    await service.send({
      type: 'ExtendConsultation',
      // Ascension Day 6 May: the 7th.
      data: { ...hearingOf(herning), to: on('2027-05-06'), reason: 'Udvalgsmøde' },
    })
    await service.settled()
    expect(due()).toMatchObject({ dueOn: '2027-05-07' })
    service.setToday('2027-05-07')
    await service.reactors.tick(on('2027-05-07'))
    await service.settled()
    expect(due()).toMatchObject({ state: 'sent', daysLeft: 0 })
    service.setToday('2027-05-08')
    await service.reactors.tick(on('2027-05-08'))
    await service.settled()
    expect(due()).toMatchObject({ state: 'lapsed' })
  })

  test('sent on any of the days around Easter 2027, the last day is a working day and never earlier than was promised', () => {
    const expected = {
      '2027-03-04': '2027-03-30',
      '2027-03-05': '2027-03-30',
      '2027-03-06': '2027-03-30',
      '2027-03-07': '2027-03-30',
      '2027-03-08': '2027-03-30',
      '2027-03-09': '2027-03-30',
      '2027-03-10': '2027-03-31',
    }
    for (const [sent, due] of Object.entries(expected)) expect(consultationDeadline(on(sent), 21)).toBe(due)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 90 }), (offset, days) => {
        const sent = addDays(EffectiveDate.parse('2000-01-01'), offset)
        const due = consultationDeadline(sent, days)
        expect(isWorkingDay(due)).toBe(true)
        const moved = daysBetween(sent, due) - days
        expect(moved).toBeGreaterThanOrEqual(0)
        // Nothing between the day itself and the one it moved to is a working day.
        for (let day = 0; day < moved; day += 1) expect(isWorkingDay(addDays(sent, days + day))).toBe(false)
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})

test('answers of a round all stay, the last in time first', async () => {
  await checkedCase()
  await hear(service, '26-0001')
  const { file } = await service.caseState('26-0001')
  const [herning] = file.involved
  if (herning === undefined) throw new Error('nobody is involved')
  const again = supports({ case: file.case, municipality: herning, round: 1 })
  await service.send({ ...again, data: { ...again.data, position: 'object', text: 'Vi har set tallene.' } })
  await service.settled()
  const row = rows().find(({ municipality }) => municipality === herning)
  expect(row?.answers.map(({ position, late }) => [position, late])).toEqual([
    ['object', false],
    ['support', false],
  ])
})
