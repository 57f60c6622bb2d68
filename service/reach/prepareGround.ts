import { Worker } from 'node:worker_threads'
import { type Ground, type GroundParts, groundOf } from './ground.ts'

/** Makes the ground in a thread of its own, when it is first asked for; everybody gets the same. */
export function createGround(): () => Promise<Ground> {
  let made: Promise<Ground> | undefined
  return () => {
    made ??= inThread().catch((error: unknown) => {
      // The next who asks tries again.
      made = undefined
      throw error
    })
    return made
  }
}

async function inThread(): Promise<Ground> {
  const worker = startWorker()
  try {
    const parts = await new Promise<GroundParts>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread that prepares travel times ended without an answer')))
    })
    return groundOf(parts)
  } finally {
    await worker.terminate()
  }
}

/** Built, the thread's file lies beside this one as JavaScript; in development it is run as it is written. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./groundWorker.js', import.meta.url))
  const file = JSON.stringify(new URL('./groundWorker.ts', import.meta.url).href)
  const source = `import { register } from 'tsx/esm/api'; register(); await import(${file})`
  return new Worker(source, { eval: true, execArgv: ['--input-type=module', '--conditions=source'] })
}
