import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const Started = z.object({ version: z.string(), prepared: z.number() })
const Done = z.object({ seconds: z.number(), processor: z.number(), total: z.number() })

/** A process that answers the benchmark's questions with scipy. */
export interface Scipy {
  readonly version: string
  /** Seconds that its tree of the cells took. */
  readonly prepared: number
  ask(question: 'nearest' | 'e2sfca'): Promise<z.infer<typeof Done>>
  stop(): void
}

/** Starts the peer on the arrays in a folder; null where no Python with scipy is found. */
export async function startScipy(folder: string): Promise<Scipy | null> {
  const python = ['python3', '/usr/bin/python3'].find((one) => spawnSync(one, ['-c', 'import scipy']).status === 0)
  if (python === undefined) return null
  // One thread each: the other side has one too.
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  const child = spawn(python, [join(import.meta.dirname, 'peers/coverage.py'), folder], { env })
  child.stderr.pipe(process.stderr)
  const lines = linesOf(child)
  const { version, prepared } = Started.parse(JSON.parse(await lines()))
  return {
    version,
    prepared,
    async ask(question) {
      child.stdin.write(`${question}\n`)
      return Done.parse(JSON.parse(await lines()))
    },
    stop: () => child.stdin.end(),
  }
}

function linesOf(child: ChildProcessWithoutNullStreams): () => Promise<string> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error('The peer ended without an answer')
    return String(value)
  }
}
