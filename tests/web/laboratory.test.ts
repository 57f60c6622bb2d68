import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AreaRef, QuotaTarget } from '#events/quota'
import { ChangeId, ScenarioLock } from '#events/scenario'
import { capChanges, capEdits } from '../../web/pages/laboratory/capEdits.ts'
import {
  extent,
  isIn,
  keyAction,
  only,
  type Pressed,
  type Selection,
  stepped,
} from '../../web/pages/laboratory/gridKeys.ts'
import { lockedSoon, lockOn, locksOf, turned } from '../../web/pages/laboratory/locks.ts'
import {
  cellKey,
  changeOf,
  columnSum,
  columnSums,
  deviationsOf,
  isChanged,
  type MatrixCell,
  matrixOf,
  overKnown,
} from '../../web/pages/laboratory/matrix.ts'
import { blockOf, blockText, givenCap, pasted } from '../../web/pages/laboratory/pasted.ts'
import { answer, value } from './capsFixture.ts'

const size = { rows: 4, columns: 5 }
const key = (name: string, held: Partial<Pressed> = {}): Pressed => ({
  key: name,
  ctrlKey: false,
  shiftKey: false,
  ...held,
})
const at = (row: number, column: number) => ({ row, column })
const selectionAfter = (pressed: Pressed, selection: Selection) => {
  const action = keyAction(pressed, selection, size)
  return action?.do === 'select' ? action.selection : null
}

describe('keys in the matrix', () => {
  it('move with arrows and extend with Shift, from where the selection began', () => {
    expect(selectionAfter(key('ArrowRight'), only(at(1, 1)))).toEqual(only(at(1, 2)))
    const wider = selectionAfter(key('ArrowDown', { shiftKey: true }), only(at(1, 1))) ?? only(at(0, 0))
    expect(wider).toEqual({ anchor: at(1, 1), head: at(2, 1) })
    expect(selectionAfter(key('ArrowRight', { shiftKey: true }), wider)).toEqual({ anchor: at(1, 1), head: at(2, 2) })
    expect(selectionAfter(key('ArrowRight'), wider)).toEqual(only(at(2, 2)))
  })

  it('go from cell to cell with Tab, past the heads, and leave at the ends', () => {
    expect(stepped(at(1, 4), 1, size)).toEqual(at(2, 1))
    expect(stepped(at(2, 1), -1, size)).toEqual(at(1, 4))
    expect(stepped(at(0, 0), 1, size)).toEqual(at(1, 1))
    expect(stepped(at(2, 0), 1, size)).toEqual(at(2, 1))
    expect(stepped(at(1, 1), -1, size)).toBeNull()
    expect(stepped(at(3, 4), 1, size)).toBeNull()
    expect(keyAction(key('Tab'), only(at(3, 4)), size)).toBeNull()
    expect(keyAction(key('Tab', { shiftKey: true }), only(at(0, 2)), size)).toBeNull()
  })

  it('reach every cell once by Tab', () => {
    const seen: string[] = []
    for (let here: { row: number; column: number } | null = at(1, 1); here !== null; here = stepped(here, 1, size))
      seen.push(`${here.row}:${here.column}`)
    expect(seen).toHaveLength(12)
    expect(new Set(seen).size).toBe(12)
  })

  it('edit with Enter or a digit in a cell, and not on a head', () => {
    expect(keyAction(key('Enter'), only(at(1, 1)), size)).toEqual({ do: 'edit', typed: null })
    expect(keyAction(key('7'), only(at(1, 1)), size)).toEqual({ do: 'edit', typed: '7' })
    expect(keyAction(key('Enter'), only(at(0, 1)), size)).toBeNull()
    expect(keyAction(key('7'), only(at(1, 0)), size)).toBeNull()
  })

  it('step, clear and lock what is selected, and leave every other key alone', () => {
    expect(keyAction(key('+'), only(at(1, 1)), size)).toEqual({ do: 'step', by: 1 })
    expect(keyAction(key('-'), only(at(1, 1)), size)).toEqual({ do: 'step', by: -1 })
    expect(keyAction(key('Delete'), only(at(1, 1)), size)).toEqual({ do: 'clear' })
    expect(keyAction(key('l'), only(at(1, 1)), size)).toEqual({ do: 'lock' })
    expect(keyAction(key('Escape'), only(at(1, 1)), size)).toEqual({ do: 'leave' })
    for (const left of [
      key('c', { ctrlKey: true }),
      key('z', { ctrlKey: true }),
      key('+', { ctrlKey: true }),
      key('k'),
    ])
      expect(keyAction(left, only(at(1, 1)), size)).toBeNull()
  })
})

