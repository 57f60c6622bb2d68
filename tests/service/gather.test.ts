import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EventId } from '#events/envelope'
import { RegionCode } from '#events/identifiers'
import { ruleSets } from '#service/rules/ruleSets'
import { on } from '../given.ts'
import { address } from './rules/facts.ts'
import { openCase, type Running, register, running } from './running.ts'

let service: Running

beforeEach(async () => {
  service = await running()
  await register(service)
})
afterEach(async () => {
  await service.stop()
})

describe('what a decision is told', () => {
  test('a case that takes effect after the merger is judged by the new region’s rule set', async () => {
    const { send, settled, caseState } = service
    const sjaelland = RegionCode.parse('1085')
    for (const ruleSet of ruleSets.filter(({ region }) => region === sjaelland || region === 'ost'))
      await send({ type: 'PublishRuleSet', data: ruleSet })
    const open = openCase({ id: '26-0001', from: address('0253', 'Greve Torv 1'), to: address('0253', 'Strandvej 2') })
    for (const [id, wantedFrom, expected] of [
      ['26-0001', '2026-12-31', 'R-41.sameRegion'],
      ['26-0002', '2027-01-01', 'R-41.merged'],
    ] as const) {
      const { subject } = open.data
      const change = { case: openCase({ id }).data.case, region: sjaelland, wantedFrom: on(wantedFrom) }
      await send({
        type: 'OpenCase',
        data: { ...open.data, ...change, subject: { ...subject, previousUntil: on(wantedFrom) } as typeof subject },
      })
      await settled()
      const { findings } = (await caseState(id)).file
      expect(findings?.ruleSet).toBe('OK-2024')
      expect(findings?.findings.find(({ rule }) => rule === 'R-41')?.code).toBe(expected)
    }
  })

  test('a date before the register begins is refused by name, at the opening and at a correction', async () => {
    const { send, caseState } = service
    const refused = { code: 'case.beforeRuleSets', params: { wantedFrom: '2015-09-08', firstDay: '2015-09-09' } }
    await expect(send(openCase({ id: '26-0001', wantedFrom: '2015-09-08' }))).rejects.toMatchObject(refused)
    const open = openCase({ id: '26-0002', wantedFrom: '2015-09-09' })
    await send(open)
    const correction = { field: 'wantedFrom' as const, old: on('2015-09-09'), new: on('2015-09-08') }
    await expect(
      send({ type: 'CorrectCaseInformation', data: { case: open.data.case, correction, reason: 'Tastefejl' } }),
    ).rejects.toMatchObject(refused)
    expect((await caseState('26-0002')).file.wantedFrom).toBe('2015-09-09')
  })

  test('a date that two rule sets claim is refused by name', async () => {
    const { send, store, settled, events } = service
    // No command can write it: a log from elsewhere can hold it.
    const own = await events('plan-1082')
    const first = own.find(({ type }) => type === 'RuleSetPublished')
    if (first === undefined) throw new Error('no rule set was published')
    const { stream: _, position: __, ...event } = { ...first, id: EventId.parse(randomUUID()) }
    const data = { ...event.data, ruleSet: 'ANDEN', until: null }
    await store.append('plan-1082', [{ ...event, data, effectiveFrom: on('2026-06-01') }], own.length - 1)
    await settled()
    await expect(send(openCase({ id: '26-0001', wantedFrom: '2027-03-01' }))).rejects.toMatchObject({
      code: 'case.twoRuleSets',
      params: { wantedFrom: '2027-03-01', ruleSets: ['ANDEN', 'OK-2024'] },
    })
    await send(openCase({ id: '26-0002', wantedFrom: '2026-05-31' }))
  })

  test('without any rule set of the region nothing is judged, and the case stays as it was received', async () => {
    const { send, settled, caseState } = service
    const open = openCase({ id: '26-0001' })
    const region = RegionCode.parse('1081')
    await send({ ...open, data: { ...open.data, region } })
    await settled()
    expect((await caseState('26-0001')).status).toBe('received')
    await expect(send({ type: 'ComputeFindings', data: { case: open.data.case } })).rejects.toMatchObject({
      code: 'case.noRuleSet',
      params: { wantedFrom: '2027-03-01' },
    })
  })

  test('the first day of the plan is judged in hours, by the plan', async () => {
    const { send, settled, caseState } = service
    await send(openCase({ id: '26-0001', wantedFrom: '2015-09-09', to: address('0657', 'Bredgade 1') }))
    await settled()
    const { findings } = (await caseState('26-0001')).file
    expect(findings?.ruleSet).toBe('RM-2015')
    const { measured } = findings?.findings.find(({ rule }) => rule === 'R-02') ?? { measured: [] }
    expect(measured.map(({ value, unit }) => [value, unit])).toEqual([
      [370, 'hoursTenths'],
      [-370, 'hoursTenths'],
    ])
  })
})
