import { z } from 'zod'
import { planningAreaEvents } from '#events/planningArea'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const base = { effectiveFrom: EffectiveDate }
const stream = ({ area }: { area: string }) => `planningArea-${area}`

/** Commands to areas that planners draw. */
export const planningAreaCommands = [
  command({
    type: 'DrawPlanningArea',
    path: '/commands/draw-planning-area',
    action: 'quota.propose',
    body: z.object({ ...base, ...planningAreaEvents.PlanningAreaDrawn.data.shape }),
    stream,
  }),
  command({
    type: 'RenamePlanningArea',
    path: '/commands/rename-planning-area',
    action: 'quota.propose',
    body: z.object({ ...base, ...planningAreaEvents.PlanningAreaRenamed.data.shape }),
    stream,
  }),
  command({
    type: 'WithdrawPlanningArea',
    path: '/commands/withdraw-planning-area',
    action: 'quota.propose',
    body: z.object({ ...base, ...planningAreaEvents.PlanningAreaWithdrawn.data.shape }),
    stream,
  }),
] as const

export type PlanningAreaCommand = CommandOf<(typeof planningAreaCommands)[number]>
