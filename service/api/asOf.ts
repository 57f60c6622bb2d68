import { z } from 'zod'
import { ScenarioId } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'

/**
 * The two times that every query names. `asOf`: when it holds; today when left out. `asKnownAt`: what had been recorded
 * then; everything when left out. A bare date as `asKnownAt` means the end of that day in Danish time. `scenario` lays a
 * what-if over both.
 */
export const AsOfParams = z.object({
  asOf: EffectiveDate.optional().meta({ description: 'When it holds; today when left out' }),
  asKnownAt: z
    .union([RecordedAt, EffectiveDate])
    .optional()
    .meta({ description: 'What was recorded by then; a date means the end of that day in Danish time' }),
  scenario: ScenarioId.optional(),
})
export type AsOfParams = z.infer<typeof AsOfParams>

/** The two times as the service resolved them. */
export interface AsOf {
  readonly effectiveOn: EffectiveDate
  readonly recordedAt: RecordedAt | 'now'
  readonly scenario?: ScenarioId
}

/** What every answer says about itself. */
export const Answered = z.object({
  effectiveOn: EffectiveDate,
  recordedAt: z.union([RecordedAt, z.literal('now')]),
  scenario: ScenarioId.nullable(),
  /** Number of the projector's commit that the answer was read at. */
  ordinal: z.int().min(0),
  /** True while the log holds demonstration data. */
  synthetic: z.boolean(),
})
export type Answered = z.infer<typeof Answered>
