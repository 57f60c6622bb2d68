import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answers } from '#service/queries/catalogue'
import { needingReason } from '#service/rules/procedure/committeeDecision'
import { on } from '../given.ts'
import {
  hear,
  inHerning,
  newPlace,
  oldPlace,
  openCase,
  type Running,
  region,
  register,
  rulingOn,
  running,
  supports,
} from './running.ts'

let service: Running

beforeEach(async () => {
  service = await running()
  await register(service, 3)
})
afterEach(async () => {
  await service.stop()
})

async function types(stream: string): Promise<string[]> {
  return (await service.events(stream)).map(({ type }) => type)
}

describe('a relocation from application to effect', () => {
  test('is checked, heard, ruled on and applied, each step following from the one before', async () => {
    const { send, settled, events, caseState } = service
    await send(openCase({ id: '26-0001', to: inHerning }))
    await settled()
    const checked = await caseState('26-0001')
    expect(checked.status).toBe('checked')
    expect(await types('case-26-0001')).toEqual(['CaseOpened', 'FindingsComputed', 'ConsultationProposed'])
    // Asked again with nothing new to know, the rules have nothing new to say.
    const again = { case: checked.file.case, unlessSame: true as const }
    expect((await send({ type: 'ComputeFindings', data: again })).events).toEqual([])
    expect(checked.file.involved).toEqual(['0657', '0661'])
    expect(checked.file.findings).toMatchObject({ ruleSet: 'OK-2024', docketRevision: -1, effectiveOn: '2027-03-01' })
    const breach = checked.file.findings?.findings.find(({ rule }) => rule === 'R-02')
    expect(breach?.outcome).toBe('breach')
    expect(breach?.measured.map(({ municipality, value }) => [municipality, value])).toEqual([
      ['0657', 240],
      ['0661', -240],
    ])
    // Every input is an event of the log.
    const ids = new Set<string>()
    for (const stream of ['case-26-0001', 'clinic-klinik-1', 'practiceAddress-adresse-1', 'providerNumber-000001'])
      for (const { id } of await events(stream)) ids.add(id)
    expect(breach?.inputs.filter((id) => !ids.has(id))).toEqual([])
    expect(breach?.inputs.length).toBeGreaterThan(1)

    await hear(service, '26-0001')
    expect((await caseState('26-0001')).status).toBe('heard')
    await send(await rulingOn(service, '26-0001'))
    await settled()
    expect((await caseState('26-0001')).status).toBe('applied')
    const [issued] = await events(`docket-${region}`)
    expect(issued).toMatchObject({ type: 'RulingIssued', data: { number: '2026-0001' } })
    const moved = (await events('practiceAddress-adresse-1')).at(-1)
    expect(moved).toMatchObject({
      type: 'PracticeAddressMoved',
      effectiveFrom: '2027-03-01',
      data: { ruling: '2026-0001' },
      metadata: { causationId: issued?.id, caseId: '26-0001', actor: { role: 'system' } },
    })
  })

  test('a move changes the municipalities, and the region’s total by nothing', async () => {
    const { send, settled, views, world } = service
    const scope = { role: 'secretariat' as const, reach: 'all' as const, organisation: '1082', regions: ['1082'] }
    const capacityOn = (date: string) => {
      const at = { effectiveOn: on(date), recordedAt: 'now' as const }
      const { rows } = answers.municipalities(views, at, scope, {}, world())
      return new Map(rows.flatMap(({ code, capacity }) => (capacity ? [[String(code), capacity] as const] : [])))
    }
    const total = (date: string) => [...capacityOn(date).values()].reduce((sum, amount) => sum + amount, 0)
    await send(openCase({ id: '26-0001', to: inHerning }))
    await settled()
    await hear(service, '26-0001')
    expect(capacityOn('2027-03-01').get('0657')).toBeUndefined()
    await send(await rulingOn(service, '26-0001'))
    await settled()
    expect(capacityOn('2027-02-28').get('0657')).toBeUndefined()
    expect(capacityOn('2027-03-01').get('0657')).toBe(240)
    expect(capacityOn('2027-03-01').get('0661')).toBe(480)
    expect(total('2027-03-01')).toBe(total('2027-02-28'))
    expect(total('2027-03-01')).toBe(720)
  })

  test('a refusal changes nothing in the register', async () => {
    const { send, settled, caseState } = service
    await send(openCase({ id: '26-0001' }))
    await settled()
    await hear(service, '26-0001')
    const before = await types('practiceAddress-adresse-1')
    const ruling = await rulingOn(service, '26-0001')
    await send({ ...ruling, data: { ...ruling.data, outcome: 'refused', derogations: [] } })
    await settled()
    expect((await caseState('26-0001')).status).toBe('ruled')
    expect(await types('practiceAddress-adresse-1')).toEqual(before)
  })

  test('a ruling is refused where the world has moved, and the case says so with the register’s words', async () => {
    const { send, settled, caseState, events } = service
    await send(openCase({ id: '26-0001' }))
    await settled()
    await hear(service, '26-0001')
    const { file } = await caseState('26-0001')
    if (file.subject.type !== 'A3') throw new Error('not a relocation')
    await send({
      type: 'MovePracticeAddress',
      data: {
        addressId: file.subject.address,
        effectiveFrom: on('2026-12-01'),
        from: file.subject.from,
        to: inHerning,
        previousUntil: on('2026-12-01'),
        ruling: null,
      },
    })
    await send({ type: 'ComputeFindings', data: { case: file.case } })
    await send(await rulingOn(service, '26-0001'))
    await settled()
    expect((await caseState('26-0001')).status).toBe('effect-refused')
    expect((await events('case-26-0001')).at(-1)).toMatchObject({
      type: 'CaseEffectRefused',
      data: { code: 'practiceAddress.worldMoved', params: { stands: inHerning.text } },
    })
  })

  test('a hearing lapses the day after its last day, never on it, and then the case is heard', async () => {
    const { send, settled, caseState, reactors, setToday } = service
    await send(openCase({ id: '26-0001' }))
    await settled()
    const { file } = await caseState('26-0001')
    const [municipality] = file.involved
    if (municipality === undefined) throw new Error('nobody is involved')
    const hearing = { case: file.case, municipality, round: 1 }
    await send({ type: 'SendConsultation', data: { ...hearing, questions: '' } })
    const stream = `consultation-26-0001.${municipality}.1`
    // 2026-11-22 and 21 days is Sunday 2026-12-13, so Monday the 14th is the last day.
    setToday('2026-12-14')
    await reactors.tick(on('2026-12-14'))
    await settled()
    expect(await types(stream)).toEqual(['ConsultationSent'])
    setToday('2026-12-15')
    await reactors.tick(on('2026-12-15'))
    await reactors.tick(on('2026-12-15'))
    await settled()
    expect(await types(stream)).toEqual(['ConsultationSent', 'ConsultationClosedWithoutAnswer'])
    const heardCase = await caseState('26-0001')
    expect(heardCase.status).toBe('heard')
    expect(heardCase.file.findings?.findings.find(({ rule }) => rule === 'R-38')).toMatchObject({
      outcome: 'pass',
      params: { noResponse: ['0661'] },
    })
    await send({
      ...supports(hearing),
      data: { ...supports(hearing).data, position: 'object', text: 'Nej', cameBy: 'mail' },
    })
    expect((await service.events(stream)).at(-1)).toMatchObject({ data: { late: true, answeredOn: '2026-12-15' } })
  })

  test('a correction that involves another municipality opens a second round', async () => {
    const { send, settled, caseState } = service
    await send(openCase({ id: '26-0001' }))
    await settled()
    await hear(service, '26-0001')
    const { file } = await caseState('26-0001')
    if (file.subject.type !== 'A3') throw new Error('not a relocation')
    const correction = { field: 'to' as const, old: file.subject.to, new: inHerning }
    await send({ type: 'CorrectCaseInformation', data: { case: file.case, correction, reason: 'Ny adresse oplyst' } })
    await settled()
    const again = await caseState('26-0001')
    expect(again.status).toBe('checked')
    expect(again.file).toMatchObject({ round: 2, involved: ['0657', '0661'] })
    expect(needingReason(again.file.findings?.findings ?? []).map(({ rule }) => rule)).toEqual(['R-02', 'R-05', 'R-18'])
  })
})