describe('what is selected', () => {
  it('on a head is its row or column, on the corner everything', () => {
    expect(extent(only(at(2, 0)), size)).toEqual({ from: at(2, 1), to: at(2, 4) })
    expect(extent(only(at(0, 3)), size)).toEqual({ from: at(1, 3), to: at(3, 3) })
    expect(extent(only(at(0, 0)), size)).toEqual({ from: at(1, 1), to: at(3, 4) })
    expect(selectionAfter(key('a', { ctrlKey: true }), only(at(2, 2)))).toEqual(only(at(0, 0)))
  })

  it('is the same whichever corner it began in, and holds both', () => {
    const place = fc.record({ row: fc.integer({ min: 1, max: 3 }), column: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(place, place, (anchor, head) => {
        expect(extent({ anchor, head }, size)).toEqual(extent({ anchor: head, head: anchor }, size))
        expect(isIn({ anchor, head }, size, anchor)).toBe(true)
        expect(isIn({ anchor, head }, size, head)).toBe(true)
      }),
    )
  })
})

describe('locks', () => {
  const locks = [
    { area: '1081', group: null },
    { area: null, group: 'als' },
    { area: '1082', group: 'parkinson' },
  ]

  it('hold a cell by itself, its row or its column', () => {
    expect(lockOn(locks, '1082', 'parkinson')).toBe('cell')
    expect(lockOn(locks, '1081', 'parkinson')).toBe('row')
    expect(lockOn(locks, '1083', 'als')).toBe('column')
    expect(lockOn(locks, '1083', 'parkinson')).toBeNull()
  })

  it('are put on what is still open, and taken off when nothing is', () => {
    const row = { area: '1081', group: null }
    const cell = { area: '1084', group: 'als' }
    expect(turned(locks, [row, cell])).toEqual({ lock: true, locks: [cell] })
    expect(turned(locks, [row])).toEqual({ lock: false, locks: [row] })
  })
})

describe('locks of a scenario', () => {
  it('bear on the areas of their own kind, and on whole groups everywhere', () => {
    const given = ScenarioLock.array().parse([
      { area: { kind: 'region', code: '1081' }, group: 'als' },
      { area: { kind: 'municipality', code: '0741' }, group: null },
      { area: null, group: 'parkinson' },
    ])
    expect(locksOf(given, 'municipality')).toEqual([
      { area: '0741', group: null },
      { area: null, group: 'parkinson' },
    ])
  })
})

describe('locks on their way', () => {
  it('stand as if they had been answered, in the order in which they were asked for', () => {
    const row = { area: { kind: 'municipality' as const, code: '0741' }, group: null }
    const elsewhere = { area: { kind: 'region' as const, code: '1081' }, group: null }
    const column = { area: null, group: 'als' }
    const shown = (...locking: Parameters<typeof lockedSoon>[1]) => lockedSoon([row], locking, 'municipality')
    expect(shown()).toEqual([{ area: '0741', group: null }])
    expect(shown({ locks: [column, elsewhere], on: true })).toEqual([{ area: '0741', group: null }, column])
    expect(shown({ locks: [row], on: false })).toEqual([])
    expect(shown({ locks: [row], on: false }, { locks: [row], on: true })).toEqual([{ area: '0741', group: null }])
  })
})

describe('a cap as it is written', () => {
  it('is a whole number from 0 to 999 with Danish marks', () => {
    expect(givenCap('7')).toEqual({ kind: 'cap', cap: 7 })
    expect(givenCap(' 3,0 ')).toEqual({ kind: 'cap', cap: 3 })
    expect(givenCap('0')).toEqual({ kind: 'cap', cap: 0 })
    expect(givenCap('999')).toEqual({ kind: 'cap', cap: 999 })
    expect(givenCap('1000')).toEqual({ kind: 'wrong', why: 'outside' })
    expect(givenCap('3,5')).toEqual({ kind: 'wrong', why: 'notWhole' })
    expect(givenCap('1.234')).toEqual({ kind: 'wrong', why: 'outside' })
    expect(givenCap('−1')).toEqual({ kind: 'wrong', why: 'outside' })
    expect(givenCap('1.5')).toEqual({ kind: 'wrong', why: 'notNumber' })
    expect(givenCap('mange')).toEqual({ kind: 'wrong', why: 'notNumber' })
  })

  it('is nothing when it is blank or a dash, which leaves the cell', () => {
    for (const text of ['', '  ', '–', '-', '\u00A0']) expect(givenCap(text)).toEqual({ kind: 'nothing' })
  })
})

describe('pasting a block', () => {
  const names = [
    ['a', 'b'],
    ['c', 'd'],
  ]
  const target = {
    cellAt: (row: number, column: number) => {
      const cell = names[row]?.[column]
      return cell === undefined ? null : { cell, locked: cell === 'd' }
    },
  }

  it('sets each cell, and leaves those that are blank', () => {
    expect(pasted(blockOf('1\t2\r\n\t\r\n'), target)).toEqual({
      caps: [
        { cell: 'a', cap: 1 },
        { cell: 'b', cap: 2 },
      ],
      errors: [],
    })
  })

  it('lists everything that is wrong at once: text, a locked cell, and what falls outside', () => {
    const { errors } = pasted(blockOf('x\t2\t9\n1,5\t4'), target)
    expect(errors).toEqual([
      { row: 0, column: 0, text: 'x', cell: 'a', why: 'notNumber' },
      { row: 0, column: 2, text: '9', cell: null, why: 'noCell' },
      { row: 1, column: 0, text: '1,5', cell: 'c', why: 'notWhole' },
      { row: 1, column: 1, text: '4', cell: 'd', why: 'locked' },
    ])
  })

  it('of a single value fills the selection', () => {
    const { caps } = pasted(blockOf('5\n'), target, { rows: 1, columns: 2 })
    expect(caps).toEqual([
      { cell: 'a', cap: 5 },
      { cell: 'b', cap: 5 },
    ])
  })

  it('takes back what was copied, whatever it was', () => {
    const cell = fc.nat(999).map(String)
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
    fc.assert(
      fc.property(block, (rows) => {
        expect(blockOf(blockText(rows))).toEqual(rows)
      }),
    )
  })
})

const sclerosis = { group: 'multiple-sclerosis', documented: 14, people: value(300), share: 9.9, cap: 10 }
const parkinson = { group: 'parkinson', documented: 2, people: value(200), share: 6.6, cap: 7 }

describe('the matrix', () => {
  const base = answer([
    { code: '1081', given: [sclerosis, parkinson] },
    { code: '1082', given: [{ ...sclerosis, documented: 3, cap: null, share: null }, parkinson] },
  ])

  it('has a cap before and now, and shows what was just set as waiting', () => {
    const cells = matrixOf(base, base, 'prevalence', new Map([[cellKey('1081', 'multiple-sclerosis'), 12]]))
    const cell = cells.get(cellKey('1081', 'multiple-sclerosis'))
    expect(cell).toMatchObject({ cap: 12, before: 10, waiting: true, target: 9.9 })
    expect(cell === undefined ? null : changeOf(cell)).toBe(2)
    expect(cells.get(cellKey('1081', 'parkinson'))).toMatchObject({ cap: 7, before: 7, waiting: false })
  })

  it('goes back to before when a cap is taken away', () => {
    const cells = matrixOf(base, base, 'prevalence', new Map([[cellKey('1081', 'parkinson'), null]]))
    expect(cells.get(cellKey('1081', 'parkinson'))).toMatchObject({ cap: 7, waiting: true })
  })

  it('tells a change where a cap came that was not known, without inventing how large', () => {
    const cells = matrixOf(base, base, 'prevalence', new Map([[cellKey('1082', 'multiple-sclerosis'), 4]]))
    const cell = cells.get(cellKey('1082', 'multiple-sclerosis')) ?? never()
    expect(isChanged(cell)).toBe(true)
    expect(changeOf(cell)).toBeNull()
  })

  it('names the largest excess and the cap farthest from its share, and takes rounding for none', () => {
    const cell = (given: Partial<MatrixCell>): MatrixCell => ({
      area: '1081',
      group: 'als',
      documented: 0,
      target: null,
      cap: null,
      before: null,
      waiting: false,
      ...given,
    })
    const found = deviationsOf([
      cell({ documented: 14, cap: 10, target: 9.9 }),
      cell({ documented: 3, cap: 1, target: 6 }),
      cell({ documented: 9, cap: null, target: 3 }),
    ])
    expect(found.over?.by).toBe(4)
    expect(found.fromTarget?.by).toBe(-5)
    expect(deviationsOf([cell({ documented: 1, cap: 2, target: 1.2 })])).toEqual({ over: null, fromTarget: null })
    expect(deviationsOf([cell({ documented: 2, cap: 2, target: 1 })])).toMatchObject({
      over: null,
      fromTarget: { by: 1 },
    })
  })

  it('sums a column without setting one area’s free places against another’s excess', () => {
    const cells = [...matrixOf(base, base, 'prevalence', new Map()).values()]
    expect(columnSum(cells.filter(({ group }) => group === 'parkinson'))).toEqual({
      documented: 4,
      cap: 14,
      before: 14,
      over: 0,
    })
    expect(columnSum(cells.filter(({ group }) => group === 'multiple-sclerosis'))).toEqual({
      documented: 17,
      cap: null,
      before: null,
      over: 4,
    })
  })

  it('counts who is above a known cap in every column, and does not know where no cap is known', () => {
    const matrix = matrixOf(base, base, 'prevalence', new Map())
    expect(overKnown(matrix)).toBe(4)
    expect(overKnown(new Map([...matrix].map(([key, cell]) => [key, { ...cell, cap: null }])))).toBeNull()
  })

  it('sums again only the column in which a cap is set', () => {
    const sums = columnSums(matrixOf(base, base, 'prevalence', new Map()))
    const area = base.areas[0]?.code ?? ''
    const edited = columnSums(matrixOf(base, base, 'prevalence', new Map([[cellKey(area, 'parkinson'), 20]])))
    for (const [group, sum] of edited)
      if (group === 'parkinson') expect(sum).not.toEqual(sums.get(group))
      else expect(sum).toEqual(sums.get(group))
  })
})

function never(): never {
  throw new Error('The cell is in the fixture')
}

describe('edits of caps', () => {
  const area = AreaRef.parse({ kind: 'region', code: '1081' })
  const target = QuotaTarget.parse({ kind: 'group', id: 'als' })
  const change = { change: 'ch-1', area, target, cap: 4, on: true }
  const edits = (cap: number | null, changes: readonly (typeof change)[], before: number | null = 3) =>
    capEdits([{ area, target, cap, before }], changes, '2026-03-12', () => 'ch-new')

  it('add a change to a cell that has none, and replace the one that it has', () => {
    const data = { effectiveFrom: '2026-03-12', area, target, cap: 5, method: null, basis: null, reason: null }
    const command = { type: 'ProposeQuota', data }
    expect(edits(5, [])).toEqual([{ kind: 'add', change: 'ch-new', command }])
    expect(edits(5, [change])).toEqual([{ kind: 'replace', change: 'ch-1', command }])
  })

  it('take the change away when the cap is as without the scenario, or is taken away', () => {
    expect(edits(3, [change])).toEqual([{ kind: 'remove', change: 'ch-1' }])
    expect(edits(null, [change])).toEqual([{ kind: 'remove', change: 'ch-1' }])
    expect(edits(3, [])).toEqual([])
    expect(edits(null, [])).toEqual([])
  })

  it('are none when the cell is as wanted, and switch a change that was off on again', () => {
    expect(edits(4, [change])).toEqual([])
    expect(edits(4, [{ ...change, on: false }]).map(({ kind }) => kind)).toEqual(['replace', 'switch'])
  })

  it('are read back from the changes of a scenario, whatever else it changes', () => {
    const data = { effectiveFrom: '2026-03-12', area, target, cap: 5, method: null, basis: null, reason: null }
    const changes = [
      { command: { type: 'ProposeQuota', data }, on: false },
      { command: { type: 'ProposeQuota', data: { ...data, cap: -1 } }, on: true },
      { command: { type: 'CloseClinic', data: { clinic: 'cl-1' } }, on: true },
    ].map((one, at) => ({ ...one, change: ChangeId.parse(`ch-${at}`), comment: null, touches: {}, problems: [] }))
    expect(capChanges(changes)).toEqual([{ change: 'ch-0', area, target, cap: 5, on: false }])
  })

  it('leave other areas and groups alone', () => {
    const others = [
      { ...change, area: AreaRef.parse({ kind: 'region', code: '1082' }) },
      { ...change, target: QuotaTarget.parse({ kind: 'group', id: 'parkinson' }) },
    ]
    expect(capEdits([{ area, target, cap: 5, before: 3 }], others, '2026-03-12', () => 'ch-new')).toMatchObject([
      { kind: 'add' },
    ])
  })
})
