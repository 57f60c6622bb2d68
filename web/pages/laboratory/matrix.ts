import type { CapBasis } from '#api/views/caps'
import { type CapCell, type Caps, capBy, cellOf } from '../caps/capsAnswer.ts'

/** The name of a cell in maps and sets. */
export type CellKey = `${string}|${string}`

/** The key of an area's cell for a group. */
export function cellKey(area: string, group: string): CellKey {
  return `${area}|${group}`
}

/** A cell of the matrix: who is there, what the formula gives, the cap now (B) and before (A). Null is unknown. */
export interface MatrixCell {
  readonly area: string
  readonly group: string
  readonly documented: number
  /** The formula's share before rounding: what the cap is held against. */
  readonly target: number | null
  readonly cap: number | null
  readonly before: number | null
  /** Set on the screen and not yet answered by the service. */
  readonly waiting: boolean
}

/** The cells by key. */
export type Matrix = ReadonlyMap<CellKey, MatrixCell>

/** The cap that counts in a cell: a quota where there is one, otherwise the formula's. */
export function capInForce(cell: CapCell | undefined, basis: CapBasis): number | null {
  return cell?.quota?.cap ?? capBy(cell, basis)?.cap ?? null
}

/**
 * The matrix of a board. `before` is the board that changes are counted from; `waiting` are caps set on the screen, null
 * for one taken away, which then is as before.
 */
export function matrixOf(
  now: Caps,
  before: Caps | undefined,
  basis: CapBasis,
  waiting: ReadonlyMap<CellKey, number | null>,
): Matrix {
  const cells = new Map<CellKey, MatrixCell>()
  for (const area of now.areas) {
    const was = before?.areas.find(({ code }) => code === area.code)
    for (const cell of area.cells) {
      const key = cellKey(area.code, cell.group)
      const capBefore = was === undefined ? null : capInForce(cellOf(was, cell.group), basis)
      const answered = answeredCell(area.code, cell, basis, capBefore)
      const set = waiting.get(key)
      cells.set(key, set === undefined ? answered : { ...answered, cap: set ?? capBefore, waiting: true })
    }
  }
  return cells
}

/** The last cell made of each answer, so that one that did not change is the same object and is not drawn again. */
const made = new WeakMap<CapCell, { readonly basis: CapBasis; readonly cell: MatrixCell }>()

function answeredCell(area: string, given: CapCell, basis: CapBasis, before: number | null): MatrixCell {
  const known = made.get(given)
  if (known !== undefined && known.basis === basis && known.cell.area === area && known.cell.before === before)
    return known.cell
  const cell: MatrixCell = {
    area,
    group: given.group,
    documented: given.documented.valid,
    target: capBy(given, basis)?.share ?? null,
    cap: capInForce(given, basis),
    before,
    waiting: false,
  }
  made.set(given, { basis, cell })
  return cell
}

/** Physiotherapists above their caps in all cells together; null where no cap is known at all. */
export function overKnown(matrix: Matrix): number | null {
  const known = [...matrix.values()].filter(({ cap }) => cap !== null)
  return known.length === 0 ? null : columnSum(known).over
}

/** How much a cap differs from before; null when one of them is not known, 0 when nothing changed. */
export function changeOf({ cap, before }: MatrixCell): number | null {
  return cap === null || before === null ? null : cap - before
}

/** Whether a cell is not as before: also where a cap came that was not known before. */
export function isChanged({ cap, before }: MatrixCell): boolean {
  return cap !== before
}

/** The cells that stick out most: documented above the cap, and a cap away from the formula's share. */
export interface Deviations {
  readonly over: { readonly cell: MatrixCell; readonly by: number } | null
  readonly fromTarget: { readonly cell: MatrixCell; readonly by: number } | null
}

/**
 * The largest excess, and the largest distance between cap and share in either direction. A distance below one is rounding
 * and none. Of equals the first as the board is read.
 */
export function deviationsOf(cells: Iterable<MatrixCell>): Deviations {
  let over: Deviations['over'] = null
  let fromTarget: Deviations['fromTarget'] = null
  for (const cell of cells) {
    if (cell.cap === null) continue
    const excess = cell.documented - cell.cap
    if (excess > 0 && excess > (over?.by ?? 0)) over = { cell, by: excess }
    if (cell.target === null) continue
    const distance = cell.cap - cell.target
    if (Math.abs(distance) >= 1 && Math.abs(distance) > Math.abs(fromTarget?.by ?? 0))
      fromTarget = { cell, by: distance }
  }
  return { over, fromTarget }
}

/** Sums of a column as the board shows them below; null where one cap is not known. */
export interface ColumnSum {
  readonly documented: number
  readonly cap: number | null
  readonly before: number | null
  readonly over: number
}

/** The sums of every column, by group. */
export function columnSums(matrix: Matrix): ReadonlyMap<string, ColumnSum> {
  const columns = new Map<string, MatrixCell[]>()
  for (const cell of matrix.values()) columns.set(cell.group, [...(columns.get(cell.group) ?? []), cell])
  return new Map([...columns].map(([group, cells]) => [group, columnSum(cells)]))
}

/** The sums of these cells. */
export function columnSum(cells: readonly MatrixCell[]): ColumnSum {
  const total = (values: readonly (number | null)[]) =>
    values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
  return {
    documented: cells.reduce((sum, { documented }) => sum + documented, 0),
    cap: total(cells.map(({ cap }) => cap)),
    before: total(cells.map(({ before }) => before)),
    over: cells.reduce((sum, { documented, cap }) => sum + (cap === null ? 0 : Math.max(0, documented - cap)), 0),
  }
}
