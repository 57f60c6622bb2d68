import { z } from 'zod'
import { Participants, RulingOutcome } from '#events/docket'
import { CaseId, RegionCode } from '#events/identifiers'
import { ItemResult, MeetingKind, Seat } from '#events/meeting'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CaseRow } from './case.ts'

/** How far a meeting has come; `begun` once it is noted who is there, `approved` once its minutes are locked. */
export const MeetingState = z.enum(['called', 'announced', 'begun', 'approved', 'cancelled'])
export type MeetingState = z.infer<typeof MeetingState>

const called = {
  region: RegionCode,
  meetingOn: EffectiveDate,
  kind: MeetingKind,
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
  state: MeetingState,
}

const MeetingRow = z.object({
  ...called,
  items: z.int(),
  /** Items concluded, by what became of them. */
  ruled: z.int(),
  disagreed: z.int(),
  postponed: z.int(),
})

/** Meetings within the asker's reach, the latest day first, and what waits to be put on one. */
export const meetingsView = view({
  path: '/views/meetings',
  action: 'meeting.read',
  committeeOnly: true,
  params: AsOfParams.extend({ region: RegionCode.optional() }),
  response: z.object({
    at: Answered,
    rows: z.array(MeetingRow),
    /** Days that cases are tabled for without a meeting having been called. */
    uncalled: z.array(z.object({ region: RegionCode, meetingOn: EffectiveDate, items: z.int() })),
    /** Cases that were heard and are not tabled. */
    ready: z.array(CaseRow),
  }),
})

const Minutes = z.object({ text: z.string(), recordedAt: RecordedAt })
const Correction = z.object({ text: z.string(), reason: z.string(), recordedAt: RecordedAt })

/** One case on the agenda. */
const MeetingItem = z.object({
  case: CaseId,
  row: CaseRow,
  /** Null while nothing was concluded at the meeting. */
  result: ItemResult.nullable(),
  conflicts: z.array(z.object({ seat: Seat, reason: z.string() })),
  /** Seats that take part, or took part where the item is concluded. */
  tookPart: z.array(Seat),
  participants: Participants,
  /** The ruling that was made here. */
  ruling: z
    .object({ number: z.string(), outcome: RulingOutcome, reasons: z.string(), conditions: z.array(z.string()) })
    .nullable(),
  /** What was said where there was no agreement. */
  sides: z.string().nullable(),
  minutes: Minutes.nullable(),
  corrections: z.array(Correction),
})
export type MeetingItem = z.infer<typeof MeetingItem>

/** One meeting: its agenda as it stands, who is there, and its minutes. */
export const meetingView = view({
  path: '/views/meeting',
  action: 'meeting.read',
  committeeOnly: true,
  params: AsOfParams.extend({ region: RegionCode, meetingOn: EffectiveDate }),
  response: z.object({
    at: Answered,
    ...called,
    /** Why it was cancelled. */
    cancelled: z.string().nullable(),
    revision: z.int(),
    /** The agenda that the members were told of. */
    notice: z.object({ cases: z.array(CaseId), note: z.string().nullable(), recordedAt: RecordedAt }).nullable(),
    attendance: z
      .object({
        present: z.array(Seat),
        absent: z.array(z.object({ seat: Seat, reason: z.string().nullable() })),
        recordedAt: RecordedAt,
      })
      .nullable(),
    /** Parties of whom nobody is there: without both, nothing can be ruled on (ASSUMPTION: no quorum was found). */
    partiesMissing: z.array(z.enum(['public', 'physiotherapists'])),
    items: z.array(MeetingItem),
    /** Minutes of the meeting as a whole. */
    minutes: Minutes.nullable(),
    corrections: z.array(Correction),
    approved: z.object({ chair: Seat, recordedAt: RecordedAt }).nullable(),
  }),
})
