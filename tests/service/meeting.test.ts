import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '#api/contract'
import type { Scope } from '#api/policy'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { Seat } from '#events/meeting'
import { Refusal } from '#service/deciders/decider'
import { answers } from '#service/queries/catalogue'
import { on } from '../given.ts'
import { hear, openCase, type Running, region, register, rulingOn, running } from './running.ts'

const meetingOn = on('2026-12-09')
const base = { region, meetingOn }
const [first, second] = [CaseId.parse('26-0001'), CaseId.parse('26-0002')]
const committee: Scope = { role: 'committee', reach: 'region', organisation: '1082', regions: ['1082'] }
const municipality: Scope = { role: 'municipality', reach: 'municipality', organisation: '0661', regions: [] }
let service: Running

beforeEach(async () => {
  service = await running()
  await register(service, 3)
  for (const [index, id] of [first, second].entries()) {
    await service.send(openCase({ id, clinic: index + 1 }))
    await service.settled()
    await hear(service, id)
    await service.send({ type: 'TableCase', data: { case: id, meetingOn, reason: 'Klar' } })
  }
  const particulars = { ...base, kind: 'ordinary' as const, startsAt: '13:00', place: 'Viborg' }
  await service.send({ type: 'CallMeeting', data: particulars })
  await service.settled()
})
afterEach(async () => {
  await service.stop()
})

function asked(scope: Scope = committee) {
  const { views, world } = service
  const at = { effectiveOn: world().today, recordedAt: 'now' as const }
  return {
    meeting: () => answers.meeting(views, at, scope, base, world()),
    meetings: () => answers.meetings(views, at, scope, {}, world()),
    deadlines: () => answers.deadlines(views, at, scope, {}, world()),
    search: (q: string) => answers.search(views, at, scope, { q }, world()).hits,
    file: (id: CaseId) => answers.caseFile(views, at, scope, { case: id }, world()),
  }
}

/** The meeting begins: regional-2 stays away, physio-3 takes no part in the first case. */
async function begin(): Promise<void> {
  service.setToday(meetingOn)
  const present = Seat.options.filter((seat) => seat !== 'regional-2')
  const absent = [{ seat: 'regional-2' as const, reason: 'Afbud' }]
  await service.send({ type: 'RecordAttendance', data: { ...base, present, absent } })
  const conflict = { ...base, case: first, seat: 'physio-3' as const, reason: 'Ejer en klinik i byen' }
  await service.send({ type: 'DeclareConflict', data: conflict })
  await service.settled()
}

async function refusalOf(command: Command): Promise<Refusal> {
  const thrown = await service.send(command).then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Refusal)) throw new Error(`not refused: ${String(thrown)}`)
  return thrown
}