describe('rulings of one committee', () => {
  test('at the same moment: one number each, and the second sees the first’s effect in its findings', async () => {
    const { send, settled, caseState, events } = service
    for (const [id, clinic] of [
      ['26-0001', 1],
      ['26-0002', 2],
    ] as const) {
      await send(openCase({ id, clinic, to: { ...newPlace, text: `Lægårdvej ${clinic}` } }))
      await settled()
      await hear(service, id)
    }
    const [first, second] = [await rulingOn(service, '26-0001'), await rulingOn(service, '26-0002')]
    expect(second.data.docketRevision).toBe(-1)
    const outcomes = await Promise.allSettled([send(first), send(second)])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.map(({ reason }) => reason.code)).toEqual(['docket.staleFindings'])
    await settled()
    const late = outcomes[0]?.status === 'fulfilled' ? '26-0002' : '26-0001'
    const { file } = await caseState(late)
    expect(file.findings?.docketRevision).toBe(0)
    await send(await rulingOn(service, late))
    await settled()
    const rulings = await events(`docket-${region}`)
    expect(rulings.map(({ data }) => 'number' in data && data.number)).toEqual(['2026-0001', '2026-0002'])
    expect((await caseState('26-0001')).status).toBe('applied')
    expect((await caseState('26-0002')).status).toBe('applied')
  })

  test('a second move of the same clinic is found out by the findings and refused until they are shown', async () => {
    const { send, settled, caseState } = service
    await send(openCase({ id: '26-0001', to: inHerning }))
    await send(openCase({ id: '26-0002', to: newPlace }))
    await settled()
    await hear(service, '26-0001')
    await hear(service, '26-0002')
    const stale = await rulingOn(service, '26-0002')
    await send(await rulingOn(service, '26-0001'))
    await expect(send(stale)).rejects.toMatchObject({ code: 'docket.staleFindings' })
    await settled()
    // The fresh findings have seen what the first ruling did: the clinic is no longer where the second case says.
    const { file } = await caseState('26-0002')
    const unknown = file.findings?.findings.filter(({ missing }) => missing.includes('currentAddress')) ?? []
    expect(unknown.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['R-02', 'needs-information'],
      ['R-05', 'needs-information'],
    ])
    // Granted all the same, the move itself is refused.
    await send(await rulingOn(service, '26-0002'))
    await settled()
    expect((await caseState('26-0002')).status).toBe('effect-refused')
  })

  test('a ruling sent twice with one id is made once; with another id the case is ruled already', async () => {
    const { send, settled, events } = service
    await send(openCase({ id: '26-0001' }))
    await settled()
    await hear(service, '26-0001')
    const ruling = await rulingOn(service, '26-0001')
    const commandId = '7f8a0f8e-52a4-4a34-9f0e-0d4dbb3b4a11'
    const first = await send(ruling, { commandId })
    await settled()
    expect(await send(ruling, { commandId })).toEqual(first)
    expect((await send(ruling)).events).toEqual([])
    const other = { ...ruling, data: { ...ruling.data, reasons: 'Andre grunde' } }
    await expect(send(other)).rejects.toMatchObject({ code: 'docket.alreadyRuled' })
    expect(await events(`docket-${region}`)).toHaveLength(1)
  })

  test('findings that changed since they were shown are shown first', async () => {
    const { send, settled, caseState } = service
    await send(openCase({ id: '26-0001' }))
    await settled()
    await hear(service, '26-0001')
    const ruling = await rulingOn(service, '26-0001')
    await send({
      type: 'ChangeParameter',
      data: {
        region,
        effectiveFrom: on('2024-01-01'),
        ruleSet: 'OK-2024',
        key: 'noticeDays',
        to: 365,
        reason: 'Prøve',
      },
    })
    await settled()
    await expect(send(ruling)).rejects.toMatchObject({ code: 'docket.findingsChanged', params: { rules: ['R-05'] } })
    await send({ type: 'ComputeFindings', data: { case: ruling.data.case } })
    expect((await caseState('26-0001')).file.findings?.findings.find(({ rule }) => rule === 'R-05')?.outcome).toBe(
      'breach',
    )
    await expect(send(ruling)).rejects.toMatchObject({ code: 'docket.reasonsMissing', params: { rules: ['R-05'] } })
    await send(await rulingOn(service, '26-0001'))
  })

  test('disagreement refers the case, and a demand is taken through the fourteenth day', async () => {
    const { send, settled, caseState, setToday } = service
    await send(openCase({ id: '26-0001' }))
    await send(openCase({ id: '26-0002', clinic: 2 }))
    await settled()
    await hear(service, '26-0001')
    await hear(service, '26-0002')
    const participants = { regional: 2, municipal: 2, physiotherapists: 4 }
    const { file } = await caseState('26-0001')
    await send({
      type: 'RecordDisagreement',
      data: { committee: region, case: file.case, sides: 'Kommunerne imod', participants },
    })
    await settled()
    expect((await caseState('26-0001')).status).toBe('referred')
    const ruling = await rulingOn(service, '26-0002')
    await send(ruling)
    await settled()
    setToday('2026-12-07')
    const demand = (receivedOn: string) => ({
      type: 'DemandReferral' as const,
      data: { committee: region, case: ruling.data.case, by: 'Danske Fysioterapeuter', receivedOn: on(receivedOn) },
    })
    await expect(send(demand('2026-12-07'))).rejects.toMatchObject({
      code: 'docket.referralTooLate',
      params: { until: '2026-12-06' },
    })
    await send(demand('2026-12-06'))
    await settled()
    expect((await caseState('26-0002')).status).toBe('referred')
  })
})

