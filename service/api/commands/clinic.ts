import { z } from 'zod'
import { clinicEvents } from '#events/clinic'
import { ClinicId } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ clinic }: { clinic: string }) => `clinic-${clinic}`
const base = { clinic: ClinicId, effectiveFrom: EffectiveDate }

/** Commands to one clinic. */
export const clinicCommands = [
  command({
    type: 'RegisterClinic',
    path: '/commands/register-clinic',
    action: 'register.change',
    body: z.object({ ...base, ...clinicEvents.ClinicRegistered.data.shape }),
    stream,
  }),
  command({
    type: 'AllocateKrCapacity',
    path: '/commands/allocate-kr-capacity',
    action: 'register.change',
    body: z.object({ ...base, ...clinicEvents.KrCapacityAllocated.data.shape }),
    stream,
  }),
  command({
    type: 'ChangeClinicOwnership',
    path: '/commands/change-clinic-ownership',
    action: 'register.change',
    body: z.object({ ...base, ...clinicEvents.ClinicOwnershipChanged.data.shape }),
    stream,
  }),
  command({
    type: 'DescribeChildrensClinic',
    path: '/commands/describe-childrens-clinic',
    action: 'register.change',
    body: z.object({ ...base, ...clinicEvents.ChildrensClinicDescribed.data.shape }),
    stream,
  }),
  command({
    type: 'StateClinicIntake',
    path: '/commands/state-clinic-intake',
    action: 'register.change',
    body: z.object({ ...base, ...clinicEvents.ClinicIntakeStated.data.shape }),
    stream,
  }),
  command({
    type: 'CloseClinic',
    path: '/commands/close-clinic',
    action: 'register.change',
    body: z.object({ ...base, reason: z.string().min(1) }),
    stream,
  }),
] as const

export type ClinicCommand = CommandOf<(typeof clinicCommands)[number]>