describe('a meeting', () => {
  test('has the cases tabled for its day on its agenda, in the order that was set; one postponed comes off', async () => {
    expect(
      asked()
        .meeting()
        .items.map((item) => item.case),
    ).toEqual([first, second])
    await service.send({ type: 'OrderAgenda', data: { ...base, cases: [second] } })
    await service.settled()
    expect(
      asked()
        .meeting()
        .items.map((item) => item.case),
    ).toEqual([second, first])
    await service.send({ type: 'PostponeCase', data: { case: second, reason: 'Mangler svar' } })
    await service.settled()
    expect(
      asked()
        .meeting()
        .items.map((item) => item.case),
    ).toEqual([first])
    expect(asked().meetings()).toMatchObject({ rows: [{ meetingOn, state: 'called', items: 1 }], uncalled: [] })
    expect(
      asked()
        .meetings()
        .ready.map((row) => row.case),
    ).toEqual([second])
  })

  test('decides with those who sit there without a conflict of interest, and with nobody else', async () => {
    await begin()
    const { file } = await service.caseState(first)
    expect(asked().file(first).sitting?.participants).toEqual({ regional: 1, municipal: 2, physiotherapists: 3 })
    expect(asked().file(second).sitting?.participants).toEqual({ regional: 1, municipal: 2, physiotherapists: 4 })
    const ruling = await rulingOn(service, first)
    const refused = await refusalOf(ruling)
    expect([refused.code, refused.params]).toEqual([
      'docket.otherParticipants',
      { regional: 1, municipal: 2, physiotherapists: 3 },
    ])
    const participants = { regional: 1, municipal: 2, physiotherapists: 3 }
    await service.send({ ...ruling, data: { ...ruling.data, participants } })
    const sides = 'Regionen for, fysioterapeuterne imod.'
    const disagreement = { committee: region, case: second, sides, participants }
    expect((await refusalOf({ type: 'RecordDisagreement', data: disagreement })).code).toBe('docket.otherParticipants')
    await service.send({
      type: 'RecordDisagreement',
      data: { ...disagreement, participants: { ...participants, physiotherapists: 4 } },
    })
    await service.settled()
    expect(file.meetingOn).toBe(meetingOn)
    const { items } = asked().meeting()
    expect(items.map(({ result, participants: took }) => [result, took.physiotherapists])).toEqual([
      ['ruled', 3],
      ['disagreed', 4],
    ])
    expect(items[0]).toMatchObject({
      ruling: { number: '2026-0001', outcome: 'granted' },
      conflicts: [{ seat: 'physio-3' }],
    })
    expect(items[1]).toMatchObject({ ruling: null, sides })
    expect(asked().meetings().rows).toMatchObject([{ state: 'begun', items: 2, ruled: 1, disagreed: 1, postponed: 0 }])
  })

  test('is minuted item by item, approved when nothing is left, and then only corrected', async () => {
    await begin()
    const approve: Command = { type: 'ApproveMinutes', data: { ...base, chair: 'regional-1' } }
    expect((await refusalOf(approve)).params).toEqual({ cases: [first, second] })
    const ruling = await rulingOn(service, first)
    const participants = { regional: 1, municipal: 2, physiotherapists: 3 }
    await service.send({ ...ruling, data: { ...ruling.data, participants } })
    await service.send({ type: 'PostponeCase', data: { case: second, reason: 'Ikke tid' } })
    await service.settled()
    expect((await refusalOf(approve)).params).toEqual({ cases: [first, second] })
    for (const id of [first, second])
      await service.send({ type: 'WriteMinutes', data: { ...base, case: id, text: `Drøftet ${id}` } })
    await service.send({ type: 'WriteMinutes', data: { ...base, text: 'Mødet sluttede kl. 15.' } })
    await service.send(approve)
    const correction = { ...base, case: first, text: 'Drøftet længe', reason: 'Manglede et ord' }
    await service.send({ type: 'CorrectMinutes', data: correction })
    await service.settled()
    const meeting = asked().meeting()
    expect(meeting).toMatchObject({ state: 'approved', approved: { chair: 'regional-1' } })
    expect(meeting.minutes?.text).toBe('Mødet sluttede kl. 15.')
    expect(
      meeting.items.map(({ result, minutes, corrections }) => [result, minutes?.text, corrections.length]),
    ).toEqual([
      ['ruled', 'Drøftet 26-0001', 1],
      ['postponed', 'Drøftet 26-0002', 0],
    ])
    // What became of an item stays when the case comes back at another meeting.
    await service.send({ type: 'TableCase', data: { case: second, meetingOn: on('2027-01-13'), reason: 'Klar' } })
    await service.settled()
    expect(
      asked()
        .meeting()
        .items.map(({ result }) => result),
    ).toEqual(['ruled', 'postponed'])
  })

  test('is not for municipalities', () => {
    expect(() => asked(municipality).meeting()).toThrow('Meeting 1082.2026-12-09')
    expect(asked(municipality).meetings().rows).toEqual([])
    expect(asked(municipality).file(first).sitting).toBeNull()
  })
})

