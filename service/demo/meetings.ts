import type { MeetingCommand } from '#api/commands/meeting'
import { CaseId, RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { date } from './caseCast.ts'

/** A meeting of a committee, as its secretariat runs it. */
export interface MeetingScript {
  readonly region: RegionCode
  readonly meetingOn: EffectiveDate
  readonly steps: readonly { readonly on: EffectiveDate; readonly command: MeetingCommand }[]
}

/** Cases of the meeting that was held, in the order of its agenda. The last was put off to the next one. */
export const tabled = {
  cessation: CaseId.parse('26-0122'),
  split: CaseId.parse('26-0123'),
  riding: CaseId.parse('26-0124'),
  extraAddress: CaseId.parse('26-0125'),
  takeover: CaseId.parse('26-0126'),
} as const

/** Committee of the meetings. */
export const region = RegionCode.parse('1082')
/** Day of the meeting that was held. */
export const heldOn = date('2026-11-18')
/** Day of the one that is called. */
export const nextOn = date('2026-12-09')

const held = { region, meetingOn: heldOn }
const next = { region, meetingOn: nextOn }
const ordinary = { kind: 'ordinary' as const, startsAt: '13:00', place: 'Regionshuset, mødelokale 2' }

/**
 * Two meetings of Region Midtjylland's committee: one that was held, with an absence, a conflict of interest and approved
 * minutes, and the next one, called with an agenda.
 */
export const meetings: readonly MeetingScript[] = [
  {
    ...held,
    steps: [
      step('2026-10-28', { type: 'CallMeeting', data: { ...held, ...ordinary } }),
      step('2026-11-11', { type: 'OrderAgenda', data: { ...held, cases: Object.values(tabled) } }),
      step('2026-11-11', { type: 'SendMeetingNotice', data: { ...held, cases: Object.values(tabled), note: null } }),
      step('2026-11-18', {
        type: 'RecordAttendance',
        data: {
          ...held,
          present: ['regional-1', 'regional-2', 'municipal-1', 'physio-1', 'physio-2', 'physio-3', 'physio-4'],
          absent: [{ seat: 'municipal-2', reason: 'Meldt afbud' }],
        },
      }),
      step('2026-11-18', {
        type: 'DeclareConflict',
        data: { ...held, case: tabled.split, seat: 'physio-3', reason: 'Er ansat i klinikken' },
      }),
      minutes('Udvalget tog til efterretning, at kapaciteten bortfalder.', tabled.cessation),
      minutes('Udvalget lagde vægt på, at klinikkens åbningstid ikke bliver kortere.', tabled.split),
      minutes('Udvalget konstaterede, at regionens samlede timetal er uændret.', tabled.riding),
      minutes('Udvalget drøftede, om en ekstra adresse kan afhjælpe ventetid i kommunen.', tabled.extraAddress),
      minutes('Sekretariatet indhenter en erklæring om andelens størrelse til næste møde.', tabled.takeover),
      minutes('Næste møde er onsdag den 9. december 2026.'),
      step('2026-11-20', { type: 'ApproveMinutes', data: { ...held, chair: 'regional-1' } }),
    ],
  },
  {
    ...next,
    steps: [
      step('2026-11-19', { type: 'CallMeeting', data: { ...next, ...ordinary } }),
      step('2026-11-20', {
        type: 'OrderAgenda',
        data: { ...next, cases: [tabled.takeover, CaseId.parse('26-0108')] },
      }),
    ],
  },
]

function minutes(text: string, item?: CaseId): MeetingScript['steps'][number] {
  const data = { ...held, ...(item === undefined ? {} : { case: item }), text }
  return step('2026-11-19', { type: 'WriteMinutes', data })
}

function step(on: string, command: MeetingCommand): MeetingScript['steps'][number] {
  return { on: date(on), command }
}
