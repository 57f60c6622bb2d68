import type { z } from 'zod'
import type { ClinicCommand } from '#api/commands/clinic'
import type { ChildrensCriteria, ClinicEvent, clinicEvents, RecordedClinicEvent } from '#events/clinic'
import type { EffectiveDate } from '#events/time'
import { unitsFrom } from '../rules/ruleSets.ts'
import { type Dated, valueOn, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Registration = z.infer<typeof clinicEvents.ClinicRegistered.data>
type Owners = z.infer<typeof clinicEvents.ClinicOwnershipChanged.data>['owners']
type Allocation = z.infer<typeof clinicEvents.KrCapacityAllocated.data>

/** A clinic: not known, or registered with its capacity per specialty by date. */
export type ClinicState =
  | { readonly status: 'none' }
  | {
      readonly status: 'registered'
      readonly registration: Registration
      readonly registeredFrom: EffectiveDate
      readonly closedFrom: EffectiveDate | null
      readonly allocations: Dated<Allocation>
      readonly owners: Dated<Owners>
      readonly children: Dated<ChildrensCriteria>
      /** Whether it takes new patients. */
      readonly accepts: Dated<boolean>
    }

export const clinic: Decider<ClinicState, ClinicCommand, ClinicEvent, RecordedClinicEvent> = {
  initial: { status: 'none' },

  evolve(state, event) {
    if (event.type === 'ClinicRegistered') {
      return {
        status: 'registered',
        registration: event.data,
        registeredFrom: event.effectiveFrom,
        closedFrom: null,
        allocations: [],
        owners: [],
        children: [],
        accepts: [],
      }
    }
    if (state.status === 'none') return state
    switch (event.type) {
      case 'KrCapacityAllocated':
        return { ...state, allocations: withValue(state.allocations, event.data, event) }
      case 'ChildrensClinicDescribed':
        return { ...state, children: withValue(state.children, event.data, event) }
      case 'ClinicIntakeStated':
        return { ...state, accepts: withValue(state.accepts, event.data.accepts, event) }
      case 'ClinicClosed':
        return { ...state, closedFrom: event.effectiveFrom }
      case 'ClinicOwnershipChanged':
        return { ...state, owners: withValue(state.owners, event.data.owners, event) }
      case 'ClinicVoided':
        return { status: 'none' }
      default:
        return event satisfies never
    }
  },

  decide(command, state) {
    if (command.type === 'RegisterClinic') {
      const { effectiveFrom, ...data } = command.data
      if (state.status === 'none') return [{ type: 'ClinicRegistered', effectiveFrom, data }]
      if (equal(state.registration, data) && state.registeredFrom === effectiveFrom) return []
      throw new Refusal('clinic.taken', { clinic: data.clinic })
    }
    const { clinic: id, effectiveFrom } = command.data
    if (state.status === 'none') throw new Refusal('clinic.unknown', { clinic: id })
    const { registeredFrom, closedFrom } = state
    if (effectiveFrom < registeredFrom)
      throw new Refusal('clinic.beforeRegistration', { effectiveFrom, registeredFrom })
    switch (command.type) {
      case 'AllocateKrCapacity': {
        const { specialty, unitsHundredths, levelYear, reason } = command.data
        const allocation = { specialty, unitsHundredths, levelYear, reason }
        const same = state.allocations.filter(({ value }) => value.specialty === specialty)
        if (equal(valueOn(same, effectiveFrom), allocation)) return []
        if (closedFrom !== null && effectiveFrom >= closedFrom) throw new Refusal('clinic.closed', { closedFrom })
        // Capacity in kroner per clinic begins with the agreement of 2024 (S_KAP).
        if (effectiveFrom < unitsFrom) throw new Refusal('clinic.unitsBeforeRegime', { firstDay: unitsFrom })
        return [{ type: 'KrCapacityAllocated', effectiveFrom, data: allocation }]
      }
      case 'ChangeClinicOwnership': {
        const { owners } = command.data
        if (equal(valueOn(state.owners, effectiveFrom), owners)) return []
        if (closedFrom !== null && effectiveFrom >= closedFrom) throw new Refusal('clinic.closed', { closedFrom })
        const sum = owners.reduce((total, { shareHundredths }) => total + shareHundredths, 0)
        if (sum !== 100) throw new Refusal('clinic.ownerSum', { sumShareHundredths: sum })
        return [{ type: 'ClinicOwnershipChanged', effectiveFrom, data: { owners } }]
      }
      case 'DescribeChildrensClinic': {
        const { competence, facilities, equipment, parentsInvolved } = command.data
        const criteria = { competence, facilities, equipment, parentsInvolved }
        if (equal(valueOn(state.children, effectiveFrom), criteria)) return []
        if (closedFrom !== null && effectiveFrom >= closedFrom) throw new Refusal('clinic.closed', { closedFrom })
        return [{ type: 'ChildrensClinicDescribed', effectiveFrom, data: criteria }]
      }
      case 'StateClinicIntake': {
        const { accepts } = command.data
        if (valueOn(state.accepts, effectiveFrom) === accepts) return []
        if (closedFrom !== null && effectiveFrom >= closedFrom) throw new Refusal('clinic.closed', { closedFrom })
        return [{ type: 'ClinicIntakeStated', effectiveFrom, data: { accepts } }]
      }
      case 'CloseClinic':
        if (closedFrom === effectiveFrom) return []
        if (closedFrom !== null) throw new Refusal('clinic.closed', { closedFrom })
        return [{ type: 'ClinicClosed', effectiveFrom, data: { reason: command.data.reason } }]
      default:
        return command satisfies never
    }
  },
}
