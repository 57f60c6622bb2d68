import type { z } from 'zod'
import type { PracticeAddressCommand } from '#api/commands/practiceAddress'
import type { Address } from '#events/place'
import type { PracticeAddressEvent, practiceAddressEvents, RecordedPracticeAddressEvent } from '#events/practiceAddress'
import type { EffectiveDate } from '#events/time'
import { samePlace } from '../rules/samePlace.ts'
import { type Dated, valueOn, withValue } from './dated.ts'
import { type Context, type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Opened = z.infer<typeof practiceAddressEvents.PracticeAddressOpened.data>
type Notice = z.infer<typeof practiceAddressEvents.ExtraAddressNotified.data>

type Approval = z.infer<typeof practiceAddressEvents.ExtraAddressApproved.data>

/** A practice address: not known, or open from a date with every place it has been at. */
export type PracticeAddressState =
  | { readonly status: 'none' }
  | {
      readonly status: 'opened'
      readonly opened: Opened
      readonly openedFrom: EffectiveDate
      /** First day on which it no longer counts. */
      readonly closedFrom: EffectiveDate | null
      readonly places: Dated<Address>
      readonly notices: Dated<Notice>
      readonly approvals: Dated<Approval>
      readonly statements: Dated<string>
    }
type OpenedState = Extract<PracticeAddressState, { status: 'opened' }>

export const practiceAddress: Decider<
  PracticeAddressState,
  PracticeAddressCommand,
  PracticeAddressEvent,
  RecordedPracticeAddressEvent
> = {
  initial: { status: 'none' },

  evolve(state, event) {
    if (event.type === 'PracticeAddressOpened') {
      return {
        status: 'opened',
        opened: event.data,
        openedFrom: event.effectiveFrom,
        closedFrom: event.data.until,
        places: withValue([], event.data.address, event),
        notices: [],
        approvals: [],
        statements: [],
      }
    }
    if (state.status === 'none') return state
    switch (event.type) {
      case 'PracticeAddressMoved':
        return { ...state, places: withValue(state.places, event.data.to, event) }
      case 'PracticeAddressClosed':
        return { ...state, closedFrom: event.effectiveFrom }
      case 'ExtraAddressNotified':
        return { ...state, notices: withValue(state.notices, event.data, event) }
      case 'ExtraAddressApproved':
        return { ...state, approvals: withValue(state.approvals, event.data, event) }
      case 'AccessibilityStated':
        return { ...state, statements: withValue(state.statements, event.data.statement, event) }
      case 'AddressGeocodeCorrected': {
        const place = valueOn(state.places, event.effectiveFrom)
        if (place === undefined) return state
        const better = { ...place, position: event.data.new, certainty: event.data.certainty }
        return { ...state, places: withValue(state.places, better, event) }
      }
      case 'PracticeAddressVoided':
        return { status: 'none' }
      default:
        return event satisfies never
    }
  },

  decide(command, state, context) {
    if (command.type === 'OpenPracticeAddress') return open(command.data, state, context)
    const { effectiveFrom } = command.data
    if (state.status === 'none') throw new Refusal('practiceAddress.unknown', { addressId: command.data.addressId })
    if (effectiveFrom < state.openedFrom)
      throw new Refusal('practiceAddress.beforeOpening', { openedFrom: state.openedFrom, effectiveFrom })
    switch (command.type) {
      case 'MovePracticeAddress':
        return move(command.data, state, context)
      case 'ClosePracticeAddress': {
        if (state.closedFrom === effectiveFrom) return []
        refuseWhenClosed(state, effectiveFrom)
        const later = state.places.find(({ from }) => from > effectiveFrom)
        if (later) throw new Refusal('practiceAddress.laterMove', { from: later.from })
        return [{ type: 'PracticeAddressClosed', effectiveFrom, data: { reason: command.data.reason } }]
      }
      case 'NotifyExtraAddress': {
        const { hoursTenths, unitsHundredths, receivedOn } = command.data
        const data = { hoursTenths, unitsHundredths, receivedOn }
        if (state.opened.kind !== 'extra') throw new Refusal('practiceAddress.notExtra')
        if (equal(valueOn(state.notices, effectiveFrom), data)) return []
        refuseWhenOver(state, effectiveFrom, context)
        return [{ type: 'ExtraAddressNotified', effectiveFrom, data }]
      }
      case 'ApproveExtraAddress': {
        const { hoursTenths, unitsHundredths } = command.data
        const data = { hoursTenths, unitsHundredths }
        if (state.opened.kind !== 'extra') throw new Refusal('practiceAddress.notExtra')
        if (equal(valueOn(state.approvals, effectiveFrom), data)) return []
        refuseWhenOver(state, effectiveFrom, context)
        return [{ type: 'ExtraAddressApproved', effectiveFrom, data }]
      }
      case 'StateAccessibility': {
        const { statement } = command.data
        if (valueOn(state.statements, effectiveFrom) === statement) return []
        refuseWhenOver(state, effectiveFrom, context)
        return [{ type: 'AccessibilityStated', effectiveFrom, data: { statement } }]
      }
      case 'CorrectGeocode': {
        const { certainty, reason } = command.data
        const place = valueOn(state.places, effectiveFrom)
        if (equal(place?.position, command.data.new) && place?.certainty === certainty) return []
        const data = { old: place?.position ?? null, new: command.data.new, certainty, reason }
        return [{ type: 'AddressGeocodeCorrected', effectiveFrom, data }]
      }
      default:
        return command satisfies never
    }
  },
}

function open(
  { effectiveFrom, ...data }: Opened & { readonly effectiveFrom: EffectiveDate },
  state: PracticeAddressState,
  context: Context,
): PracticeAddressEvent[] {
  if (state.status === 'opened') {
    if (equal(state.opened, data) && state.openedFrom === effectiveFrom) return []
    throw new Refusal('practiceAddress.taken', { addressId: data.addressId })
  }
  refuseOfClosedClinic(effectiveFrom, context)
  if (data.until !== null && data.until <= effectiveFrom)
    throw new Refusal('practiceAddress.endsBeforeStart', { effectiveFrom, until: data.until })
  return [{ type: 'PracticeAddressOpened', effectiveFrom, data }]
}

function move(
  command: Extract<PracticeAddressCommand, { type: 'MovePracticeAddress' }>['data'],
  state: OpenedState,
  context: Context,
): PracticeAddressEvent[] {
  const { effectiveFrom, from, to, previousUntil, ruling } = command
  const stands = valueOn(state.places, effectiveFrom)
  // Compared with what was last recorded from that very date: repeating a move is not another move.
  if (stands !== undefined && samePlace(stands, to) && !samePlace(stands, from)) return []
  refuseWhenOver(state, effectiveFrom, context)
  if (previousUntil < effectiveFrom) throw new Refusal('practiceAddress.gap', { previousUntil, effectiveFrom })
  const later = state.places.find((place) => place.from > effectiveFrom && !samePlace(place.value, from))
  if (later) throw new Refusal('practiceAddress.laterMove', { from: later.from })
  if (stands === undefined || !samePlace(stands, from))
    throw new Refusal('practiceAddress.worldMoved', { expected: from.text, stands: stands?.text ?? null })
  if (samePlace(from, to)) throw new Refusal('practiceAddress.samePlace')
  return [{ type: 'PracticeAddressMoved', effectiveFrom, data: { from, to, previousUntil, ruling } }]
}

function refuseWhenClosed({ closedFrom }: OpenedState, on: EffectiveDate): void {
  if (closedFrom !== null && on >= closedFrom) throw new Refusal('practiceAddress.closed', { closedFrom })
}

/** Nothing new is said of an address that is closed, nor of one whose clinic is. */
function refuseWhenOver(state: OpenedState, on: EffectiveDate, context: Context): void {
  refuseWhenClosed(state, on)
  refuseOfClosedClinic(on, context)
}

function refuseOfClosedClinic(on: EffectiveDate, { clinicClosedFrom: closedFrom = null }: Context): void {
  if (closedFrom !== null && on >= closedFrom) throw new Refusal('clinic.closed', { closedFrom })
}
