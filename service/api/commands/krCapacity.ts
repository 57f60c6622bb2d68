import { z } from 'zod'
import { krCapacityEvents } from '#events/krCapacity'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ region }: { region: string }) => `krCapacity-${region}`
const base = { effectiveFrom: EffectiveDate }

/** Commands about a region's new capacity in kroner, and about what a unit is worth. */
export const krCapacityCommands = [
  command({
    type: 'AdvertiseNewEstablishment',
    path: '/commands/advertise-new-establishment',
    action: 'register.change',
    body: z.object({ ...base, ...krCapacityEvents.NewEstablishmentAdvertised.data.shape }),
    stream,
  }),
  command({
    type: 'AwardNewEstablishment',
    path: '/commands/award-new-establishment',
    action: 'case.rule',
    body: z.object({ ...base, ...krCapacityEvents.NewEstablishmentAwarded.data.shape }),
    stream,
  }),
  command({
    type: 'IndexKrCapacity',
    path: '/commands/index-kr-capacity',
    action: 'register.change',
    body: z.object({ ...base, ...krCapacityEvents.KrCapacityIndexed.data.shape }),
    stream,
  }),
] as const

export type KrCapacityCommand = CommandOf<(typeof krCapacityCommands)[number]>
