import { z } from 'zod'
import { Participants, RulingOutcome } from '#events/docket'
import type { RulingDraft } from './rulingDraft.ts'

/** A ruling's draft as this browser keeps it. */
export const RulingDraftShape: z.ZodType<RulingDraft> = z.object({
  outcome: z.union([RulingOutcome, z.literal('disagreement')]).nullable(),
  effectiveFrom: z.string(),
  participants: Participants,
  reasons: z.string(),
  conditions: z.array(z.string()),
})
