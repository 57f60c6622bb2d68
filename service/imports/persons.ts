import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { fieldsOf } from '#api/fields'
import { SetPerson } from '#api/persons'
import { Refusal } from '../deciders/decider.ts'
import type { Persons } from '../persons.ts'
import { decoded, type RowProblem } from './activityTable.ts'

/** Columns of the file, in any order; mail and phone may be empty. */
export const personColumns = ['person', 'region', 'name', 'mail', 'phone', 'source'] as const

const Records = z.array(z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.int() }) }))

/** What came of a file of names: how many were kept and how many were erased before, or everything that is wrong with it. */
export type PersonsImported =
  | { readonly status: 'done'; readonly kept: number; readonly erased: number }
  | { readonly status: 'refused'; readonly problems: readonly RowProblem[] }

/**
 * Takes names in from a table: comma or semicolon, UTF-8 or Windows-1252, with a header. They go to the persons beside the
 * log and nothing goes to the log. With anything wrong nothing is written; who was erased is passed over.
 */
export function importPersons(bytes: Uint8Array, persons: Persons): PersonsImported {
  const read = readTable(decoded(bytes))
  if (read.problems.length > 0) return { status: 'refused', problems: read.problems }
  let erased = 0
  for (const row of read.rows) {
    try {
      persons.set(row, null)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'person.erased')) throw error
      erased += 1
    }
  }
  return { status: 'done', kept: read.rows.length - erased, erased }
}

function readTable(text: string): { readonly rows: readonly SetPerson[]; readonly problems: readonly RowProblem[] } {
  const [head = ''] = text.split(/\r?\n/, 1)
  const delimiter = head.includes(';') ? ';' : ','
  const header = head.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''))
  const missing = personColumns.filter((column) => !header.includes(column))
  if (missing.length > 0) {
    const expected = (column: string) => ({ row: 1, column, found: 'no such column', expected: `a column ${column}` })
    return { rows: [], problems: missing.map(expected) }
  }
  let records: z.infer<typeof Records>
  try {
    records = Records.parse(
      parse(text, { delimiter, columns: header, from_line: 2, info: true, skip_empty_lines: true, trim: true }),
    )
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return {
      rows: [],
      problems: [{ row: null, column: null, found, expected: 'a table with as many cells in every line' }],
    }
  }
  const rows: SetPerson[] = []
  const problems: RowProblem[] = []
  for (const { record, info } of records) {
    const cells = { ...record, mail: record.mail || null, phone: record.phone || null }
    const { data, error } = SetPerson.safeParse(cells)
    if (data !== undefined) rows.push(data)
    // What stands there may be a name, and a report is copied around: the cell is not repeated.
    for (const { path, expected } of fieldsOf(error?.issues ?? [], ''))
      problems.push({ row: info.lines, column: path.replace(/^\./, ''), found: 'something else', expected })
  }
  return { rows, problems }
}
