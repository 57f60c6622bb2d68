import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { MeetingState } from '#api/views/meeting'
import { CaseId, RegionCode } from '#events/identifiers'
import { ItemResult, MeetingKind, Seat } from '#events/meeting'
import { EffectiveDate, RecordedAt } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'

const stored = { recordedAt: RecordedAt }
const Notice = z.object({ cases: CaseId.array(), note: z.string().nullable(), ...stored })
const Attendance = z.object({
  present: Seat.array(),
  absent: z.array(z.object({ seat: Seat, reason: z.string().nullable() })),
  ...stored,
})
const Approved = z.object({ chair: Seat, ...stored })

/** A meeting as the views hold it, without its items. */
export interface MeetingRecord {
  /** `<region>.<date>`. */
  readonly meeting: string
  readonly region: RegionCode
  readonly meetingOn: EffectiveDate
  readonly kind: MeetingKind
  readonly startsAt: string | null
  readonly place: string | null
  readonly cancelled: string | null
  readonly order: readonly CaseId[]
  readonly notice: z.infer<typeof Notice> | null
  readonly attendance: z.infer<typeof Attendance> | null
  readonly approved: z.infer<typeof Approved> | null
}

/** An item as it was concluded. */
export interface ConcludedItem {
  readonly meeting: string
  readonly case: CaseId
  readonly result: ItemResult
  readonly tookPart: readonly Seat[]
  readonly ruling: string | null
}

type Cells = {
  key: string
  region: string
  meeting_on: string
  kind: string
  starts_at: string | null
  place: string | null
  cancelled: string | null
  agenda: string | null
  notice: string | null
  attendance: string | null
  approved: string | null
}

/** Meetings at the two times, the latest day first; only those of a region and a day when they are given. */
export function meetingRecords(
  views: Views,
  at: AsOf,
  only: { readonly region?: RegionCode; readonly meetingOn?: EffectiveDate } = {},
): readonly MeetingRecord[] {
  return views
    .statement<Cells>(`SELECT m.* FROM meeting m WHERE ${asOf('m')} ORDER BY m.meeting_on DESC, m.region`)
    .all(moment(at))
    .filter(({ region }) => only.region === undefined || region === only.region)
    .filter(({ meeting_on }) => only.meetingOn === undefined || meeting_on === only.meetingOn)
    .map((row) => ({
      meeting: row.key,
      region: RegionCode.parse(row.region),
      meetingOn: EffectiveDate.parse(row.meeting_on),
      kind: MeetingKind.parse(row.kind),
      startsAt: row.starts_at,
      place: row.place,
      cancelled: row.cancelled,
      order: CaseId.array().parse(JSON.parse(row.agenda ?? '[]')),
      notice: row.notice === null ? null : Notice.parse(JSON.parse(row.notice)),
      attendance: row.attendance === null ? null : Attendance.parse(JSON.parse(row.attendance)),
      approved: row.approved === null ? null : Approved.parse(JSON.parse(row.approved)),
    }))
}

/** How far the meeting has come. */
export function meetingStateOf({ cancelled, approved, attendance, notice }: MeetingRecord): MeetingState {
  if (cancelled !== null) return 'cancelled'
  if (approved !== null) return 'approved'
  if (attendance !== null) return 'begun'
  return notice === null ? 'called' : 'announced'
}

/** Items that were concluded, in the order in which they were. */
export function concludedItems(views: Views, at: AsOf): readonly ConcludedItem[] {
  return views
    .statement<{ meeting: string; case_id: string; result: string; took_part: string; ruling: string | null }>(
      `SELECT i.* FROM meeting_item i WHERE ${asOf('i')} ORDER BY i.number`,
    )
    .all(moment(at))
    .map((row) => ({
      meeting: row.meeting,
      case: CaseId.parse(row.case_id),
      result: ItemResult.parse(row.result),
      tookPart: Seat.array().parse(JSON.parse(row.took_part)),
      ruling: row.ruling,
    }))
}

/** Conflicts of interest that stand. */
export function conflictsIn(
  views: Views,
  at: AsOf,
  meeting: string,
): readonly { readonly case: CaseId; readonly seat: Seat; readonly reason: string }[] {
  return views
    .statement<{ case_id: string; seat: string; reason: string }>(
      `SELECT c.* FROM meeting_conflict c WHERE c.meeting = :meeting AND ${asOf('c')} ORDER BY c.seat`,
    )
    .all({ meeting, ...moment(at) })
    .map(({ case_id, seat, reason }) => ({ case: CaseId.parse(case_id), seat: Seat.parse(seat), reason }))
}

/** Minutes and their corrections; a correction has a reason, minutes as first approved have none. */
export function minutesIn(
  views: Views,
  at: AsOf,
  meeting: string,
): readonly {
  readonly case: string | null
  readonly text: string
  readonly reason: string | null
  readonly recordedAt: RecordedAt
}[] {
  return views
    .statement<{ case_id: string | null; text: string; reason: string | null; recorded_at: string }>(
      `SELECT n.* FROM meeting_minutes n WHERE n.meeting = :meeting AND ${asOf('n')} ORDER BY n.number`,
    )
    .all({ meeting, ...moment(at) })
    .map((row) => ({
      case: row.case_id,
      text: row.text,
      reason: row.reason,
      recordedAt: RecordedAt.parse(row.recorded_at),
    }))
}
