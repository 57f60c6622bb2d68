import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AsOf } from '#api/asOf'
import type { CaseSubject } from '#events/caseSubject'
import { AddressId, CaseId, ClinicId, PersonId, ProviderNumber, RegionCode } from '#events/identifiers'
import { effectOf } from '#service/effects/effects'
import { knownFor } from '#service/effects/known'
import { clinicFigures } from '#service/queries/capacity'
import { numberOn } from '#service/queries/facts/holding'
import { ruleSets } from '#service/rules/ruleSets'
import { on } from '../given.ts'
import { address } from './rules/facts.ts'
import { hear, type Running, register, rulingOn, running } from './running.ts'

const region = RegionCode.parse('1082')
const number = (text: string) => ProviderNumber.parse(text)
const person = (text: string) => PersonId.parse(text)
const clinic = ClinicId.parse('klinik-1')
const place = address('0661', 'Nørregade 1')

let service: Running
beforeEach(async () => {
  service = await running()
  await register(service)
})
afterEach(async () => {
  await service.stop()
})

async function open(subject: CaseSubject, wantedFrom: string, receivedOn = '2015-09-10') {
  const { send, settled, caseState } = service
  await send({
    type: 'OpenCase',
    data: {
      case: CaseId.parse('26-0001'),
      region,
      subject,
      applicant: 'Klinik 1',
      receivedOn: on(receivedOn),
      wantedFrom: on(wantedFrom),
    },
  })
  await settled()
  const { findings } = (await caseState('26-0001')).file
  return (rule: string) => findings?.findings.find((one) => one.rule === rule)
}

async function granted() {
  await hear(service, '26-0001')
  const table = {
    case: CaseId.parse('26-0001'),
    meetingOn: on('2026-12-15'),
    reason: 'Udvalget kender det, der mangler.',
  }
  await service.send({ type: 'TableCase', data: table })
  await service.send(await rulingOn(service, '26-0001'))
  await service.settled()
}

const at = (effectiveOn: string): AsOf => ({ effectiveOn: on(effectiveOn), recordedAt: 'now' })
const capacityOf = (date: string) => clinicFigures(service.views, at(date), clinic).get(clinic)?.capacity
const stands = (text: string, date: string) => numberOn(service.views, at(date), text)

describe('a takeover (A2)', () => {
  const takeover: CaseSubject = {
    type: 'A2',
    provider: number('000001'),
    fromHolder: person('person-1'),
    toHolder: person('person-9'),
    shareHundredths: 60,
    newNumber: number('000009'),
    schools: [],
    place,
  }

  test('of 0.60 of 37.0 hours gives 22.2 and leaves 14.8: the clinic has as much as before', async () => {
    const finding = await open(takeover, '2016-06-01')
    expect(finding('R-06')).toMatchObject({ outcome: 'pass' })
    expect(finding('R-02')).toMatchObject({ outcome: 'pass', code: 'R-02.stays' })
    expect(finding('R-03')).toMatchObject({ outcome: 'pass', code: 'R-03.one' })
    const before = capacityOf('2016-06-01')
    await granted()
    expect((await service.caseState('26-0001')).status).toBe('applied')
    expect(stands('000009', '2016-06-01')).toMatchObject({ holder: 'person-9', clinic, hoursTenths: 222 })
    expect(stands('000001', '2016-06-01')).toMatchObject({ holder: 'person-1', hoursTenths: 148 })
    expect(stands('000009', '2016-05-31')).toBeNull()
    expect(capacityOf('2016-06-01')).toBe(before)
  })

  test('of the whole number stops the old one, and the new one has its hours', async () => {
    await open({ ...takeover, shareHundredths: 100 }, '2016-06-01')
    await granted()
    expect(stands('000001', '2016-06-01')).toBeNull()
    expect(stands('000009', '2016-06-01')?.hoursTenths).toBe(370)
  })

  test('from somebody who does not have the number is a question, and changes nothing', async () => {
    const finding = await open({ ...takeover, fromHolder: person('person-7') }, '2016-06-01')
    expect(finding('R-06')).toMatchObject({
      outcome: 'needs-information',
      missing: ['currentHolder', 'registerRefuses'],
    })
  })
})

test('a cessation (A12) lets the hours lapse on the day, not before', async () => {
  const subject: CaseSubject = {
    type: 'A12',
    provider: number('000001'),
    transferredTo: null,
    agreements: [],
    reason: 'Pension',
    place,
  }
  const finding = await open(subject, '2016-06-01')
  expect(finding('R-06')).toMatchObject({ outcome: 'pass', code: 'R-06.lapses', params: { hoursTenths: 370 } })
  await granted()
  expect([stands('000001', '2016-05-31')?.hoursTenths, stands('000001', '2016-06-01')]).toEqual([370, null])
})

