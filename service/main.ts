import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import closeWithGrace from 'close-with-grace'
import { systemClock } from './clock.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import type { DemoProgress } from './demo/load.ts'
import { openStore } from './openStore.ts'
import { startService } from './start.ts'
import { StoreUnavailable } from './store/eventStore.ts'

/** Milliseconds that a stop may take before the process ends anyway; the log is safe either way. */
const stopWithinMs = 10_000
/** Milliseconds after which a start that takes long says so, again and again. */
const waitingMs = 5000

try {
  await run(readConfig(process.env))
} catch (error) {
  // A wrong setting or a log that is taken is told in its own sentence; anything else is a fault with its trace.
  say(process.stderr, isPlain(error) ? error.message : describe(error))
  process.exit(1)
}

async function run(config: Config): Promise<void> {
  if (config.demo) await loadDemoIntoEmptyLog(config)
  const store = openStore(config, systemClock)
  // Built, this file lies beside the web build; in development the sources do not.
  const build = import.meta.url.endsWith('.ts') ? '../dist/web' : '../web'
  const webRoot = fileURLToPath(new URL(build, import.meta.url))
  const waiting = setInterval(() => say(process.stderr, waitingFor(config)), waitingMs)
  const service = await startService({ config, store, clock: systemClock, webRoot }).finally(() =>
    clearInterval(waiting),
  )
  closeWithGrace({ delay: stopWithinMs, logger: false }, async ({ err }) => {
    if (err !== undefined) say(process.stderr, describe(err))
    await service.stop()
  })
  try {
    say(process.stdout, `Praksiskort: ${await service.listen()}`)
  } catch (error) {
    await service.stop()
    throw isTaken(error)
      ? new ConfigError(`Port ${config.port} on ${config.host} is already taken; set PORT to another one`)
      : error
  }
}

/** A start takes long when the log is long or a cluster does not answer: whoever waits is told which log it is. */
function waitingFor({ eventStore }: Pick<Config, 'eventStore'>): string {
  return eventStore.kind === 'sqlite'
    ? `Still reading the log ${eventStore.file}`
    : 'Still reading the log that EVENT_STORE names; is the cluster reachable?'
}

/** The demonstration goes into a log file that holds nothing yet; a cluster never gets it. */
async function loadDemoIntoEmptyLog({ eventStore, dataDir }: Config): Promise<void> {
  if (eventStore.kind !== 'sqlite' || !(await isEmpty({ eventStore }))) return
  const { loadDemo } = await import('./demo/load.ts')
  // Each phase is told at every tenth of its way.
  const told = new Map<string, number>()
  await loadDemo({
    log: eventStore.file,
    views: join(dataDir, 'views.db'),
    progress: ({ phase, done, total }: DemoProgress) => {
      const tenths = Math.floor((10 * done) / Math.max(1, total))
      if (told.get(phase) === tenths) return
      told.set(phase, tenths)
      say(process.stdout, `Loading the demonstration: ${phase} ${tenths * 10} %`)
    },
  })
}

async function isEmpty(config: Pick<Config, 'eventStore'>): Promise<boolean> {
  const store = openStore(config, systemClock)
  try {
    for await (const first of store.subscribe('start', new AbortController().signal)) return 'caughtUp' in first
    return true
  } finally {
    await store.close()
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function isPlain(error: unknown): error is Error {
  return error instanceof ConfigError || error instanceof StoreUnavailable
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function say(stream: NodeJS.WriteStream, line: string): void {
  stream.write(`${line}\n`)
}
