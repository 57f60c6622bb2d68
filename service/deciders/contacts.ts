import type { z } from 'zod'
import type { ContactCommand } from '#api/commands/contacts'
import type { ContactDepartment, ContactEvent, contactEvents, RecordedContactEvent } from '#events/contacts'
import type { EffectiveDate } from '#events/time'
import { type Dated, valueOn, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Entry = z.infer<typeof contactEvents.ContactEntrySet.data>

/** A municipality's directory: each department's entry by date, null from the day it was removed, and when it was confirmed. */
export interface ContactsState {
  readonly entries: ReadonlyMap<ContactDepartment, Dated<Entry | null>>
  readonly confirmed: ReadonlyMap<ContactDepartment, readonly EffectiveDate[]>
}

export const contacts: Decider<ContactsState, ContactCommand, ContactEvent, RecordedContactEvent> = {
  initial: { entries: new Map(), confirmed: new Map() },

  evolve(state, event) {
    const { department } = event.data
    const entries = state.entries.get(department) ?? []
    switch (event.type) {
      case 'ContactEntrySet':
        return { ...state, entries: new Map(state.entries).set(department, withValue(entries, event.data, event)) }
      case 'ContactEntryRemoved':
        return { ...state, entries: new Map(state.entries).set(department, withValue(entries, null, event)) }
      case 'ContactEntryConfirmed': {
        const before = state.confirmed.get(department) ?? []
        return { ...state, confirmed: new Map(state.confirmed).set(department, [...before, event.effectiveFrom]) }
      }
      default:
        return event satisfies never
    }
  },

  decide(command, state, { today }) {
    const { effectiveFrom, department } = command.data
    const standing = valueOn(state.entries.get(department) ?? [], effectiveFrom)
    switch (command.type) {
      case 'SetContactEntry': {
        const { effectiveFrom: _, ...data } = command.data
        if (data.locationNumber === null && data.phone === null && data.mail === null)
          throw new Refusal('contacts.empty')
        return equal(standing, data) ? [] : [{ type: 'ContactEntrySet', effectiveFrom, data }]
      }
      case 'ConfirmContactEntry':
        if (!standing) throw new Refusal('contacts.unknown', { effectiveFrom })
        if (effectiveFrom > today) throw new Refusal('contacts.inFuture', { effectiveFrom, today })
        if (state.confirmed.get(department)?.includes(effectiveFrom)) return []
        return [{ type: 'ContactEntryConfirmed', effectiveFrom, data: { department } }]
      case 'RemoveContactEntry':
        if (standing === undefined) throw new Refusal('contacts.unknown', { effectiveFrom })
        if (standing === null) return []
        return [{ type: 'ContactEntryRemoved', effectiveFrom, data: { department, reason: command.data.reason } }]
      default:
        return command satisfies never
    }
  },
}
