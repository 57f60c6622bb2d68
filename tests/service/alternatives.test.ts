import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#api/policy'
import { alternativesView } from '#api/views/alternatives'
import { CaseSubject } from '#events/caseSubject'
import type { Finding } from '#events/finding'
import { AgreementId, CaseId, MunicipalityCode, PersonId, ProviderNumber, SchoolId } from '#events/identifiers'
import { distanceM } from '#geo/distance'
import { faultsIn, isAcceptable } from '#service/alternatives/acceptable'
import { byChange } from '#service/alternatives/application'
import { addDays } from '#service/rules/calendar'
import { createWhatIfs } from '#service/whatIfs'
import { on } from '../given.ts'
import { inHerning, newPlace, oldPlace, openCase, type Running, register, running } from './running.ts'

const secretary: Scope = { role: 'secretariat', reach: 'region', organisation: '1082', regions: ['1082'] }
let service: Running
let opened = 0

beforeAll(async () => {
  service = await running()
  await register(service, 2)
})
afterAll(async () => {
  await service.stop()
})

async function ask(id: string, scope = secretary) {
  const { views, scenarios, world } = service
  const at = { effectiveOn: on('2026-11-22'), recordedAt: 'now' as const }
  const answer = await createWhatIfs(scenarios, views).alternatives(
    views,
    at,
    scope,
    { case: CaseId.parse(id) },
    world(),
  )
  return alternativesView.response.parse(answer)
}
type Alternatives = Awaited<ReturnType<typeof ask>>
type Change = Alternatives['alternatives'][number]['changes'][number]

/** Opens an application and answers its id and what the service itself finds. */
async function open(subject: object, wantedFrom: string): Promise<{ id: string; findings: readonly Finding[] }> {
  opened += 1
  const id = `26-${String(opened).padStart(4, '0')}`
  const { data } = openCase({ id, wantedFrom })
  await service.send({ type: 'OpenCase', data: { ...data, subject: CaseSubject.parse(subject) } })
  await service.settled()
  const { file } = await service.caseState(id)
  return { id, findings: file.findings?.findings ?? [] }
}

function relocation(move: { to?: typeof newPlace; wantedFrom?: string; until?: string }) {
  const { to = newPlace, wantedFrom = '2027-03-01', until = wantedFrom } = move
  const { subject } = openCase({ id: '26-9999', to, wantedFrom }).data
  return { ...subject, previousUntil: on(until) }
}

/** The application with the alternative's changes, made without the code that made them. */
function asChanged(subject: object, wantedFrom: string, changes: readonly Change[]) {
  const changed = structuredClone(subject) as Record<string, unknown>
  let from = wantedFrom
  for (const change of changes) {
    if ('days' in change) {
      if (change.kind === 'wantedFrom') from = change.to
      const until = changed.previousUntil
      const ends = change.kind === 'previousUntil' ? change.to : until === wantedFrom ? from : until
      if (ends !== undefined) changed.previousUntil = String(ends) < from ? from : ends
    } else if (change.kind === 'amount') changed[change.field] = change.to
    else {
      const { position, municipality } = change
      changed.to = { ...oldPlace, text: 'Et sted her', position, municipality, certainty: 'geometry' }
      if (change.kind === 'school') changed.toSchool = change.school
    }
  }
  return { subject: changed, wantedFrom: from }
}

/** Every alternative is opened as an application of its own, and the service's own findings of it are asked. */
async function expectLawful(subject: object, wantedFrom: string): Promise<Alternatives> {
  const { id, findings: original } = await open(subject, wantedFrom)
  const answer = await ask(id)
  expect(answer.breached).toEqual(faultsIn(original))
  for (const { changes } of answer.alternatives) {
    const other = asChanged(subject, wantedFrom, changes)
    const { findings } = await open(other.subject, other.wantedFrom)
    const still = faultsIn(findings).filter((rule) => answer.breached.includes(rule))
    expect(still).toEqual([])
    expect(faultsIn(findings)).toEqual([])
    expect(isAcceptable(original, findings)).toBe(true)
  }
  expect(answer.alternatives.toSorted(byChange)).toEqual(answer.alternatives)
  return answer
}

