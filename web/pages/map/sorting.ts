import type { Answer } from '../../api.ts'
import { moreIsBetter } from '../../map/coverageScale.ts'

/** A municipality's figures, with its coverage while the map shows it. */
export type Row = Answer<'municipalities'>['rows'][number] & {
  readonly covered?: number | null
  readonly before?: number | null
  readonly change?: number | null
  readonly minutes?: number | null
  /** Expected users, and those within the limit; null where they are hidden or not known. */
  readonly users?: number | null
  readonly usersWithin?: number | null
  readonly usersWithinBefore?: number | null
}

/** Columns of the table, in order. */
export const columns = [
  'name',
  'region',
  'population',
  'before',
  'covered',
  'change',
  'minutes',
  'users',
  'usersWithinBefore',
  'usersWithin',
  'per10000',
  'capacity',
  'clinics',
  'providers',
  'ridingSchools',
  'ridingHours',
  'findings',
] as const
export type Column = (typeof columns)[number]

/**
 * The sort in the address bar. When it is left out or names no column, what the map is coloured by, the worst first: the lowest
 * capacity per inhabitant, or the coverage's measure.
 */
export function sortIn(
  text: string | undefined,
  coverage?: Pick<Answer<'coverage'>, 'measure'>,
): { readonly column: Column; readonly descending: boolean } {
  const descending = text?.startsWith('-') === true
  const name = descending ? text?.slice(1) : text
  const column = columns.find((one) => one === name)
  if (column !== undefined) return { column, descending }
  if (coverage === undefined) return { column: 'per10000', descending }
  return { column: 'covered', descending: !moreIsBetter(coverage.measure) }
}

/** The reverse of `sortIn`. */
export function sortText(column: Column, descending: boolean): string {
  return descending ? `-${column}` : column
}

/** Rows in order; an unknown value stands last whichever way, because it is neither low nor high. */
export function sorted(rows: readonly Row[], column: Column, descending: boolean): readonly Row[] {
  const sign = descending ? -1 : 1
  const danish = new Intl.Collator('da')
  return rows.toSorted((a, b) => {
    const [x, y] = [keyOf(a, column), keyOf(b, column)]
    if (x === null || y === null) return x === y ? danish.compare(a.name, b.name) : x === null ? 1 : -1
    const order = typeof x === 'string' || typeof y === 'string' ? danish.compare(String(x), String(y)) : x - y
    return sign * order || danish.compare(a.name, b.name)
  })
}

function keyOf(row: Row, column: Column): string | number | null {
  if (column === 'findings') {
    if (row.findings === null) return null
    const { breach, needsConsultation, needsInformation, pass } = row.findings
    return breach * 1e6 + needsConsultation * 1e4 + needsInformation * 1e2 + pass
  }
  return column === 'ridingHours' ? row.ridingHoursTenths : (row[column] ?? null)
}
