import type { z } from 'zod'
import { meetingView } from '#api/views/meeting'
import type { PaperBlock, PaperCell } from '#api/views/paper'
import { danishDate, date } from '#events/say/format'
import { none } from '#events/say/numbers'
import { RecordedAt } from '#events/time'
import { meeting as readMeeting } from '../queries/meeting.ts'
import { planInForce } from '../queries/planInForce.ts'
import type { Query } from '../queries/query.ts'
import { cell } from './caseSections.ts'
import { finished } from './finish.ts'
import { lastEvent } from './material.ts'
import { type Telling, tellingIn } from './telling.ts'

type Meeting = z.output<typeof meetingView.response>
type Item = Meeting['items'][number]

/** The agenda of a meeting or its minutes, at two times that stand still; minutes are a draft until they are approved. */
export const meetingPaper: Query<'meetingPaper'> = (views, at, scope, { kind, region, meetingOn, language }, world) => {
  const fixed = {
    effectiveOn: at.effectiveOn,
    recordedAt: RecordedAt.parse(at.recordedAt === 'now' ? world.now : at.recordedAt),
  }
  const meeting = meetingView.response.parse(readMeeting(views, fixed, scope, { region, meetingOn }, world))
  const telling = tellingIn(language, fixed, world.geography.areas)
  const { say, words, names } = telling
  const plan = planInForce(views, region, { ...fixed, effectiveOn: meetingOn })
  const isDraft = kind === 'minutes' && meeting.approved === null
  const day = date(meetingOn, language)
  const paper = finished(
    {
      kind,
      language,
      title: say(kind === 'agenda' ? 'agendaTitle' : 'minutesTitle', { date: day }),
      draft: isDraft ? say('draft') : null,
      head: {
        left: [say('committee'), say('committeeOf', { region: names.region(region) })],
        right: [say(kind), say('meetingOn', { date: day })],
      },
      facts: [
        { label: say('kind'), text: words.meetingKind(meeting.kind) },
        { label: say('time'), text: meeting.startsAt === null ? none : clock(meeting.startsAt, telling) },
        { label: say('place'), text: meeting.place ?? none },
      ],
      blocks: [
        ...(meeting.cancelled === null ? [] : [text(say('cancelled', { reason: meeting.cancelled }))]),
        ...(kind === 'agenda' ? agenda(meeting, telling) : minutes(meeting, telling)),
      ],
      stamp: {
        ...fixed,
        event: lastEvent(views, fixed.recordedAt),
        ruleSet: plan?.ruleSet ?? null,
        ruleSetVersion: plan?.ruleSetVersion ?? null,
        synthetic: views.synthetic(),
      },
    },
    telling,
  )
  return { at: meeting.at, paper }
}

function clock(time: string, { say }: Telling): string {
  const [hour = '', minute = ''] = time.split(':')
  return say('clock', { hour, minute })
}

function text(...line: Extract<PaperBlock, { kind: 'text' }>['line']): PaperBlock {
  return { kind: 'text', line }
}

function agenda({ items, notice }: Meeting, telling: Telling): PaperBlock[] {
  const { say, words } = telling
  const heading: PaperBlock = { kind: 'heading', text: say('items') }
  if (items.length === 0) return [heading, text(say('noItems'))]
  const columns = [
    { title: say('number'), width: 0.06 },
    { title: say('case'), width: 0.2 },
    { title: say('application'), width: 0.28 },
    { title: say('applicant'), width: 0.26 },
    { title: say('verdict'), width: 0.2 },
  ]
  const rows = items.map(({ row }, index): PaperCell[] => [
    cell(String(index + 1)),
    cell(`${row.number} `, { ref: referTo(row, index, telling) }),
    { line: [{ strong: words.type(row.type) }], note: words.status(row.status) },
    cell(row.applicant),
    row.worst === null ? cell(none) : { line: [words.outcome(row.worst)], icon: row.worst },
  ])
  const note = notice?.note ?? null
  return [heading, { kind: 'table', caption: say('items'), columns, rows }, ...(note === null ? [] : [text(note)])]
}

/** The case's paper is the proof of an item. */
function referTo(row: Item['row'], index: number, { say, refer, path }: Telling): string {
  const ref = `P${index + 1}`
  return refer({ ref, text: say('caseOf', { number: row.number }), path: path(`/sager/${row.case}/bilag`) })
}

function minutes(meeting: Meeting, telling: Telling): PaperBlock[] {
  const { say, words, language } = telling
  const { attendance, items, approved } = meeting
  const seats = (list: readonly string[]) => list.map(words.seat).join('; ') || none
  const absent = (attendance?.absent ?? []).map(({ seat, reason }) =>
    reason === null ? words.seat(seat) : `${words.seat(seat)} (${reason})`,
  )
  const there =
    attendance === null
      ? [text(say('noAttendance'))]
      : [
          text(say('present', { seats: seats(attendance.present) })),
          ...(absent.length === 0 ? [] : [text(say('absent', { seats: absent.join('; ') }))]),
        ]
  const whole = written(meeting, telling)
  const by =
    approved === null
      ? []
      : [
          text(
            say('approvedBy', {
              date: date(danishDate(approved.recordedAt), language),
              seat: words.seat(approved.chair),
            }),
          ),
        ]
  return [
    { kind: 'heading', text: say('attendance') },
    ...there,
    ...items.flatMap((item, index) => itemMinutes(item, index, telling)),
    ...(whole.length === 0 ? [] : [{ kind: 'heading' as const, text: say('whole') }, ...whole]),
    ...by,
  ]
}

function itemMinutes(item: Item, index: number, telling: Telling): PaperBlock[] {
  const { say, words } = telling
  const { row, result, ruling, conflicts, sides } = item
  const ref = referTo(row, index, telling)
  const said = result === null ? say('noResult') : say('result', { result: words.itemResult(result) })
  const made =
    ruling === null
      ? []
      : [
          text(
            say('rulingOf', { number: ruling.number, outcome: words.ruling(ruling.outcome), reasons: ruling.reasons }),
          ),
          ...(ruling.conditions.length === 0
            ? []
            : [{ kind: 'list' as const, items: ruling.conditions.map((one) => [one]) }]),
        ]
  return [
    {
      kind: 'heading',
      text: say('itemTitle', { place: index + 1, number: row.number, what: words.type(row.type) }),
    },
    text(`${row.applicant}. ${said} `, { ref }),
    ...conflicts.map(({ seat, reason }) => text(say('conflict', { seat: words.seat(seat), reason: sentence(reason) }))),
    ...made,
    ...(sides === null ? [] : [text(say('sides', { sides }))]),
    ...written(item, telling),
  ]
}

/** What was written down, and what was corrected beside it afterwards. */
function written(
  { minutes: own, corrections }: Pick<Meeting, 'minutes' | 'corrections'>,
  { say, language }: Telling,
): PaperBlock[] {
  const lines = own === null ? [] : own.text.split(/\n+/).map((line) => text(line))
  return [
    ...lines,
    ...corrections.map(({ text: corrected, reason, recordedAt }) =>
      text(say('correctedMinutes', { date: date(danishDate(recordedAt), language), text: corrected, reason })),
    ),
  ]
}

/** What people wrote, ended as a sentence is. */
function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}
