import type { AsOf } from '#api/asOf'
import type { MeetingItem } from '#api/views/meeting'
import type { CaseId } from '#events/identifiers'
import { countSides } from '#events/meeting'
import type { Views } from '../projections/views.ts'
import { partiesMissing } from '../rules/procedure/quorum.ts'
import { answered, NotFound } from './answered.ts'
import { maySee } from './caseAccess.ts'
import { type CaseRecord, caseRecords } from './caseRecords.ts'
import { caseRow } from './caseRows.ts'
import {
  type ConcludedItem,
  concludedItems,
  conflictsIn,
  type MeetingRecord,
  meetingRecords,
  meetingStateOf,
  minutesIn,
} from './meetingRecords.ts'
import { isTabledFor } from './meetings.ts'
import type { Query } from './query.ts'
import { referralOf } from './referrals.ts'
import { rulingOf } from './rulings.ts'
import { revisionOf } from './streamRevision.ts'

/** One meeting of one of the asker's committees. */
export const meeting: Query<'meeting'> = (views, at, scope, { region, meetingOn }) => {
  const [record] = meetingRecords(views, at, { region, meetingOn })
  if (record === undefined || !scope.regions.includes(region)) throw new NotFound(`Meeting ${region}.${meetingOn}`)
  const { kind, startsAt, place, cancelled, notice, attendance, approved } = record
  const concluded = concludedItems(views, at).filter((item) => item.meeting === record.meeting)
  const minutes = minutesIn(views, at, record.meeting)
  const isListed = isTabledFor(record)
  const cases = caseRecords(views, at)
    .filter((one) => maySee(scope, one))
    .filter((one) => isListed(one) || concluded.some((item) => item.case === one.case))
  return {
    at: answered(views, at),
    region,
    meetingOn,
    kind,
    startsAt,
    place,
    state: meetingStateOf(record),
    cancelled,
    revision: revisionOf(views, `meeting-${record.meeting}`),
    notice,
    attendance,
    partiesMissing: attendance === null ? [] : [...partiesMissing(countSides(attendance.present))],
    items: inOrder(cases, record.order).map((one) => itemOf(views, at, record, one, concluded, minutes)),
    ...minutesOf(minutes, null),
    approved,
  }
}

/** Cases as the agenda orders them; those that it does not name follow by number. */
function inOrder(cases: readonly CaseRecord[], order: readonly CaseId[]): readonly CaseRecord[] {
  const place = (id: CaseId) => (order.includes(id) ? order.indexOf(id) : order.length)
  return cases.toSorted((a, b) => place(a.case) - place(b.case) || a.case.localeCompare(b.case))
}

type Minutes = ReturnType<typeof minutesIn>

function minutesOf(minutes: Minutes, item: CaseId | null): Pick<MeetingItem, 'minutes' | 'corrections'> {
  const own = minutes.filter((one) => one.case === item)
  const written = own.find(({ reason }) => reason === null)
  return {
    minutes: written === undefined ? null : { text: written.text, recordedAt: written.recordedAt },
    corrections: own.flatMap(({ text, reason, recordedAt }) => (reason === null ? [] : [{ text, reason, recordedAt }])),
  }
}

function itemOf(
  views: Views,
  at: AsOf,
  { meeting: id, meetingOn, attendance }: MeetingRecord,
  record: CaseRecord,
  concluded: readonly ConcludedItem[],
  minutes: Minutes,
): MeetingItem {
  const conflicts = conflictsIn(views, at, id).filter((one) => one.case === record.case)
  const item = concluded.find((one) => one.case === record.case) ?? null
  // A case that was put off and came back to this meeting is open again.
  const isBack = record.status === 'tabled' && record.tabledFor === meetingOn
  const done = item?.result === 'postponed' && isBack ? null : item
  const there = (attendance?.present ?? []).filter((seat) => !conflicts.some((one) => one.seat === seat))
  const tookPart = [...(done?.tookPart ?? there)]
  const ruling = done?.ruling == null ? null : rulingOf(views, at, record)
  return {
    case: record.case,
    row: caseRow(record),
    result: done?.result ?? null,
    conflicts: conflicts.map(({ seat, reason }) => ({ seat, reason })),
    tookPart,
    participants: countSides(tookPart),
    ruling:
      ruling === null || ruling.number !== done?.ruling
        ? null
        : {
            number: ruling.number,
            outcome: ruling.outcome,
            reasons: ruling.reasons,
            conditions: [...ruling.conditions],
          },
    sides: done?.result === 'disagreed' ? (referralOf(views, at, record)?.sides ?? null) : null,
    ...minutesOf(minutes, record.case),
  }
}
