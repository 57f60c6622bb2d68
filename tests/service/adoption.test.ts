import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '#api/contract'
import type { Handle } from '#service/handle'
import { startReactors } from '#service/reactors/run'
import { inHerning, oldPlace, type Running, region, register, rulingOn, running } from './running.ts'

let service: Running
beforeEach(async () => {
  service = await running()
  await register(service, 2)
})
afterEach(async () => {
  await service.stop()
})

const scenario = 'sc-0000000001'
const id = '26-0201'

/** A cap of a group in the region, or in a municipality. */
const cap = (group: string, of: number, area: object = { kind: 'region', code: region }) => ({
  type: 'ProposeQuota',
  data: {
    effectiveFrom: '2026-12-01',
    area,
    target: { kind: 'group', id: group },
    cap: of,
    basis: 'prevalence',
    method: null,
    reason: null,
  },
})
const move = (clinic: number, from: object) => ({
  type: 'MovePracticeAddress',
  data: {
    addressId: `adresse-${clinic}`,
    effectiveFrom: '2027-02-01',
    from,
    to: inHerning,
    previousUntil: '2027-02-01',
    ruling: null,
  },
})
const add = (change: string, command: object) => ({ kind: 'add', change, command, comment: null })

/** Commands are written here in the contract's own words; deciders and the log refuse anything else. */
const send = async (type: Command['type'], data: object, by: { commandId?: string } = {}) =>
  await service.send({ type, data } as Command, by)

/** Two caps that can be adopted, one whose size may not be told, a move, a move of what is not there, and one that is off. */
const changes = [
  add('c-1', cap('multiple-sclerosis', 1)),
  // Osteogenesis imperfecta is hidden in every small municipality.
  add('c-2', cap('osteogenesis-imperfecta', 1, { kind: 'municipality', code: '0665' })),
  add('c-3', move(1, { ...oldPlace, text: 'Nørregade 1' })),
  add('c-4', move(2, inHerning)),
  add('c-5', cap('parkinson', 20)),
  add('c-6', cap('parkinson', 99)),
]

async function handIn(asked: readonly object[] = changes, off: readonly string[] = ['c-6']): Promise<number> {
  await send('CreateScenario', {
    scenario,
    name: 'Færre lofter',
    note: null,
    asOf: '2027-02-01',
    changes: [],
    locks: [],
    copiedFrom: null,
    baseEvent: null,
  })
  const edits = [...asked, ...off.map((change) => ({ kind: 'switch', change, on: false }))]
  const { revision } = await send('EditScenario', { scenario, edits })
  await service.settled()
  await send('SubmitScenario', submission(revision))
  await service.settled()
  return revision
}

const submission = (revision: number) => ({
  case: id,
  region,
  scenario,
  revision,
  planRef: 'Praksisplan 2027',
  documentRef: null,
  note: null,
  applicant: 'Planlægger',
  wantedFrom: '2027-01-01',
})
const types = async (stream: string) => (await service.events(stream)).map(({ type }) => type)
const sclerosis = 'quota-region.1082.multiple-sclerosis'
const parkinson = 'quota-region.1082.parkinson'

