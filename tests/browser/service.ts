import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** The built service as a process of its own, on a free port. */
export interface RunningService {
  readonly url: string
  readonly dataFolder: string
  /** Asks it to stop, as a person would with Ctrl-C. */
  stop(): Promise<void>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

const exited = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once('exit', () => done())
  })

/** Starts `dist/service/main.js` on the data folder and waits for the line with its address. */
export async function startService(dataFolder: string, settings: Record<string, string> = {}): Promise<RunningService> {
  const child = spawn(process.execPath, [join(root, 'dist/service/main.js')], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataFolder, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const url = await new Promise<string>((found, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const line = /Praksiskort: (http:\/\/\S+)/.exec(output)
      if (line?.[1] !== undefined) found(line[1])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => failed(new Error(`The service ended with ${code} before it listened:\n${output}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited(child)
  }
  return { url, dataFolder, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** A fresh copy of the demonstration data that `demoData.ts` prepared, and a service on it. */
export async function startDemo(prepared: string): Promise<RunningService> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'praksiskort-'))
  cpSync(prepared, dataFolder, { recursive: true })
  const service = await startService(dataFolder)
  const stop = async () => {
    await service.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { ...service, stop }
}
