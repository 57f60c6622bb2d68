import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#api/policy'
import type { CaseSubject, SubjectOf } from '#events/caseSubject'
import { AgreementId, CaseId, PersonId, ProviderNumber, SchoolId } from '#events/identifiers'
import type { CoverageArea } from '#events/ridingAgreement'
import { riding } from '#service/queries/riding'
import { on } from '../given.ts'
import { address, code } from './rules/facts.ts'
import { hear, type Running, region, register, rulingOn, running } from './running.ts'

const scope: Scope = { role: 'secretariat', reach: 'region', organisation: '1082', regions: ['1082'] }
const provider = ProviderNumber.parse('000001')
const agreementId = (id: string) => AgreementId.parse(id)
const schoolId = (id: string) => SchoolId.parse(id)
const municipal = (municipality: string): CoverageArea => ({ kind: 'municipality', codes: [code(municipality)] })
const places = { lemvig: '0665', struer: '0671', viborg: '0791', skive: '0779' } as const
const at = (school: keyof typeof places) => address(places[school], `Ridevej 1, ${school}`, { position: [8.6, 56.5] })

let service: Running

/** Schools in Lemvig, Struer, Viborg and Skive; 14.0 h in Lemvig, 12.5 and 11.0 in Viborg and Skive under one number. */
beforeEach(async () => {
  service = await running()
  const { send } = service
  await register(service)
  for (const name of ['lemvig', 'struer', 'viborg', 'skive'] as const) {
    const school = schoolId(name)
    await send({
      type: 'RegisterRidingSchool',
      data: { school, effectiveFrom: on('2005-01-01'), name: `Rideskolen ${name}`, address: at(name) },
    })
    await send({ type: 'ApproveRidingSchool', data: { school, effectiveFrom: on('2005-01-01'), documentRef: null } })
  }
  await agreed('ra-lemvig', 'lemvig', 140, 'p-lemvig', null)
  await agreed('ra-viborg', 'viborg', 125, 'p-giver', provider)
  await agreed('ra-skive', 'skive', 110, 'p-giver', provider)
  await service.settled()
})
afterEach(async () => {
  await service.stop()
})

async function agreed(
  id: string,
  name: keyof typeof places,
  hoursTenths: number,
  therapist: string,
  number: ProviderNumber | null,
): Promise<void> {
  const base = { agreement: agreementId(id), effectiveFrom: on('2012-02-01') }
  await service.send({
    type: 'RequestRidingAgreement',
    data: { ...base, school: schoolId(name), therapist: PersonId.parse(therapist), provider: number, hoursTenths },
  })
  await service.send({ type: 'PermitRidingAgreement', data: { ...base, hoursTenths, conditions: null } })
  await service.send({ type: 'StartRidingAgreement', data: { ...base, hoursTenths } })
  await service.send({
    type: 'RecordCoverageArea',
    data: { ...base, area: municipal(places[name]), accessionDate: on('2012-02-01'), sourceDocument: 'Aftale 2012' },
  })
}

async function open(id: string, subject: CaseSubject, wantedFrom = '2027-02-01'): Promise<void> {
  const data = { case: CaseId.parse(id), region, subject, applicant: 'Ansøger', receivedOn: on('2026-11-02') }
  await service.send({ type: 'OpenCase', data: { ...data, wantedFrom: on(wantedFrom) } })
  await service.settled()
}

/** The ledger of Region Midtjylland on a date. */
function ledger(date = '2026-11-22') {
  return riding(service.views, { effectiveOn: on(date), recordedAt: 'now' }, scope, { region }, service.world())
}

function pending(id: string) {
  const found = ledger().pending.find((one) => one.case === id)
  if (found === undefined) throw new Error(`case ${id} is not pending`)
  return found
}

/** The timeline as the scenario of the case has it: decided command by command on a branch of the log. */
async function scenarioOf(id: string) {
  const supposing = await service.scenarios.supposing(CaseId.parse(id))
  const question = { effectiveOn: on('2026-11-22'), recordedAt: 'now' as const }
  return supposing((views) => riding(views, question, scope, { region }, service.world()).timeline)
}

async function findingOf(rule: string, id: string) {
  await service.send({ type: 'ComputeFindings', data: { case: CaseId.parse(id) } })
  await service.settled()
  return (await service.caseState(id)).file.findings?.findings.find((one) => one.rule === rule)
}

async function grant(id: string): Promise<string> {
  await hear(service, id)
  await service.send({ ...(await rulingOn(service, id)) })
  await service.settled()
  return (await service.caseState(id)).status
}