describe('a scenario is handed in', () => {
  test('as a case that holds what it was, whatever becomes of it afterwards; handing it in again changes nothing', async () => {
    const revision = await handIn()
    const { status, file } = await service.caseState(id)
    expect(status).toBe('checked')
    expect(file.subject).toMatchObject({
      type: 'A16',
      scenario,
      revision,
      name: 'Færre lofter',
      planRef: 'Praksisplan 2027',
    })
    const [submitted] = (await service.events(`scenario-${scenario}`)).slice(-1)
    expect(submitted).toMatchObject({ type: 'ScenarioSubmitted', data: { case: id, revision } })

    await send('EditScenario', { scenario, edits: [{ kind: 'remove', change: 'c-1' }] })
    expect((await send('SubmitScenario', submission(revision))).events).toEqual([])
    const other = { ...submission(revision), case: '26-0202' }
    await expect(send('SubmitScenario', other)).rejects.toMatchObject({
      code: 'scenario.inCase',
      params: { number: '26/0201' },
    })
    await expect(send('SubmitScenario', { ...other, revision: 99 })).rejects.toMatchObject({ code: 'scenario.unknown' })
    expect((await service.caseState(id)).file.subject).toEqual(file.subject)

    // No case of this type comes about, or gets another content, in any other way.
    const { case: _, ...rest } = { ...file, case: undefined }
    const opening = {
      case: '26-0203',
      region,
      subject: rest.subject,
      applicant: 'X',
      receivedOn: '2026-11-20',
      wantedFrom: '2027-01-01',
    }
    await expect(send('OpenCase', opening)).rejects.toMatchObject({ code: 'case.notHandedIn' })
    const correction = { field: 'subject', old: file.subject, new: { ...file.subject, revision: 0 } }
    await expect(send('CorrectCaseInformation', { case: id, correction, reason: 'Prøve' })).rejects.toMatchObject({
      code: 'case.notHandedIn',
    })
  })

  test('R-27 counts its caps, R-18 names the municipalities of its changes, R-41 the regions', async () => {
    await handIn()
    const { file } = await service.caseState(id)
    const found = (rule: string) => file.findings?.findings.find((finding) => finding.rule === rule)
    expect(file.findings?.findings.map(({ rule }) => rule)).toEqual(['R-27', 'R-18', 'R-38', 'R-39', 'R-41'])
    expect(found('R-27')).toMatchObject({ outcome: 'pass', code: 'R-27.proposed', params: { caps: 3, below: 0 } })
    expect(found('R-18')).toMatchObject({ outcome: 'needs-consultation', params: { of: 19 } })
    expect(file.involved).toHaveLength(19)
    expect(found('R-41')).toMatchObject({ outcome: 'pass', code: 'R-41.sameRegion' })
  })

  test('R-18: a move concerns the municipality that it leads to as well as the one that it leaves', async () => {
    await handIn([add('c-1', move(1, oldPlace))], [])
    expect((await service.caseState(id)).file.involved.toSorted()).toEqual(['0657', '0661'])
  })

  test('nothing that is on is nothing to hand in', async () => {
    await send('CreateScenario', {
      scenario,
      name: 'Tomt',
      note: null,
      asOf: '2027-02-01',
      changes: [],
      locks: [],
      copiedFrom: null,
      baseEvent: null,
    })
    await expect(send('SubmitScenario', submission(0))).rejects.toMatchObject({ code: 'scenario.nothingOn' })
  })
})

/** Everything that can be adopted is, from the ruling's date at the earliest, and the rest is reported. */
async function expectAdopted(): Promise<void> {
  const [ruling] = await service.events(`docket-${region}`)
  expect((await service.caseState(id)).status).toBe('applied')
  expect(await types(sclerosis)).toEqual(['QuotaProposed', 'QuotaAdopted'])
  expect((await service.events(sclerosis)).at(-1)).toMatchObject({
    effectiveFrom: '2027-01-01',
    data: { cap: 1, planRef: 'Praksisplan 2027', parameters: { basis: 'prevalence' }, count: { asOf: '2026-11-22' } },
    metadata: { causationId: ruling?.id, caseId: id, actor: { role: 'system' } },
  })
  expect(await types(parkinson)).toEqual(['QuotaProposed', 'QuotaAdopted'])
  expect((await service.events('practiceAddress-adresse-1')).at(-1)).toMatchObject({ effectiveFrom: '2027-02-01' })
  // What was refused has left nothing behind.
  expect(await types('quota-municipality.0665.osteogenesis-imperfecta')).toEqual([])
  expect(await types('practiceAddress-adresse-2')).toEqual(['PracticeAddressOpened'])
  const refused = (await service.events(`case-${id}`)).filter(({ type }) => type === 'CaseChangeRefused')
  expect(refused.map(({ data }) => data)).toMatchObject([
    { change: 'c-2', command: 'ProposeQuota', code: 'quota.countHidden' },
    { change: 'c-4', command: 'MovePracticeAddress', code: 'practiceAddress.worldMoved' },
  ])
}

