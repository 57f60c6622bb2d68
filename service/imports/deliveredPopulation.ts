import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { columnNames, columnsAmong, type FoundColumns, type PopulationColumn } from './populationColumns.ts'
import type { PopulationProblem } from './populationProblem.ts'

/** A row of a table or a feature of a GeoJSON, nothing about it believed yet. */
export interface DeliveredRow {
  readonly row: number
  /** Text of a table; a feature's property may be a number. */
  readonly values: Readonly<Partial<Record<PopulationColumn, string | number>>>
  /** A feature's geometry; null in a table. */
  readonly geometry: unknown
}

/** A delivered population as it is written. */
export interface DeliveredPopulation {
  readonly kind: 'table' | 'geojson'
  readonly columns: FoundColumns
  /** What the file itself says of its coordinates, as it says it. */
  readonly declaredCrs: string | null
  readonly rows: readonly DeliveredRow[]
  readonly problems: readonly PopulationProblem[]
}

/** What the reader answers when it is asked for the line of each record. */
const Lines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

const Collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).optional(),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.union([z.string(), z.number()]).optional(),
      properties: z.record(z.string(), z.unknown()).nullable(),
      geometry: z.unknown(),
    }),
  ),
})

/** Reads a GeoJSON, or a table with a header: semicolon, tab or comma, UTF-8 or Windows-1252. */
export function readDelivered(bytes: Uint8Array): DeliveredPopulation {
  const text = decoded(bytes)
  return text.trimStart().startsWith('{') ? readGeojson(text) : readTable(text)
}

function readTable(text: string): DeliveredPopulation {
  const [head = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t'].find((one) => head.includes(one)) ?? ','
  let lines: z.infer<typeof Lines>
  try {
    const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true, bom: true }
    lines = Lines.parse(parse(text, options))
  } catch (error) {
    return unreadable('table', error, 'a table with every quote closed')
  }
  const header = lines[0]?.record ?? []
  const columns = columnsAmong(header)
  const at = Object.entries(columns.named).map(([column, name]) => [column, header.indexOf(name)] as const)
  const problems = headerProblems(columns, 'table')
  const rows = lines.slice(1).flatMap(({ record, info: { lines: row } }): DeliveredRow[] => {
    if (record.length === header.length)
      return [{ row, values: Object.fromEntries(at.map(([column, i]) => [column, record[i] ?? ''])), geometry: null }]
    problems.push({
      row,
      column: null,
      fault: 'wrong-width',
      found: `${record.length} cells`,
      expected: `${header.length} cells`,
      proposal: 'put the row right: a comma in a number needs quotes, or semicolons between the cells',
      remedy: 'file',
    })
    return []
  })
  return { kind: 'table', columns, declaredCrs: null, rows, problems }
}

function readGeojson(text: string): DeliveredPopulation {
  let collection: z.infer<typeof Collection>
  try {
    collection = Collection.parse(JSON.parse(text))
  } catch (error) {
    return unreadable('geojson', error, 'a GeoJSON FeatureCollection')
  }
  const { crs, features } = collection
  const columns = columnsAmong([...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))])
  const rows = features.map(({ id, properties, geometry }, index): DeliveredRow => {
    const own = Object.entries(columns.named).flatMap(([column, name]) => {
      const value = properties?.[name]
      return typeof value === 'string' || typeof value === 'number' ? [[column, value] as const] : []
    })
    return {
      row: index + 1,
      values: { ...(id === undefined ? {} : { cell: id }), ...Object.fromEntries(own) },
      geometry,
    }
  })
  const problems = headerProblems(columns, 'geojson')
  return { kind: 'geojson', columns, declaredCrs: crs?.properties.name ?? null, rows, problems }
}

function headerProblems({ named, twice }: FoundColumns, kind: DeliveredPopulation['kind']): PopulationProblem[] {
  const missing = (column: PopulationColumn, what: string) => ({
    row: kind === 'table' ? 1 : null,
    column,
    fault: 'no-column' as const,
    found: 'no such column',
    expected: what,
    proposal: `name one ${columnNames[column].join(', ')}`,
    remedy: 'file' as const,
  })
  const hasPlace = kind === 'geojson' || named.cell !== undefined || (named.x !== undefined && named.y !== undefined)
  return [
    ...(named.people === undefined ? [missing('people', 'a column with the number of people')] : []),
    ...(hasPlace ? [] : [missing('cell', 'a column with names of squares, or two with coordinates')]),
    ...twice.map((column) => ({
      row: kind === 'table' ? 1 : null,
      column,
      fault: 'column-twice' as const,
      found: column,
      expected: 'one column of each kind',
      proposal: 'take the column out, or give it another name',
      remedy: 'file' as const,
    })),
  ]
}

function unreadable(kind: DeliveredPopulation['kind'], error: unknown, expected: string): DeliveredPopulation {
  const found = error instanceof z.ZodError ? (error.issues[0]?.message ?? '') : String(error)
  const proposal = 'deliver the file again'
  return {
    kind,
    columns: columnsAmong([]),
    declaredCrs: null,
    rows: [],
    problems: [{ row: null, column: null, fault: 'unreadable-file', found, expected, proposal, remedy: 'file' }],
  }
}

/** Danish spreadsheets still write Windows-1252; what is valid UTF-8 is taken as such. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
