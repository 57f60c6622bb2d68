import { z } from 'zod'
import { RegionCode } from './identifiers.ts'
import { ParameterSources, PlanParameters } from './planParameters.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `plan-<region>`: practice plan (praksisplan) and rule sets, with every parameter and where it comes from. */

export const planEvents = {
  PlanApprovedByCommittee: { version: 1, data: z.object({ region: RegionCode, plan: z.string() }) },
  PlanInForce: {
    version: 1,
    data: z.object({ region: RegionCode, plan: z.string(), until: EffectiveDate.nullable(), agreement: z.string() }),
  },
  /** A whole rule set, chosen by the effective date of a change, never by today's date. `until` is exclusive. */
  RuleSetPublished: {
    version: 2,
    data: z.object({
      region: RegionCode,
      ruleSet: z.string().min(1),
      ruleSetVersion: z.int().positive(),
      until: EffectiveDate.nullable(),
      parameters: PlanParameters,
      sources: ParameterSources,
    }),
  },
  /** One parameter switched, with a reason. Changes no stored finding. */
  ParameterChanged: {
    version: 1,
    data: z.object({
      ruleSet: z.string(),
      ruleSetVersion: z.int().positive(),
      key: z.string(),
      old: z.union([z.number(), z.boolean(), z.string()]),
      new: z.union([z.number(), z.boolean(), z.string()]),
      reason: z.string().min(1),
    }),
  },
} as const satisfies EventShapes

export type PlanEvent = EventOf<typeof planEvents>
export type RecordedPlanEvent = RecordedEventOf<typeof planEvents>
