import { z } from 'zod'
import { Source } from './finding.ts'
import { RegionCode } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `plan-<region>`: practice plan (praksisplan) and rule sets, with every parameter and where it comes from. */

export const CapacityRegime = z.enum(['HOURS', 'KR_PER_CLINIC'])
export type CapacityRegime = z.infer<typeof CapacityRegime>

/** Every number a rule measures against. Code says how, the plan says how much. */
export const PlanParameters = z.object({
  regime: CapacityRegime,
  /** */
  allowNewNumbers: z.boolean(),
  /** a municipality may gain or lose at most this, in tenths of an hour or hundredths of a unit. */
  crossMunicipalityAllowed: z.boolean(),
  toleranceHoursTenths: z.int().min(0),
  toleranceUnitsHundredths: z.int().min(0),
  /** */
  maxAddresses: z.int().min(1).max(10),
  transitionDays: z.int().min(0).max(366),
  extraAddressRole: z.enum(['approve', 'notify']),
  /** */
  noticeDays: z.int().min(0).max(366),
  /** */
  noticeRule: z.literal('first-of-second-month-after-receipt'),
  /** */
  ridingMinHoursTenths: z.int().min(0),
  /** hear municipalities in capacity cases that are not riding cases. */
  hearCapacityCases: z.boolean(),
  /** */
  caseDays: z.int().min(1).max(366),
  planDays: z.int().min(1).max(366),
  /** */
  unanimity: z.boolean(),
  referralDays: z.int().min(1).max(366),
  /** */
  minCell: z.int().min(3).max(100),
})
export type PlanParameters = z.infer<typeof PlanParameters>
export type ParameterKey = keyof PlanParameters

/** Where each parameter comes from. */
export const ParameterSources = z.record(z.string(), Source)

export const planEvents = {
  PlanApprovedByCommittee: { version: 1, data: z.object({ region: RegionCode, plan: z.string() }) },
  PlanInForce: {
    version: 1,
    data: z.object({ region: RegionCode, plan: z.string(), until: EffectiveDate.nullable(), agreement: z.string() }),
  },
  /** A whole rule set, chosen by the effective date of a change, never by today's date. `until` is exclusive. */
  RuleSetPublished: {
    version: 1,
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
