import type { z } from 'zod'
import type { EventId } from '#events/envelope'
import type { ClinicId, PersonId } from '#events/identifiers'
import type { CapacityStatus, providerNumberEvents, RecordedProviderNumberEvent } from '#events/providerNumber'
import type { EffectiveDate } from '#events/time'
import { type Ceilings, ceilingsRedated, ceilingsWithout, noCeilings, withCeilingEvent } from './ceilings.ts'
import { type Dated, redated, withoutEvent, withValue } from './dated.ts'

type Registration = z.infer<typeof providerNumberEvents.ProviderNumberRegistered.data>
type Transfer = z.infer<typeof providerNumberEvents.ProviderNumberTransferred.data>
type Shares = z.infer<typeof providerNumberEvents.NumberShareSet.data>['shares']
type Cessation = z.infer<typeof providerNumberEvents.ProviderNumberCeased.data>
export type Correction = z.infer<typeof providerNumberEvents.ProviderNumberCorrected.data>['change']

/** A provider number: not known, or registered from a date with everything that has held since, by date. */
export type ProviderNumberState =
  | { readonly status: 'none' }
  | {
      readonly status: 'registered'
      readonly registration: Registration
      readonly registeredFrom: EffectiveDate
      readonly registeredBy: EventId
      readonly holders: Dated<PersonId>
      readonly clinics: Dated<ClinicId>
      readonly statuses: Dated<CapacityStatus>
      readonly hours: Dated<{ readonly specialty: string; readonly hoursTenths: number }>
      readonly transfers: Dated<Transfer>
      readonly cessations: Dated<Cessation>
      readonly shares: Dated<Shares>
      readonly ceilings: Ceilings
      /** Events that stand, with their dates; a voided one is gone, a correction is one too. */
      readonly standing: Dated<string>
      readonly voided: readonly EventId[]
    }
export type Registered = Extract<ProviderNumberState, { status: 'registered' }>

/** The number after one more event. */
export function evolved(state: ProviderNumberState, event: RecordedProviderNumberEvent): ProviderNumberState {
  if (event.type === 'ProviderNumberRegistered') {
    const { holder, clinic, status } = event.data
    return {
      status: 'registered',
      registration: event.data,
      registeredFrom: event.effectiveFrom,
      registeredBy: event.id,
      holders: withValue([], holder, event),
      clinics: withValue([], clinic, event),
      statuses: withValue([], status, event),
      hours: [],
      transfers: [],
      cessations: [],
      shares: [],
      ceilings: noCeilings,
      standing: withValue([], event.type, event),
      voided: [],
    }
  }
  if (state.status === 'none') return state
  if (event.type === 'ProviderNumberVoided') return voided(state, event.corrects)
  return changed({ ...state, standing: withValue(state.standing, event.type, event) }, event)
}

type Changing = Exclude<RecordedProviderNumberEvent, { type: 'ProviderNumberRegistered' | 'ProviderNumberVoided' }>

function changed(state: Registered, event: Changing): Registered {
  switch (event.type) {
    case 'HoursCapacityRegistered':
      return { ...state, hours: withValue(state.hours, event.data, event) }
    case 'ProviderNumberTransferred':
      return { ...state, transfers: withValue(state.transfers, event.data, event) }
    case 'CapacityStatusChanged':
      return { ...state, statuses: withValue(state.statuses, event.data.to, event) }
    case 'ClinicChanged':
      return { ...state, clinics: withValue(state.clinics, event.data.to, event) }
    case 'ProviderNumberCeased':
      return { ...state, cessations: withValue(state.cessations, event.data, event) }
    case 'ProviderNumberCorrected':
      return corrected(state, event.data.change, event)
    case 'NumberShareSet':
      return { ...state, shares: withValue(state.shares, event.data.shares, event) }
    default:
      return { ...state, ceilings: withCeilingEvent(state.ceilings, event) }
  }
}

/** State as if the event had never been recorded. */
function voided(state: Registered, event: EventId | undefined): ProviderNumberState {
  if (event === undefined) return state
  if (event === state.registeredBy) return { status: 'none' }
  return {
    ...state,
    holders: withoutEvent(state.holders, event),
    clinics: withoutEvent(state.clinics, event),
    statuses: withoutEvent(state.statuses, event),
    hours: withoutEvent(state.hours, event),
    transfers: withoutEvent(state.transfers, event),
    cessations: withoutEvent(state.cessations, event),
    shares: withoutEvent(state.shares, event),
    ceilings: ceilingsWithout(state.ceilings, event),
    standing: withoutEvent(state.standing, event),
    voided: [...state.voided, event],
  }
}

type Corrected = Extract<RecordedProviderNumberEvent, { type: 'ProviderNumberCorrected' }>

function corrected(state: Registered, change: Correction, event: Corrected): Registered {
  switch (change.field) {
    case 'hoursTenths': {
      const { specialty, new: hoursTenths } = change
      return { ...state, hours: withValue(state.hours, { specialty, hoursTenths }, event) }
    }
    case 'holder':
      return { ...state, holders: withValue(state.holders, change.new, event) }
    case 'clinic':
      return { ...state, clinics: withValue(state.clinics, change.new, event) }
    case 'status':
      return { ...state, statuses: withValue(state.statuses, change.new, event) }
    case 'effectiveFrom': {
      const { corrects } = event
      if (corrects === undefined) return state
      const redate = <Value>(dated: Dated<Value>) => redated(dated, corrects, change.new)
      return {
        ...state,
        registeredFrom: corrects === state.registeredBy ? change.new : state.registeredFrom,
        holders: redate(state.holders),
        clinics: redate(state.clinics),
        statuses: redate(state.statuses),
        hours: redate(state.hours),
        transfers: redate(state.transfers),
        cessations: redate(state.cessations),
        shares: redate(state.shares),
        ceilings: ceilingsRedated(state.ceilings, corrects, change.new),
        standing: redate(state.standing),
      }
    }
    default:
      return change satisfies never
  }
}