describe('reactors', () => {
  test('a second set on the same log adds nothing', async () => {
    const { send, settled } = service
    await send(openCase({ id: '26-0001' }))
    await settled()
    await hear(service, '26-0001')
    await send(await rulingOn(service, '26-0001'))
    await settled()
    const streams = ['case-26-0001', `docket-${region}`, 'practiceAddress-adresse-1']
    const before = await Promise.all(streams.map(types))
    const end = new AbortController()
    const second = service.secondReactors(end.signal)
    await second.settled()
    end.abort()
    await second.stopped
    expect(await Promise.all(streams.map(types))).toEqual(before)
  })

  test('what a crash left undone is done at the next start', async () => {
    const crashed = await running('2026-11-22', { reacting: false })
    try {
      await register(crashed)
      const { send, caseState, secondReactors, events } = crashed
      const open = openCase({ id: '26-0001' })
      const id = open.data.case
      await send(open)
      await send({ type: 'ComputeFindings', data: { case: id } })
      const involved = [oldPlace.municipality].filter((code) => code !== null)
      await send({ type: 'ProposeConsultation', data: { case: id, involved, round: 1 } })
      for (const municipality of involved) {
        const hearing = { case: id, municipality, round: 1 }
        await send({ type: 'SendConsultation', data: { ...hearing, questions: '' } })
        await send(supports(hearing))
      }
      await send({ type: 'MarkHeard', data: { case: id, round: 1 } })
      await send({ type: 'ComputeFindings', data: { case: id } })
      await send(await rulingOn(crashed, '26-0001'))
      expect((await caseState('26-0001')).status).toBe('heard')
      const end = new AbortController()
      const reactors = secondReactors(end.signal)
      await reactors.settled()
      end.abort()
      await reactors.stopped
      expect((await caseState('26-0001')).status).toBe('applied')
      expect(
        (await events('practiceAddress-adresse-1')).filter(({ type }) => type === 'PracticeAddressMoved'),
      ).toHaveLength(1)
    } finally {
      await crashed.stop()
    }
  })
})
