import { z } from 'zod'
import { pathwayEvents } from '#events/pathway'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

/** Commands to what structured pathways are to save. */
export const pathwayCommands = [
  command({
    type: 'SetStructuredPathway',
    path: '/commands/set-structured-pathway',
    action: 'pathway.set',
    body: z.object({ effectiveFrom: EffectiveDate, ...pathwayEvents.StructuredPathwaySet.data.shape }),
    stream: ({ group }: { group: string }) => `pathway-${group}`,
  }),
] as const

export type PathwayCommand = CommandOf<(typeof pathwayCommands)[number]>