const expansion = (hoursTenths: number): CaseSubject => ({
  type: 'A10',
  agreement: agreementId('ra-lemvig'),
  school: schoolId('lemvig'),
  place: at('lemvig'),
  hoursTenths,
  reductions: [],
})
const newAgreement = (
  hoursTenths: number,
  reductions: { agreement: string; hoursTenths: number }[],
): SubjectOf<'A7'> => ({
  type: 'A7',
  agreement: agreementId('ra-new'),
  school: schoolId('struer'),
  place: at('struer'),
  therapist: PersonId.parse('p-new'),
  provider,
  hoursTenths,
  area: municipal('0671'),
  contractFrom: on('2027-02-01'),
  reductions: reductions.map((one) => ({ ...one, agreement: agreementId(one.agreement) })),
})
const move: SubjectOf<'A9'> = {
  type: 'A9',
  agreement: agreementId('ra-lemvig'),
  fromSchool: schoolId('lemvig'),
  toSchool: schoolId('struer'),
  from: at('lemvig'),
  to: at('struer'),
}
const takeover: CaseSubject = {
  type: 'A2',
  provider,
  fromHolder: PersonId.parse('person-1'),
  toHolder: PersonId.parse('p-receiver'),
  shareHundredths: 100,
  newNumber: ProviderNumber.parse('000009'),
  schools: [
    { school: schoolId('viborg'), codes: [code('0791')], agreement: agreementId('ra-viborg'), hoursTenths: 125 },
  ],
  place: null,
}
const cessation: CaseSubject = {
  type: 'A12',
  provider,
  transferredTo: null,
  agreements: [agreementId('ra-viborg'), agreementId('ra-skive')],
  reason: 'Ophører',
  place: null,
}

describe('the riding ledger', () => {
  test('counts what is permitted and started, by area, from 37.5 h', () => {
    const { totalTenths, byBasis, schools, timeline, documented } = ledger()
    expect({ totalTenths, schools, documented }).toEqual({
      totalTenths: 375,
      schools: 3,
      documented: { of: 3, documented: 3, targetPercent: 100 },
    })
    expect(byBasis[0]).toEqual({ kind: 'municipality', schools: 3, hoursTenths: 375 })
    expect(timeline).toEqual([{ from: '2012-02-01', to: null, hoursTenths: 375 }])
  })

  test('shows a case’s total as the case’s own scenario decides it, whatever the type', async () => {
    const asked: [string, CaseSubject][] = [
      ['26-0001', expansion(180)],
      ['26-0002', newAgreement(100, [{ agreement: 'ra-skive', hoursTenths: 50 }])],
      ['26-0003', newAgreement(100, [{ agreement: 'ra-skive', hoursTenths: 0 }])],
      ['26-0004', move],
      ['26-0005', takeover],
      ['26-0006', cessation],
      // Refused by the register: nothing changes, not even in part.
      ['26-0007', newAgreement(100, [{ agreement: 'ra-unknown', hoursTenths: 50 }])],
    ]
    const deltas: Record<string, number> = {}
    for (const [id, subject] of asked) {
      await open(id, subject)
      const shown = pending(id)
      expect(shown.timeline, id).toEqual(await scenarioOf(id))
      deltas[id] = shown.deltaTenths
    }
    expect(deltas).toEqual({
      '26-0001': 40,
      '26-0002': 40,
      '26-0003': -10,
      '26-0004': 0,
      '26-0005': 0,
      '26-0006': -235,
      '26-0007': 0,
    })
    expect((await findingOf('R-14', '26-0007'))?.outcome).toBe('needs-information')
  })

  test('is shown with the cases that touch a row, and a municipality sees only those that concern it', async () => {
    await open('26-0001', expansion(180))
    const row = ledger().rows.find(({ agreement }) => agreement === 'ra-lemvig')
    expect(row?.openCases).toEqual([{ case: '26-0001', number: '26/0001', type: 'A10' }])
    const asked = (organisation: string) =>
      riding(
        service.views,
        { effectiveOn: on('2026-11-22'), recordedAt: 'now' },
        { role: 'municipality', reach: 'municipality', organisation, regions: [] },
        { region },
        service.world(),
      ).pending.length
    expect([asked('0665'), asked('0751')]).toEqual([1, 0])
  })
})

