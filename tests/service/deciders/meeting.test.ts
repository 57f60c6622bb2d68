import { describe, expect, test } from 'vitest'
import type { MeetingCommand } from '#api/commands/meeting'
import { CaseId, RegionCode } from '#events/identifiers'
import { countSides, type MeetingEvent, Seat } from '#events/meeting'
import { meeting, takingPart } from '#service/deciders/meeting'
import { given, nothingKnown, on } from '../../given.ts'

const region = RegionCode.parse('1082')
const { today } = nothingKnown
const meetingOn = on('2026-12-09')
const onTheDay = { today: meetingOn }
const id = CaseId.parse('26-0131')
const other = CaseId.parse('26-0130')
const base = { region, meetingOn }
const particulars = { ...base, kind: 'ordinary' as const, startsAt: '13:00', place: 'Viborg' }

const event = <Type extends MeetingEvent['type']>(
  type: Type,
  data: Extract<MeetingEvent, { type: Type }>['data'],
  effectiveFrom = meetingOn,
  // The type and its data were checked against each other just above.
): MeetingEvent => ({ type, effectiveFrom, data }) as MeetingEvent

const called = event('MeetingCalled', particulars, today)
const everybody = { present: [...Seat.options], absent: [] }
const begun = event('AttendanceRecorded', everybody)
const ruled = event('ItemConcluded', {
  case: id,
  result: 'ruled',
  tookPart: [...Seat.options],
  rulingNumber: '2026-0001',
})
const written = event('MinutesWritten', { case: id, text: 'Drøftet.' })
const approved = event('MinutesApproved', { chair: 'regional-1' })
const attend = (data: Partial<Extract<MeetingCommand, { type: 'RecordAttendance' }>['data']> = {}): MeetingCommand => ({
  type: 'RecordAttendance',
  data: { ...base, ...everybody, ...data },
})

describe('a meeting', () => {
  test('is called, called again with another place, cancelled, and called once more', () => {
    const call = (change: object = {}): MeetingCommand => ({ type: 'CallMeeting', data: { ...particulars, ...change } })
    given(meeting).when(call()).thenEvents(called)
    const moved = event('MeetingCalled', { ...particulars, place: 'Aarhus' }, today)
    given(meeting, called)
      .when(call({ place: 'Aarhus' }))
      .thenEvents(moved)
    const cancelled = event('MeetingCancelled', { reason: 'Få sager' }, today)
    given(meeting, called)
      .when({ type: 'CancelMeeting', data: { ...base, reason: 'Få sager' } })
      .thenEvents(cancelled)
    given(meeting, called, cancelled).when(call()).thenEvents(called)
  })

  test('in the past, or at no hour, is not called; one in writing needs no hour', () => {
    const call = (change: object): MeetingCommand => ({ type: 'CallMeeting', data: { ...particulars, ...change } })
    given(meeting)
      .when(call({ meetingOn: on('2026-11-21') }))
      .thenRefused('meeting.inPast', { meetingOn: '2026-11-21', today })
    given(meeting)
      .when(call({ startsAt: null }))
      .thenRefused('meeting.noTime')
    const inWriting = { kind: 'written' as const, startsAt: null, place: null }
    given(meeting)
      .when(call(inWriting))
      .thenEvents(event('MeetingCalled', { ...base, ...inWriting }, today))
  })

  test('that nobody called, or that was cancelled, takes no commands', () => {
    given(meeting).when(attend(), onTheDay).thenRefused('meeting.unknown', { meetingOn })
    given(meeting, called, event('MeetingCancelled', { reason: 'x' }, today))
      .when(attend(), onTheDay)
      .thenRefused('meeting.unknown')
  })

  test('once begun is neither cancelled, nor called anew, nor announced', () => {
    const begunMeeting = given(meeting, called, begun)
    begunMeeting.when({ type: 'CancelMeeting', data: { ...base, reason: 'x' } }, onTheDay).thenRefused('meeting.begun')
    begunMeeting
      .when({ type: 'CallMeeting', data: { ...particulars, place: 'Aarhus' } }, onTheDay)
      .thenRefused('meeting.begun')
    begunMeeting
      .when({ type: 'SendMeetingNotice', data: { ...base, cases: [id], note: null } }, onTheDay)
      .thenRefused('meeting.begun')
  })
})

describe('an agenda', () => {
  test('has an order that may be changed, no case twice, and a notice that keeps what was sent', () => {
    const order = (cases: CaseId[]): MeetingCommand => ({ type: 'OrderAgenda', data: { ...base, cases } })
    given(meeting, called)
      .when(order([other, id]))
      .thenEvents(event('AgendaOrdered', { cases: [other, id] }, today))
    given(meeting, called)
      .when(order([id, id]))
      .thenRefused('meeting.itemTwice', { case: id })
    given(meeting, called)
      .when({ type: 'SendMeetingNotice', data: { ...base, cases: [other, id], note: null } })
      .thenEvents(event('MeetingNoticeSent', { cases: [other, id], note: null }, today))
  })
})