test('a new establishment (A13) draws on the pool, gives units and a number, and no more than was advertised', async () => {
  const { send } = service
  await send({
    type: 'AdvertiseNewEstablishment',
    data: { region, specialty: '62', oere: 150_000_000, documentRef: null, effectiveFrom: on('2025-01-01') },
  })
  const subject: CaseSubject = {
    type: 'A13',
    clinic,
    holder: person('person-9'),
    newNumber: number('000009'),
    specialty: '62',
    requestedOere: 100_000_000,
    place,
  }
  const before = capacityOf('2026-12-01') ?? 0
  const finding = await open(subject, '2026-12-01', '2026-10-01')
  expect(finding('R-01')).toMatchObject({ outcome: 'pass', code: 'R-01.withinPool' })
  await granted()
  expect(capacityOf('2026-12-01')).toBe(before + 100)
  expect(stands('000009', '2026-12-01')).toMatchObject({ holder: 'person-9', status: 'owner' })
  const award = { region, specialty: '62' as const, clinic, ruling: null, effectiveFrom: on('2026-12-01') }
  await expect(send({ type: 'AwardNewEstablishment', data: { ...award, oere: 50_000_001 } })).rejects.toMatchObject({
    code: 'krCapacity.poolExceeded',
    params: { leftOere: 50_000_000 },
  })
  await send({ type: 'AwardNewEstablishment', data: { ...award, oere: 50_000_000 } })
})

test('R-41: from the merger on an award draws on what both old regions have left, and is written by the new one', async () => {
  const { send } = service
  const pool = (code: string, oere: number) =>
    send({
      type: 'AdvertiseNewEstablishment',
      data: {
        region: RegionCode.parse(code),
        specialty: '62',
        oere,
        documentRef: null,
        effectiveFrom: on('2025-01-01'),
      },
    })
  await pool('1084', 300)
  await pool('1085', 200)
  const award = (code: string, oere: number, from: string) =>
    send({
      type: 'AwardNewEstablishment',
      data: {
        region: RegionCode.parse(code),
        specialty: '62',
        oere,
        clinic,
        ruling: null,
        effectiveFrom: on(from),
      },
    })
  await expect(award('1085', 201, '2026-12-31')).rejects.toMatchObject({ params: { leftOere: 200 } })
  await expect(award('ost', 1, '2026-12-31')).rejects.toMatchObject({ params: { leftOere: 0 } })
  await expect(award('ost', 501, '2027-01-01')).rejects.toMatchObject({ params: { leftOere: 500 } })
  await award('ost', 400, '2027-01-01')
  await expect(award('1084', 101, '2026-12-31')).rejects.toMatchObject({ params: { leftOere: 100 } })
  const subject: CaseSubject = {
    type: 'A13',
    clinic,
    holder: person('person-9'),
    newNumber: number('000009'),
    specialty: '62',
    requestedOere: 100,
    place,
  }
  const known = { number: null, receiver: null, establishment: { unitsHundredths: 0, unitOere: 100, levelYear: 2022 } }
  const granted = (from: string) =>
    effectOf(
      subject,
      { from: on(from), receivedOn: on('2026-10-01'), region: RegionCode.parse('1084'), ruling: null },
      known,
    )
  expect(granted('2026-12-31')).toMatchObject({ commands: [{ data: { region: '1084' } }, {}, {}] })
  expect(granted('2027-01-01')).toMatchObject({ commands: [{ data: { region: 'ost' } }, {}, {}] })
})

test.each([
  ['1084', '2026-12-31'],
  ['1084', '2027-01-01'],
  ['1085', '2027-01-01'],
])('a new establishment (A13) in region %s from %s is counted by the rule set that holds then', async (code, from) => {
  for (const ruleSet of ruleSets.filter((one) => one.region === code || one.region === 'ost'))
    await service.send({ type: 'PublishRuleSet', data: ruleSet })
  const subject: CaseSubject = {
    type: 'A13',
    clinic,
    holder: person('person-9'),
    newNumber: number('000009'),
    specialty: '51',
    requestedOere: 39_300_000,
    place,
  }
  const occasion = { from: on(from), receivedOn: on('2026-10-01'), region: RegionCode.parse(code), ruling: null }
  const { establishment } = await knownFor(service.store, subject, occasion)
  expect(establishment).toMatchObject({ unitOere: 39_300_000, levelYear: 2022 })
})

test('an extra address (A4) opens notified and approved, and an employment (A6) needs its ceiling', async () => {
  const { send, settled, views } = service
  const extra: CaseSubject = {
    type: 'A4',
    clinic,
    address: AddressId.parse('adresse-x'),
    place,
    to: address('0661', 'Lægårdvej 12'),
    plannedMain: 230,
    plannedExtra: 140,
    openToAllPatients: true,
    notifiedOn: null,
  }
  const finding = await open(extra, '2016-06-01')
  expect(finding('R-04')).toMatchObject({ outcome: 'pass', code: 'R-04.toApprove' })
  expect(finding('R-03')).toMatchObject({ outcome: 'pass', code: 'R-03.extra' })
  await granted()
  expect(
    views.db.prepare("SELECT notified, planned_hours FROM practice_address WHERE address = 'adresse-x'").all(),
  ).toContainEqual({ notified: 1, planned_hours: 140 })

  const data = { number: number('000001'), employee: person('person-5'), hoursTenths: 200 }
  const employ = { type: 'RegisterSection24Employment' as const, data: { ...data, effectiveFrom: on('2016-07-01') } }
  await expect(send(employ)).rejects.toMatchObject({ code: 'providerNumber.noCeiling' })
  const ceiling = { number: number('000001'), oerePerYear: 145_000_000, until: null }
  await send({ type: 'SetTurnoverCeiling', data: { ...ceiling, effectiveFrom: on('2016-01-01') } })
  await send(employ)
  // Ceilings lapsed with the agreement of 2024: none can be set after, and an employment needs none.
  await expect(
    send({ type: 'SetTurnoverCeiling', data: { ...ceiling, effectiveFrom: on('2024-01-01') } }),
  ).rejects.toMatchObject({ code: 'providerNumber.ceilingAfterRegime' })
  await settled()
})
