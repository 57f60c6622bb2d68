import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Acknowledged } from './randomAppends.ts'

export interface Child {
  readonly process: ChildProcess
  /** Lets it open the log and begin. */
  go(): void
  readonly acknowledged: readonly Acknowledged[]
  /** After the next acknowledged append. */
  next(): Promise<void>
  /** The exit code, `null` when killed, once every line it wrote has been read. */
  readonly ended: Promise<number | null>
  readonly complaint: () => string
}

export interface ChildSettings {
  /** A bundle made by `bundleChild`. */
  readonly script: string
  readonly arguments: readonly string[]
  /** Largest file the child may write, in blocks of 512 bytes. */
  readonly largestFile?: number
}

/**
 * Makes one file of a script, named by its path from this folder, and all it imports, so that starting it fifty times
 * costs little. It goes below `node_modules`, from where the native SQLite module can be found; answers its path.
 */
export async function bundleChild(script: string): Promise<string> {
  const outDir = fileURLToPath(new URL(`../../../node_modules/.cache/children-${process.pid}`, import.meta.url))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'], resolve: { conditions: ['source'] } },
    build: { ssr: fileURLToPath(new URL(script, import.meta.url)), outDir, emptyOutDir: false },
  })
  return join(outDir, basename(script).replace(/\.ts$/, '.js'))
}

/** Starts a bundled script as a process of its own; answers when it is loaded and waits. */
export async function startChild(settings: ChildSettings): Promise<Child> {
  const command = [process.execPath, settings.script, ...settings.arguments]
  const limit = settings.largestFile === undefined ? '' : `ulimit -f ${settings.largestFile}; `
  const child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], { stdio: 'pipe' })
  const acknowledged: Acknowledged[] = []
  let complaint = ''
  let tell = (): void => {}
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk)
  })
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line === 'ready') return resolve()
      // A line cut in two by the kill is no acknowledgement.
      if (line.endsWith('}')) acknowledged.push(JSON.parse(line))
      tell()
    })
    child.once('exit', () => reject(new Error(`The child ended before it was ready: ${complaint}`)))
  })
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]).then(() => {
    tell()
    return child.exitCode
  })
  await ready
  return {
    process: child,
    go: () => child.stdin.end('go\n'),
    acknowledged,
    next: () =>
      new Promise((resolve) => {
        tell = resolve
      }),
    ended,
    complaint: () => complaint,
  }
}
