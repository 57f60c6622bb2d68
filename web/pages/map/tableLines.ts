import type { Answer } from '../../api.ts'
import type { Column, Row } from './sorting.ts'

type Coverage = Answer<'coverage'>

/** How what the table shows is written. */
interface Writing {
  readonly number: (value: number) => string
  /** Of capacity, which the service counts in parts of a unit. */
  readonly capacity: (value: number) => string
  readonly region: (code: string | null) => string
  /** What stands for expected users that are not told. */
  readonly told: (state: 'hidden' | 'unknown') => string
  /** What stands for a coverage that there is none of. */
  readonly look: (look: 'unreachable' | 'unknown') => string
  readonly estimate: (people: string) => string
  readonly findings: (findings: NonNullable<Row['findings']>) => string
}

/** What the table shows, a line for each of its rows in their order; shares as fractions. */
export function tableLines(
  rows: readonly Row[],
  shown: readonly Column[],
  coverage: Coverage,
  writing: Writing,
): readonly (readonly string[])[] {
  const of = new Map<string, Coverage['rows'][number]>(coverage.rows.map((row) => [row.municipality, row]))
  return rows.map((row) => shown.map((column) => written(row, column, of.get(row.code), writing)))
}

function written(row: Row, column: Column, covered: Coverage['rows'][number] | undefined, writing: Writing): string {
  const plain = (value: number | null | undefined) => (value == null ? '' : writing.number(value))
  if (column === 'name') return row.name
  if (column === 'region') return writing.region(row.region)
  if (column === 'findings') return row.findings === null ? '' : writing.findings(row.findings)
  if (column === 'ridingHours') return plain(row.ridingHoursTenths === null ? null : row.ridingHoursTenths / 10)
  if (column === 'capacity') return row.capacity === null ? '' : writing.capacity(row.capacity)
  if (column === 'covered' && covered !== undefined && (covered.look === 'unreachable' || covered.look === 'unknown'))
    return writing.look(covered.look)
  if (column === 'users' || column === 'usersWithin') {
    const users = covered?.users ?? null
    if (users === null) return ''
    const told = column === 'users' ? users.told : users.within
    if (told.state !== 'value') return writing.told(told.state)
    const people = writing.number(told.value)
    return column === 'usersWithin' && users.isEstimate ? writing.estimate(people) : people
  }
  return plain(row[column])
}
