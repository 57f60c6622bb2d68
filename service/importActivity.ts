import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { loadGeography } from './geography.ts'
import { createHandle, nothingGathered } from './handle.ts'
import { importActivity } from './imports/activity.ts'
import { activityColumns, optionalActivityColumns } from './imports/activityTable.ts'
import { openStore } from './openStore.ts'

const usage = `Takes reported activity in from a CSV file: sums per provider number, clinic, riding agreement,
municipality, region or country.
The service must be stopped while it owns the log.

  npm run import-activity -- activity.csv [--correct "why"]

  --correct  reports that stand with other figures are corrected, for this reason; without it they are told as problems

Comma or semicolon, UTF-8 or Windows-1252. Columns, in any order:
  ${activityColumns.join(', ')}
and, where hours a week of riding agreements are reported, ${optionalActivityColumns.join(', ')}.
An empty figure is unknown, never zero. Every row that cannot be taken is named with its column and what was expected,
all of them at once; then nothing is written. The same file again changes nothing.`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { correct: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  const [file] = positionals
  if (values.help === true) process.stdout.write(`${usage}\n`)
  else if (file === undefined || positionals.length > 1) process.exitCode = fail(['Name one file.', '', usage])
  else process.exitCode = await run(file, values.correct?.trim() || null)
} catch (error) {
  process.exitCode = fail([error instanceof Error ? error.message : String(error)])
}

/** Answers the exit code. */
async function run(file: string, correcting: string | null): Promise<number> {
  const bytes = readFileSync(file)
  const store = openStore(readConfig(process.env), systemClock)
  try {
    const handle = createHandle({ store, clock: systemClock, gather: async () => nothingGathered })
    const parts = { store, handle, areas: loadGeography().areas, today: systemClock.today() }
    const imported = await importActivity({ bytes, correcting }, parts)
    if (imported.status === 'refused') {
      return fail(
        imported.problems.map(({ row, column, found, expected }) => {
          const where = [row === null ? 'file' : `row ${row}`, ...(column === null ? [] : [column])].join(', ')
          return `${where}: expected ${expected}; found ${found === '' ? 'nothing' : found}`
        }),
      )
    }
    process.stdout.write(`${imported.rows} rows read, ${imported.written} written, the rest was there already\n`)
    return 0
  } finally {
    await store.close()
  }
}

function fail(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`)
  return 1
}
