import type { ItemResult } from '#events/meeting'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { answered } from './answered.ts'
import { maySee } from './caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from './caseRecords.ts'
import { caseRow } from './caseRows.ts'
import { concludedItems, type MeetingRecord, meetingRecords, meetingStateOf } from './meetingRecords.ts'
import type { Query } from './query.ts'

/** Meetings of the asker's committees, the latest day first, and what waits to be put on one. */
export const meetings: Query<'meetings'> = (views, at, scope, { region }, world) => {
  const isOurs = (one: string) => scope.regions.includes(one) && (region === undefined || one === region)
  const records = caseRecords(views, at).filter((record) => maySee(scope, record))
  const held = meetingRecords(views, at).filter((meeting) => isOurs(meeting.region))
  const concluded = concludedItems(views, at)
  const onAgenda = (meeting: Pick<MeetingRecord, 'region' | 'meetingOn'>) => records.filter(isTabledFor(meeting))
  const count = ({ meeting }: MeetingRecord, result: ItemResult) =>
    concluded.filter((item) => item.meeting === meeting && item.result === result).length
  const rows = held.map((meeting) => {
    const { region: of, meetingOn, kind, startsAt, place } = meeting
    const cases = [
      ...onAgenda(meeting).map((record) => record.case),
      ...concluded.filter((item) => item.meeting === meeting.meeting).map((item) => item.case),
    ]
    const results = {
      ruled: count(meeting, 'ruled'),
      disagreed: count(meeting, 'disagreed'),
      postponed: count(meeting, 'postponed'),
    }
    const state = meetingStateOf(meeting)
    return { region: of, meetingOn, kind, startsAt, place, state, items: new Set(cases).size, ...results }
  })
  const waiting = new Map<string, { region: CaseRecord['region']; meetingOn: NonNullable<CaseRecord['tabledFor']> }>()
  for (const record of records) {
    if (record.tabledFor === null || !isOpen(record)) continue
    const of = { region: responsibleRegion(record.region, record.tabledFor), meetingOn: record.tabledFor }
    const isCalled = held.some(
      (one) => one.region === of.region && one.meetingOn === of.meetingOn && one.cancelled === null,
    )
    if (!isCalled && isOurs(of.region)) waiting.set(`${of.meetingOn}.${of.region}`, of)
  }
  return {
    at: answered(views, at),
    rows,
    uncalled: [...waiting]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([, of]) => ({ ...of, items: onAgenda(of).filter(isOpen).length })),
    ready: records
      .filter((record) => record.status === 'heard' && isOurs(responsibleRegion(record.region, world.today)))
      .map(caseRow),
  }
}

/** Whether a case stands on the agenda of a committee's day, ruled on or not. One that was withdrawn does not. */
export function isTabledFor({
  region,
  meetingOn,
}: Pick<MeetingRecord, 'region' | 'meetingOn'>): (record: CaseRecord) => boolean {
  return (record) =>
    record.tabledFor === meetingOn &&
    record.status !== 'withdrawn' &&
    responsibleRegion(record.region, meetingOn) === region
}
