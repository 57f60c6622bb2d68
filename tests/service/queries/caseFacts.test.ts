import { describe, expect, test } from 'vitest'
import { CaseId } from '#events/identifiers'
import { supposing } from '#service/projections/views'
import { caseFacts } from '#service/queries/caseFacts'
import { log } from '../projections/givenEvents.ts'
import { address, at, clinicIn, moved, relocationCase, viewsOf, world } from './register.ts'

const id = CaseId.parse('26-0147')

function facts(wantedFrom: string, until = wantedFrom, to: 'aarhus' | 'skanderborg' = 'aarhus') {
  const { views, events } = viewsOf([
    ...clinicIn('skanderborg', 'k-1', '100001'),
    ...clinicIn('aarhus', 'k-2', '100002'),
    relocationCase('26-0147', { clinic: 'k-1', from: 'skanderborg', to, wantedFrom, until, receivedOn: '2016-01-04' }),
  ])
  const changed = supposing(views, log([moved('k-1', 'skanderborg', to, wantedFrom, until)], events))
  return caseFacts(views, changed, id, at(wantedFrom), world)
}

describe('facts of a relocation', () => {
  test('before 2024 all hours of the clinic leave one municipality and come to the other (R-02: -55 h, +55 h)', () => {
    const { relocation } = facts('2016-06-01')
    expect(relocation?.capacity).toMatchObject({ regime: 'HOURS', amount: 550 })
    expect(relocation?.municipalities).toEqual([
      { code: '0746', before: 550, after: 0 },
      { code: '0751', before: 550, after: 1100 },
    ])
  })

  test('in 2026 the same move is counted in units', () => {
    const { relocation } = facts('2026-06-01')
    expect(relocation?.capacity).toMatchObject({
      regime: 'KR_PER_CLINIC',
      amount: 430,
      bySpecialty: [
        { specialty: '51', amount: 240 },
        { specialty: '62', amount: 190 },
      ],
    })
    expect(relocation?.municipalities).toEqual([
      { code: '0746', before: 430, after: 0 },
      { code: '0751', before: 430, after: 860 },
    ])
  })

  test('a move inside a municipality changes no municipality', () => {
    expect(facts('2026-06-01', '2026-06-01', 'skanderborg').relocation?.municipalities).toEqual([])
  })

  test('both places count through a granted overlap, each with its period (R-03)', () => {
    const periods = facts('2026-06-01', '2026-07-01').relocation?.addressesAfter.map(({ address: place, period }) => ({
      text: place.text,
      ...period,
    }))
    expect(periods).toEqual([
      { text: 'Vej 1, aarhus', from: '2026-06-01', to: null },
      { text: 'Vej 1, skanderborg', from: '2026-06-01', to: '2026-07-01' },
    ])
  })

  test('every fact names the events that it comes from', () => {
    const { caseInputs, relocation } = facts('2026-06-01')
    expect(caseInputs).toHaveLength(1)
    expect(relocation?.capacity.inputs.length).toBeGreaterThanOrEqual(4)
    expect(relocation?.addressesAfter.every(({ inputs }) => inputs.length > 0)).toBe(true)
  })

  test('the distance is metres along a great circle, and unknown without both points', () => {
    expect(facts('2026-06-01').relocation?.distanceM).toBeGreaterThan(15_000)
    expect(facts('2026-06-01').relocation?.distanceM).toBeLessThan(25_000)
  })
})

describe('the worked replay (events.md section 5)', () => {
  const opened = {
    type: 'CaseOpened' as const,
    stream: 'case-26-0147',
    from: '2026-03-31',
    recordedAt: '2026-03-31T10:00:00.000Z',
    data: {
      case: '26-0147',
      number: '26/0147',
      region: '1082',
      subject: {
        type: 'A2',
        provider: '100001',
        fromHolder: 'p-100001',
        toHolder: 'q',
        shareHundredths: 60,
        newNumber: null,
        schools: [],
        place: null,
      },
      applicant: 'q',
      receivedOn: '2026-03-31',
      wantedFrom: '2026-05-01',
    },
  }
  const corrected = {
    type: 'CaseInformationCorrected' as const,
    stream: 'case-26-0147',
    from: '2026-04-02',
    recordedAt: '2026-04-02T09:00:00.000Z',
    data: {
      correction: { field: 'receivedOn', old: '2026-03-31', new: '2026-04-01' },
      reason: 'The form came a day later',
    },
  }

  test('for one date, what was known before the correction and after it differ', () => {
    const { views } = viewsOf([...clinicIn('holstebro', 'k-1', '100001'), opened, corrected])
    const seen = (known: string) => caseFacts(views, supposing(views, []), id, at('2026-05-01', known), world)
    expect(seen('2026-04-01T21:59:59.999Z').receivedOn).toBe('2026-03-31')
    expect(seen('2026-04-03T21:59:59.999Z').receivedOn).toBe('2026-04-01')
    expect(seen('2026-04-03T21:59:59.999Z').caseInputs).toHaveLength(2)
    expect(() => seen('2026-03-30T21:59:59.999Z')).toThrow('26-0147')
  })

  test('shares after the transfer make the whole, and more than the whole when too much is asked for', () => {
    const { views, and } = viewsOf([...clinicIn('holstebro', 'k-1', '100001'), opened])
    expect(caseFacts(views, supposing(views, []), id, at('2026-05-01'), world).transfer?.sharesHundredths).toEqual([
      40, 60,
    ])
    and([
      {
        type: 'NumberShareSet',
        stream: 'providerNumber-100001',
        from: '2026-01-01',
        data: {
          shares: [
            { holder: 'p-100001', shareHundredths: 50 },
            { holder: 'r', shareHundredths: 50 },
          ],
        },
      },
    ])
    expect(caseFacts(views, supposing(views, []), id, at('2026-05-01'), world).transfer?.sharesHundredths).toEqual([
      50, 60,
    ])
  })
})

test('a correction of the new address changes what the case is about, from then on known', () => {
  const given = relocationCase('26-0147', {
    clinic: 'k-1',
    from: 'skanderborg',
    to: 'aarhus',
    wantedFrom: '2026-06-01',
  })
  const { views } = viewsOf([
    ...clinicIn('skanderborg', 'k-1', '100001'),
    given,
    {
      type: 'CaseInformationCorrected',
      stream: 'case-26-0147',
      from: '2026-04-02',
      recordedAt: '2026-04-02T09:00:00.000Z',
      data: { correction: { field: 'to', old: address('aarhus'), new: address('holstebro') }, reason: 'Wrong form' },
    },
  ])
  const to = (known: string) =>
    caseFacts(views, supposing(views, []), id, at('2026-06-01', known), world).relocation?.to.municipality
  expect([to('2026-04-01T12:00:00.000Z'), to('now')]).toEqual(['0751', '0661'])
})