describe('a case after its ruling', () => {
  const issue = async () => {
    await service.send(await rulingOn(service, first))
    await service.settled()
  }

  test('is open again when the ruling is withdrawn, and what was changed stands until it is corrected', async () => {
    await issue()
    expect((await service.caseState(first)).status).toBe('applied')
    const withdrawal = { committee: region, case: first, number: '2026-0001', reason: 'Forkert adresse' }
    await service.send({ type: 'WithdrawRuling', data: withdrawal })
    await service.settled()
    const { status, file } = await service.caseState(first)
    expect([status, file.ruling, file.applied, file.meetingOn]).toEqual(['heard', null, true, null])
    expect(asked().file(first)).toMatchObject({
      row: { status: 'heard' },
      ruling: null,
      withdrawnRuling: { rulingNumber: '2026-0001', reason: 'Forkert adresse' },
    })
    expect((await service.events('practiceAddress-adresse-1')).at(-1)?.type).toBe('PracticeAddressMoved')
  })

  test('keeps the recommendation apart: challenged with a comment, overturned where the ruling differs', async () => {
    const challenge: Command = {
      type: 'ChallengeRecommendation',
      data: { case: first, comment: 'Ventetiden mangler', outcome: 'granted' },
    }
    expect((await refusalOf(challenge)).code).toBe('case.noRecommendation')
    await service.send({ type: 'WriteRecommendation', data: { case: first, text: 'Afslås.', outcome: 'refused' } })
    await service.send(challenge)
    await issue()
    const overturned = { recommended: 'refused', ruled: 'granted', rulingNumber: '2026-0001' }
    expect(asked().file(first)).toMatchObject({
      recommendation: { text: 'Afslås.', outcome: 'refused' },
      challenge: { comment: 'Ventetiden mangler' },
      overturned,
    })
    expect(asked(municipality).file(first)).toMatchObject({ challenge: null, overturned: null })
  })

  test('goes to the national committee within 14 days, whose decision is carried out', async () => {
    const participants = { regional: 2, municipal: 2, physiotherapists: 4 }
    const sides = { committee: region, case: first, sides: 'Uenighed', participants }
    const decision = {
      reference: 'LSU 1/2027',
      outcome: 'granted' as const,
      reasons: 'Dækningen vejer tungest.',
      conditions: [],
      decidedOn: on('2027-01-20'),
      effectiveFrom: on('2027-06-01'),
    }
    const decide: Command = { type: 'DecideNationally', data: { committee: region, case: first, ...decision } }
    service.setToday('2027-01-22')
    expect((await refusalOf(decide)).code).toBe('docket.notReferred')
    await service.send({ type: 'RecordDisagreement', data: sides })
    await service.settled()
    expect((await service.caseState(first)).status).toBe('referred')
    await service.send(decide)
    await service.settled()
    expect((await service.caseState(first)).status).toBe('applied')
    expect((await service.events('practiceAddress-adresse-1')).at(-1)).toMatchObject({
      type: 'PracticeAddressMoved',
      effectiveFrom: '2027-06-01',
    })
    expect(asked().file(first)).toMatchObject({ row: { status: 'applied' }, referral: { sides: 'Uenighed', decision } })
    expect(asked(municipality).file(first).referral?.sides).toBeNull()
    const again: Command = { ...decide, data: { ...decide.data, outcome: 'refused' } }
    expect((await refusalOf(again)).code).toBe('docket.decidedNationally')
  })

  test('is linked with the case that asks to have it ruled on again, both ways', async () => {
    const again = openCase({ id: '26-0009', clinic: 1, wantedFrom: '2027-09-01' })
    const relating: Command = {
      ...again,
      data: { ...again.data, receivedOn: service.world().today, relates: { kind: 'reconsideration', case: first } },
    }
    expect((await refusalOf(relating)).code).toBe('case.relatedOpen')
    await issue()
    await service.send(relating, { commandId: randomUUID() })
    await service.settled()
    expect(asked().file(first).relatedBy).toEqual([
      { kind: 'reconsideration', case: '26-0009', number: '26/0009', status: expect.any(String) },
    ])
    expect(asked().file(CaseId.parse('26-0009')).relates).toMatchObject({ case: first, number: '26/0001' })
    const stranger = { kind: 'amendment' as const, case: CaseId.parse('26-0777') }
    const unknown: Command = { ...again, data: { ...again.data, case: CaseId.parse('26-0010'), relates: stranger } }
    expect((await refusalOf(unknown)).code).toBe('case.relatedUnknown')
  })

  test('counts the days that it waited for the applicant apart', async () => {
    const third = CaseId.parse('26-0003')
    await service.send(openCase({ id: third, clinic: 3 }))
    const items = ['Lejekontrakt']
    service.setToday('2026-11-24')
    await service.send({ type: 'RequestInformation', data: { case: third, items, dueOn: on('2026-12-08') } })
    service.setToday('2026-12-01')
    await service.settled()
    expect(asked().file(third).days).toMatchObject({ elapsed: 11, active: 4, paused: 7 })
    await service.send({ type: 'SupplyInformation', data: { case: third, items } })
    service.setToday('2026-12-11')
    await service.settled()
    expect(asked().file(third).days).toEqual({
      elapsed: 21,
      active: 14,
      paused: 7,
      pauses: [{ from: '2026-11-24', to: '2026-12-01' }],
    })
    await service.send({ type: 'WithdrawCase', data: { case: third, reason: 'Fortrudt' } })
    service.setToday('2027-01-11')
    await service.settled()
    expect(asked().file(third).days.elapsed).toBe(21)
  })
})

