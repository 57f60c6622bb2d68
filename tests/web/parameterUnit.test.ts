import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf } from '#events/parameterBounds'
import { type ParameterKey, PlanParameters } from '#events/planParameters'
import { sayable, sayParameter } from '#events/say/sayable'
import { ok2024, type RuleSet, rm2015 } from '#service/rules/ruleSets'
import { readTyped, stepOf, typedOf } from '../../web/pages/rules/parameterUnit.ts'
import { compared, progressOf } from '../../web/pages/rules/planParameter.ts'
import { midtjylland } from '../service/rules/facts.ts'

const keys = Object.keys(PlanParameters.shape) as ParameterKey[]
const read = (key: ParameterKey, typed: string) => readTyped(key, boundsOf(key), typed)

describe('a parameter typed by a person', () => {
  test('is stored in its own step, with either decimal mark', () => {
    expect(read('ridingMinHoursTenths', '10,5')).toEqual({ ok: true, value: 105 })
    expect(read('ridingMinHoursTenths', '10.1')).toEqual({ ok: true, value: 101 })
    expect(read('ridingMinHoursTenths', '10')).toEqual({ ok: true, value: 100 })
    expect(read('unit62Oere', '1000000')).toEqual({ ok: true, value: 100_000_000 })
    expect(read('unanimity', 'false')).toEqual({ ok: true, value: false })
    expect(read('ridingCountMode', 'school')).toEqual({ ok: true, value: 'school' })
  })

  test('is refused where it is nothing, no number, finer than its step, or outside its bounds', () => {
    expect(read('caseDays', ' ')).toEqual({ ok: false, why: 'empty' })
    expect(read('caseDays', 'mange')).toEqual({ ok: false, why: 'number' })
    expect(read('unit62Oere', '1.000.000')).toEqual({ ok: false, why: 'number' })
    expect(read('caseDays', '21,5')).toEqual({ ok: false, why: 'finer' })
    expect(read('ridingMinHoursTenths', '10,05')).toEqual({ ok: false, why: 'finer' })
    expect(read('caseDays', '0')).toEqual({ ok: false, why: 'outside' })
    expect(read('caseDays', '366')).toEqual({ ok: true, value: 366 })
    expect(read('caseDays', '367')).toEqual({ ok: false, why: 'outside' })
    expect(read('noticeDays', '-1')).toEqual({ ok: false, why: 'outside' })
    expect(read('ridingCountMode', 'both')).toEqual({ ok: false, why: 'outside' })
  })

  test('every parameter of a rule set is written so that it is read back as it was', () => {
    const { parameters } = ok2024(midtjylland)
    for (const key of keys)
      for (const mark of [',', '.'] as const)
        expect([key, read(key, typedOf(key, parameters[key], mark))]).toEqual([
          key,
          { ok: true, value: parameters[key] },
        ])
  })

  test('every number within its bounds is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.integer({ min: 0, max: 1_000_000 }), (key, value) => {
        const bounds = boundsOf(key)
        if (bounds.kind !== 'number' || value < bounds.min || (bounds.max !== null && value > bounds.max)) return
        expect(read(key, typedOf(key, value, ','))).toEqual({ ok: true, value })
      }),
    )
  })

  test('the step it is typed in is the step it is said in', () => {
    for (const key of keys) {
      const { divisor, decimals } = stepOf(key)
      if (boundsOf(key).kind !== 'number') continue
      const said = sayParameter(key, divisor * 7, 'en').replace(/[^\d.]/g, '')
      expect([key, Number.parseFloat(said)]).toEqual([key, 7])
      expect([key, said.split('.').filter(Boolean)[1]?.length ?? 0]).toEqual([key, decimals])
    }
  })
})