describe('attendance', () => {
  test('names every seat once, and not before the day unless the meeting is in writing', () => {
    given(meeting, called).when(attend(), onTheDay).thenEvents(begun)
    given(meeting, called).when(attend()).thenRefused('meeting.notYet', { meetingOn })
    const inWriting = event('MeetingCalled', { ...particulars, kind: 'written', startsAt: null }, today)
    given(meeting, inWriting)
      .when(attend())
      .thenEvents(event('AttendanceRecorded', everybody, today))
    given(meeting, called)
      .when(attend({ absent: [{ seat: 'physio-4', reason: null }] }), onTheDay)
      .thenRefused('meeting.seatTwice', { seat: 'physio-4' })
    given(meeting, called)
      .when(attend({ present: ['regional-1'], absent: [{ seat: 'regional-2', reason: null }] }), onTheDay)
      .thenRefused('meeting.seatMissing', { seats: Seat.options.slice(2) })
  })

  test('is counted by side, without the seats that have a conflict of interest in the item', () => {
    const away = event('AttendanceRecorded', {
      present: Seat.options.filter((seat) => seat !== 'regional-2'),
      absent: [{ seat: 'regional-2', reason: 'Afbud' }],
    })
    const out = event('ConflictDeclared', { case: id, seat: 'physio-3', reason: 'Ejer' })
    const { state } = given(meeting, called, away, out)
    expect(countSides(takingPart(state, id))).toEqual({ regional: 1, municipal: 2, physiotherapists: 3 })
    expect(countSides(takingPart(state, other))).toEqual({ regional: 1, municipal: 2, physiotherapists: 4 })
    const lifted = event('ConflictLifted', { case: id, seat: 'physio-3', reason: 'Solgt' })
    expect(countSides(takingPart(given(meeting, called, away, out, lifted).state, id)).physiotherapists).toBe(4)
  })

  test('a conflict is declared once, lifted only where it is, and neither after the item was decided', () => {
    const data = { ...base, case: id, seat: 'physio-3' as const, reason: 'Ejer' }
    const { region: _, meetingOn: __, ...said } = data
    given(meeting, called)
      .when({ type: 'DeclareConflict', data })
      .thenEvents(event('ConflictDeclared', said, today))
    given(meeting, called).when({ type: 'LiftConflict', data }).thenRefused('meeting.noConflict')
    given(meeting, called, begun, ruled)
      .when({ type: 'DeclareConflict', data }, onTheDay)
      .thenRefused('meeting.itemConcluded', { case: id })
  })
})

describe('an item', () => {
  const conclude: MeetingCommand = {
    type: 'ConcludeItem',
    data: { ...base, case: id, result: 'ruled', rulingNumber: '2026-0001' },
  }

  test('is concluded with the seats that took part', () => {
    given(meeting, called, begun).when(conclude, onTheDay).thenEvents(ruled)
    const out = event('ConflictDeclared', { case: id, seat: 'physio-3', reason: 'Ejer' })
    given(meeting, called, begun, out)
      .when(conclude, onTheDay)
      .thenEvents(
        event('ItemConcluded', {
          case: id,
          result: 'ruled',
          tookPart: Seat.options.filter((seat) => seat !== 'physio-3'),
          rulingNumber: '2026-0001',
        }),
      )
  })
})

describe('minutes', () => {
  const approve = (chair: Seat = 'regional-1'): MeetingCommand => ({ type: 'ApproveMinutes', data: { ...base, chair } })

  test('are written for the meeting and for each item, and changed until they are approved', () => {
    const write = (text: string): MeetingCommand => ({ type: 'WriteMinutes', data: { ...base, case: id, text } })
    given(meeting, called, begun).when(write('Drøftet.'), onTheDay).thenEvents(written)
    given(meeting, called, begun, written)
      .when(write('Drøftet længe.'), onTheDay)
      .thenEvents(event('MinutesWritten', { case: id, text: 'Drøftet længe.' }))
    given(meeting, called).when(write('Drøftet.'), onTheDay).thenRefused('meeting.notBegun')
    given(meeting, called, begun, written, approved)
      .when(write('Andet.'), onTheDay)
      .thenRefused('meeting.minutesApproved')
  })

  test('are approved when no case is left on the agenda and each item has its minutes, by a chair who was there', () => {
    const done = given(meeting, called, begun, ruled, written)
    done.when(approve(), onTheDay).thenEvents(approved)
    done.when(approve(), { ...onTheDay, tabled: [other] }).thenRefused('meeting.itemsOpen', { cases: [other] })
    given(meeting, called, begun, ruled)
      .when(approve(), onTheDay)
      .thenRefused('meeting.minutesMissing', { cases: [id] })
    const absent = event('AttendanceRecorded', {
      present: Seat.options.slice(1),
      absent: [{ seat: 'regional-1', reason: null }],
    })
    given(meeting, called, absent).when(approve(), onTheDay).thenRefused('meeting.chairAbsent', { chair: 'regional-1' })
  })

  test('once approved are corrected beside, with a reason, and locked for everything else', () => {
    const data = { ...base, case: id, text: 'Fire km.', reason: 'Tastefejl' }
    const { region: _, meetingOn: __, ...said } = data
    given(meeting, called, begun, approved)
      .when({ type: 'CorrectMinutes', data }, onTheDay)
      .thenEvents(event('MinutesCorrected', said))
    given(meeting, called, begun).when({ type: 'CorrectMinutes', data }, onTheDay).thenRefused('meeting.minutesOpen')
    given(meeting, called, begun, approved)
      .when(attend({ present: Seat.options.slice(1), absent: [{ seat: 'regional-1', reason: null }] }), onTheDay)
      .thenRefused('meeting.minutesApproved')
  })
})
