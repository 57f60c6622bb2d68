import { z } from 'zod'
import { RegionCode } from '#events/identifiers'
import { meetingEvents, meetingStream } from '#events/meeting'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = meetingStream
const base = { region: RegionCode, meetingOn: EffectiveDate }

/** Commands to one meeting of a committee. The one with `process.run` is a reactor's. */
export const meetingCommands = [
  /** Sent again before the meeting has begun, it changes the meeting's particulars. */
  command({
    type: 'CallMeeting',
    path: '/commands/call-meeting',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.MeetingCalled.data.shape }),
    stream,
  }),
  command({
    type: 'CancelMeeting',
    path: '/commands/cancel-meeting',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.MeetingCancelled.data.shape }),
    stream,
  }),
  command({
    type: 'OrderAgenda',
    path: '/commands/order-agenda',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.AgendaOrdered.data.shape }),
    stream,
  }),
  command({
    type: 'SendMeetingNotice',
    path: '/commands/send-meeting-notice',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.MeetingNoticeSent.data.shape }),
    stream,
  }),
  command({
    type: 'RecordAttendance',
    path: '/commands/record-attendance',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.AttendanceRecorded.data.shape }),
    stream,
  }),
  command({
    type: 'DeclareConflict',
    path: '/commands/declare-conflict',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.ConflictDeclared.data.shape }),
    stream,
  }),
  command({
    type: 'LiftConflict',
    path: '/commands/lift-conflict',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.ConflictLifted.data.shape }),
    stream,
  }),
  command({
    type: 'ConcludeItem',
    path: '/commands/conclude-item',
    action: 'process.run',
    body: z.object({
      ...base,
      ...meetingEvents.ItemConcluded.data.pick({ case: true, result: true, rulingNumber: true }).shape,
    }),
    stream,
  }),
  command({
    type: 'WriteMinutes',
    path: '/commands/write-minutes',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.MinutesWritten.data.shape }),
    stream,
  }),
  command({
    type: 'ApproveMinutes',
    path: '/commands/approve-minutes',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.MinutesApproved.data.shape }),
    stream,
  }),
  command({
    type: 'CorrectMinutes',
    path: '/commands/correct-minutes',
    action: 'meeting.run',
    body: z.object({ ...base, ...meetingEvents.MinutesCorrected.data.shape }),
    stream,
  }),
] as const

export type MeetingCommand = CommandOf<(typeof meetingCommands)[number]>
