import { expect, test } from 'vitest'
import { mapShows, mapSide } from '../../web/pages/laboratory/mapShown.ts'
import { cellKey, type Matrix } from '../../web/pages/laboratory/matrix.ts'

const change = (type: string, on = true) => ({ on, command: { type, data: {} } })

test('maps show coverage when a change that is on can move it, and caps otherwise', () => {
  const none = { shows: undefined }
  expect(mapShows(none, false, [])).toBe('caps')
  expect(mapShows(none, false, [change('ProposeQuota'), change('CloseClinic', false)])).toBe('caps')
  expect(mapShows(none, false, [change('ProposeQuota'), change('CloseClinic')])).toBe('coverage')
  expect(mapShows({ shows: 'caps' }, false, [change('CloseClinic')])).toBe('caps')
})

test('a family has no coverage of its own: its map shows caps, also when coverage was chosen for another group', () => {
  expect(mapShows({ shows: 'coverage' }, true, [change('CloseClinic')])).toBe('caps')
})

test('a map of caps shows B while no cap of the group was known before, and the difference otherwise', () => {
  const cell = (group: string, before: number | null) =>
    [
      cellKey('0746', group),
      { area: '0746', group, documented: 1, target: null, cap: 4, before, waiting: false },
    ] as const
  const matrix: Matrix = new Map([cell('als', null), cell('parkinson', 3)])
  const none = { map: undefined }
  expect(mapSide(none, 'caps', matrix, 'als')).toBe('b')
  expect(mapSide(none, 'caps', matrix, 'parkinson')).toBe('difference')
  expect(mapSide(none, 'coverage', matrix, 'als')).toBe('difference')
  expect(mapSide({ map: 'a' }, 'caps', matrix, 'als')).toBe('a')
})
