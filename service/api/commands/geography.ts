import { z } from 'zod'
import { geographyEvents } from '#events/geography'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

/** Commands to the dated geography. */
export const geographyCommands = [
  command({
    type: 'PublishAreaVersion',
    path: '/commands/publish-area-version',
    action: 'geography.change',
    body: z.object({ effectiveFrom: EffectiveDate, ...geographyEvents.AreaVersionPublished.data.shape }),
    stream: () => 'geography-denmark',
  }),
  command({
    type: 'PublishPopulation',
    path: '/commands/publish-population',
    action: 'geography.change',
    body: z.object({ effectiveFrom: EffectiveDate, ...geographyEvents.PopulationPublished.data.shape }),
    stream: () => 'geography-denmark',
  }),
] as const

export type GeographyCommand = CommandOf<(typeof geographyCommands)[number]>
