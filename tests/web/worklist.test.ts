import { describe, expect, test } from 'vitest'
import { CaseId } from '#events/identifiers'
import { calendarFile } from '../../web/pages/cases/calendarFile.ts'
import { reordered } from '../../web/pages/meetings/meetingAnswer.ts'

const [a, b, c] = ['26-0001', '26-0002', '26-0003'].map((id) => CaseId.parse(id))

describe('an agenda', () => {
  test('moves a case one place, and nothing beyond its ends or that is not on it', () => {
    if (a === undefined || b === undefined || c === undefined) throw new Error('no cases')
    expect(reordered([a, b, c], c, -1)).toEqual([a, c, b])
    expect(reordered([a, b, c], a, 1)).toEqual([b, a, c])
    expect(reordered([a, b, c], a, -1)).toEqual([a, b, c])
    expect(reordered([a, b, c], c, 1)).toEqual([a, b, c])
    expect(reordered([a, b], c, 1)).toEqual([a, b])
  })
})

describe('a calendar file', () => {
  const stamp = '20261123T000000Z'

  test('holds whole days with what is due, commas and line breaks made safe', () => {
    const file = calendarFile(
      [{ id: 'hearing.26-0001', on: '2026-12-21', title: 'Høring; Aarhus, frist\nslut' }],
      stamp,
    )
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Praksiskort//Frister//DA',
      'BEGIN:VEVENT',
      'UID:hearing.26-0001@praksiskort',
      'DTSTAMP:20261123T000000Z',
      'DTSTART;VALUE=DATE:20261221',
      String.raw`SUMMARY:Høring\; Aarhus\, frist\nslut`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('folds lines that are longer than 75 bytes, between letters, so that they read on as they were', () => {
    const title = 'Æ'.repeat(120)
    const lines = calendarFile([{ id: 'x', on: '2026-12-21', title }], stamp).split('\r\n')
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
  })
})
