import type { CapBasis } from '#api/views/caps'
import { type CapArea, cellOf, measureOf } from './capsAnswer.ts'

/** Places of a cell: taken within the cap, left, and taken above it. Without a cap all are taken and none is left. */
export interface Places {
  readonly used: number
  readonly free: number
  readonly over: number
}

/** The places of so many documented under a cap; a cap of null is not known. */
export function placesOf(documented: number, cap: number | null): Places {
  if (cap === null) return { used: documented, free: 0, over: 0 }
  return {
    used: Math.min(documented, cap),
    free: Math.max(0, cap - documented),
    over: Math.max(0, documented - cap),
  }
}

/** A row of sums over areas; null where one of them is not known. */
export interface Summed {
  readonly documented: number
  readonly cap: number | null
  readonly excess: number | null
}

/** A group's documented, caps and excess over all areas. Excess is added up by area: one area's free places are no other's. */
export function summed(areas: readonly CapArea[], group: string, basis: CapBasis): Summed {
  const cells = areas.map((area) => cellOf(area, group))
  const total = (values: readonly (number | null)[]) =>
    values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
  return {
    documented: cells.reduce((sum, cell) => sum + (cell?.documented.valid ?? 0), 0),
    cap: total(cells.map((cell) => measureOf(cell, basis)?.cap ?? null)),
    excess: total(cells.map((cell) => measureOf(cell, basis)?.excess ?? null)),
  }
}

/** A place in the grid: row 0 is the heads of the columns, column 0 the names of the rows. */
export interface At {
  readonly row: number
  readonly column: number
}

/** Where a key leads in a grid of so many rows and columns (ARIA authoring practices, grid); null for another key. */
export function moved(
  { row, column }: At,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { rows, columns }: { readonly rows: number; readonly columns: number },
): At | null {
  const steps: Readonly<Record<string, At>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? rows - 1 : row, column: columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: rows - 1, column },
  }
  const next = steps[key]
  if (next === undefined) return null
  return {
    row: Math.min(Math.max(next.row, 0), rows - 1),
    column: Math.min(Math.max(next.column, 0), columns - 1),
  }
}
