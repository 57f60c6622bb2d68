import { z } from 'zod'
import { contactEvents } from '#events/contacts'
import { MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ municipality }: { municipality: string }) => `contacts-${municipality}`
const base = { municipality: MunicipalityCode, effectiveFrom: EffectiveDate }
const action = 'municipality.publish'

/** Commands to a municipality's directory of work contacts. */
export const contactCommands = [
  command({
    type: 'SetContactEntry',
    path: '/commands/set-contact-entry',
    action,
    body: z.object({ ...base, ...contactEvents.ContactEntrySet.data.shape }),
    stream,
  }),
  command({
    type: 'ConfirmContactEntry',
    path: '/commands/confirm-contact-entry',
    action,
    body: z.object({ ...base, ...contactEvents.ContactEntryConfirmed.data.shape }),
    stream,
  }),
  command({
    type: 'RemoveContactEntry',
    path: '/commands/remove-contact-entry',
    action,
    body: z.object({ ...base, ...contactEvents.ContactEntryRemoved.data.shape }),
    stream,
  }),
] as const

export type ContactCommand = CommandOf<(typeof contactCommands)[number]>
