import { z } from 'zod'
import { RegionCode } from '#events/identifiers'
import { planEvents } from '#events/plan'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ region }: { region: string }) => `plan-${region}`
const base = { region: RegionCode, effectiveFrom: EffectiveDate }

/** Commands to one region's practice plan and rule sets. */
export const planCommands = [
  command({
    type: 'ApprovePlan',
    path: '/commands/approve-plan',
    action: 'plan.change',
    body: z.object({ ...base, plan: z.string().min(1) }),
    stream,
  }),
  command({
    type: 'PutPlanInForce',
    path: '/commands/put-plan-in-force',
    action: 'plan.change',
    body: z.object({ ...base, ...planEvents.PlanInForce.data.shape }),
    stream,
  }),
  command({
    type: 'PublishRuleSet',
    path: '/commands/publish-rule-set',
    action: 'plan.change',
    body: z.object({ ...base, ...planEvents.RuleSetPublished.data.shape }),
    stream,
  }),
  command({
    type: 'ChangeParameter',
    path: '/commands/change-parameter',
    action: 'plan.change',
    body: z.object({
      ...base,
      ruleSet: z.string().min(1),
      key: z.string().min(1),
      to: z.union([z.number(), z.boolean(), z.string()]),
      reason: z.string().trim().min(1),
    }),
    stream,
  }),
  command({
    type: 'ConfirmParameter',
    path: '/commands/confirm-parameter',
    action: 'plan.change',
    body: z.object({
      ...base,
      ruleSet: z.string().min(1),
      key: z.string().min(1),
      /** The value that was seen: another one cannot be confirmed by mistake. */
      value: z.union([z.number(), z.boolean(), z.string()]),
      reason: z.string().trim().min(1).max(2000),
      document: z.string().trim().min(1).max(500).nullable(),
    }),
    stream,
  }),
] as const

export type PlanCommand = CommandOf<(typeof planCommands)[number]>
