import type { Worker } from 'node:worker_threads'
import type { Waiting } from './engine.ts'
import type { Placed, PlacingAsk } from './placing.ts'
import { startThread } from './thread.ts'

export type FromSitingThread = { readonly done: number; readonly all: number } | { readonly placed: Placed }

/** The thread that has nothing to do: it has the solver ready. */
let idle: Worker | undefined
/** Who is placing now; the next waits for them. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Places sites in a thread, one question at a time: the solver takes a whole processor. When the signal is aborted the
 * thread is ended at once, and this rejects with its reason.
 */
export async function placedInThread(ask: PlacingAsk, waiting: Waiting = {}): Promise<Placed> {
  const before = last
  const own = before.then(
    () => run(ask, waiting),
    () => run(ask, waiting),
  )
  last = own.catch(() => undefined)
  return await own
}

async function run(ask: PlacingAsk, { signal, onProgress }: Waiting): Promise<Placed> {
  signal?.throwIfAborted()
  const worker = idle ?? started()
  idle = undefined
  worker.ref()
  // What is listened for is taken off by name: a worker has listeners of its own.
  let stopListening: () => void = () => undefined
  try {
    const found = await new Promise<Placed>((resolve, reject) => {
      const leave = () => reject(signal?.reason)
      const hear = (message: FromSitingThread) => {
        if ('placed' in message) resolve(message.placed)
        else onProgress?.(message.done, message.all)
      }
      const end = () => reject(new Error('The thread that places sites ended without an answer'))
      signal?.addEventListener('abort', leave, { once: true })
      worker.on('message', hear).on('error', reject).on('exit', end)
      stopListening = () => {
        signal?.removeEventListener('abort', leave)
        worker.off('message', hear).off('error', reject).off('exit', end)
      }
      worker.postMessage(ask)
    })
    // A thread with nothing to do does not keep the process alive.
    worker.unref()
    idle = worker
    return found
  } catch (error) {
    await worker.terminate()
    throw error
  } finally {
    stopListening()
  }
}

function started(): Worker {
  const worker = startThread('sitingWorker', null)
  const forget = () => {
    if (idle === worker) idle = undefined
  }
  return worker.on('error', forget).on('exit', forget)
}
