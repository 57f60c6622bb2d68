import { describe, test } from 'vitest'
import { AddressId } from '#events/identifiers'
import type { PracticeAddressEvent } from '#events/practiceAddress'
import { practiceAddress } from '#service/deciders/practiceAddress'
import { given, on } from '../../given.ts'
import { address, clinicId } from '../rules/facts.ts'

const addressId = AddressId.parse('adresse-1')
const old = address('0661', 'Nørregade 1')
const next = address('0661', 'Lægårdvej 12')
const third = address('0661', 'Torvet 3')
const opened: PracticeAddressEvent = {
  type: 'PracticeAddressOpened',
  effectiveFrom: on('2010-01-01'),
  data: { addressId, clinic: clinicId, kind: 'main', address: old, until: null },
}
const moved = (from: typeof old, to: typeof old, date: string): PracticeAddressEvent => ({
  type: 'PracticeAddressMoved',
  effectiveFrom: on(date),
  data: { from, to, previousUntil: on(date), ruling: '2026-0001' },
})
const move = (from: typeof old, to: typeof old, date: string, previousUntil = date) => ({
  type: 'MovePracticeAddress' as const,
  data: { addressId, effectiveFrom: on(date), from, to, previousUntil: on(previousUntil), ruling: '2026-0001' },
})

