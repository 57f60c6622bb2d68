import type { MeetingEvent } from '#events/meeting'
import { bitemporal } from './bitemporal.ts'
import { stepDay } from './danishDay.ts'
import type { Projected, Projection, Writer } from './projection.ts'

/** Meetings of the committees: what they were called for, and how far they have come. Lists as JSON. */
const meetingTable = bitemporal({
  name: 'meeting',
  columns: {
    region: 'TEXT',
    meeting_on: 'TEXT',
    kind: 'TEXT',
    starts_at: 'TEXT',
    place: 'TEXT',
    cancelled: 'TEXT',
    agenda: 'TEXT',
    notice: 'TEXT',
    attendance: 'TEXT',
    approved: 'TEXT',
  },
  indexed: ['region', 'meeting_on'],
})

/** Seats that take no part in one item. */
const meetingConflictTable = bitemporal({
  name: 'meeting_conflict',
  columns: { meeting: 'TEXT', case_id: 'TEXT', seat: 'TEXT', reason: 'TEXT' },
  indexed: ['meeting'],
})

/** Items as they were concluded; the last one of a case holds. */
const meetingItemTable = bitemporal({
  name: 'meeting_item',
  columns: { meeting: 'TEXT', case_id: 'TEXT', result: 'TEXT', took_part: 'TEXT', ruling: 'TEXT', number: 'INTEGER' },
  indexed: ['meeting', 'case_id'],
})

/** Minutes of an item, or of the meeting as a whole (no case), and what was corrected in them later. */
const meetingMinutesTable = bitemporal({
  name: 'meeting_minutes',
  columns: { meeting: 'TEXT', case_id: 'TEXT', text: 'TEXT', reason: 'TEXT', recorded_at: 'TEXT', number: 'INTEGER' },
  indexed: ['meeting'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)

/** Meetings of the cooperation committees. */
export const meetingProjection: Projection = {
  name: 'meeting',
  version: 1,
  tables: [meetingTable, meetingConflictTable, meetingItemTable, meetingMinutesTable],
  on: {
    MeetingCalled(write, event) {
      const { region, meetingOn: meeting_on, kind, startsAt: starts_at, place } = event.data
      const cells = { region, meeting_on, kind, starts_at, place, cancelled: null }
      const id = idOf(event.stream)
      if (isKnown(write, id)) write.patch(meetingTable, id, cells, stepDay(event))
      else {
        const nothing = { agenda: null, notice: null, attendance: null, approved: null }
        write.put(meetingTable, id, { ...cells, ...nothing }, { from: stepDay(event) })
      }
    },
    MeetingCancelled: (write, event) => patch(write, event, { cancelled: event.data.reason }),
    AgendaOrdered: (write, event) => patch(write, event, { agenda: JSON.stringify(event.data.cases) }),
    MeetingNoticeSent(write, event) {
      patch(write, event, { notice: JSON.stringify({ ...event.data, recordedAt: event.recordedAt }) })
    },
    AttendanceRecorded(write, event) {
      patch(write, event, { attendance: JSON.stringify({ ...event.data, recordedAt: event.recordedAt }) })
    },
    ConflictDeclared(write, event) {
      const { case: case_id, seat, reason } = event.data
      const meeting = idOf(event.stream)
      const from = stepDay(event)
      write.put(meetingConflictTable, `${meeting}.${case_id}.${seat}`, { meeting, case_id, seat, reason }, { from })
    },
    ConflictLifted(write, event) {
      const { case: case_id, seat } = event.data
      write.end(meetingConflictTable, `${idOf(event.stream)}.${case_id}.${seat}`, stepDay(event))
    },
    ItemConcluded(write, event) {
      const { case: case_id, result, tookPart, rulingNumber: ruling } = event.data
      const meeting = idOf(event.stream)
      const cells = { meeting, case_id, result, took_part: JSON.stringify(tookPart), ruling, number: event.number }
      write.put(meetingItemTable, `${meeting}.${case_id}`, cells, { from: stepDay(event) })
    },
    MinutesWritten: (write, event) => minutes(write, event, `${idOf(event.stream)}.${event.data.case ?? ''}`, null),
    MinutesCorrected: (write, event) => minutes(write, event, event.id, event.data.reason),
    MinutesApproved(write, event) {
      patch(write, event, { approved: JSON.stringify({ ...event.data, recordedAt: event.recordedAt }) })
    },
  },
}

type Column = keyof typeof meetingTable.columns

function patch(write: Writer, event: Projected<MeetingEvent['type']>, values: Partial<Record<Column, string>>): void {
  write.patch(meetingTable, idOf(event.stream), values, stepDay(event))
}

function minutes(
  write: Writer,
  event: Projected<'MinutesWritten' | 'MinutesCorrected'>,
  key: string,
  reason: string | null,
): void {
  const { case: case_id = null, text } = event.data
  const cells = { meeting: idOf(event.stream), case_id, text, reason }
  const known = { recorded_at: event.recordedAt, number: event.number }
  write.put(meetingMinutesTable, key, { ...cells, ...known }, { from: stepDay(event) })
}

/** True when the meeting was called before, perhaps cancelled. */
function isKnown(write: Writer, meeting: string): boolean {
  return write.views.statement('SELECT 1 FROM meeting WHERE key = :meeting').get({ meeting }) !== undefined
}
