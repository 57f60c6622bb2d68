import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { EffectiveDate } from '#events/time'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { Refusal } from './deciders/decider.ts'
import { loadGeography } from './geography.ts'
import { createHandle, nothingGathered } from './handle.ts'
import { importBoundaries } from './imports/officialBoundaries.ts'
import { openStore } from './openStore.ts'

const usage = `Takes official municipality boundaries (DAGI as GeoJSON or TopoJSON) in as a new dated version.
The service must be stopped while it owns the log.

  npm run import-boundaries -- --file kommuner.geojson --valid-from 2026-01-01 --accuracy 25 \\
    --version dagi-2026-01-01 --source "..." --licence "..." [--crs EPSG:25832] [--object kommuner]

  --file        the shapes, in EPSG:4326 or EPSG:25832
  --valid-from  first day on which they hold; older dates keep the shapes they had
  --accuracy    how far the lines may be from the truth, in metres
  --version     name of this version
  --source      who made them, as the map shall say it
  --licence     under which terms
  --crs         coordinate system, when the file does not say it
  --object      object of a TopoJSON that has several`

const Options = z.object({
  file: z.string(),
  crs: z.enum(['EPSG:4326', 'EPSG:25832']).optional(),
  object: z.string().optional(),
  'valid-from': EffectiveDate,
  accuracy: z.coerce.number().min(0).max(10_000),
  version: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1),
})

const text = { type: 'string' } as const
const names = Object.keys(Options.shape)

try {
  const { values } = parseArgs({
    options: { ...Object.fromEntries(names.map((name) => [name, text])), help: { type: 'boolean', short: 'h' } },
  })
  const { help, ...given } = values
  const options = Options.safeParse(given)
  if (help === true) process.stdout.write(`${usage}\n`)
  else if (options.success) process.exitCode = await run(options.data)
  else {
    const problems = options.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`)
    process.exitCode = fail([...problems, '', usage])
  }
} catch (error) {
  process.exitCode = fail([
    error instanceof Refusal ? `Refused: ${error.code}` : error instanceof Error ? error.message : String(error),
  ])
}

/** Answers the exit code. */
async function run(options: z.infer<typeof Options>): Promise<number> {
  const config = readConfig(process.env)
  const json: unknown = JSON.parse(readFileSync(options.file, 'utf8'))
  const store = openStore(config, systemClock)
  try {
    const handle = createHandle({ store, clock: systemClock, gather: async () => nothingGathered })
    const imported = await importBoundaries(
      {
        json,
        validFrom: options['valid-from'],
        accuracyM: options.accuracy,
        areaVersion: options.version,
        source: options.source,
        licence: options.licence,
        ...(options.crs === undefined ? {} : { crs: options.crs }),
        ...(options.object === undefined ? {} : { objectName: options.object }),
      },
      { folder: join(config.dataDir, 'boundaries'), handle, areas: loadGeography().areas },
    )
    if (imported.status === 'refused') {
      return fail(
        imported.problems.map(({ feature, code, expected, found }) => {
          const where = feature === null ? 'file' : `feature ${feature}`
          return `${where}: ${code}: expected ${expected}, found ${found}`
        }),
      )
    }
    process.stdout.write(
      `${imported.areas} areas as ${options.version}, from ${options['valid-from']}: ${imported.sha256}\n`,
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
