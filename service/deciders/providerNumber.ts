import type { z } from 'zod'
import type { ProviderNumberCommand } from '#api/commands/providerNumber'
import type { EventId } from '#events/envelope'
import type { ClinicId, PersonId } from '#events/identifiers'
import type {
  CapacityStatus,
  ProviderNumberEvent,
  providerNumberEvents,
  RecordedProviderNumberEvent,
} from '#events/providerNumber'
import type { EffectiveDate } from '#events/time'
import { addDays } from '../rules/calendar.ts'
import { unitsFrom } from '../rules/ruleSets.ts'
import { type Dated, redated, valueOn, withoutEvent, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Registration = z.infer<typeof providerNumberEvents.ProviderNumberRegistered.data>
type Transfer = z.infer<typeof providerNumberEvents.ProviderNumberTransferred.data>
type Cessation = z.infer<typeof providerNumberEvents.ProviderNumberCeased.data>
type Correction = z.infer<typeof providerNumberEvents.ProviderNumberCorrected.data>['change']

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
      /** Events that stand, with their dates; a voided one is gone, a correction is one too. */
      readonly standing: Dated<string>
      readonly voided: readonly EventId[]
    }
type Registered = Extract<ProviderNumberState, { status: 'registered' }>

export const providerNumber: Decider<
  ProviderNumberState,
  ProviderNumberCommand,
  ProviderNumberEvent,
  RecordedProviderNumberEvent
> = {
  initial: { status: 'none' },

  evolve(state, event) {
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
        standing: withValue([], event.type, event),
        voided: [],
      }
    }
    if (state.status === 'none') return state
    if (event.type === 'ProviderNumberVoided') return voided(state, event.corrects)
    return changed({ ...state, standing: withValue(state.standing, event.type, event) }, event)
  },

  decide(command, state) {
    if (command.type === 'RegisterProviderNumber') return register(command.data, state)
    const { number, effectiveFrom } = command.data
    if (state.status === 'none') throw new Refusal('providerNumber.unknown', { number })
    if (command.type === 'VoidProviderNumberEvent') {
      const { corrects, reason } = command.data
      if (state.voided.includes(corrects)) return []
      if (!state.standing.some(({ event }) => event === corrects)) throw new Refusal('providerNumber.unknownEvent')
      return [{ type: 'ProviderNumberVoided', effectiveFrom, data: { reason }, corrects }]
    }
    if (effectiveFrom < state.registeredFrom)
      throw new Refusal('providerNumber.beforeRegistration', { effectiveFrom, registeredFrom: state.registeredFrom })
    return change(command, state)
  },
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
    case 'Section24EmploymentRegistered':
    case 'Section24EmploymentEnded':
    case 'TurnoverCeilingSet':
    case 'TurnoverCeilingLapsed':
    case 'PaymentCeilingImposed':
    case 'PaymentCeilingLifted':
      return state
    default:
      return event satisfies never
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
        standing: redate(state.standing),
      }
    }
    default:
      return change satisfies never
  }
}

type Data<Type extends ProviderNumberCommand['type']> = Extract<ProviderNumberCommand, { type: Type }>['data']

function register(command: Data<'RegisterProviderNumber'>, state: ProviderNumberState): ProviderNumberEvent[] {
  const { effectiveFrom, ...data } = command
  if (state.status === 'none') return [{ type: 'ProviderNumberRegistered', effectiveFrom, data }]
  if (equal(state.registration, data) && state.registeredFrom === effectiveFrom) return []
  throw new Refusal('providerNumber.taken', { number: data.number })
}

type Change = Exclude<ProviderNumberCommand, { type: 'RegisterProviderNumber' | 'VoidProviderNumberEvent' }>

function change(command: Change, state: Registered): ProviderNumberEvent[] {
  switch (command.type) {
    case 'RegisterHoursCapacity':
      return registerHours(command.data, state)
    case 'TransferProviderNumber':
      return transfer(command.data, state)
    case 'ChangeCapacityStatus': {
      const { effectiveFrom, to } = command.data
      const from = valueOn(state.statuses, effectiveFrom)
      if (from === to) return []
      refuseWhenCeased(state, effectiveFrom)
      return [{ type: 'CapacityStatusChanged', effectiveFrom, data: { from: from ?? state.registration.status, to } }]
    }
    case 'ChangeClinic': {
      const { effectiveFrom, to } = command.data
      const from = valueOn(state.clinics, effectiveFrom)
      if (from === to) return []
      refuseWhenCeased(state, effectiveFrom)
      return [{ type: 'ClinicChanged', effectiveFrom, data: { from: from ?? state.registration.clinic, to } }]
    }
    case 'CeaseProviderNumber':
      return cease(command.data, state)
    case 'CorrectProviderNumber':
      return correct(command.data, state)
    default:
      return command satisfies never
  }
}

