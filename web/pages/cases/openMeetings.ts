import type { Answer } from '../../api.ts'

type Row = Answer<'meetings'>['rows'][number]

/** Meetings that a case can still be put on: from today on, neither approved nor called off, the next first. */
export function openMeetings(rows: readonly Row[], today: string): readonly Row[] {
  return rows
    .filter(({ meetingOn, state }) => meetingOn >= today && state !== 'approved' && state !== 'cancelled')
    .toSorted((a, b) => a.meetingOn.localeCompare(b.meetingOn))
}
