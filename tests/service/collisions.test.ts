import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#api/policy'
import { CaseSubject } from '#events/caseSubject'
import type { CaseId as CaseIdType } from '#events/identifiers'
import { AgreementId, CaseId, PersonId, SchoolId } from '#events/identifiers'
import { createWhatIfs } from '#service/whatIfs'
import { on } from '../given.ts'
import { inHerning, newPlace, oldPlace, openCase, type Running, region, register, running } from './running.ts'

const secretary: Scope = { role: 'secretariat', reach: 'region', organisation: '1082', regions: ['1082'] }
let service: Running

beforeEach(async () => {
  service = await running()
  await register(service, 2)
})
afterEach(async () => {
  await service.stop()
})

async function collisions(id: string, scope = secretary) {
  const { views, scenarios, world } = service
  const at = { effectiveOn: on('2026-11-22'), recordedAt: 'now' as const }
  return await createWhatIfs(scenarios, views).collisions(views, at, scope, { case: CaseId.parse(id) }, world())
}

async function open(id: string, subject: object, wantedFrom = '2027-03-01'): Promise<CaseIdType> {
  const { data } = openCase({ id, wantedFrom })
  await service.send({ type: 'OpenCase', data: { ...data, subject: CaseSubject.parse(subject) } })
  await service.settled()
  return data.case
}

/** A riding school with an agreement of so many tenths of hours a week since 2010. */
async function holds(id: string, hoursTenths: number): Promise<void> {
  const school = SchoolId.parse(`skole-${id}`)
  const agreement = AgreementId.parse(`aftale-${id}`)
  const since = { agreement, effectiveFrom: on('2010-03-01') }
  const named = { school, name: `Rideskolen ${id}`, address: oldPlace, effectiveFrom: on('2010-01-01') }
  await service.send({ type: 'RegisterRidingSchool', data: named })
  await service.send({
    type: 'RequestRidingAgreement',
    data: { ...since, school, therapist: PersonId.parse(`behandler-${id}`), provider: null, hoursTenths },
  })
  await service.send({ type: 'PermitRidingAgreement', data: { ...since, hoursTenths, conditions: null } })
  await service.send({ type: 'StartRidingAgreement', data: { ...since, hoursTenths } })
  await service.settled()
}

function expansion(id: string, hoursTenths: number) {
  const shared = { agreement: `aftale-${id}`, school: `skole-${id}`, place: oldPlace }
  return { type: 'A10', ...shared, hoursTenths, reductions: [] }
}

describe('open cases that are each lawful and together are not', () => {
  beforeEach(async () => {
    await holds('a', 100)
    await holds('b', 100)
    await holds('c', 60)
    // C stops: 6.0 hours fall away on 1 March 2027, and somebody may take them over.
    await service.send({
      type: 'EndRidingAgreement',
      data: { agreement: AgreementId.parse('aftale-c'), effectiveFrom: on('2027-03-01'), reason: 'Ophør' },
    })
    await service.settled()
  })

  test('R-14: two expansions that count on the same lapsed hours, shown on both', async () => {
    await open('26-0001', expansion('a', 140))
    await open('26-0002', expansion('b', 140))
    for (const [id, other] of [
      ['26-0001', '26-0002'],
      ['26-0002', '26-0001'],
    ] as const) {
      const answer = await collisions(id)
      expect(answer.examined).toBe(1)
      expect(answer.collisions).toHaveLength(1)
      const [found] = answer.collisions
      expect(found).toMatchObject({ with: [{ case: other }], refused: null })
      expect(found?.findings.map(({ case: of, rule }) => [of, rule])).toEqual([
        ['26-0001', 'R-14'],
        ['26-0002', 'R-14'],
      ])
      // 22.0 + 4.0 + 4.0 where 26.0 were: 2.0 hours too many.
      expect(found?.findings[0]?.params.overTenths).toBe(20)
    }
  })

  test('R-14: exactly the hours that lapse, shared by the two, are no collision', async () => {
    await open('26-0001', expansion('a', 130))
    await open('26-0002', expansion('b', 130))
    expect(await collisions('26-0001')).toMatchObject({ examined: 1, collisions: [] })
  })

  test('R-14: three that fit two and two, and not all three', async () => {
    await holds('d', 100)
    await open('26-0001', expansion('a', 125))
    await open('26-0002', expansion('b', 125))
    await open('26-0003', expansion('d', 125))
    const { collisions: found } = await collisions('26-0002')
    expect(found).toHaveLength(1)
    expect(found[0]?.with.map((one) => one.case).toSorted()).toEqual(['26-0001', '26-0003'])
    expect(found[0]?.findings).toMatchObject([{ case: '26-0002', rule: 'R-14' }])
  })

  test('one that is a breach by itself collides with nobody: hours that lapsed in March are gone in June', async () => {
    await open('26-0001', expansion('a', 140), '2027-03-01')
    await open('26-0002', expansion('b', 140), '2027-06-01')
    expect(await collisions('26-0001')).toMatchObject({ examined: 1, collisions: [] })
    expect(await collisions('26-0002')).toMatchObject({ examined: 1, collisions: [] })
  })

  test('nothing is stored by looking, and a closed case collides with nobody', async () => {
    await open('26-0001', expansion('a', 140))
    const second = await open('26-0002', expansion('b', 140))
    const position = service.views.position()
    await collisions('26-0001')
    expect(service.views.position()).toBe(position)
    await service.send({ type: 'WithdrawCase', data: { case: second, reason: 'Fortrudt' } })
    await service.settled()
    expect(await collisions('26-0001')).toMatchObject({ examined: 0, collisions: [] })
    expect(await collisions('26-0002')).toMatchObject({ examined: 0, collisions: [] })
  })
})

