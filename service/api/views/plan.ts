import { z } from 'zod'
import { ApplicationType } from '#events/case'
import { Role } from '#events/envelope'
import { Outcome, RuleId, Source } from '#events/finding'
import { CaseId, RegionCode } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

const RuleSetSummary = z.object({
  ruleSet: z.string(),
  ruleSetVersion: z.int(),
  from: EffectiveDate,
  to: EffectiveDate.nullable(),
})

export const ParameterValue = z.union([z.number(), z.boolean(), z.string()])

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
          value: ParameterValue,
          source: Source,
          /** Rules that read it. */
          rules: z.array(RuleId),
          /** How often it was changed or confirmed, as known then. */
          decisions: z.int(),
        }),
      ),
    }).nullable(),
    ruleSets: z.array(RuleSetSummary),
  }),
})

/** Every change and confirmation of one parameter, the last recorded first. */
export const parameterHistoryView = view({
  path: '/views/parameter-history',
  action: 'plan.read',
  params: AsOfParams.extend({ region: RegionCode, ruleSet: z.string().min(1), key: z.string().min(1) }),
  response: z.object({
    at: Answered,
    rows: z.array(
      z.object({
        number: z.int(),
        ruleSetVersion: z.int(),
        kind: z.enum(['changed', 'confirmed']),
        /** null for a confirmation. */
        old: ParameterValue.nullable(),
        value: ParameterValue,
        reason: z.string(),
        document: z.string().nullable(),
        role: Role,
        effectiveFrom: EffectiveDate,
        recordedAt: RecordedAt,
      }),
    ),
  }),
})

/**
 * What a parameter with another value from a date on would do to the open cases that the asker may see: the findings
 * whose outcome would be another. Nothing is stored, and the value is refused as the change itself would be.
 */
export const parameterPreviewView = view({
  path: '/views/parameter-preview',
  action: 'case.read',
  params: z.object({
    region: RegionCode,
    ruleSet: z.string().min(1),
    key: z.string().min(1),
    /** A number, `true` or `false`, or text: `28`, `false`, `pair`. */
    value: z.string().min(1).max(200),
    from: EffectiveDate,
  }),
  response: z.object({
    at: Answered,
    /** Open cases that the rule set judges. */
    examined: z.int(),
    cases: z.array(
      z.object({
        case: CaseId,
        number: z.string(),
        type: ApplicationType,
        applicant: z.string(),
        wantedFrom: EffectiveDate,
        changes: z.array(z.object({ rule: RuleId, before: Outcome, after: Outcome })),
      }),
    ),
  }),
})
