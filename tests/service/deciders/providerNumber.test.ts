import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProviderNumberCommand } from '#api/commands/providerNumber'
import { ClinicId, PersonId, ProviderNumber } from '#events/identifiers'
import type { ProviderNumberEvent } from '#events/providerNumber'
import { valueOn } from '#service/deciders/dated'
import { Refusal } from '#service/deciders/decider'
import { providerNumber } from '#service/deciders/providerNumber'
import { addDays } from '#service/rules/calendar'
import { given, idAt, nothingKnown, on } from '../../given.ts'

const number = ProviderNumber.parse('000001')
const newNumber = ProviderNumber.parse('000002')
const [p, q] = [PersonId.parse('person-p'), PersonId.parse('person-q')]
const clinic = ClinicId.parse('klinik-1')
const registration = {
  number,
  holder: p,
  clinic,
  specialties: ['62' as const],
  status: 'owner' as const,
  origin: 'import' as const,
}
const registered: ProviderNumberEvent = {
  type: 'ProviderNumberRegistered',
  effectiveFrom: on('2010-01-01'),
  data: registration,
}
const hours = (hoursTenths: number, date: string): ProviderNumberEvent => ({
  type: 'HoursCapacityRegistered',
  effectiveFrom: on(date),
  data: { specialty: '62', hoursTenths },
})
const registerHours = (hoursTenths: number, date: string, specialty: '51' | '62' = '62') => ({
  type: 'RegisterHoursCapacity' as const,
  data: { number, effectiveFrom: on(date), specialty, hoursTenths },
})
const ceased: ProviderNumberEvent = {
  type: 'ProviderNumberCeased',
  effectiveFrom: on('2022-01-01'),
  data: { reason: 'Ophør', transferredTo: null },
}
const cease = (date: string) => ({
  type: 'CeaseProviderNumber' as const,
  data: { number, effectiveFrom: on(date), reason: 'Ophør', transferredTo: null },
})

describe('registering', () => {
  test('a number is unique over all time', () => {
    const register = (change: object = {}) => ({
      type: 'RegisterProviderNumber' as const,
      data: { ...registration, effectiveFrom: on('2010-01-01'), ...change },
    })
    given(providerNumber).when(register()).thenEvents(registered)
    given(providerNumber, registered)
      .when(register({ holder: q }))
      .thenRefused('providerNumber.taken', { number })
    given(providerNumber, registered, ceased)
      .when(register({ effectiveFrom: on('2023-01-01') }))
      .thenRefused('providerNumber.taken')
  })

  test('hours are registered through 2023-12-31 and not a day longer', () => {
    given(providerNumber, registered).when(registerHours(370, '2023-12-31')).thenEvents(hours(370, '2023-12-31'))
    given(providerNumber, registered)
      .when(registerHours(370, '2024-01-01'))
      .thenRefused('providerNumber.hoursAfterRegime', { lastDay: '2023-12-31' })
  })

  test('the day it was registered counts, the day before does not', () => {
    given(providerNumber, registered).when(registerHours(370, '2010-01-01')).thenEvents(hours(370, '2010-01-01'))
    given(providerNumber, registered)
      .when(registerHours(370, '2009-12-31'))
      .thenRefused('providerNumber.beforeRegistration', { registeredFrom: '2010-01-01' })
  })

  test('only for a specialty of the number, and only on a number that exists', () => {
    given(providerNumber, registered)
      .when(registerHours(370, '2012-01-01', '51'))
      .thenRefused('providerNumber.otherSpecialty')
    given(providerNumber).when(registerHours(370, '2012-01-01')).thenRefused('providerNumber.unknown')
  })

  test('the same hours on a later day say nothing new', () => {
    given(providerNumber, registered, hours(370, '2012-01-01')).when(registerHours(370, '2015-01-01')).thenNothing()
  })
})

