import type { ProviderNumberCommand } from '#api/commands/providerNumber'
import type { ProviderNumberEvent, RecordedProviderNumberEvent } from '#events/providerNumber'
import type { EffectiveDate } from '#events/time'
import { addDays } from '../rules/calendar.ts'
import { unitsFrom } from '../rules/ruleSets.ts'
import { decideCeilings } from './ceilings.ts'
import { valueOn } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'
import { type Correction, evolved, type ProviderNumberState, type Registered } from './providerNumberState.ts'

export const providerNumber: Decider<
  ProviderNumberState,
  ProviderNumberCommand,
  ProviderNumberEvent,
  RecordedProviderNumberEvent
> = {
  initial: { status: 'none' },

  evolve: evolved,

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
    case 'SetNumberShares':
      return setShares(command.data, state)
    default:
      return decideCeilings(command, state.ceilings, (on) => refuseWhenCeased(state, on))
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

function setShares({ effectiveFrom, shares }: Data<'SetNumberShares'>, state: Registered): ProviderNumberEvent[] {
  if (equal(valueOn(state.shares, effectiveFrom), shares)) return []
  refuseWhenCeased(state, effectiveFrom)
  const sum = shares.reduce((total, { shareHundredths }) => total + shareHundredths, 0)
  if (sum !== 100) throw new Refusal('providerNumber.shareSum', { sumShareHundredths: sum })
  return [{ type: 'NumberShareSet', effectiveFrom, data: { shares } }]
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