function registerHours(command: Data<'RegisterHoursCapacity'>, state: Registered): ProviderNumberEvent[] {
  const { effectiveFrom, specialty, hoursTenths } = command
  if (hoursOn(state, specialty, effectiveFrom) === hoursTenths) return []
  refuseWhenCeased(state, effectiveFrom)
  refuseHoursAfterRegime(effectiveFrom)
  if (!state.registration.specialties.includes(specialty))
    throw new Refusal('providerNumber.otherSpecialty', { specialty })
  return [{ type: 'HoursCapacityRegistered', effectiveFrom, data: { specialty, hoursTenths } }]
}

/** Capacity after a transfer is capacity before it: no more than the whole can be given away. */
function transfer(command: Data<'TransferProviderNumber'>, state: Registered): ProviderNumberEvent[] {
  const { effectiveFrom, number, ...data } = command
  if (state.transfers.some(({ value, from }) => from === effectiveFrom && equal(value, data))) return []
  refuseWhenCeased(state, effectiveFrom)
  const holder = valueOn(state.holders, effectiveFrom)
  if (holder !== data.fromHolder) throw new Refusal('providerNumber.otherHolder', { holder: holder ?? null })
  if (data.fromHolder === data.toHolder) throw new Refusal('providerNumber.sameHolder')
  if (data.newNumber === number) throw new Refusal('providerNumber.sameNumber')
  const left = 100 - state.transfers.reduce((sum, { value }) => sum + value.shareHundredths, 0)
  if (data.shareHundredths > left) throw new Refusal('providerNumber.shareExceeded', { leftShareHundredths: left })
  return [{ type: 'ProviderNumberTransferred', effectiveFrom, data }]
}

function cease(command: Data<'CeaseProviderNumber'>, state: Registered): ProviderNumberEvent[] {
  const { effectiveFrom, reason, transferredTo } = command
  const stands = ceasedFrom(state)
  if (stands === effectiveFrom && state.cessations.at(-1)?.value.transferredTo === transferredTo) return []
  if (stands !== null) throw new Refusal('providerNumber.ceased', { ceasedFrom: stands })
  const later = state.standing.find(({ from }) => from > effectiveFrom)
  if (later) throw new Refusal('providerNumber.laterFacts', { from: later.from })
  return [{ type: 'ProviderNumberCeased', effectiveFrom, data: { reason, transferredTo } }]
}

function correct(command: Data<'CorrectProviderNumber'>, state: Registered): ProviderNumberEvent[] {
  const { effectiveFrom, corrects, change: correction, reason } = command
  const wrong = state.standing.find(({ event }) => event === corrects)
  if (wrong === undefined) throw new Refusal('providerNumber.unknownEvent')
  const stands = current(state, correction, effectiveFrom, wrong.from)
  if (stands === correction.new) return []
  if (stands !== correction.old) throw new Refusal('providerNumber.oldDiffers', { stands: stands ?? null })
  if (correction.field === 'hoursTenths') refuseHoursAfterRegime(effectiveFrom)
  return [{ type: 'ProviderNumberCorrected', effectiveFrom, data: { change: correction, reason }, corrects }]
}

function current(
  state: Registered,
  correction: Correction,
  on: EffectiveDate,
  wrongFrom: EffectiveDate,
): string | number | undefined {
  switch (correction.field) {
    case 'hoursTenths':
      return hoursOn(state, correction.specialty, on)
    case 'holder':
      return valueOn(state.holders, on)
    case 'clinic':
      return valueOn(state.clinics, on)
    case 'status':
      return valueOn(state.statuses, on)
    case 'effectiveFrom':
      return wrongFrom
    default:
      return correction satisfies never
  }
}

function hoursOn({ hours }: Registered, specialty: string, on: EffectiveDate): number | undefined {
  const ofSpecialty = hours.filter(({ value }) => value.specialty === specialty)
  return valueOn(ofSpecialty, on)?.hoursTenths
}

function ceasedFrom({ cessations }: Registered): EffectiveDate | null {
  return cessations.at(-1)?.from ?? null
}

function refuseWhenCeased(state: Registered, on: EffectiveDate): void {
  const from = ceasedFrom(state)
  if (from !== null && on >= from) throw new Refusal('providerNumber.ceased', { ceasedFrom: from })
}

/** Hour limits lapsed on 2024-01-01 (S_NYOK). */
function refuseHoursAfterRegime(on: EffectiveDate): void {
  if (on >= unitsFrom) throw new Refusal('providerNumber.hoursAfterRegime', { lastDay: addDays(unitsFrom, -1) })
}