describe('R-14 on the timeline (B5)', () => {
  const ends = (date: string) =>
    service.send({
      type: 'EndRidingAgreement',
      data: { agreement: agreementId('ra-skive'), effectiveFrom: on(date), reason: 'Ophør' },
    })

  test('4.0 h more, and another’s lapse a month later: a breach for exactly that month', async () => {
    await ends('2027-03-01')
    await open('26-0001', expansion(180))
    expect(pending('26-0001').breaches).toEqual([{ from: '2027-02-01', to: '2027-03-01', hoursTenths: 40 }])
    expect((await findingOf('R-14', '26-0001'))?.params.steps).toEqual(['2027-02-01/2027-03-01/40'])
  })

  test('another holder’s lapse on the same date makes it pass, on the day before it does not', async () => {
    await open('26-0001', expansion(180))
    expect((await findingOf('R-14', '26-0001'))?.outcome).toBe('breach')
    expect(pending('26-0001').breaches).toEqual([{ from: '2027-02-01', to: null, hoursTenths: 40 }])
    await ends('2027-02-01')
    await service.settled()
    expect(pending('26-0001').breaches).toEqual([])
    expect((await findingOf('R-14', '26-0001'))?.outcome).toBe('pass')
  })
})

describe('what a ruling does at riding schools', () => {
  test('a move is permitted with school, hours and day, takes its area along and changes the total by exactly 0', async () => {
    await open('26-0001', move)
    const before = ledger().timeline
    expect((await findingOf('R-18', '26-0001'))?.params.involved).toEqual(['0665', '0671'])
    expect(await grant('26-0001')).toBe('applied')
    expect(ledger().timeline).toEqual(before)
    const made = (await service.events('ridingAgreement-ra-lemvig')).slice(-3)
    expect(made.map(({ type, effectiveFrom, data }) => ({ type, effectiveFrom, data }))).toMatchObject([
      { type: 'RidingAgreementPermitted', effectiveFrom: '2027-02-01', data: { school: 'struer', hoursTenths: 140 } },
      { type: 'RidingAgreementMoved', data: { from: 'lemvig', to: 'struer' } },
      { type: 'CoverageAreaRecorded', data: { area: { kind: 'municipality', codes: ['0671'] } } },
    ])
    expect(ledger('2027-02-01').rows.find(({ agreement }) => agreement === 'ra-lemvig')).toMatchObject({
      school: 'struer',
      status: 'started',
      undocumented: [],
    })
  })

  test('R-02 a move to another municipality takes its 14.0 h along: -14.0 in Lemvig and +14.0 in Struer', async () => {
    await open('26-0001', move)
    const shift = (key: string, value: number, municipality: string) => ({ key, value, municipality, limit: 0 })
    expect(await findingOf('R-02', '26-0001')).toMatchObject({
      outcome: 'breach',
      code: 'R-02.leaves',
      measured: [shift('deltaFrom', -140, '0665'), shift('deltaTo', 140, '0671')],
    })
    await open('26-0002', { ...move, agreement: agreementId('ra-unknown') })
    expect(await findingOf('R-02', '26-0002')).toMatchObject({ outcome: 'needs-information', code: 'R-02.unknown' })
  })

  test('a refusal changes nothing (B3)', async () => {
    await open('26-0001', newAgreement(100, []))
    const before = ledger().timeline
    await hear(service, '26-0001')
    const ruling = await rulingOn(service, '26-0001')
    await service.send({ ...ruling, data: { ...ruling.data, outcome: 'refused', derogations: [] } })
    await service.settled()
    expect(ledger().timeline).toEqual(before)
    expect(ledger().pending).toEqual([])
    expect(await service.events('ridingAgreement-ra-new')).toEqual([])
  })

  test('an expansion holds from its day, stays started, and leaves its permission behind it', async () => {
    await open('26-0001', expansion(180))
    expect(await grant('26-0001')).toBe('applied')
    const row = (date: string) => ledger(date).rows.find(({ agreement }) => agreement === 'ra-lemvig')
    expect(row('2027-01-31')).toMatchObject({ hoursTenths: 140, status: 'started', from: '2012-02-01' })
    expect(row('2027-02-01')).toMatchObject({ hoursTenths: 180, status: 'started', from: '2027-02-01' })
    expect(ledger().coming).toEqual([
      { on: '2027-02-01', agreement: 'ra-lemvig', school: 'lemvig', deltaTenths: 40, totalTenths: 415 },
    ])
  })

  test('a new agreement is permitted and has not begun; what it takes is taken on the same day', async () => {
    await open('26-0001', newAgreement(100, [{ agreement: 'ra-viborg', hoursTenths: 25 }]))
    expect((await findingOf('R-14', '26-0001'))?.outcome).toBe('pass')
    expect(await grant('26-0001')).toBe('applied')
    const { totalTenths, permittedTenths, rows } = ledger('2027-02-01')
    expect({ totalTenths, permittedTenths }).toEqual({ totalTenths: 375, permittedTenths: 100 })
    expect(rows.find(({ agreement }) => agreement === 'ra-new')).toMatchObject({
      status: 'permitted',
      undocumented: [],
      minHours: 'pass',
    })
    expect(rows.find(({ agreement }) => agreement === 'ra-viborg')).toMatchObject({
      minHours: 'breach',
      shortTenths: 75,
    })
  })

  test('R-15 a takeover ends the giver’s agreement and gives the receiver one with the school’s municipality', async () => {
    await open('26-0001', takeover)
    expect(await findingOf('R-15', '26-0001')).toMatchObject({
      outcome: 'breach',
      params: { municipalitiesWithout: ['0779'] },
    })
    expect((await findingOf('R-18', '26-0001'))?.params.involved).toEqual(['0779', '0791'])
    expect(await grant('26-0001')).toBe('applied')
    const rows = ledger('2027-02-01').rows.filter(({ school }) => school === 'viborg')
    expect(rows).toMatchObject([
      {
        therapist: 'p-receiver',
        status: 'permitted',
        hoursTenths: 125,
        accessionDate: '2027-02-01',
        area: municipal('0791'),
      },
    ])
  })

  test('R-11 (S1-11) a number that stops without transfer takes its hours from the total, and no agreement is advertised', async () => {
    await open('26-0001', cessation, '2027-01-01')
    expect((await findingOf('R-11', '26-0001'))?.code).toBe('R-11.lapses')
    expect(await grant('26-0001')).toBe('applied')
    expect([ledger('2026-12-31').totalTenths, ledger('2027-01-01').totalTenths]).toEqual([375, 140])
    expect(ledger('2027-01-01').rows.map(({ agreement }) => agreement)).toEqual(['ra-lemvig'])
    expect((await service.events('ridingAgreement-ra-skive')).at(-1)).toMatchObject({
      type: 'RidingNumberLapsed',
      data: { hoursTenths: 110 },
    })
  })
})

