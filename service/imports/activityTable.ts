import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Command } from '#api/contract'
import { ActivityPeriod, ActivitySubject } from '#events/activity'
import { RegionCode, Specialty } from '#events/identifiers'

/** What is wrong with a cell of the file, or with the file as a whole. */
export interface RowProblem {
  /** Line of the file, the header is 1; null for the file as a whole. */
  readonly row: number | null
  readonly column: string | null
  readonly found: string
  readonly expected: string
}

type ReportActivity = Extract<Command, { type: 'ReportActivity' }>

/** One row that can be read. */
export interface ActivityRow {
  readonly row: number
  readonly report: ReportActivity['data']
}

const counts = [
  'patients',
  'groupServices',
  'individualServices',
  'homeServices',
  'progressivePatients',
  'progressiveIndividualServices',
] as const

/** Columns of the file, in any order. An empty cell of a figure is unknown, never zero. */
export const activityColumns = [
  'level',
  'id',
  'region',
  'period',
  'specialty',
  ...counts,
  'kr',
  'priceLevelYear',
  'source',
] as const
/** Columns that a file may have besides. */
export const optionalActivityColumns = ['hours'] as const
type Column = (typeof activityColumns)[number] | (typeof optionalActivityColumns)[number]

/** What the reader answers when it is asked for the line of each record. */
const Lines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

/**
 * Reads a table of reported activity: comma or semicolon, UTF-8 or Windows-1252, with a header. Answers every row and
 * everything that is wrong, not just the first; with a wrong header no row is looked at.
 */
export function readActivityTable(bytes: Uint8Array): {
  readonly rows: readonly ActivityRow[]
  readonly problems: readonly RowProblem[]
} {
  const text = decoded(bytes)
  const [head = ''] = text.split(/\r?\n/, 1)
  let lines: z.infer<typeof Lines>
  try {
    lines = Lines.parse(
      parse(text, {
        delimiter: head.includes(';') ? ';' : ',',
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        trim: true,
      }),
    )
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return {
      rows: [],
      problems: [{ row: null, column: null, found, expected: 'a table with a quote closed on its line' }],
    }
  }
  const header = lines[0]?.record ?? []
  const wrong = headerProblems(header)
  if (wrong.length > 0) return { rows: [], problems: wrong }
  const read = lines.slice(1).map(({ record, info }) => readRow(header, record, info.lines))
  const rows = read.flatMap(({ row }) => row ?? [])
  const problems = [...read.flatMap((one) => one.problems), ...repeated(rows)]
  return { rows, problems: problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) }
}

