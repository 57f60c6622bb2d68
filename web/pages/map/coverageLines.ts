import type { Answer } from '../../api.ts'
import { measuredIn, rowsBy } from '../../map/coverageFigures.ts'
import { asShown } from './asShown.ts'

type Coverage = Answer<'coverage'>
type Row = Coverage['rows'][number]
type Users = NonNullable<Row['users']>

/** Columns of the file, in their order, as its headings are asked for. */
export type LineColumn =
  | 'code'
  | 'name'
  | 'region'
  | 'look'
  | 'value'
  | 'before'
  | 'change'
  | 'people'
  | 'within'
  | 'beyond'
  | 'unreachable'
  | 'share'
  | 'withinWithOffers'
  | 'meanCost'
  | 'persons'
  | 'users'
  | 'usersWithin'
  | 'usersWithinBefore'

/** How the file is written in the reader's language. Numbers are rounded as the screen shows them. */
export interface LineWriting {
  readonly heading: (column: LineColumn) => string
  /** Null is an empty cell. */
  readonly number: (value: number | null, decimals: number) => string
  readonly region: (code: string | null) => string
  readonly look: (look: Row['look']) => string
  /** Expected users within the limit, or the word for what is not told. */
  readonly within: (users: Users) => string
  /** What stands for expected users that are not told. */
  readonly told: (told: Users['told']) => string
}

interface Column {
  readonly column: LineColumn
  readonly cell: (row: Row, was: Row | undefined) => string
}

/**
 * Coverage as a table for a spreadsheet: headings, then a line for each municipality. Shares in percent. Where there is no
 * value the cell is empty and the column of looks says why.
 */
export function coverageLines(
  answer: Coverage,
  before: Coverage | undefined,
  writing: LineWriting,
): readonly (readonly string[])[] {
  const was = rowsBy(before)
  const columns = columnsOf(answer, before, writing)
  return [
    columns.map(({ column }) => writing.heading(column)),
    ...answer.rows.map((row) => columns.map(({ cell }) => cell(row, was?.get(row.municipality)))),
  ]
}

function columnsOf(
  answer: Coverage,
  before: Coverage | undefined,
  { number, region, look, within, told }: LineWriting,
): readonly Column[] {
  const was = rowsBy(before)
  const decimals = asShown(answer)
  const measured = (value: number | null | undefined) => number(times(decimals.factor, value), decimals.value)
  const count = (column: LineColumn, of: (row: Row) => number): Column => ({
    column,
    cell: (row) => number(of(row), 0),
  })
  const all: readonly Column[] = [
    { column: 'code', cell: (row) => row.municipality },
    { column: 'name', cell: (row) => row.name },
    { column: 'region', cell: (row) => region(row.region) },
    { column: 'look', cell: (row) => look(row.look) },
    { column: 'value', cell: (row) => measured(row.value) },
    { column: 'before', cell: (_, early) => measured(early?.value) },
    { column: 'change', cell: (row) => number(times(decimals.factor, measuredIn(row, was ?? none)), decimals.change) },
    count('people', (row) => row.people),
    count('within', (row) => row.within),
    count('beyond', (row) => row.beyond),
    count('unreachable', (row) => row.unreachable),
    { column: 'share', cell: (row) => number(times(100, row.share), 1) },
    count('withinWithOffers', (row) => row.withinWithOffers),
    { column: 'meanCost', cell: (row) => number(row.meanCost, decimals.cost) },
    count('persons', (row) => row.persons),
    { column: 'users', cell: ({ users }) => (users === null ? '' : told(users.told)) },
    { column: 'usersWithin', cell: ({ users }) => (users === null ? '' : within(users)) },
    { column: 'usersWithinBefore', cell: (_, early) => (early?.users ? within(early.users) : '') },
  ]
  const comparing: readonly LineColumn[] = ['before', 'change', 'usersWithinBefore']
  const ofUsers: readonly LineColumn[] = ['users', 'usersWithin', 'usersWithinBefore']
  return all.filter(
    ({ column }) =>
      (was !== undefined || !comparing.includes(column)) &&
      (answer.users !== null || !ofUsers.includes(column)) &&
      // Where the share is the measure it is told already.
      (column !== 'share' || answer.measure !== 'share'),
  )
}

const none: ReadonlyMap<string, Row> = new Map()

function times(factor: number, value: number | null | undefined): number | null {
  return value == null ? null : value * factor
}