describe('the register', () => {
  test('takes either of two moves of one clinic and not the second after the first', async () => {
    await service.send(openCase({ id: '26-0001', wantedFrom: '2027-03-01' }))
    await service.send(openCase({ id: '26-0002', wantedFrom: '2027-06-01', to: inHerning }))
    await service.settled()
    for (const id of ['26-0001', '26-0002'])
      expect((await collisions(id)).collisions).toMatchObject([
        { findings: [], refused: { case: '26-0002', code: 'practiceAddress.worldMoved' } },
      ])
  })

  test('lets two clinics move out of one municipality on the same day', async () => {
    await service.send(openCase({ id: '26-0001' }))
    await service.send(openCase({ id: '26-0002', clinic: 2, to: { ...newPlace, text: 'Lægårdvej 14' } }))
    await service.settled()
    expect(await collisions('26-0001')).toMatchObject({ examined: 1, collisions: [] })
  })

  test('has one number to share: 0.6 and 0.6 of it cannot both be taken over', async () => {
    const share = (to: string, number: string) => ({
      type: 'A2',
      provider: '000001',
      fromHolder: 'person-1',
      toHolder: to,
      shareHundredths: 60,
      newNumber: number,
      schools: [],
      place: oldPlace,
    })
    await open('26-0001', share('person-7', '000007'))
    await open('26-0002', share('person-8', '000008'))
    const answer = await collisions('26-0001')
    expect(answer.examined).toBe(1)
    expect(answer.collisions).toHaveLength(1)
    expect(answer.collisions[0]?.with).toMatchObject([{ case: '26-0002' }])
  })
})

test('R-01: two establishments of one pool, which holds one of them', async () => {
  const pool = { region, specialty: '62' as const, documentRef: null, effectiveFrom: on('2025-01-01') }
  await service.send({ type: 'AdvertiseNewEstablishment', data: { ...pool, oere: 150_000_000 } })
  const asks = (number: number, place: typeof oldPlace) => ({
    type: 'A13',
    clinic: `klinik-${number}`,
    holder: `person-${number + 7}`,
    newNumber: `00000${number + 7}`,
    specialty: '62',
    requestedOere: 100_000_000,
    place,
  })
  await open('26-0001', asks(1, oldPlace))
  await open('26-0002', asks(2, inHerning), '2027-06-01')
  const answer = await collisions('26-0001')
  expect(answer.examined).toBe(1)
  expect(answer.collisions).toMatchObject([
    { with: [{ case: '26-0002' }], refused: { case: '26-0002', code: 'krCapacity.poolExceeded' } },
  ])
})

test('a case that the asker may not see is in no answer', async () => {
  await service.send(openCase({ id: '26-0001', wantedFrom: '2027-03-01' }))
  await service.send(openCase({ id: '26-0002', wantedFrom: '2027-06-01', to: inHerning }))
  await service.settled()
  const herning: Scope = { role: 'municipality', reach: 'municipality', organisation: '0657', regions: [] }
  await expect(collisions('26-0001', herning)).rejects.toThrow('26-0001')
  expect(await collisions('26-0002', herning)).toMatchObject({ examined: 0, collisions: [] })
  expect((await collisions('26-0002')).examined).toBe(1)
  expect(region).toBe('1082')
})