/** Put before the committee unheard, which is a principle that it may depart from, and a ruling that grants. */
async function tabled() {
  await send('TableCase', { case: id, meetingOn: '2026-12-08', reason: 'Kommunerne er hørt om planen.' })
  return await rulingOn(service, id)
}

const everything = async () => {
  const streams = [
    sclerosis,
    parkinson,
    'practiceAddress-adresse-1',
    'practiceAddress-adresse-2',
    `case-${id}`,
    `scenario-${scenario}`,
  ]
  return await Promise.all(streams.map(service.events))
}

describe('D4: a proposal is granted', () => {
  test('the changes are in but those refused, each with its reason; a second adoption changes nothing', async () => {
    await handIn()
    const ruling = await tabled()
    const commandId = randomUUID()
    await service.send(ruling, { commandId })
    await service.settled()
    await expectAdopted()

    const before = await everything()
    await service.send(ruling, { commandId })
    const end = new AbortController()
    const second = service.secondReactors(end.signal)
    await second.settled()
    end.abort()
    await second.stopped
    expect(await everything()).toEqual(before)
  })

  test('R-27 judges a later documentation by the adopted cap, and names its plan', async () => {
    await handIn()
    await service.send(await tabled())
    await service.settled()
    const document = (person: string) => ({
      person,
      effectiveFrom: '2026-11-22',
      target: { kind: 'group', id: 'multiple-sclerosis' },
      issuer: 'Uddannelsen',
      issuedOn: '2026-11-01',
      expiresOn: null,
      evidenceRef: null,
    })
    await send('DocumentCompetence', document('person-2'))
    const { effectiveFrom: _, ...asked } = document('person-1')
    await send('OpenCase', {
      case: '26-0301',
      region,
      subject: { type: 'A14', ...asked, place: inHerning },
      applicant: 'Person 1',
      receivedOn: '2026-11-20',
      wantedFrom: '2027-03-01',
    })
    await service.settled()
    const { file } = await service.caseState('26-0301')
    expect(file.findings?.findings.find(({ rule }) => rule === 'R-27')).toMatchObject({
      outcome: 'breach',
      code: 'R-27.exceedsPlan',
      params: { planRef: 'Praksisplan 2027', cap: 1, after: 2 },
    })
  })

  test('a move of a clinic that closed after the handing in is refused, and says so', async () => {
    await handIn([add('c-1', cap('parkinson', 20)), add('c-2', move(1, oldPlace))], [])
    await send('CloseClinic', { clinic: 'klinik-1', effectiveFrom: '2027-02-01', reason: 'Ophør' })
    await service.send(await tabled())
    await service.settled()
    const refused = (await service.events(`case-${id}`)).filter(({ type }) => type === 'CaseChangeRefused')
    expect(refused.map(({ data }) => data)).toMatchObject([
      { change: 'c-2', command: 'MovePracticeAddress', code: 'clinic.closed', params: { closedFrom: '2027-02-01' } },
    ])
    expect(await types('practiceAddress-adresse-1')).toEqual(['PracticeAddressOpened'])
  })

  // Handing in refuses such changes over HTTP; a proposal of before that did still holds them.
  test('what the scenario made up is refused with that reason, and nothing of it comes into the register', async () => {
    const on = { effectiveFrom: '2027-02-01' }
    const number = { number: '990001', ...on, holder: 'hyp-person', clinic: 'klinik-1', specialties: ['62'] }
    const opening = { addressId: 'adresse-ny', ...on, clinic: 'hyp-klinik', address: inHerning, kind: 'main' }
    const clinic = { clinic: 'hyp-klinik', ...on, name: 'Klinik', cvr: null, formOfPractice: 'solo' }
    const elsewhere = { ...move(1, inHerning).data, addressId: 'adresse-ny', to: oldPlace }
    await handIn(
      [
        add('c-1', cap('multiple-sclerosis', 1)),
        add('m-1', { type: 'RegisterClinic', data: clinic }),
        add('m-2', { type: 'OpenPracticeAddress', data: { ...opening, until: null } }),
        add('m-3', {
          type: 'RegisterProviderNumber',
          data: { ...number, status: 'owner', origin: 'newEstablishment' },
        }),
        add('m-4', { type: 'MovePracticeAddress', data: elsewhere }),
      ],
      [],
    )
    await service.send(await tabled())
    await service.settled()
    expect((await service.caseState(id)).status).toBe('applied')
    expect(await types(sclerosis)).toEqual(['QuotaProposed', 'QuotaAdopted'])
    const refused = (await service.events(`case-${id}`)).filter(({ type }) => type === 'CaseChangeRefused')
    const madeUp = (change: string, command: string) => ({ change, command, code: 'case.changeMadeUp' })
    expect(refused.map(({ data }) => data)).toMatchObject([
      madeUp('m-1', 'RegisterClinic'),
      madeUp('m-2', 'OpenPracticeAddress'),
      madeUp('m-3', 'RegisterProviderNumber'),
      madeUp('m-4', 'MovePracticeAddress'),
    ])
    for (const stream of ['clinic-hyp-klinik', 'practiceAddress-adresse-ny', 'providerNumber-990001'])
      expect(await types(stream)).toEqual([])
  })

  test('a refused proposal changes nothing in the register, and can be handed in again', async () => {
    const revision = await handIn()
    const ruling = await tabled()
    await service.send({ ...ruling, data: { ...ruling.data, outcome: 'refused' } })
    await service.settled()
    expect(await types(sclerosis)).toEqual([])
    expect((await send('SubmitScenario', { ...submission(revision), case: '26-0202' })).events).toHaveLength(1)
  })
})

