import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { importPersons, personColumns } from './imports/persons.ts'
import { openPersons } from './persons.ts'

const usage = `Takes names and contact details of persons in from a CSV file, by the reference that the register uses.

  npm run import-persons -- persons.csv

Comma or semicolon, UTF-8 or Windows-1252. Columns, in any order: ${personColumns.join(', ')}
They stand in <DATA_DIR>/persons.db and nothing goes to the log. A person who is there already is changed; one who was
erased stays erased. With anything wrong, all of it is named by row and column, without the cell, and nothing is written.`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  const [file] = positionals
  if (values.help === true) process.stdout.write(`${usage}\n`)
  else if (file === undefined || positionals.length > 1) process.exitCode = fail(['Name one file.', '', usage])
  else process.exitCode = run(file)
} catch (error) {
  process.exitCode = fail([error instanceof Error ? error.message : String(error)])
}

/** Answers the exit code. */
function run(file: string): number {
  const bytes = readFileSync(file)
  const { dataDir } = readConfig(process.env)
  mkdirSync(dataDir, { recursive: true })
  const persons = openPersons(join(dataDir, 'persons.db'))
  try {
    const imported = importPersons(bytes, persons)
    if (imported.status === 'refused')
      return fail(
        imported.problems.map(({ row, column, expected }) => {
          const where = [row === null ? 'file' : `row ${row}`, ...(column === null ? [] : [column])].join(', ')
          return `${where}: expected ${expected}`
        }),
      )
    process.stdout.write(`${imported.kept} persons kept, ${imported.erased} passed over because they were erased\n`)
    return 0
  } finally {
    persons.close()
  }
}

function fail(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`)
  return 1
}
