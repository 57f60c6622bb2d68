import type { At } from '../caps/board.ts'
import type { CapArea, CapGroup, Caps } from '../caps/capsAnswer.ts'
import { extent, type Selection, type Size } from './gridKeys.ts'
import type { Lock } from './locks.ts'
import { cellKey, type Matrix, type MatrixCell } from './matrix.ts'

/** A line of the matrix: an area, a municipality in it, or the sum. Only an area's cells are set. */
export type MatrixRow =
  | { readonly kind: 'area'; readonly area: CapArea }
  | { readonly kind: 'municipality'; readonly code: string }
  | { readonly kind: 'sum' }

/** The matrix as it lies on the screen: lines below the heads, columns beside the names. */
export interface Laid {
  readonly rows: readonly MatrixRow[]
  readonly groups: readonly CapGroup[]
  readonly size: Size
}

/**
 * The lines and columns of a board: areas with the opened one's municipalities, and a sum; families last. No sum where areas
 * have municipalities in common: who lives or works there would be in it several times.
 */
export function laidOut(data: Caps, opened: string | undefined): Laid {
  const groups = data.groups.toSorted((a, b) => Number(a.kind === 'family') - Number(b.kind === 'family'))
  const rows: readonly MatrixRow[] = [
    ...data.areas.flatMap((area): MatrixRow[] => [
      { kind: 'area', area },
      ...(area.code === opened && area.municipalities.length > 1
        ? area.municipalities.map((code): MatrixRow => ({ kind: 'municipality', code }))
        : []),
    ]),
    ...(data.areas.length > 1 && data.overlaps.length === 0 ? [{ kind: 'sum' } as const] : []),
  ]
  return { rows, groups, size: { rows: rows.length + 1, columns: groups.length + 1 } }
}

/** The cell at a place; undefined on heads, municipalities and the sum. */
export function cellAt({ rows, groups }: Laid, matrix: Matrix, { row, column }: At): MatrixCell | undefined {
  const line = rows[row - 1]
  const group = groups[column - 1]
  if (line?.kind !== 'area' || group === undefined) return undefined
  return matrix.get(cellKey(line.area.code, group.id))
}

/** Where the cell of an area and group lies; null when it is not shown. A missing group means the name of the row. */
export function placeOf({ rows, groups }: Laid, area: string, group?: string): At | null {
  const row = rows.findIndex((line) => line.kind === 'area' && line.area.code === area)
  const column = group === undefined ? -1 : groups.findIndex(({ id }) => id === group)
  return row === -1 || (group !== undefined && column === -1) ? null : { row: row + 1, column: column + 1 }
}

/** The cells of a selection, line by line; lines without cells are left out. */
export function cellsIn(laid: Laid, matrix: Matrix, selection: Selection): readonly (readonly MatrixCell[])[] {
  const { from, to } = extent(selection, laid.size)
  const lines: (readonly MatrixCell[])[] = []
  for (let row = from.row; row <= to.row; row += 1) {
    const cells: MatrixCell[] = []
    for (let column = from.column; column <= to.column; column += 1) {
      const cell = cellAt(laid, matrix, { row, column })
      if (cell !== undefined) cells.push(cell)
    }
    if (cells.length > 0) lines.push(cells)
  }
  return lines
}

/** The locks that a selection means: whole rows from the names, whole columns from the heads, cells otherwise. */
export function locksMeant(laid: Laid, matrix: Matrix, selection: Selection): readonly Lock[] {
  const { from, to } = extent(selection, laid.size)
  const ends = [selection.anchor, selection.head]
  const columns = () => laid.groups.slice(from.column - 1, to.column).map(({ id }) => ({ area: null, group: id }))
  if (ends.some(({ row }) => row === 0)) return columns()
  if (!ends.some(({ column }) => column === 0))
    return cellsIn(laid, matrix, selection)
      .flat()
      .map(({ area, group }) => ({ area, group }))
  return laid.rows
    .slice(from.row - 1, to.row)
    .flatMap((line) => (line.kind === 'area' ? [{ area: line.area.code, group: null }] : []))
}

/** The cells that a block pasted at a place falls on, counted in lines that can be set. */
export function pasteCells(
  laid: Laid,
  matrix: Matrix,
  from: At,
): (row: number, column: number) => MatrixCell | undefined {
  const lines = laid.rows.flatMap((line, at) => (line.kind === 'area' && at + 1 >= from.row ? [at + 1] : []))
  return (row, column) => {
    const line = lines[row]
    return line === undefined ? undefined : cellAt(laid, matrix, { row: line, column: from.column + column })
  }
}
