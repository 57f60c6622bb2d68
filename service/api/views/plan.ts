import { z } from 'zod'
import { Source } from '#events/finding'
import { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

const RuleSetSummary = z.object({
  ruleSet: z.string(),
  ruleSetVersion: z.int(),
  from: EffectiveDate,
  to: EffectiveDate.nullable(),
})

/** The rule set in force on the date, each parameter with its source, and the other sets of the region. */
export const planInForceView = view({
  path: '/views/plan-in-force',
  action: 'plan.read',
  params: AsOfParams.extend({ region: RegionCode }),
  response: z.object({
    at: Answered,
    /** null when no rule set of the region holds on the date. */
    inForce: RuleSetSummary.extend({
      parameters: z.array(
        z.object({
          key: z.string(),
          value: z.union([z.number(), z.boolean(), z.string()]),
          source: Source,
        }),
      ),
    }).nullable(),
    ruleSets: z.array(RuleSetSummary),
  }),
})