describe('practice address', () => {
  test('moves from where the sender believes it to be', () => {
    given(practiceAddress, opened)
      .when(move(old, next, '2026-06-01'))
      .thenEvents(moved(old, next, '2026-06-01'))
  })

  test('is not moved from a place where it no longer is', () => {
    given(practiceAddress, opened, moved(old, third, '2026-03-01'))
      .when(move(old, next, '2026-06-01'))
      .thenRefused('practiceAddress.worldMoved', { expected: 'Nørregade 1', stands: 'Torvet 3' })
  })

  test('is not moved before a move that is already recorded', () => {
    given(practiceAddress, opened, moved(old, third, '2026-09-01'))
      .when(move(old, next, '2026-06-01'))
      .thenRefused('practiceAddress.laterMove', { from: '2026-09-01' })
  })

  test('a better point for the same place does not count as a move', () => {
    const better: PracticeAddressEvent = {
      type: 'AddressGeocodeCorrected',
      effectiveFrom: on('2020-01-01'),
      data: { old: old.position, new: [8.61, 56.37], certainty: 'confirmed', reason: 'Ny måling' },
    }
    given(practiceAddress, opened, better)
      .when(move(old, next, '2026-06-01'))
      .thenEvents(moved(old, next, '2026-06-01'))
  })

  test('leaves no gap, moves nowhere from nowhere, and not before it opened', () => {
    given(practiceAddress, opened)
      .when(move(old, next, '2026-06-01', '2026-05-31'))
      .thenRefused('practiceAddress.gap')
    given(practiceAddress, opened)
      .when(move(old, old, '2026-06-01'))
      .thenRefused('practiceAddress.samePlace')
    given(practiceAddress)
      .when(move(old, next, '2026-06-01'))
      .thenRefused('practiceAddress.unknown')
    given(practiceAddress, opened)
      .when(move(old, next, '2009-12-31'))
      .thenRefused('practiceAddress.beforeOpening', { openedFrom: '2010-01-01' })
  })

  test('a closed address refuses from its last day on, and takes what happened before', () => {
    const closed: PracticeAddressEvent = {
      type: 'PracticeAddressClosed',
      effectiveFrom: on('2026-06-01'),
      data: { reason: 'Ophør' },
    }
    given(practiceAddress, opened, closed)
      .when(move(old, next, '2026-06-01'))
      .thenRefused('practiceAddress.closed', { closedFrom: '2026-06-01' })
    given(practiceAddress, opened, closed)
      .when(move(old, next, '2026-05-31'))
      .thenEvents(moved(old, next, '2026-05-31'))
    given(practiceAddress, opened)
      .when({ type: 'ClosePracticeAddress', data: { addressId, effectiveFrom: on('2026-06-01'), reason: 'Ophør' } })
      .thenEvents(closed)
    given(practiceAddress, opened, moved(old, next, '2026-09-01'))
      .when({ type: 'ClosePracticeAddress', data: { addressId, effectiveFrom: on('2026-06-01'), reason: 'Ophør' } })
      .thenRefused('practiceAddress.laterMove')
  })

  test('an address of a closed clinic refuses from the day that the clinic closed, and can still be closed', () => {
    const known = { clinicClosedFrom: on('2026-06-01') }
    const refused = { closedFrom: '2026-06-01' }
    given(practiceAddress, opened)
      .when(move(old, next, '2026-06-01'), known)
      .thenRefused('clinic.closed', refused)
    given(practiceAddress, opened)
      .when(move(old, next, '2026-05-31'), known)
      .thenEvents(moved(old, next, '2026-05-31'))
    given(practiceAddress)
      .when({ type: 'OpenPracticeAddress', data: { ...opened.data, effectiveFrom: on('2026-06-01') } }, known)
      .thenRefused('clinic.closed', refused)
    given(practiceAddress, opened)
      .when(
        { type: 'ClosePracticeAddress', data: { addressId, effectiveFrom: on('2026-06-01'), reason: 'Ophør' } },
        known,
      )
      .thenEvents({ type: 'PracticeAddressClosed', effectiveFrom: on('2026-06-01'), data: { reason: 'Ophør' } })
  })

  test('opens once; the same id for another place is refused', () => {
    const { effectiveFrom } = opened
    given(practiceAddress)
      .when({
        type: 'OpenPracticeAddress',
        data: { addressId, clinic: clinicId, kind: 'main', address: old, until: null, effectiveFrom },
      })
      .thenEvents(opened)
    given(practiceAddress, opened)
      .when({
        type: 'OpenPracticeAddress',
        data: { addressId, clinic: clinicId, kind: 'main', address: next, until: null, effectiveFrom },
      })
      .thenRefused('practiceAddress.taken')
    given(practiceAddress)
      .when({
        type: 'OpenPracticeAddress',
        data: { addressId, clinic: clinicId, kind: 'main', address: next, until: effectiveFrom, effectiveFrom },
      })
      .thenRefused('practiceAddress.endsBeforeStart')
  })

  test('only an extra address is notified as one', () => {
    const notice = { hoursTenths: null, unitsHundredths: 38, receivedOn: on('2026-01-05') }
    const command = {
      type: 'NotifyExtraAddress' as const,
      data: { addressId, effectiveFrom: on('2026-02-01'), ...notice },
    }
    given(practiceAddress, opened).when(command).thenRefused('practiceAddress.notExtra')
    given(practiceAddress, {
      ...opened,
      data: { addressId, clinic: clinicId, kind: 'extra', address: old, until: null },
    })
      .when(command)
      .thenEvents({ type: 'ExtraAddressNotified', effectiveFrom: on('2026-02-01'), data: notice })
  })

  test('accessibility and a better point are recorded once', () => {
    given(practiceAddress, opened)
      .when({
        type: 'StateAccessibility',
        data: { addressId, effectiveFrom: on('2026-02-01'), statement: 'Niveaufri adgang' },
      })
      .thenEvents({
        type: 'AccessibilityStated',
        effectiveFrom: on('2026-02-01'),
        data: { statement: 'Niveaufri adgang' },
      })
    given(practiceAddress, opened)
      .when({
        type: 'CorrectGeocode',
        data: { addressId, effectiveFrom: on('2026-02-01'), new: [8.7, 56.3], certainty: 'confirmed', reason: 'Målt' },
      })
      .thenEvents({
        type: 'AddressGeocodeCorrected',
        effectiveFrom: on('2026-02-01'),
        data: { old: [8.6, 56.36], new: [8.7, 56.3], certainty: 'confirmed', reason: 'Målt' },
      })
  })
})
