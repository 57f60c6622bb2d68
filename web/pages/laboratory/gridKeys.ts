import { type At, moved } from '../caps/board.ts'

/** What is chosen in the grid: from the anchor to the head, which has the focus. Row 0 and column 0 are the heads. */
export interface Selection {
  readonly anchor: At
  readonly head: At
}

/** Rows and columns of the grid, the heads among them. */
export interface Size {
  readonly rows: number
  readonly columns: number
}

/** A pressed key as the grid reads it. */
export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
}

/** What a key asks for in the grid. */
export type GridAction =
  | { readonly do: 'select'; readonly selection: Selection }
  /** Opens the editor of the focused cell; `typed` is what it begins with. */
  | { readonly do: 'edit'; readonly typed: string | null }
  | { readonly do: 'step'; readonly by: 1 | -1 }
  | { readonly do: 'clear' }
  | { readonly do: 'lock' }
  /** The next Tab leaves the grid. */
  | { readonly do: 'leave' }

/** The one cell at a place. */
export function only(at: At): Selection {
  return { anchor: at, head: at }
}

/** The corners of a selection. A head means its whole row or column; the corner, everything. */
export function extent({ anchor, head }: Selection, { rows, columns }: Size): { readonly from: At; readonly to: At } {
  const wholeRows = anchor.column === 0 || head.column === 0
  const wholeColumns = anchor.row === 0 || head.row === 0
  return {
    from: {
      row: wholeColumns ? 1 : Math.min(anchor.row, head.row),
      column: wholeRows ? 1 : Math.min(anchor.column, head.column),
    },
    to: {
      row: wholeColumns ? rows - 1 : Math.max(anchor.row, head.row),
      column: wholeRows ? columns - 1 : Math.max(anchor.column, head.column),
    },
  }
}

/** Whether a place lies in a selection. */
export function isIn(selection: Selection, size: Size, { row, column }: At): boolean {
  const { from, to } = extent(selection, size)
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

/** The cell before or after this place, row by row and past the heads; null beyond the ends. */
export function stepped({ row, column }: At, by: 1 | -1, { rows, columns }: Size): At | null {
  for (let at = row * columns + column + by; at >= 0 && at < rows * columns; at += by) {
    const next = { row: Math.floor(at / columns), column: at % columns }
    if (next.row > 0 && next.column > 0) return next
  }
  return null
}

/**
 * What a key does, as in a spreadsheet; null for a key that the grid has no use for. Arrows move and with Shift extend, Tab
 * goes from cell to cell and leaves at the ends, Enter or a digit edits, plus and minus step, Delete clears.
 */
export function keyAction(pressed: Pressed, selection: Selection, size: Size): GridAction | null {
  const { key, ctrlKey, shiftKey } = pressed
  const { anchor, head } = selection
  if (ctrlKey && key.toLowerCase() === 'a') return { do: 'select', selection: only({ row: 0, column: 0 }) }
  const to = moved(head, pressed, size)
  if (to !== null) return { do: 'select', selection: shiftKey ? { anchor, head: to } : only(to) }
  if (ctrlKey) return null
  if (key === 'Tab') {
    const next = stepped(head, shiftKey ? -1 : 1, size)
    return next === null ? null : { do: 'select', selection: only(next) }
  }
  const isCell = head.row > 0 && head.column > 0
  if (isCell && (key === 'Enter' || key === 'F2')) return { do: 'edit', typed: null }
  if (isCell && /^\d$/.test(key)) return { do: 'edit', typed: key }
  if (key === '+') return { do: 'step', by: 1 }
  if (key === '-' || key === '−') return { do: 'step', by: -1 }
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' }
  if (key.toLowerCase() === 'l') return { do: 'lock' }
  if (key === 'Escape') return { do: 'leave' }
  return null
}
