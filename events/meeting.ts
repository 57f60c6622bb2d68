import { z } from 'zod'
import type { Participants } from './docket.ts'
import { CaseId, RegionCode } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `meeting-<region>.<date>`: one meeting of a cooperation committee, from its call to its minutes. */

/** Seats of the committee: 2 regional, 2 municipal and 4 physiotherapists (S_SUH). A seat, never a name. */
export const Seat = z.enum([
  'regional-1',
  'regional-2',
  'municipal-1',
  'municipal-2',
  'physio-1',
  'physio-2',
  'physio-3',
  'physio-4',
])
export type Seat = z.infer<typeof Seat>

/** Sits together on the day, or decides in writing by it. */
export const MeetingKind = z.enum(['ordinary', 'written'])
export type MeetingKind = z.infer<typeof MeetingKind>

/** What became of an item: decided in agreement, not agreed on, or put off. */
export const ItemResult = z.enum(['ruled', 'disagreed', 'postponed'])
export type ItemResult = z.infer<typeof ItemResult>

/** A seat that is not there, and why where that was said. */
const Absence = z.object({ seat: Seat, reason: z.string().trim().min(1).max(400).nullable() })
const reason = z.string().trim().min(1).max(2000)
const text = z.string().trim().min(1).max(8000)
/** The item that is meant; without one, the meeting as a whole. */
const item = CaseId.optional()

export const meetingEvents = {
  /** Called, or called again with other particulars: the last call holds. */
  MeetingCalled: {
    version: 1,
    data: z.object({
      region: RegionCode,
      meetingOn: EffectiveDate,
      kind: MeetingKind,
      /** Time of the day in Denmark; null for a meeting in writing. */
      startsAt: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .nullable(),
      place: z.string().trim().min(1).max(200).nullable(),
    }),
  },
  MeetingCancelled: { version: 1, data: z.object({ reason }) },
  /** The order of the items. Cases tabled for the day that are not named follow in the order of their numbers. */
  AgendaOrdered: { version: 1, data: z.object({ cases: z.array(CaseId).max(200) }) },
  /** The agenda as the members were told of it. */
  MeetingNoticeSent: {
    version: 1,
    data: z.object({ cases: z.array(CaseId).max(200), note: z.string().trim().min(1).max(2000).nullable() }),
  },
  /** Who is there, every seat once. Recorded again when somebody comes or goes: the last holds for the items that follow. */
  AttendanceRecorded: { version: 1, data: z.object({ present: z.array(Seat), absent: z.array(Absence) }) },
  /** A seat that takes no part in one item. */
  ConflictDeclared: { version: 1, data: z.object({ case: CaseId, seat: Seat, reason }) },
  ConflictLifted: { version: 1, data: z.object({ case: CaseId, seat: Seat, reason }) },
  ItemConcluded: {
    version: 1,
    data: z.object({
      case: CaseId,
      result: ItemResult,
      /** Seats that took part in the item; none where nobody had been noted as present. */
      tookPart: z.array(Seat),
      /** Number in the docket; null where the item was not ruled on. */
      rulingNumber: z.string().nullable(),
    }),
  },
  MinutesWritten: { version: 1, data: z.object({ case: item, text }) },
  /** From here on the minutes are locked; what was wrong is corrected beside them. */
  MinutesApproved: { version: 1, data: z.object({ chair: Seat }) },
  MinutesCorrected: { version: 1, data: z.object({ case: item, text, reason }) },
} as const satisfies EventShapes

export type MeetingEvent = EventOf<typeof meetingEvents>
export type RecordedMeetingEvent = RecordedEventOf<typeof meetingEvents>

/** Stream of a committee's meeting on a day; a committee meets once a day. */
export function meetingStream({ region, meetingOn }: { readonly region: string; readonly meetingOn: string }): string {
  return `meeting-${region}.${meetingOn}`
}

/** The side that a seat belongs to. */
function sideOf(seat: Seat): keyof Participants {
  if (seat.startsWith('regional')) return 'regional'
  return seat.startsWith('municipal') ? 'municipal' : 'physiotherapists'
}

/** How many of each side. */
export function countSides(seats: readonly Seat[]): Participants {
  const of = (side: keyof Participants) => seats.filter((seat) => sideOf(seat) === side).length
  return { regional: of('regional'), municipal: of('municipal'), physiotherapists: of('physiotherapists') }
}
