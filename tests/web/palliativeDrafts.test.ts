import { describe, expect, it } from 'vitest'
import { commands } from '#api/contract'
import { budgeting, joining, surveying, wholeOrNone } from '../../web/pages/municipalities/palliativeDrafts.ts'

const today = '2026-11-22'

function takes(type: (typeof commands)[number]['type'], body: object | null) {
  return commands.find((one) => one.type === type)?.body.safeParse({ region: '1084', ...body }).success
}

describe('the forms about palliative physiotherapy', () => {
  it('a therapist joins under a number; everything wrong is named at once', () => {
    const draft = { person: 'p-1', provider: '100001', training: 'unknown', radius: '30', from: today } as const
    const { value } = joining(draft, [])
    expect(value).toMatchObject({ trainingDone: null, homeRadiusKm: 30, place: null })
    expect(takes('JoinSection2Agreement', value)).toBe(true)
    const wrong = joining({ person: '', provider: '', training: 'yes', radius: '201', from: '' }, [])
    expect(wrong.problems.map(({ code }) => code)).toEqual(['provider', 'radius', 'from'])
    expect(joining({ ...draft, person: '' }, []).problems.map(({ code }) => code)).toEqual(['noHolder'])
    expect(joining(draft, ['p-1']).problems).toEqual([{ field: 'join-provider', code: 'alreadyMember' }])
  })

  it('a survey keeps what was not asked as unknown, and leaves out an area nobody asked about', () => {
    const draft = {
      surveyedOn: today,
      response: '',
      source: ' ',
      counts: { '1084': { providers: '60', accepting: '' } },
    }
    const { value } = surveying(draft, ['1084', '0400'], today)
    expect(value?.counts).toEqual([{ area: '1084', providers: 60, accepting: null }])
    expect(value).toMatchObject({ responsePercent: null, source: null })
    expect(takes('RecordSupplySurvey', value)).toBe(true)
    const wrong = surveying(
      { surveyedOn: '2026-11-23', response: '101', source: '', counts: { '0400': { providers: '2', accepting: '3' } } },
      ['1084', '0400'],
      today,
    )
    expect(wrong.problems.map(({ field, code }) => [field, code])).toEqual([
      ['survey-on', 'surveyInFuture'],
      ['survey-response', 'response'],
      ['survey-accepting-0400', 'moreAccepting'],
    ])
    expect(surveying({ ...draft, counts: {} }, ['1084'], today).problems.map(({ code }) => code)).toEqual([
      'nothingCounted',
    ])
  })

  it('a budget has its amounts in øre, and an empty line is no zero', () => {
    const draft = { year: '2029', items: { serviceCost: '2.330.000', themeDay: '0' }, source: '' }
    const { value } = budgeting(draft, today)
    expect(value?.items.find(({ item }) => item === 'serviceCost')?.oere).toBe(233_000_000)
    expect(value?.items.find(({ item }) => item === 'themeDay')?.oere).toBe(0)
    expect(value?.items.find(({ item }) => item === 'startUp')?.oere).toBeNull()
    expect(takes('SetPalliativeBudget', value)).toBe(true)
    const wrong = budgeting({ year: '1999', items: { serviceCost: '-1' }, source: '' }, today)
    expect(wrong.problems.map(({ code }) => code)).toEqual(['year', 'amount'])
    expect(budgeting({ ...draft, items: {} }, today).problems.map(({ code }) => code)).toEqual(['noAmounts'])
  })

  it('reads whole numbers as people write them', () => {
    expect(['', ' 1.000 ', '1 000', '0', '1,5', '-1', 'mange'].map(wholeOrNone)).toEqual([
      null,
      1000,
      1000,
      0,
      undefined,
      undefined,
      undefined,
    ])
  })
})
