import type { MeetingCommand } from '#api/commands/meeting'
import type { CaseId } from '#events/identifiers'
import { type ItemResult, type MeetingEvent, type RecordedMeetingEvent, Seat } from '#events/meeting'
import { type Context, type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type DataOf<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>['data']

/** A committee's meeting on one day. */
interface MeetingState {
  readonly called: DataOf<'MeetingCalled'> | null
  readonly cancelled: boolean
  readonly order: readonly CaseId[]
  readonly notice: DataOf<'MeetingNoticeSent'> | null
  /** Who is there; null before the meeting has begun. */
  readonly attendance: DataOf<'AttendanceRecorded'> | null
  readonly conflicts: readonly { readonly case: CaseId; readonly seat: Seat }[]
  readonly concluded: readonly DataOf<'ItemConcluded'>[]
  readonly minutes: readonly DataOf<'MinutesWritten'>[]
  readonly approved: boolean
  readonly corrections: readonly DataOf<'MinutesCorrected'>[]
}

export const meeting: Decider<MeetingState, MeetingCommand, MeetingEvent, RecordedMeetingEvent> = {
  initial: {
    called: null,
    cancelled: false,
    order: [],
    notice: null,
    attendance: null,
    conflicts: [],
    concluded: [],
    minutes: [],
    approved: false,
    corrections: [],
  },
  evolve,
  decide(command, state, context) {
    if (command.type === 'CallMeeting') return call(command.data, state, context)
    const { meetingOn } = command.data
    if (state.called === null) throw new Refusal('meeting.unknown', { meetingOn })
    if (command.type === 'CancelMeeting') return cancel(command.data, state, context)
    if (state.cancelled) throw new Refusal('meeting.unknown', { meetingOn })
    return run(command, state, context)
  },
}

function evolve(state: MeetingState, event: RecordedMeetingEvent): MeetingState {
  switch (event.type) {
    case 'MeetingCalled':
      return { ...state, called: event.data, cancelled: false }
    case 'MeetingCancelled':
      return { ...state, cancelled: true }
    case 'AgendaOrdered':
      return { ...state, order: event.data.cases }
    case 'MeetingNoticeSent':
      return { ...state, notice: event.data }
    case 'AttendanceRecorded':
      return { ...state, attendance: event.data }
    case 'ConflictDeclared': {
      const { case: id, seat } = event.data
      return { ...state, conflicts: [...state.conflicts, { case: id, seat }] }
    }
    case 'ConflictLifted': {
      const { case: id, seat } = event.data
      return { ...state, conflicts: state.conflicts.filter((one) => one.case !== id || one.seat !== seat) }
    }
    case 'ItemConcluded':
      return { ...state, concluded: [...state.concluded, event.data] }
    case 'MinutesWritten': {
      const others = state.minutes.filter((one) => one.case !== event.data.case)
      return { ...state, minutes: [...others, event.data] }
    }
    case 'MinutesApproved':
      return { ...state, approved: true }
    case 'MinutesCorrected':
      return { ...state, corrections: [...state.corrections, event.data] }
    default:
      return event satisfies never
  }
}

/** Seats that take part in an item: those that are there and have no conflict of interest in it. */
export function takingPart({ attendance, conflicts }: MeetingState, item: CaseId): Seat[] {
  const out = new Set(conflicts.filter((one) => one.case === item).map(({ seat }) => seat))
  return attendance?.present.filter((seat) => !out.has(seat)) ?? []
}

/** What became of an item the last time that it was concluded; null while it is open. */
function resultOf({ concluded }: MeetingState, item: CaseId): ItemResult | null {
  return concluded.findLast((one) => one.case === item)?.result ?? null
}

type Data<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>['data']

function call(data: Data<'CallMeeting'>, state: MeetingState, { today }: Context): MeetingEvent[] {
  if (!state.cancelled && equal(state.called, data)) return []
  if (state.attendance !== null) throw new Refusal('meeting.begun', { meetingOn: data.meetingOn })
  if (data.meetingOn < today) throw new Refusal('meeting.inPast', { meetingOn: data.meetingOn, today })
  if (data.kind === 'ordinary' && data.startsAt === null) throw new Refusal('meeting.noTime')
  return [{ type: 'MeetingCalled', effectiveFrom: today, data }]
}

function cancel({ meetingOn, reason }: Data<'CancelMeeting'>, state: MeetingState, { today }: Context): MeetingEvent[] {
  if (state.cancelled) return []
  if (state.attendance !== null) throw new Refusal('meeting.begun', { meetingOn })
  return [{ type: 'MeetingCancelled', effectiveFrom: today, data: { reason } }]
}

type Running = Exclude<MeetingCommand, { type: 'CallMeeting' | 'CancelMeeting' }>

/** Everything that is done with a meeting that was called. */
function run(command: Running, state: MeetingState, context: Context): MeetingEvent[] {
  const effectiveFrom = context.today
  switch (command.type) {
    case 'OrderAgenda': {
      const { cases } = command.data
      if (equal(state.order, cases)) return []
      refuseLocked(state)
      refuseTwice(cases)
      return [{ type: 'AgendaOrdered', effectiveFrom, data: { cases } }]
    }
    case 'SendMeetingNotice': {
      const { meetingOn, cases, note } = command.data
      if (equal(state.notice, { cases, note })) return []
      if (state.attendance !== null) throw new Refusal('meeting.begun', { meetingOn })
      refuseTwice(cases)
      return [{ type: 'MeetingNoticeSent', effectiveFrom, data: { cases, note } }]
    }
    case 'RecordAttendance':
      return attend(command.data, state, context)
    case 'DeclareConflict': {
      const { case: id, seat, reason } = command.data
      if (isOut(state, id, seat)) return []
      refuseConcluded(state, id)
      return [{ type: 'ConflictDeclared', effectiveFrom, data: { case: id, seat, reason } }]
    }
    case 'LiftConflict': {
      const { case: id, seat, reason } = command.data
      refuseConcluded(state, id)
      if (!isOut(state, id, seat)) throw new Refusal('meeting.noConflict', { case: id, seat })
      return [{ type: 'ConflictLifted', effectiveFrom, data: { case: id, seat, reason } }]
    }
    case 'ConcludeItem': {
      const { case: id, result, rulingNumber } = command.data
      if (state.concluded.some((one) => one.case === id && one.result === result && one.rulingNumber === rulingNumber))
        return []
      refuseLocked(state)
      const data = { case: id, result, rulingNumber, tookPart: takingPart(state, id) }
      return [{ type: 'ItemConcluded', effectiveFrom, data }]
    }
    case 'WriteMinutes':
    case 'ApproveMinutes':
    case 'CorrectMinutes':
      return write(command, state, context)
    default:
      return command satisfies never
  }
}

function attend(data: Data<'RecordAttendance'>, state: MeetingState, { today }: Context): MeetingEvent[] {
  const { region: _, meetingOn, present, absent } = data
  if (equal(state.attendance, { present, absent })) return []
  refuseLocked(state)
  // Members answer a meeting in writing before its day; who sits at a table is seen on the day.
  if (state.called?.kind === 'ordinary' && today < meetingOn) throw new Refusal('meeting.notYet', { meetingOn })
  const noted = [...present, ...absent.map(({ seat }) => seat)]
  const twice = noted.find((seat, index) => noted.indexOf(seat) !== index)
  if (twice !== undefined) throw new Refusal('meeting.seatTwice', { seat: twice })
  const missing = Seat.options.filter((seat) => !noted.includes(seat))
  if (missing.length > 0) throw new Refusal('meeting.seatMissing', { seats: missing })
  return [{ type: 'AttendanceRecorded', effectiveFrom: today, data: { present, absent } }]
}

type Minutes = Extract<MeetingCommand, { type: 'WriteMinutes' | 'ApproveMinutes' | 'CorrectMinutes' }>

function write(command: Minutes, state: MeetingState, { today, tabled = [] }: Context): MeetingEvent[] {
  const effectiveFrom = today
  switch (command.type) {
    case 'WriteMinutes': {
      const { region: _, meetingOn, ...data } = command.data
      if (state.minutes.some((one) => one.case === data.case && one.text === data.text)) return []
      refuseLocked(state)
      if (state.attendance === null) throw new Refusal('meeting.notBegun', { meetingOn })
      return [{ type: 'MinutesWritten', effectiveFrom, data }]
    }
    case 'ApproveMinutes': {
      const { meetingOn, chair } = command.data
      if (state.approved) return []
      if (state.attendance === null) throw new Refusal('meeting.notBegun', { meetingOn })
      if (!state.attendance.present.includes(chair)) throw new Refusal('meeting.chairAbsent', { chair })
      if (tabled.length > 0) throw new Refusal('meeting.itemsOpen', { cases: tabled })
      const unwritten = state.concluded
        .map((one) => one.case)
        .filter((id) => !state.minutes.some((one) => one.case === id))
      if (unwritten.length > 0) throw new Refusal('meeting.minutesMissing', { cases: [...new Set(unwritten)] })
      return [{ type: 'MinutesApproved', effectiveFrom, data: { chair } }]
    }
    case 'CorrectMinutes': {
      const { region: _, meetingOn: __, ...data } = command.data
      if (state.corrections.some((one) => equal(one, data))) return []
      if (!state.approved) throw new Refusal('meeting.minutesOpen')
      return [{ type: 'MinutesCorrected', effectiveFrom, data }]
    }
    default:
      return command satisfies never
  }
}

function isOut({ conflicts }: MeetingState, item: CaseId, seat: Seat): boolean {
  return conflicts.some((one) => one.case === item && one.seat === seat)
}

function refuseLocked({ approved }: MeetingState): void {
  if (approved) throw new Refusal('meeting.minutesApproved')
}

/** An item that was put off may come back to the same meeting; one that was decided may not. */
function refuseConcluded(state: MeetingState, item: CaseId): void {
  refuseLocked(state)
  const result = resultOf(state, item)
  if (result !== null && result !== 'postponed') throw new Refusal('meeting.itemConcluded', { case: item })
}

function refuseTwice(cases: readonly CaseId[]): void {
  const twice = cases.find((id, index) => cases.indexOf(id) !== index)
  if (twice !== undefined) throw new Refusal('meeting.itemTwice', { case: twice })
}
