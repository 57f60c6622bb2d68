import { Worker } from 'node:worker_threads'
import { remembering } from '../remembering.ts'
import type { CountedPopulation } from './countedPopulation.ts'
import { type Ground, type GroundParts, groundOf } from './ground.ts'

/** Grounds kept, some 25 MB each: those of today's people and of the dates around them. */
const kept = 3

/**
 * Makes the ground of each population in a thread of its own, when it is first asked for; everybody gets the same.
 * Without a population that was counted it is the modelled one's.
 */
export function createGround(): (counted?: CountedPopulation | null) => Promise<Ground> {
  const remembered = remembering<{ made: Promise<Ground> | undefined }>(kept)
  return (counted = null) => {
    const key = counted === null ? 'modelled' : [counted.sha256, counted.asOf, counted.source].join()
    const ground = remembered(key, () => ({ made: undefined }))
    ground.made ??= inThread(counted).catch((error: unknown) => {
      // The next who asks tries again.
      ground.made = undefined
      throw error
    })
    return ground.made
  }
}

async function inThread(workerData: CountedPopulation | null): Promise<Ground> {
  const worker = startWorker(workerData)
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
function startWorker(workerData: CountedPopulation | null): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./groundWorker.js', import.meta.url), { workerData })
  const file = JSON.stringify(new URL('./groundWorker.ts', import.meta.url).href)
  const source = `import { register } from 'tsx/esm/api'; register(); await import(${file})`
  return new Worker(source, { eval: true, workerData, execArgv: ['--input-type=module', '--conditions=source'] })
}
