import { z } from 'zod'
import { FindingSet, RuleId } from './finding.ts'
import { CaseId, RegionCode } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `docket-<region>`: the rulings of one cooperation committee, numbered, in the order they were made. */

export const RulingOutcome = z.enum(['granted', 'granted-with-conditions', 'refused'])
export type RulingOutcome = z.infer<typeof RulingOutcome>

/** Members present by side; the committee is 2 regional, 2 municipal and 4 physiotherapists (S_SUH). */
export const Participants = z.object({
  regional: z.int().min(0).max(2),
  municipal: z.int().min(0).max(2),
  physiotherapists: z.int().min(0).max(4),
})
export type Participants = z.infer<typeof Participants>

/** A breach or an open hearing that the ruling departs from, and why. */
export const Derogation = z.object({ rule: RuleId, reason: z.string().trim().min(1).max(4000) })

export const docketEvents = {
  RulingIssued: {
    version: 2,
    data: z.object({
      case: CaseId,
      committee: RegionCode,
      /** `2026-0012`: unique within its year. */
      number: z.string().regex(/^\d{4}-\d{4}$/),
      outcome: RulingOutcome,
      reasons: z.string().min(1),
      conditions: z.array(z.string().min(1)),
      derogations: z.array(Derogation),
      effectiveFrom: EffectiveDate,
      participants: Participants,
      /** What the committee knew. */
      known: FindingSet,
    }),
  },
  DisagreementRecorded: {
    version: 1,
    data: z.object({ case: CaseId, sides: z.string().min(1), participants: Participants }),
  },
  ReferredToNationalCommittee: { version: 1, data: z.object({ case: CaseId, reason: z.string() }) },
  /** A party's demand; possible through the 14th day after the ruling was received, that day included (S_SU). */
  ReferralDemanded: { version: 1, data: z.object({ case: CaseId, by: z.string(), receivedOn: EffectiveDate }) },
  /** What the national committee decided in a case that was referred to it, as its own letter says. */
  NationalCommitteeDecided: {
    version: 1,
    data: z.object({
      case: CaseId,
      /** Number or reference of the decision there. */
      reference: z.string().trim().min(1).max(100),
      outcome: RulingOutcome,
      reasons: z.string().trim().min(1).max(8000),
      conditions: z.array(z.string().trim().min(1).max(1000)),
      decidedOn: EffectiveDate,
      effectiveFrom: EffectiveDate,
    }),
  },
  RulingPublished: { version: 1, data: z.object({ case: CaseId, number: z.string() }) },
  RulingWithdrawn: { version: 1, data: z.object({ case: CaseId, number: z.string(), reason: z.string().min(1) }) },
} as const satisfies EventShapes

export type DocketEvent = EventOf<typeof docketEvents>
export type RecordedDocketEvent = RecordedEventOf<typeof docketEvents>
