import type { z } from 'zod'
import type { RidingSchoolCommand } from '#api/commands/ridingSchool'
import type { RecordedRidingSchoolEvent, RidingSchoolEvent, ridingSchoolEvents } from '#events/ridingSchool'
import type { EffectiveDate } from '#events/time'
import { type Dated, valueOn, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Registration = z.infer<typeof ridingSchoolEvents.RidingSchoolRegistered.data>

/** A riding school: not known, or registered, with its approvals by date. */
export type RidingSchoolState =
  | { readonly status: 'none' }
  | {
      readonly status: 'registered'
      readonly registration: Registration
      readonly registeredFrom: EffectiveDate
      readonly approvals: Dated<boolean>
    }

export const ridingSchool: Decider<
  RidingSchoolState,
  RidingSchoolCommand,
  RidingSchoolEvent,
  RecordedRidingSchoolEvent
> = {
  initial: { status: 'none' },

  evolve(state, event) {
    if (event.type === 'RidingSchoolRegistered') {
      return { status: 'registered', registration: event.data, registeredFrom: event.effectiveFrom, approvals: [] }
    }
    if (state.status === 'none') return state
    switch (event.type) {
      case 'RidingSchoolApproved':
        return { ...state, approvals: withValue(state.approvals, true, event) }
      case 'RidingSchoolApprovalWithdrawn':
        return { ...state, approvals: withValue(state.approvals, false, event) }
      case 'RidingSchoolVoided':
        return { status: 'none' }
      default:
        return event satisfies never
    }
  },

  decide(command, state) {
    if (command.type === 'RegisterRidingSchool') {
      const { effectiveFrom, ...data } = command.data
      if (state.status === 'none') return [{ type: 'RidingSchoolRegistered', effectiveFrom, data }]
      if (equal(state.registration, data) && state.registeredFrom === effectiveFrom) return []
      throw new Refusal('ridingSchool.taken', { school: data.school })
    }
    const { school, effectiveFrom } = command.data
    if (state.status === 'none') throw new Refusal('ridingSchool.unknown', { school })
    if (effectiveFrom < state.registeredFrom)
      throw new Refusal('ridingSchool.beforeRegistration', { effectiveFrom, registeredFrom: state.registeredFrom })
    const approved = valueOn(state.approvals, effectiveFrom)
    switch (command.type) {
      case 'ApproveRidingSchool':
        if (approved === true) return []
        return [{ type: 'RidingSchoolApproved', effectiveFrom, data: { documentRef: command.data.documentRef } }]
      case 'WithdrawRidingSchoolApproval':
        if (approved === false) return []
        if (approved === undefined) throw new Refusal('ridingSchool.notApproved')
        return [{ type: 'RidingSchoolApprovalWithdrawn', effectiveFrom, data: { reason: command.data.reason } }]
      default:
        return command satisfies never
    }
  },
}
