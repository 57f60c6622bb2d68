import { z } from 'zod'
import { Derogation, docketEvents, Participants, RulingOutcome } from '#events/docket'
import { CaseId, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ committee }: { committee: string }) => `docket-${committee}`
const base = { committee: RegionCode, case: CaseId }

/** Commands to one committee's docket. A ruling is sent with the docket revision that its findings saw as `If-Match`. */
export const docketCommands = [
  command({
    type: 'IssueRuling',
    path: '/commands/issue-ruling',
    action: 'case.rule',
    body: z.object({
      ...base,
      outcome: RulingOutcome,
      reasons: z.string().trim().min(1).max(8000),
      conditions: z.array(z.string().trim().min(1).max(1000)),
      derogations: z.array(Derogation),
      effectiveFrom: EffectiveDate,
      participants: Participants,
      /** Everyone present agreed; without agreement the case is referred instead. */
      agreed: z.literal(true),
      /** Revision of the docket that the findings in front of the committee had seen; -1 for an empty docket. */
      docketRevision: z.int().min(-1),
      /**
       * The committee knows that a hearing of the case is still open: who has answered may replace the answer through its
       * last day. Needed then, and not looked at otherwise.
       */
      despiteOpenHearing: z.literal(true).optional(),
    }),
    stream,
  }),
  command({
    type: 'RecordDisagreement',
    path: '/commands/record-disagreement',
    action: 'case.rule',
    body: z.object({ ...base, sides: z.string().trim().min(1).max(4000), participants: Participants }),
    stream,
  }),
  command({
    type: 'DemandReferral',
    path: '/commands/demand-referral',
    action: 'case.rule',
    body: z.object({ ...base, by: z.string().trim().min(1), receivedOn: EffectiveDate }),
    stream,
  }),
  /** By the national committee itself, or by the secretariat from its letter. */
  command({
    type: 'DecideNationally',
    path: '/commands/decide-nationally',
    action: 'case.decideNationally',
    body: z.object({ committee: RegionCode, ...docketEvents.NationalCommitteeDecided.data.shape }),
    stream,
  }),
  command({
    type: 'WithdrawRuling',
    path: '/commands/withdraw-ruling',
    action: 'case.rule',
    body: z.object({ ...base, number: z.string(), reason: z.string().trim().min(1) }),
    stream,
  }),
] as const

export type DocketCommand = CommandOf<(typeof docketCommands)[number]>
