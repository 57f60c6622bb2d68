import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClinicId, PersonId, ProviderNumber, RegionCode } from '#events/identifiers'
import { clinic } from '#service/deciders/clinic'
import { Refusal } from '#service/deciders/decider'
import { krCapacity } from '#service/deciders/krCapacity'
import { providerNumber } from '#service/deciders/providerNumber'
import { given, nothingKnown, on } from '../../given.ts'

const region = RegionCode.parse('1082')
const clinicId = ClinicId.parse('klinik-1')
const pool = { region, specialty: '62' as const, oere: 500, documentRef: null }
const advertised = { type: 'NewEstablishmentAdvertised' as const, effectiveFrom: on('2025-01-01'), data: pool }
const award = { region, specialty: '62' as const, clinic: clinicId, ruling: null }

describe('the pool of new establishments', () => {
  test('is given away up to the øre and no further', () => {
    const asked = (oere: number, from = '2025-03-01') => ({
      type: 'AwardNewEstablishment' as const,
      data: { ...award, oere, effectiveFrom: on(from) },
    })
    given(krCapacity, advertised)
      .when(asked(500))
      .thenEvents({
        type: 'NewEstablishmentAwarded',
        effectiveFrom: on('2025-03-01'),
        data: { ...award, oere: 500 },
      })
    given(krCapacity, advertised).when(asked(501)).thenRefused('krCapacity.poolExceeded', { leftOere: 500 })
    given(krCapacity, advertised).when(asked(1, '2024-12-31')).thenRefused('krCapacity.poolExceeded', { leftOere: 0 })
    given(krCapacity).when(asked(1, '2023-12-31')).thenRefused('clinic.unitsBeforeRegime')
  })

  test('never holds more awards than advertisements on any day, whatever is asked for in whatever order', () => {
    const step = fc.record({
      kind: fc.constantFrom('advertise' as const, 'award' as const),
      oere: fc.integer({ min: 1, max: 300 }),
      month: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state = krCapacity.initial
        for (const { kind, oere, month } of steps) {
          const effectiveFrom = on(`2025-0${month}-01`)
          const command =
            kind === 'advertise'
              ? { type: 'AdvertiseNewEstablishment' as const, data: { ...pool, oere, effectiveFrom } }
              : { type: 'AwardNewEstablishment' as const, data: { ...award, oere, effectiveFrom } }
          try {
            for (const event of krCapacity.decide(command, state, nothingKnown))
              state = krCapacity.evolve(state, event as Parameters<typeof krCapacity.evolve>[1])
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
        }
        const until = (entries: typeof state.advertised | typeof state.awarded, day: string) =>
          entries.reduce((sum, { from, value }) => (from <= day ? sum + value.oere : sum), 0)
        for (let month = 1; month <= 9; month += 1) {
          const day = `2025-0${month}-01`
          expect(until(state.awarded, day)).toBeLessThanOrEqual(until(state.advertised, day))
        }
      }),
    )
  })
})

describe('shares and owners', () => {
  const number = ProviderNumber.parse('000001')
  const person = (name: string) => PersonId.parse(name)
  const registered = {
    type: 'ProviderNumberRegistered' as const,
    effectiveFrom: on('2010-01-01'),
    data: {
      number,
      holder: person('p'),
      clinic: clinicId,
      specialties: ['62' as const],
      status: 'owner' as const,
      origin: 'import' as const,
    },
  }
  const shares = (first: number, second: number) => [
    { holder: person('p'), shareHundredths: first },
    { holder: person('q'), shareHundredths: second },
  ]

  test('shares of a number sum to 1.00: 0.6 + 0.5 is refused with the sum', () => {
    const effectiveFrom = on('2026-05-01')
    given(providerNumber, registered)
      .when({ type: 'SetNumberShares', data: { number, effectiveFrom, shares: shares(60, 40) } })
      .thenEvents({ type: 'NumberShareSet', effectiveFrom, data: { shares: shares(60, 40) } })
    given(providerNumber, registered)
      .when({ type: 'SetNumberShares', data: { number, effectiveFrom, shares: shares(60, 50) } })
      .thenRefused('providerNumber.shareSum', { sumShareHundredths: 110 })
  })

  test('a payment ceiling names its ruling, ends after it begins, and is lifted once', () => {
    const effectiveFrom = on('2026-01-01')
    const ceiling = { oere: 1_260_000, basis: 'perPatient' as const, until: null, ruling: '2026-0001' }
    const imposed = { type: 'PaymentCeilingImposed' as const, effectiveFrom, data: ceiling }
    given(providerNumber, registered)
      .when({ type: 'ImposePaymentCeiling', data: { number, effectiveFrom, ...ceiling } })
      .thenEvents(imposed)
    given(providerNumber, registered)
      .when({ type: 'ImposePaymentCeiling', data: { number, effectiveFrom, ...ceiling, until: effectiveFrom } })
      .thenRefused('providerNumber.endsBeforeStart')
    const lift = { number, effectiveFrom: on('2026-06-01'), reason: 'Forklaret', ruling: '2026-0002' }
    given(providerNumber, registered, imposed)
      .when({ type: 'LiftPaymentCeiling', data: lift })
      .thenEvents({
        type: 'PaymentCeilingLifted',
        effectiveFrom: on('2026-06-01'),
        data: { reason: 'Forklaret', ruling: '2026-0002' },
      })
    given(providerNumber, registered)
      .when({ type: 'LiftPaymentCeiling', data: lift })
      .thenRefused('providerNumber.noCeiling')
  })

  test('a clinic’s owners sum to 1.00', () => {
    const effectiveFrom = on('2026-05-01')
    const owners = (share: number) => [{ owner: person('p'), shareHundredths: share }]
    const known = {
      type: 'ClinicRegistered' as const,
      effectiveFrom: on('2010-01-01'),
      data: { clinic: clinicId, name: 'K', cvr: null, formOfPractice: 'solo' as const },
    }
    given(clinic, known)
      .when({ type: 'ChangeClinicOwnership', data: { clinic: clinicId, effectiveFrom, owners: owners(100) } })
      .thenEvents({ type: 'ClinicOwnershipChanged', effectiveFrom, data: { owners: owners(100) } })
    given(clinic, known)
      .when({ type: 'ChangeClinicOwnership', data: { clinic: clinicId, effectiveFrom, owners: owners(99) } })
      .thenRefused('clinic.ownerSum', { sumShareHundredths: 99 })
  })
})