test('D4: broken off halfway, the next start does the rest, and what was decided stays', async () => {
  await service.stop()
  service = await running('2026-11-22', { reacting: false })
  await register(service, 2)
  let sent = 0
  /** Breaks down after the first change that is refused: two commands of the adoption have been sent. */
  const breaking: Handle = async (command, by) => {
    if (command.type === 'MovePracticeAddress') throw new Error('broken down')
    if (command.type === 'AdoptProposedQuota') sent += 1
    return await service.handle(command, by)
  }
  const first = new AbortController()
  const broken = startReactors({ store: service.store, handle: breaking, signal: first.signal })
  await send('CreateScenario', {
    scenario,
    name: 'Færre lofter',
    note: null,
    asOf: '2027-02-01',
    changes: [],
    locks: [],
    copiedFrom: null,
    baseEvent: null,
  })
  const edits = [...changes, { kind: 'switch', change: 'c-6', on: false }]
  const { revision } = await send('EditScenario', { scenario, edits })
  await send('SubmitScenario', submission(revision))
  await broken.settled()
  await service.send(await tabled())
  await expect(broken.settled()).rejects.toThrow('broken down')
  first.abort()
  expect(sent).toBe(2)
  expect((await service.caseState(id)).status).toBe('ruled')
  const half = await everything()
  expect(half.map((events) => events.length).slice(0, 2)).toEqual([2, 0])

  const again = new AbortController()
  const whole = service.secondReactors(again.signal)
  await whole.settled()
  again.abort()
  await whole.stopped
  await expectAdopted()
  const after = await everything()
  expect(after.map((events, index) => events.slice(0, half[index]?.length))).toEqual(half)
})
