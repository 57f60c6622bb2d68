import { describe, expect, test } from 'vitest'
import { capsView } from '#api/views/caps'
import { caps } from '#service/queries/caps'
import type { Given } from '../projections/givenEvents.ts'
import { at, clinicIn, publicScope, viewsOf, world } from './register.ts'

const params = { kind: 'region', grandfathering: 'on' } as const
const ask = (given: readonly Given[], asked: Partial<Parameters<typeof caps>[3]> = {}, on = '2026-06-01') =>
  capsView.response.parse(caps(viewsOf(given).views, at(on), publicScope, { ...params, ...asked }, world))

describe('caps by area and group', () => {
  test('what may be told of expected persons, by region', () => {
    const { areas, groups, minCell } = ask(clinicIn('holstebro', 'k1', '100001'))
    expect(minCell).toBe(5)
    expect(areas.map(({ code }) => code)).toEqual(['1081', '1082', '1083', '1084', '1085'])
    expect(groups.map(({ id }) => id)).toContain('connective-tissue')
    const midt = areas.find(({ code }) => code === '1082')
    const cell = (group: string) => midt?.cells.find((one) => one.group === group)
    // 1,383,261 inhabitants on 2026-01-01 (FOLK1A) x 10.3 per 100,000 = 142.5.
    expect(cell('osteogenesis-imperfecta')?.expected.prevalence).toEqual({ state: 'value', value: 142 })
    expect(cell('osteogenesis-imperfecta')?.expected.users).toEqual({ state: 'unknown', lacks: 'uptake' })
    expect(cell('osteogenesis-imperfecta')?.expected.observed).toEqual({ state: 'unknown', lacks: 'patientCount' })
    expect(cell('parkinson')?.expected.users.state).toBe('value')
    expect(midt?.physiotherapists).toBe(1)
  })
})
