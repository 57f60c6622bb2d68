import { describe, expect, test } from 'vitest'
import { asOf, moment } from '#service/projections/bitemporal'
import { address, at, clinicIn, moved, viewsOf } from '../queries/register.ts'
import { eventIdOf, type Given } from './givenEvents.ts'

const base = clinicIn('skanderborg', 'k-1', '100001')
const stream = 'practiceAddress-a-k-1'

function places(given: readonly Given[], on: string, known = 'now') {
  const { views } = viewsOf(given)
  const rows = views
    .statement<{ role: string; municipality: string; lng: number; accessibility: string | null; inputs: string }>(
      `SELECT a.role, a.municipality, a.lng, a.accessibility, a.inputs FROM practice_address a WHERE ${asOf('a')} ORDER BY a.role`,
    )
    .all(moment(at(on, known)))
  views.close()
  return rows.map(({ role, municipality }) => `${role} ${municipality}`)
}

const voided = (corrects: string): Given => ({
  type: 'PracticeAddressVoided',
  stream,
  from: '2026-05-01',
  recordedAt: '2026-05-01T10:00:00.000Z',
  corrects,
  data: { reason: 'Never moved' },
})

describe('an address that moves', () => {
  const move = {
    ...moved('k-1', 'skanderborg', 'aarhus', '2026-03-01', '2026-04-01'),
    recordedAt: '2026-02-01T10:00:00.000Z',
  }
  const moveId = eventIdOf(base.length + 1)

  test('is in both places through the overlap, and in the new one after it', () => {
    const given = [...base, move]
    expect(places(given, '2026-02-28')).toEqual(['current 0746'])
    expect(places(given, '2026-03-01')).toEqual(['current 0751', 'previous 0746'])
    expect(places(given, '2026-03-31')).toEqual(['current 0751', 'previous 0746'])
    expect(places(given, '2026-04-01')).toEqual(['current 0751'])
  })

  test('never moved, once the move is void; what was believed before stays on record', () => {
    const given = [...base, move, voided(moveId)]
    expect(places(given, '2026-03-15')).toEqual(['current 0746'])
    expect(places(given, '2026-03-15', '2026-04-30T22:00:00.000Z')).toEqual(['current 0751', 'previous 0746'])
  })

  test('moved after all, once the void is void', () => {
    const given = [...base, move, voided(moveId), voided(eventIdOf(base.length + 2))]
    expect(places(given, '2026-03-15')).toEqual(['current 0751', 'previous 0746'])
  })

  test('an earlier move that becomes known late fills its own time only', () => {
    const late = { ...moved('k-1', 'skanderborg', 'holstebro', '2020-01-01'), recordedAt: '2026-02-02T10:00:00.000Z' }
    const given = [...base, move, late]
    expect(places(given, '2019-12-31')).toEqual(['current 0746'])
    expect(places(given, '2020-01-01')).toEqual(['current 0661'])
    expect(places(given, '2026-04-01')).toEqual(['current 0751'])
    expect(places(given, '2020-01-01', '2026-02-01T12:00:00.000Z')).toEqual(['current 0746'])
  })

  test('ends when it was opened for a time, and when it is closed', () => {
    const closed: Given = { type: 'PracticeAddressClosed', stream, from: '2025-01-01', data: { reason: 'Gone' } }
    expect([places([...base, closed], '2024-12-31'), places([...base, closed], '2025-01-01')]).toEqual([
      ['current 0746'],
      [],
    ])
    const extra: Given = {
      type: 'PracticeAddressOpened',
      stream: 'practiceAddress-extra',
      from: '2021-01-01',
      data: { addressId: 'extra', clinic: 'k-1', kind: 'extra', address: address('aarhus'), until: '2022-01-01' },
    }
    expect([places([...base, extra], '2021-12-31'), places([...base, extra], '2022-01-01')]).toEqual([
      ['current 0746', 'current 0751'],
      ['current 0746'],
    ])
  })
})

test('a better point is no move: the place and its history stay, and the row names both events', () => {
  const better: Given = {
    type: 'AddressGeocodeCorrected',
    stream,
    from: '2005-01-01',
    data: { old: [9.93, 56.04], new: [9.94, 56.05], certainty: 'confirmed', reason: 'Register' },
  }
  const { views } = viewsOf([...base, better])
  const rows = views
    .statement<{ lng: number; text: string; certainty: string; inputs: string }>(
      `SELECT * FROM practice_address a WHERE ${asOf('a')}`,
    )
    .all(moment(at('2010-01-01')))
  expect(rows).toMatchObject([{ lng: 9.94, certainty: 'confirmed', text: 'Vej 1, skanderborg' }])
  expect(JSON.parse(rows[0]?.inputs ?? '[]')).toEqual([eventIdOf(base.length), eventIdOf(base.length + 1)])
})

describe('a provider number', () => {
  const provider = 'providerNumber-100001'
  const holders = (given: readonly Given[], on: string) => {
    const { views } = viewsOf([...base, ...given])
    const rows = views
      .statement<{ holder: string }>(`SELECT p.holder FROM provider p WHERE ${asOf('p')}`)
      .all(moment(at(on)))
    views.close()
    return rows.map(({ holder }) => holder)
  }
  const transferred = (newNumber: string, shareHundredths: number): Given => ({
    type: 'ProviderNumberTransferred',
    stream: provider,
    from: '2020-05-01',
    data: { fromHolder: 'p-100001', toHolder: 'q', newNumber, shareHundredths, formReceivedOn: '2020-03-31' },
  })

  test('has a new holder from the day of the transfer', () => {
    expect([
      holders([transferred('100001', 100)], '2020-04-30'),
      holders([transferred('100001', 100)], '2020-05-01'),
    ]).toEqual([['p-100001'], ['q']])
  })

  test('is no more when the whole of it went to a new number, and goes on when a part did', () => {
    expect(holders([transferred('100002', 100)], '2020-05-01')).toEqual([])
    expect(holders([transferred('100002', 40)], '2020-05-01')).toEqual(['p-100001'])
  })
})
