import { describe, expect, it } from 'vitest'
import { Seat } from '#events/meeting'
import { openMeetings } from '../../web/pages/cases/openMeetings.ts'
import { everybody, recorded, toldBy, untold } from '../../web/pages/meetings/attendance.ts'

describe('who is at a meeting', () => {
  it('is untold of every seat before somebody says it', () => {
    const told = toldBy(null)
    expect(untold(told)).toEqual(Seat.options)
    expect(recorded(told)).toEqual({ present: [], absent: [] })
  })

  it('is everybody in one press, and then anybody but one', () => {
    expect(untold(everybody)).toEqual([])
    expect(recorded(everybody)).toEqual({ present: Seat.options, absent: [] })
    const told = new Map(everybody).set('municipal-2', { away: ' ' }).set('physio-1', { away: 'Syg' })
    expect(recorded(told)).toEqual({
      present: ['regional-1', 'regional-2', 'municipal-1', 'physio-2', 'physio-3', 'physio-4'],
      absent: [
        { seat: 'municipal-2', reason: null },
        { seat: 'physio-1', reason: 'Syg' },
      ],
    })
  })

  it('is what was noted when it is taken again', () => {
    const present = Seat.options.slice(1)
    const absent = [{ seat: Seat.options[0] ?? 'regional-1', reason: null }]
    const told = toldBy({ present, absent })
    expect(untold(told)).toEqual([])
    expect(recorded(told)).toEqual({ present, absent })
  })
})

describe('meetings that a case can be put on', () => {
  it('are those from today on that are not over or called off, the next first', () => {
    const meetings = [
      ['2026-12-09', 'announced'],
      ['2026-11-23', 'begun'],
      ['2026-11-30', 'called'],
      ['2026-11-22', 'called'],
      ['2026-12-02', 'cancelled'],
      ['2026-11-24', 'approved'],
    ].map(([meetingOn, state]) => ({ meetingOn, state }))
    // Only the fields that are looked at.
    const rows = meetings as unknown as Parameters<typeof openMeetings>[0]
    expect(openMeetings(rows, '2026-11-23').map(({ meetingOn }) => meetingOn)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-09',
    ])
  })
})
