import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { EffectiveDate } from '#events/time'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { Refusal } from './deciders/decider.ts'
import { loadGeography } from './geography.ts'
import { createHandle, nothingGathered } from './handle.ts'
import { importPopulation, reportPopulation } from './imports/population.ts'
import { columnNames } from './imports/populationColumns.ts'
import { problemsCsv, reportLines } from './imports/populationReport.ts'
import { openStore } from './openStore.ts'

const usage = `Takes counted inhabitants in as a new dated version, which stands in for the modelled ones from its date on:
squares of the Danish grid of 1 km, 250 m or 100 m, or parishes. Without --confirm it only reports.
The service must be stopped while it owns the log.

  npm run import-population -- --file befolkning.csv --valid-from 2026-01-01 --version dst-2026-01-01 \\
    --source "..." --licence "..." [--crs EPSG:25832] [--within 2000] [--report problems.csv] [--confirm]

  --file        CSV (semicolon, tab or comma; decimal comma or point; UTF-8 or Windows-1252) or GeoJSON
  --valid-from  date of the count; older dates keep the people they had
  --version     name of this version
  --source      who counted, as the map shall say it
  --licence     under which terms
  --crs         coordinate system, EPSG:4326 or EPSG:25832, when the file does not say it
  --within      a square at sea goes to the nearest land within so many metres; 2000 when left out
  --report      file to write every problem to, as a table
  --confirm     carries out what the report proposes, and publishes the version

Columns, or properties of features, in any order and under any of these names:
${Object.values(columnNames)
  .map((names) => `  ${names.join(', ')}`)
  .join('\n')}
A row says how many people, and where: by the name of a square (1km_6223_576, 250m_622375_57550, 100m_62237_5756), by
coordinates of a point in the square or of its lower left corner, or by a feature's geometry. With a column of parishes the
rows are parishes: their people are spread over their polygons by the model, or around their points where there are none.`

const Options = z.object({
  file: z.string(),
  crs: z.enum(['EPSG:4326', 'EPSG:25832']).optional(),
  'valid-from': EffectiveDate,
  version: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1),
  within: z.coerce.number().min(0).max(10_000).default(2000),
  report: z.string().optional(),
})

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const names = Object.keys(Options.shape)

try {
  const options = { ...Object.fromEntries(names.map((name) => [name, text])), confirm: flag }
  const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } })
  const { help, confirm, ...given } = values
  const read = Options.safeParse(given)
  if (help === true) process.stdout.write(`${usage}\n`)
  else if (read.success) process.exitCode = await run(read.data, confirm === true)
  else {
    const problems = read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`)
    process.exitCode = fail([...problems, '', usage])
  }
} catch (error) {
  process.exitCode = fail([
    error instanceof Refusal ? `Refused: ${error.code}` : error instanceof Error ? error.message : String(error),
  ])
}

/** Answers the exit code. */
async function run(options: z.infer<typeof Options>, isConfirmed: boolean): Promise<number> {
  const config = readConfig(process.env)
  const validFrom = options['valid-from']
  const asked = { bytes: readFileSync(options.file), crs: options.crs ?? null, validFrom, within: options.within }
  const report = reportPopulation(asked, loadGeography())
  if (options.report !== undefined) writeFileSync(options.report, problemsCsv(report))
  process.stdout.write(`${reportLines(report).join('\n')}\n\n`)
  if (!report.canImport) return fail(['Nothing was imported: put the file right and try again.'])
  if (!isConfirmed) {
    process.stdout.write('Nothing was imported. Add --confirm to carry out the proposals and publish this version.\n')
    return 0
  }
  const store = openStore(config, systemClock)
  try {
    const handle = createHandle({ store, clock: systemClock, gather: async () => nothingGathered })
    const { version: populationVersion, source, licence } = options
    const said = { validFrom, populationVersion, source, licence }
    const accepted = await importPopulation(report, said, { folder: join(config.dataDir, 'population'), handle })
    const done = accepted.events.length === 0 ? 'was there already' : 'published'
    const { inhabitants, squares, sha256 } = report
    process.stdout.write(
      `${populationVersion} ${done}: ${inhabitants} people in ${squares} squares, from ${validFrom}: ${sha256}\n`,
    )
    return 0
  } finally {
    await store.close()
  }
}

function fail(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`)
  return 1
}
