import type { Answer } from '../../api.ts'

type Row = Answer<'cases'>['rows'][number]

/** Columns of the board, in the course of a case. */
export const boardColumns = ['received', 'waiting', 'checked', 'hearing', 'heard', 'tabled', 'decided'] as const
export type BoardColumn = (typeof boardColumns)[number]

const columnOf: Readonly<Record<Row['status'], BoardColumn>> = {
  received: 'received',
  'awaiting-information': 'waiting',
  checked: 'checked',
  'in-consultation': 'hearing',
  heard: 'heard',
  tabled: 'tabled',
  ruled: 'decided',
  applied: 'decided',
  'effect-refused': 'decided',
  referred: 'decided',
  withdrawn: 'decided',
}

/** Cases by column: in each, those with the nearest deadline first, then those that are wanted first. */
export function boardOf(rows: readonly Row[]): ReadonlyMap<BoardColumn, readonly Row[]> {
  const when = ({ dueOn, wantedFrom, number }: Row) => `${dueOn ?? '9999'} ${wantedFrom} ${number}`
  return new Map(
    boardColumns.map((column) => [
      column,
      rows.filter(({ status }) => columnOf[status] === column).toSorted((a, b) => when(a).localeCompare(when(b))),
    ]),
  )
}
