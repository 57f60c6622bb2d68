import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RegionCode } from '#events/identifiers'
import { responsibleRegion } from '#service/gather'
import { loadGeography } from '#service/geography'
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

  test('the region itself while it exists, then the one that replaces it', () => {
    const { areas } = loadGeography()
    const hovedstaden = RegionCode.parse('1084')
    expect(responsibleRegion(areas, hovedstaden, on('2026-12-31'))).toBe('1084')
    expect(responsibleRegion(areas, hovedstaden, on('2027-01-01'))).toBe('ost')
    expect(responsibleRegion(areas, RegionCode.parse('1082'), on('2027-01-01'))).toBe('1082')
  })

  test('without a rule set on the date nothing is judged, and the case stays as it was received', async () => {
    const { send, settled, caseState } = service
    const open = openCase({ id: '26-0001', wantedFrom: '2015-09-08' })
    await send(open)
    await settled()
    expect((await caseState('26-0001')).status).toBe('received')
    await expect(send({ type: 'ComputeFindings', data: { case: open.data.case } })).rejects.toMatchObject({
      code: 'case.noRuleSet',
      params: { wantedFrom: '2015-09-08' },
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