/** Danish spreadsheets still write Windows-1252; what is valid UTF-8 is taken as such. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function headerProblems(header: readonly string[]): RowProblem[] {
  const known: readonly string[] = [...activityColumns, ...optionalActivityColumns]
  const missing = activityColumns.filter((column) => !header.includes(column))
  const other = header.filter((column, index) => !known.includes(column) || header.indexOf(column) !== index)
  return [
    ...missing.map((column) => ({ row: 1, column, found: 'no such column', expected: `a column ${column}` })),
    ...other.map((found) => ({ row: 1, column: found, found, expected: `each of ${known.join(', ')} once` })),
  ]
}

function readRow(
  header: readonly string[],
  record: readonly string[],
  row: number,
): { readonly row: ActivityRow | null; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  if (record.length !== header.length) {
    const [found, expected] = [`${record.length} cells`, `${header.length} cells`]
    return { row: null, problems: [{ row, column: null, found, expected }] }
  }
  const cell = (column: Column) => record[header.indexOf(column)] ?? ''
  const wrong = (column: Column, expected: string) => {
    problems.push({ row, column, found: cell(column), expected })
    return null
  }
  const about = ActivitySubject.safeParse({ level: cell('level'), id: cell('id') })
  if (!about.success) {
    const levels = ActivitySubject.options.map(({ shape }) => shape.level.value)
    if (!(levels as readonly string[]).includes(cell('level'))) wrong('level', `one of ${levels.join(', ')}`)
    else wrong('id', idOf[cell('level')] ?? 'an id')
  }
  const isNation = cell('level') === 'nation'
  const region = isNation && cell('region') === '' ? null : RegionCode.safeParse(cell('region'))
  if (region !== null && (isNation || !region.success))
    wrong('region', isNation ? 'nothing for the whole country' : 'a region code: 1081 to 1085, or ost')
  const period = ActivityPeriod.safeParse(cell('period'))
  if (!period.success) wrong('period', 'a year or a half-year: 2026, 2026-H1 or 2026-H2')
  const specialty = Specialty.safeParse(cell('specialty'))
  if (!specialty.success) wrong('specialty', `one of ${Specialty.options.join(', ')}`)
  const figure = (column: (typeof counts)[number]) => {
    if (cell(column) === '') return null
    const value = /^\d{1,9}$/.test(cell(column)) ? Number(cell(column)) : null
    return value !== null && value <= 100_000_000
      ? value
      : wrong(column, 'a whole number from 0 to 100000000, or nothing when unknown')
  }
  const hours = () => {
    if (cell('hours') === '') return null
    if (cell('level') !== 'agreement') return wrong('hours', 'nothing but for a riding agreement')
    return tenthsOf(cell('hours')) ?? wrong('hours', 'hours a week with at most one decimal, such as 8,5, or nothing')
  }
  const figures = {
    ...(header.includes('hours') ? { hoursTenths: hours() } : {}),
    patients: figure('patients'),
    groupServices: figure('groupServices'),
    individualServices: figure('individualServices'),
    homeServices: figure('homeServices'),
    progressivePatients: figure('progressivePatients'),
    progressiveIndividualServices: figure('progressiveIndividualServices'),
    oere:
      cell('kr') === ''
        ? null
        : (oereOf(cell('kr')) ??
          wrong('kr', 'kroner with at most two decimals, such as 1813000,50, or nothing when unknown')),
  }
  const level = /^(199\d|20\d\d|2100)$/.test(cell('priceLevelYear'))
    ? Number(cell('priceLevelYear'))
    : wrong('priceLevelYear', 'a year from 1990 to 2100')
  const source =
    cell('source').length > 0 && cell('source').length <= 2000
      ? cell('source')
      : wrong('source', 'where the figures come from')
  if (
    problems.length > 0 ||
    !about.success ||
    !(region === null || region.success) ||
    !period.success ||
    !specialty.success ||
    level === null ||
    source === null
  )
    return { row: null, problems }
  return {
    row: {
      row,
      report: {
        about: about.data,
        region: region === null ? null : region.data,
        period: period.data,
        specialty: specialty.data,
        figures: { ...figures, priceLevelYear: level },
        published: [],
        source,
      },
    },
    problems,
  }
}

const idOf: Readonly<Record<string, string>> = {
  provider: 'a provider number of six digits',
  clinic: 'a clinic id: lower-case letters, digits and hyphens',
  agreement: 'the id of a riding agreement: lower-case letters, digits and hyphens',
  municipality: 'a municipality code of four digits',
  region: 'a region code: 1081 to 1085, or ost',
  nation: 'dk',
}

/** Kroner as written, in øre, without a float between: `1813000,5` is 181300050. Null for anything else. */
export function oereOf(text: string): number | null {
  const [, kroner, decimals = ''] = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  return kroner === undefined ? null : Number(`${kroner}${decimals.padEnd(2, '0')}`)
}

/** Hours a week as written, in tenths: `8,5` is 85. Null for anything else and for more than a week has. */
function tenthsOf(text: string): number | null {
  const [, whole, decimal = '0'] = /^(\d{1,3})(?:[.,](\d))?$/.exec(text) ?? []
  const tenths = whole === undefined ? null : Number(`${whole}${decimal}`)
  return tenths === null || tenths > 1680 ? null : tenths
}

function repeated(rows: readonly ActivityRow[]): RowProblem[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ row, report: { about, period, specialty } }) => {
    const key = `${about.level} ${about.id}, ${period}, ${specialty}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, row)
      return []
    }
    return [
      { row, column: 'id', found: key, expected: `each subject, period and specialty once; also in row ${before}` },
    ]
  })
}