describe('a relocation', () => {
  test('to another municipality: the nearest inhabited square of the one that capacity must stay in (R-02)', async () => {
    const answer = await expectLawful(relocation({ to: inHerning }), '2027-03-01')
    expect(answer.breached).toEqual(['R-02', 'R-05'])
    expect(answer.alternatives).toHaveLength(1)
    const [place] = answer.alternatives[0]?.changes ?? []
    if (place?.kind !== 'place') throw new Error('no place')
    expect(place).toMatchObject({ municipality: '0661', nearest: true })
    const wanted = inHerning.position ?? [0, 0]
    expect(Math.abs(distanceM(place.position, wanted) - place.awayM)).toBeLessThan(1)
    // Nearer to the place applied for than the clinic is now.
    expect(place.awayM).toBeLessThan(distanceM(oldPlace.position ?? [0, 0], wanted))
    expect(answer.none).toEqual([{ kind: 'number', days: 3660 }])
  })

  test('with too short a notice: the first day that keeps it, and not the day before (R-05)', async () => {
    const answer = await expectLawful(relocation({ wantedFrom: '2026-12-01' }), '2026-12-01')
    expect(answer.breached).toEqual(['R-05'])
    // Received on 20 November with 30 days of notice.
    expect(answer.alternatives[0]?.changes).toEqual([
      { kind: 'wantedFrom', from: '2026-12-01', to: '2026-12-20', days: 19 },
    ])
    expect(answer.alternatives[0]?.turned).toEqual([{ rule: 'R-05', before: 'breach', after: 'pass' }])
  })

  test('with both addresses for a month: the old one ends, or the move waits for it (R-03)', async () => {
    const { alternatives } = await expectLawful(relocation({ until: '2027-04-01' }), '2027-03-01')
    const changes = alternatives.map((one) => one.changes.map((change) => [change.kind, 'to' in change && change.to]))
    expect(changes).toContainEqual([['previousUntil', '2027-03-01']])
    expect(changes).toContainEqual([['wantedFrom', '2027-04-01']])
    // Where a date alone does it, nothing else is moved as well.
    expect(changes).toHaveLength(2)
  })

  test('to another municipality and too soon: another place and another day together', async () => {
    const subject = relocation({ to: inHerning, wantedFrom: '2026-12-01' })
    const answer = await expectLawful(subject, '2026-12-01')
    expect(answer.alternatives.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([['place', 'wantedFrom']])
  })

  test('that breaches nothing needs no alternative, and one that is closed has none', async () => {
    const { id } = await open(relocation({}), '2027-03-01')
    expect(await ask(id)).toMatchObject({ breached: [], alternatives: [], none: [] })
    const { id: other } = await open(relocation({ to: inHerning }), '2027-03-01')
    await service.send({ type: 'WithdrawCase', data: { case: CaseId.parse(other), reason: 'Fortrudt' } })
    await service.settled()
    expect(await ask(other)).toMatchObject({ breached: [], alternatives: [], none: [] })
  })

  test('from a place whose municipality nobody knows: nothing is guessed', async () => {
    const from = { ...oldPlace, municipality: null, certainty: 'unknown' as const }
    const { id } = await open({ ...relocation({ wantedFrom: '2026-12-01' }), from }, '2026-12-01')
    expect((await ask(id)).none).toContainEqual({ kind: 'unknownPlace' })
  })

  test('is told only to who may see the case, and stores nothing', async () => {
    const { id } = await open(relocation({ to: inHerning }), '2027-03-01')
    const position = service.views.position()
    await ask(id)
    expect(service.views.position()).toBe(position)
    const stranger: Scope = { ...secretary, organisation: '1084', regions: ['1084'] }
    await expect(ask(id, stranger)).rejects.toThrow(`Case ${id}`)
  })
})

describe('a takeover', () => {
  const subject = {
    type: 'A2',
    provider: '000002',
    fromHolder: 'person-2',
    toHolder: 'person-9',
    shareHundredths: 60,
    newNumber: null,
    schools: [],
    place: oldPlace,
  }

  test('too soon: the first of the second month after the form was received (R-06)', async () => {
    const { alternatives } = await expectLawful(subject, '2026-12-01')
    expect(alternatives[0]?.changes).toMatchObject([{ kind: 'wantedFrom', to: '2027-01-01' }])
  })

  test('of more than the giver has: what the giver has (R-06)', async () => {
    const shares = ['person-2', 'person-3'].map((holder) => ({ holder: PersonId.parse(holder), shareHundredths: 50 }))
    const number = ProviderNumber.parse('000002')
    await service.send({ type: 'SetNumberShares', data: { number, effectiveFrom: on('2020-01-01'), shares } })
    await service.settled()
    const { alternatives } = await expectLawful(subject, '2027-03-01')
    expect(alternatives[0]?.changes).toEqual([
      { kind: 'amount', field: 'shareHundredths', unit: 'share', from: 60, to: 50 },
    ])
  })
})

test('an extra address with more than the clinic has: what is left for it (R-04)', async () => {
  const subject = {
    type: 'A4',
    clinic: 'klinik-1',
    address: 'adresse-ekstra',
    place: { ...oldPlace, text: 'Nørregade 1' },
    to: newPlace,
    plannedMain: 200,
    plannedExtra: 60,
    openToAllPatients: true,
    notifiedOn: '2026-11-20',
  }
  const answer = await expectLawful(subject, '2027-03-01')
  expect(answer.breached).toEqual(['R-04'])
  // 2.40 units in all, of which 2.00 stay at the main address.
  expect(answer.alternatives[0]?.changes).toEqual([
    { kind: 'amount', field: 'plannedExtra', unit: 'unitsHundredths', from: 60, to: 40 },
  ])
})

describe('a riding agreement that moves to another municipality', () => {
  const since = on('2010-01-01')
  async function school(id: string, address: typeof oldPlace) {
    const named = SchoolId.parse(`skole-${id}`)
    const data = { school: named, effectiveFrom: since }
    await service.send({ type: 'RegisterRidingSchool', data: { ...data, name: `Rideskolen ${id}`, address } })
    await service.send({ type: 'ApproveRidingSchool', data: { ...data, documentRef: 'sag 1' } })
  }

  test('the nearest approved school of its municipality, or that there is none (R-02)', async () => {
    await school('hjem', oldPlace)
    await school('herning', inHerning)
    const agreement = AgreementId.parse('aftale-1')
    const shared = { agreement, effectiveFrom: since }
    const therapist = PersonId.parse('behandler-1')
    await service.send({
      type: 'RequestRidingAgreement',
      data: { ...shared, school: SchoolId.parse('skole-hjem'), therapist, provider: null, hoursTenths: 100 },
    })
    await service.send({ type: 'PermitRidingAgreement', data: { ...shared, hoursTenths: 100, conditions: null } })
    await service.send({ type: 'StartRidingAgreement', data: { ...shared, hoursTenths: 100 } })
    await service.settled()
    const subject = {
      type: 'A9',
      agreement,
      fromSchool: 'skole-hjem',
      toSchool: 'skole-herning',
      from: oldPlace,
      to: inHerning,
    }
    const { id } = await open(subject, '2027-03-01')
    const none = await ask(id)
    expect(none.breached).toContain('R-02')
    expect(none.alternatives).toEqual([])
    expect(none.none).toContainEqual({ kind: 'school', municipality: '0661', tried: 0 })
    await school('nord', newPlace)
    await service.settled()
    const { alternatives, breached } = await ask(id)
    const { findings: original } = await service
      .caseState(id)
      .then(({ file }) => ({ findings: file.findings?.findings ?? [] }))
    expect(breached).toEqual(faultsIn(original))
    expect(alternatives.map(({ changes }) => changes)).toMatchObject([[{ kind: 'school', school: 'skole-nord' }]])
  })
})

test('every alternative to any relocation is lawful when it is opened itself, and makes nothing worse', async () => {
  const inSkive = {
    ...inHerning,
    municipality: MunicipalityCode.parse('0779'),
    position: [9.03, 56.56] as [number, number],
  }
  for (const to of [newPlace, inHerning, inSkive])
    for (const [notice, overlap] of [
      [5, 0],
      [29, 1],
      [30, 20],
      [90, 0],
    ] as const) {
      const wantedFrom = addDays(on('2026-11-20'), notice)
      await expectLawful(relocation({ to, wantedFrom, until: addDays(wantedFrom, overlap) }), wantedFrom)
    }
}, 120_000)
