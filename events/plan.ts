import { z } from 'zod'
import type { Source } from './finding.ts'
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
  /** A parameter that had no source is what the region wants: its value stays, and now somebody stands behind it. */
  ParameterConfirmed: {
    version: 1,
    data: z.object({
      ruleSet: z.string(),
      ruleSetVersion: z.int().positive(),
      key: z.string(),
      value: z.union([z.number(), z.boolean(), z.string()]),
      reason: z.string().min(1),
      /** Minutes, letter or file that says so; null when it was not named. */
      document: z.string().min(1).nullable(),
    }),
  },
} as const satisfies EventShapes

/** The source of a parameter that the region has decided: the document that says so, else the parameter, and the reason. */
export function decisionSource(decision: {
  readonly key: string
  readonly reason: string
  readonly document?: string | null
}): Source {
  return { kind: 'DECISION', id: decision.document ?? decision.key, section: decision.reason }
}

/** The source of a parameter as published. One without is an assumption by its own name: a value is never without a mark. */
export function publishedSource(sources: Readonly<Record<string, Source>>, key: string): Source {
  return sources[key] ?? { kind: 'ASSUMPTION', id: key }
}

export type PlanEvent = EventOf<typeof planEvents>
export type RecordedPlanEvent = RecordedEventOf<typeof planEvents>
