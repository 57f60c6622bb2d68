import { type ClipboardEvent, type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../parts/announce.ts'
import { useNotice } from '../../parts/Notice.tsx'
import { useSteady } from '../../parts/useSteady.ts'
import type { At } from '../caps/board.ts'
import { extent, type GridAction, keyAction, only, type Selection } from './gridKeys.ts'
import type { Matrix, MatrixCell } from './matrix.ts'
import { cellAt, cellsIn, type Laid, pasteCells } from './matrixRows.ts'
import { blockOf, blockText, maxCap, type PasteError, pasted } from './pasted.ts'

/** What is being edited, where, and what was typed to begin with. */
export interface Editing {
  readonly cell: MatrixCell
  readonly at: At
  readonly typed: string | null
}

/** What the grid is given to act with. */
export interface MatrixActs {
  readonly laid: Laid
  readonly matrix: Matrix
  readonly table: RefObject<HTMLTableElement | null>
  /** Where Tab comes in first. */
  readonly start: At
  /** Whether caps can be set at all. */
  readonly canSet: boolean
  readonly isLocked: (cell: MatrixCell) => boolean
  readonly onSet: (caps: readonly { readonly cell: MatrixCell; readonly cap: number | null }[]) => void
  readonly onLock: (selection: Selection) => void
}

/** The grid under the keyboard and the clipboard, and what can be done with it. The same while none of its states changes. */
export type MatrixKeys = ReturnType<typeof useMatrixKeys>

/** The matrix under the keyboard and the clipboard: what is selected, what is edited, and what a paste got wrong. */
export function useMatrixKeys({ laid, matrix, table, start, canSet, isLocked, onSet, onLock }: MatrixActs) {
  const { t } = useTranslation()
  const say = useNotice()
  const [selection, setSelection] = useState<Selection>(() => only(start))
  const [editing, setEditing] = useState<Editing | null>(null)
  const [errors, setErrors] = useState<readonly PasteError<MatrixCell>[]>([])
  const leaving = useRef(false)
  const again = useRef(false)

  const focus = ({ row, column }: At) =>
    table.current?.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`)?.focus()
  const select = (next: Selection) => {
    setSelection(next)
    focus(next.head)
  }
  /** Says why a key did nothing, to who sees and to who hears. */
  const refuse = (why: 'isLocked' | 'unknown') => say({ text: t(`laboratory.matrix.${why}`), isRefused: true })
  const chosen = () => cellsIn(laid, matrix, selection)
  const open = (at: At, typed: string | null = null) => {
    const cell = cellAt(laid, matrix, at)
    if (cell === undefined || !canSet) return
    if (isLocked(cell)) refuse('isLocked')
    else setEditing({ cell, at, typed })
  }
  /** Sets what is open to be set; says so when all of it is locked. */
  const set = (caps: readonly { readonly cell: MatrixCell; readonly cap: number | null }[]) => {
    const free = canSet ? caps.filter(({ cell }) => !isLocked(cell)) : []
    if (free.length > 0) onSet(free)
    else if (caps.length > 0 && canSet) refuse('isLocked')
  }
  const step = (by: 1 | -1) => {
    const cells = chosen().flat()
    const known = cells.flatMap((cell) =>
      cell.cap === null ? [] : [{ cell, cap: Math.min(maxCap, Math.max(0, cell.cap + by)) }],
    )
    if (known.length === 0 && cells.length > 0) refuse('unknown')
    set(known)
  }
  const act = (action: GridAction) => {
    switch (action.do) {
      case 'select':
        return select(action.selection)
      case 'edit':
        return open(selection.head, action.typed)
      case 'step':
        return step(action.by)
      case 'clear':
        return set(chosen().flatMap((cells) => cells.map((cell) => ({ cell, cap: null }))))
      case 'lock':
        return onLock(selection)
      case 'leave':
        leaving.current = true
        return announce(t('laboratory.matrix.left'))
    }
  }
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    if (event.key === 'Tab' && leaving.current) {
      leaving.current = false
      return
    }
    leaving.current = false
    const action = keyAction(event, selection, laid.size)
    if (action === null) return
    event.preventDefault()
    act(action)
  }
  const copy = (event: ClipboardEvent) => {
    const lines = chosen()
    if (lines.length === 0) return
    event.preventDefault()
    event.clipboardData.setData(
      'text/plain',
      blockText(lines.map((cells) => cells.map(({ cap }) => cap?.toString() ?? ''))),
    )
    announce(t('laboratory.matrix.copied', { count: lines.flat().length }))
  }
  const paste = (event: ClipboardEvent) => {
    if (!canSet) return
    event.preventDefault()
    const { from, to } = extent(selection, laid.size)
    const cellOf = pasteCells(laid, matrix, from)
    const found = pasted(
      blockOf(event.clipboardData.getData('text/plain')),
      {
        cellAt: (row, column) => {
          const cell = cellOf(row, column)
          return cell === undefined ? null : { cell, locked: isLocked(cell) }
        },
      },
      { rows: chosen().length, columns: to.column - from.column + 1 },
    )
    setErrors(found.errors)
    if (found.errors.length > 0 || found.caps.length === 0) return
    onSet(found.caps)
    announce(t('laboratory.matrix.pasted', { count: found.caps.length }))
  }
  const steady = {
    press: useSteady(press),
    copy: useSteady(copy),
    paste: useSteady(paste),
    set: useSteady(set),
    /** The focus came to a place, by keys or otherwise. */
    focused: useSteady((at: At) => setSelection((was) => (isSame(was.head, at) ? was : only(at)))),
    /** The pointer went down on a place: it is chosen, or with Shift the selection goes on to it. */
    pointed: useSteady((at: At, wider: boolean) => {
      again.current = !wider && isSame(selection.head, at) && isSame(selection.anchor, at)
      setSelection((was) => (wider ? { anchor: was.anchor, head: at } : only(at)))
    }),
    /** A cell was clicked: the second time, or by the space bar, it is edited. */
    clicked: useSteady((at: At, byKey: boolean) => {
      if (byKey || again.current) open(at)
    }),
    /** Chooses a place and takes the focus there. */
    goTo: useSteady((at: At) => select(only(at))),
    /** Ends the editor; the focus goes to the cell, or on from it. */
    endEditing: useSteady((to: At | null) => {
      setEditing(null)
      if (to !== null) select(only(to))
    }),
    forgetErrors: useSteady(() => setErrors([])),
  }
  // What is done never changes: only the states make it another object.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => ({ ...steady, selection, editing, errors }), [selection, editing, errors])
}

function isSame(one: At, other: At): boolean {
  return one.row === other.row && one.column === other.column
}