describe('what falls due, and what can be found', () => {
  test('hearings, information, meetings, effective dates, referral and half-yearly data, the earliest first', async () => {
    const third = CaseId.parse('26-0003')
    await service.send(openCase({ id: third, clinic: 3 }))
    await service.send({
      type: 'RequestInformation',
      data: { case: third, items: ['Lejekontrakt'], dueOn: on('2026-12-01') },
    })
    await service.settled()
    const hearing = { case: third, municipality: MunicipalityCode.parse('0661'), round: 1 }
    await service.send({ type: 'SendConsultation', data: { ...hearing, questions: 'Bemærkninger?' } })
    await service.send(await rulingOn(service, first))
    await service.settled()
    expect(
      asked()
        .deadlines()
        .rows.map(({ on: day, kind, case: id, what }) => [day, kind, id ?? what]),
    ).toEqual([
      ['2026-12-01', 'information', third],
      ['2026-12-06', 'referral', first],
      ['2026-12-09', 'meeting', 'Viborg'],
      ['2026-12-14', 'hearing', third],
      ['2027-03-01', 'wantedFrom', second],
      ['2027-03-01', 'wantedFrom', third],
      ['2027-03-31', 'halfYear', '2026-H2'],
    ])
    const kinds = asked(municipality)
      .deadlines()
      .rows.map(({ kind }) => kind)
    expect(kinds).toContain('hearing')
    expect(kinds).not.toContain('meeting')
  })

  test('a ruling by its number and its reasons, a meeting by its day, an answer by its words; each to who may see it', async () => {
    await service.send(await rulingOn(service, first))
    await service.settled()
    const found = (q: string, scope = committee) =>
      asked(scope)
        .search(q)
        .map(({ kind, id }) => `${kind} ${id}`)
    expect(found('2026-0001')).toContain('ruling 26-0001')
    expect(found('Flytningen godkendes')).toEqual(['ruling 26-0001'])
    expect(found('2026-12-09')).toEqual(['meeting 1082.2026-12-09'])
    expect(found('2026-12-09', municipality)).toEqual([])
    const elsewhere: Scope = { ...municipality, organisation: '0101' }
    expect(found('Flytningen godkendes', elsewhere)).toEqual([])
  })
})