describe('transferring', () => {
  const transfer = (shareHundredths: number, change: object = {}) => ({
    type: 'TransferProviderNumber' as const,
    data: {
      number,
      effectiveFrom: on('2020-05-01'),
      fromHolder: p,
      toHolder: q,
      newNumber,
      shareHundredths,
      formReceivedOn: on('2020-03-31'),
      ...change,
    },
  })
  const transferred = (shareHundredths: number, change: object = {}): ProviderNumberEvent => ({
    type: 'ProviderNumberTransferred',
    effectiveFrom: on('2020-05-01'),
    data: {
      fromHolder: p,
      toHolder: q,
      newNumber,
      shareHundredths,
      formReceivedOn: on('2020-03-31'),
      ...change,
    },
  })

  test('gives away no more than there is: capacity after is capacity before', () => {
    const third = ProviderNumber.parse('000003')
    given(providerNumber, registered).when(transfer(60)).thenEvents(transferred(60))
    given(providerNumber, registered, transferred(60))
      .when(transfer(40, { newNumber: third }))
      .thenEvents(transferred(40, { newNumber: third }))
    given(providerNumber, registered, transferred(60))
      .when(transfer(41, { newNumber: third }))
      .thenRefused('providerNumber.shareExceeded', { leftShareHundredths: 40 })
  })

  test('from the holder of the date, to somebody else, under a new number', () => {
    given(providerNumber, registered)
      .when(transfer(60, { fromHolder: q, toHolder: p }))
      .thenRefused('providerNumber.otherHolder', { holder: p })
    given(providerNumber, registered)
      .when(transfer(60, { toHolder: p }))
      .thenRefused('providerNumber.sameHolder')
    given(providerNumber, registered)
      .when(transfer(60, { newNumber: number }))
      .thenRefused('providerNumber.sameNumber')
  })

  test('shares given away never pass the whole, whatever is asked in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 12 }), (shares) => {
        const events: ProviderNumberEvent[] = [registered]
        for (const [index, share] of shares.entries()) {
          const command = transfer(share, { newNumber: ProviderNumber.parse(String(index + 10).padStart(6, '0')) })
          const { state } = given(providerNumber, ...events)
          try {
            events.push(...providerNumber.decide(command, state, nothingKnown))
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
        }
        const given_ = events.map((event) =>
          event.type === 'ProviderNumberTransferred' ? event.data.shareHundredths : 0,
        )
        expect(given_.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('ceasing', () => {
  test('refuses what comes on the day or after, and takes what was before', () => {
    given(providerNumber, registered).when(cease('2022-01-01')).thenEvents(ceased)
    given(providerNumber, registered, ceased)
      .when(registerHours(300, '2022-01-01'))
      .thenRefused('providerNumber.ceased', { ceasedFrom: '2022-01-01' })
    given(providerNumber, registered, ceased)
      .when(registerHours(300, '2021-12-31'))
      .thenEvents(hours(300, '2021-12-31'))
    given(providerNumber, registered, ceased).when(cease('2021-01-01')).thenRefused('providerNumber.ceased')
  })

  test('is refused before something that is already registered', () => {
    given(providerNumber, registered, hours(370, '2022-06-01'))
      .when(cease('2022-01-01'))
      .thenRefused('providerNumber.laterFacts', { from: '2022-06-01' })
  })
})

describe('changing', () => {
  test('status and clinic change once, from what stood on the date', () => {
    given(providerNumber, registered)
      .when({ type: 'ChangeCapacityStatus', data: { number, effectiveFrom: on('2015-01-01'), to: 'lessee' } })
      .thenEvents({
        type: 'CapacityStatusChanged',
        effectiveFrom: on('2015-01-01'),
        data: { from: 'owner', to: 'lessee' },
      })
    const to = ClinicId.parse('klinik-2')
    given(providerNumber, registered)
      .when({ type: 'ChangeClinic', data: { number, effectiveFrom: on('2015-01-01'), to } })
      .thenEvents({ type: 'ClinicChanged', effectiveFrom: on('2015-01-01'), data: { from: clinic, to } })
  })
})

describe('correcting', () => {
  const correct = (old: number, right: number, corrects = idAt(1)) => ({
    type: 'CorrectProviderNumber' as const,
    data: {
      number,
      effectiveFrom: on('2012-01-01'),
      corrects,
      change: { field: 'hoursTenths' as const, specialty: '62' as const, old, new: right },
      reason: 'Tastefejl',
    },
  })

  test('a wrong fact is a new event that names the old one; nothing is edited', () => {
    given(providerNumber, registered, hours(370, '2012-01-01'))
      .when(correct(370, 300))
      .thenEvents({
        type: 'ProviderNumberCorrected',
        effectiveFrom: on('2012-01-01'),
        data: { change: { field: 'hoursTenths', specialty: '62', old: 370, new: 300 }, reason: 'Tastefejl' },
        corrects: idAt(1),
      })
    given(providerNumber, registered, hours(370, '2012-01-01'))
      .when(correct(360, 300))
      .thenRefused('providerNumber.oldDiffers', { stands: 370 })
    given(providerNumber, registered, hours(370, '2012-01-01'))
      .when(correct(370, 300, idAt(7)))
      .thenRefused('providerNumber.unknownEvent')
  })

  test('a wrong date moves what the event said', () => {
    const moved: ProviderNumberEvent = {
      type: 'ProviderNumberCorrected',
      effectiveFrom: on('2012-01-01'),
      data: {
        change: { field: 'effectiveFrom', old: on('2012-01-01'), new: on('2013-01-01') },
        reason: 'Forkert dato',
      },
      corrects: idAt(1),
    }
    const { state } = given(providerNumber, registered, hours(370, '2012-01-01'), moved)
    if (state.status === 'none') throw new Error('not registered')
    expect(valueOn(state.hours, on('2012-12-31'))).toBeUndefined()
    expect(valueOn(state.hours, on('2013-01-01'))?.hoursTenths).toBe(370)
  })

  test('a void takes back what never happened: the number has not ceased, or was never there', () => {
    const voidOf = (revision: number) => ({
      type: 'VoidProviderNumberEvent' as const,
      data: { number, effectiveFrom: on('2022-01-01'), corrects: idAt(revision), reason: 'Forkert nummer' },
    })
    const voided = (revision: number): ProviderNumberEvent => ({
      type: 'ProviderNumberVoided',
      effectiveFrom: on('2022-01-01'),
      data: { reason: 'Forkert nummer' },
      corrects: idAt(revision),
    })
    given(providerNumber, registered, ceased).when(voidOf(1)).thenEvents(voided(1))
    given(providerNumber, registered, ceased, voided(1))
      .when(registerHours(300, '2022-06-01'))
      .thenEvents(hours(300, '2022-06-01'))
    given(providerNumber, registered, voided(0)).when(voidOf(0)).thenRefused('providerNumber.unknown')
    given(providerNumber, registered).when(voidOf(5)).thenRefused('providerNumber.unknownEvent')
  })
})

describe('the order of independent facts', () => {
  test('does not matter for what holds on any date', () => {
    const date = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays(on('2010-01-01'), offset))
    // Each fact on a day of its own: of two on one day the later recorded counts, and there the order must matter.
    const facts = fc.uniqueArray(fc.record({ from: date, hoursTenths: fc.integer({ min: 1, max: 400 }) }), {
      selector: ({ from }) => from,
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(facts, date, (list, asked) => {
        const answer = (order: typeof list) => {
          const events = order.map(({ from, hoursTenths }) => hours(hoursTenths, from))
          const { state } = given(providerNumber, registered, ...events)
          return state.status === 'registered' ? valueOn(state.hours, asked)?.hoursTenths : 'none'
        }
        expect(answer(list.toReversed())).toBe(answer(list))
      }),
    )
  })
})

describe('any command sent twice', () => {
  test('changes nothing the second time', () => {
    const date = fc.integer({ min: 0, max: 5000 }).map((offset) => addDays(on('2010-01-01'), offset))
    const command: fc.Arbitrary<ProviderNumberCommand> = fc.oneof(
      fc.tuple(date, fc.integer({ min: 1, max: 400 })).map(([from, tenths]) => registerHours(tenths, from)),
      date.map((from) => cease(from)),
      date.map((effectiveFrom) => ({
        type: 'ChangeCapacityStatus' as const,
        data: { number, effectiveFrom, to: 'mobile' as const },
      })),
      date.map((effectiveFrom) => ({
        type: 'ChangeClinic' as const,
        data: { number, effectiveFrom, to: ClinicId.parse('klinik-9') },
      })),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 10 }), (commands) => {
        const events: ProviderNumberEvent[] = [registered]
        for (const one of commands) {
          try {
            events.push(...providerNumber.decide(one, given(providerNumber, ...events).state, nothingKnown))
          } catch (error) {
            if (error instanceof Refusal) continue
            throw error
          }
          expect(providerNumber.decide(one, given(providerNumber, ...events).state, nothingKnown)).toEqual([])
        }
      }),
    )
  })
})