describe('the bounds of a parameter', () => {
  test('are read from its schema', () => {
    expect(boundsOf('caseDays')).toEqual({ kind: 'number', min: 1, max: 366 })
    expect(boundsOf('toleranceHoursTenths')).toEqual({ kind: 'number', min: 0, max: null })
    expect(boundsOf('extraAddressRole')).toEqual({ kind: 'choice', options: ['approve', 'notify'] })
    expect(boundsOf('noticeRule')).toMatchObject({ kind: 'choice' })
    expect(boundsOf('unanimity')).toEqual({ kind: 'yes-no' })
    expect(boundsOf('countyCutoff')).toEqual({ kind: 'date' })
    expect(boundsOf('firstHalfDue')).toEqual({ kind: 'month-and-day' })
    for (const key of keys) expect(boundsOf(key)).toBeDefined()
  })

  test('are said in a refusal with the value’s source, in the parameter’s own step', () => {
    const names = { municipality: (code: string) => code, region: (code: string) => code }
    const refusal = {
      key: 'smallBelowHoursTenths',
      to: -5,
      allowed: { kind: 'number', min: 0, max: null },
      source: { kind: 'SEED', id: 'S_SEED001', section: 'section 3' },
    }
    expect(sayable(refusal, names, 'en')).toMatchObject({
      to: '−0.5',
      allowed: '0.0 or more',
      source: expect.stringContaining('Region Midtjylland 2015, section 3'),
    })
    expect(sayable({ key: 'unanimity', old: 'true', new: 'false' }, names, 'da')).toMatchObject({
      old: 'ja',
      new: 'nej',
    })
  })
})

describe('two rule sets line by line', () => {
  const one = (key: string, value: number, kind: 'SEED' | 'ASSUMPTION' | 'DECISION' = 'SEED') => ({
    key,
    value,
    source: { kind, id: 'x' },
    rules: [],
    decisions: 0,
  })

  test('a parameter that differs or that one side lacks is marked', () => {
    const lines = compared(
      { parameters: [one('a', 1), one('b', 2)], on: '2026-01-01' },
      { parameters: [one('b', 2), one('a', 3), one('c', 4)], on: '2026-01-01' },
    )
    expect(lines.map(({ key, relation }) => [key, relation])).toEqual([
      ['a', 'differs'],
      ['b', 'same'],
      ['c', 'onlyRight'],
    ])
    expect(lines[2]?.left).toBeNull()
  })

  test('a value that no rule of a set reads is in the other one only, though both hold the same figure', () => {
    const side = (set: RuleSet, on: string) => ({
      parameters: Object.entries(set.parameters).map(([key, value]) => ({ ...one(key, 0), value })),
      on,
    })
    const between = (on: string) => {
      const lines = compared(side(rm2015, on), side(ok2024(midtjylland), '2024-01-01'))
      return (key: ParameterKey) => lines.find((line) => line.key === key)
    }
    const in2016 = between('2016-01-01')
    // A unit in kroner came with the agreement of 2024; ceilings on turnover lapsed with it (S_NYOK, S_KAP).
    expect(in2016('unit62Oere')).toMatchObject({ relation: 'onlyRight', left: { idle: { why: 'hours' } } })
    expect(in2016('ceilingBasisPercent')).toMatchObject({ relation: 'onlyLeft', right: { idle: { why: 'kroner' } } })
    expect(in2016('pool62Oere')).toMatchObject({ relation: 'onlyRight', left: { idle: { why: 'noPool' } } })
    expect(in2016('ridingMinHoursTenths')?.relation).toBe('same')
    // The owner's number of clinics is limited for acquisitions from 2023-09-22 on (S_EJER).
    expect(in2016('maxClinicsPerOwner')).toMatchObject({ left: { idle: { why: 'later', from: '2023-09-22' } } })
    expect(between('2023-09-22')('maxClinicsPerOwner')?.relation).toBe('same')
  })

  test('progress counts what had no public source, and of it what the region decided', () => {
    expect(progressOf([one('a', 1), one('b', 1, 'ASSUMPTION'), one('c', 1, 'DECISION')])).toEqual({
      decided: 1,
      all: 2,
    })
  })
})
