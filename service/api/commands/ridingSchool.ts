import { z } from 'zod'
import { SchoolId } from '#events/identifiers'
import { ridingSchoolEvents } from '#events/ridingSchool'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ school }: { school: string }) => `ridingSchool-${school}`
const base = { school: SchoolId, effectiveFrom: EffectiveDate }

/** Commands to one riding school. */
export const ridingSchoolCommands = [
  command({
    type: 'RegisterRidingSchool',
    path: '/commands/register-riding-school',
    action: 'register.change',
    body: z.object({ ...base, ...ridingSchoolEvents.RidingSchoolRegistered.data.shape }),
    stream,
  }),
  command({
    type: 'ApproveRidingSchool',
    path: '/commands/approve-riding-school',
    action: 'case.rule',
    body: z.object({ ...base, documentRef: z.string().nullable() }),
    stream,
  }),
  command({
    type: 'WithdrawRidingSchoolApproval',
    path: '/commands/withdraw-riding-school-approval',
    action: 'case.rule',
    body: z.object({ ...base, reason: z.string().min(1) }),
    stream,
  }),
] as const

export type RidingSchoolCommand = CommandOf<(typeof ridingSchoolCommands)[number]>