describe('riding facts', () => {
  test('R-16 a county’s name alone is no area; a former municipality in the address settles a divided one', async () => {
    const old = (town: string | null): CaseSubject => ({
      ...newAgreement(100, [{ agreement: 'ra-skive', hoursTenths: 10 }]),
      type: 'A8',
      school: schoolId('unregistered'),
      place: address('0746', 'Vej 1', { town }),
      therapist: PersonId.parse('p-old'),
      area: { kind: 'county', county: 'Vejle Amt', codes: [code('0746'), code('0766')] },
    })
    await agreedIn2004()
    await open('26-0001', old(null))
    await open('26-0002', old('Brædstrup'))
    expect(await findingOf('R-16', '26-0001')).toMatchObject({
      outcome: 'needs-information',
      missing: ['formerMunicipality'],
    })
    expect(await findingOf('R-16', '26-0002')).toMatchObject({
      outcome: 'pass',
      params: { accessionDate: '2004-05-01' },
    })
    expect((await findingOf('R-13', '26-0002'))?.missing).toEqual(['school'])
    // The holder's old agreement is known by its county's name only, and is not touched by this case.
    expect((await findingOf('R-18', '26-0002'))?.params.involved).toEqual(['0746', '0766', '0779'])
  })

  async function agreedIn2004() {
    const base = { agreement: agreementId('ra-old'), effectiveFrom: on('2005-02-01') }
    const therapist = PersonId.parse('p-old')
    await service.send({
      type: 'RequestRidingAgreement',
      data: { ...base, school: schoolId('lemvig'), therapist, provider: null, hoursTenths: 50 },
    })
    await service.send({ type: 'PermitRidingAgreement', data: { ...base, hoursTenths: 50, conditions: null } })
    await service.send({
      type: 'RecordCoverageArea',
      data: {
        ...base,
        area: { kind: 'county', county: 'Vejle Amt', codes: [] },
        accessionDate: on('2004-05-01'),
        sourceDocument: null,
      },
    })
    await service.settled()
    const { rows } = ledger()
    const row = rows.find(({ agreement }) => agreement === 'ra-old')
    expect(row).toMatchObject({
      undocumented: ['area', 'sourceDocument'],
      drawn: { hypothesis: true, whole: ['0607', '0615', '0630', '0766'], otherRegions: ['1083'] },
    })
  }
})
