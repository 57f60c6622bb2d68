import type { Answer } from '../../api.ts'
import { rowsBy } from '../../map/coverageFigures.ts'
import { perInhabitantDecimals } from '../../numbers.ts'
import { asShown } from './asShown.ts'
import type { Column, Row } from './sorting.ts'

type Coverage = Answer<'coverage'>

/** How what the table shows is written. */
interface Writing {
  readonly number: (value: number, decimals: number) => string
  /** What the service counts capacity in. */
  readonly unit: Answer<'municipalities'>['unit']
  readonly region: (code: string | null) => string
  /** What stands for expected users that are not told. */
  readonly told: (state: 'hidden' | 'unknown') => string
  /** What stands for a coverage that there is none of. */
  readonly look: (look: 'unreachable' | 'unknown') => string
  readonly estimate: (people: string) => string
  readonly findings: (findings: NonNullable<Row['findings']>) => string
}

/** What the table shows, a line for each of its rows in their order; shares in percent, numbers rounded as they are shown. */
export function tableLines(
  rows: readonly Row[],
  shown: readonly Column[],
  coverage: Coverage,
  before: Coverage | undefined,
  writing: Writing,
): readonly (readonly string[])[] {
  const of = new Map<string, Coverage['rows'][number]>(coverage.rows.map((row) => [row.municipality, row]))
  const was = rowsBy(before)
  return rows.map((row) =>
    shown.map((column) => written(row, column, of.get(row.code), was?.get(row.code), coverage, writing)),
  )
}

function written(
  row: Row,
  column: Column,
  covered: Coverage['rows'][number] | undefined,
  early: Coverage['rows'][number] | undefined,
  coverage: Coverage,
  writing: Writing,
): string {
  const { number, unit } = writing
  const plain = (value: number | null | undefined, decimals = 0) => (value == null ? '' : number(value, decimals))
  const shown = asShown(coverage)
  const measured = (value: number | null | undefined, decimals: number) =>
    value == null ? '' : number(value * shown.factor, decimals)
  switch (column) {
    case 'name':
      return row.name
    case 'region':
      return writing.region(row.region)
    case 'findings':
      return row.findings === null ? '' : writing.findings(row.findings)
    case 'ridingHours':
      return row.ridingHoursTenths === null ? '' : number(row.ridingHoursTenths / 10, 1)
    case 'capacity':
      if (row.capacity === null) return ''
      return unit === 'hoursTenths' ? number(row.capacity / 10, 1) : number(row.capacity / 100, 2)
    case 'per10000':
      return plain(row.per10000, perInhabitantDecimals(unit))
    case 'covered':
      return covered?.look === 'unreachable' || covered?.look === 'unknown'
        ? writing.look(covered.look)
        : measured(row.covered, shown.value)
    case 'before':
      return measured(row.before, shown.value)
    case 'change':
      return measured(row.change, shown.change)
    case 'minutes':
      return plain(row.minutes, shown.cost)
    case 'users':
    case 'usersWithin':
      return usersIn(covered?.users ?? null, column, writing)
    case 'usersWithinBefore':
      return usersIn(early?.users ?? null, 'usersWithin', writing)
    default:
      return plain(row[column])
  }
}

function usersIn(
  users: Coverage['rows'][number]['users'],
  column: 'users' | 'usersWithin',
  { number, told, estimate }: Writing,
): string {
  if (users === null) return ''
  const count = column === 'users' ? users.told : users.within
  if (count.state !== 'value') return told(count.state)
  const people = number(count.value, 0)
  return column === 'usersWithin' && users.isEstimate ? estimate(people) : people
}
