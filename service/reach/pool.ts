import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { GroundParts } from './groundParts.ts'
import { sharedInts } from './shared.ts'
import type { ReachTaskName, ReachTasks } from './tasks.ts'
import { startThread } from './thread.ts'

/** A task on its way to a thread; `givenUp[0]` turns 1 when nobody waits for it any more. */
export interface ToThread {
  readonly id: number
  /** Number of the ground, and what it is made of: in memory that all threads read. */
  readonly ground: number
  readonly parts: GroundParts
  readonly name: ReachTaskName
  readonly ask: ReachTasks[ReachTaskName]['ask']
  readonly givenUp: Int32Array
}

export type FromThread =
  | { readonly id: number; readonly answer: ReachTasks[ReachTaskName]['answer'] }
  | { readonly id: number; readonly error: string }

/** Runs tasks over one ground. */
export interface ReachThreads {
  run<Name extends ReachTaskName>(
    name: Name,
    ask: ReachTasks[Name]['ask'],
    /** Aborted when nobody waits: a task that has begun stops at its next step, one that has not is dropped. */
    signal?: AbortSignal,
  ): Promise<ReachTasks[Name]['answer']>
}

/** Threads that compute, one task each at a time, over any ground. They end with the process. */
export interface ReachPool {
  over(parts: GroundParts): ReachThreads
  close(): Promise<void>
}

interface Job extends ToThread {
  readonly resolve: (answer: ReachTasks[ReachTaskName]['answer']) => void
  readonly reject: (error: Error) => void
}

/** One thread is left to those who ask. */
const usualThreads = Math.max(1, Math.min(4, availableParallelism() - 1))

/** Threads are started when there is something to do. */
export function reachPool(threads = usualThreads): ReachPool {
  const queue: Job[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Job>()
  let lastId = 0
  let lastGround = 0

  function next(): void {
    const [job] = queue
    if (job === undefined) return
    const worker = idle.pop() ?? (busy.size < threads ? start() : undefined)
    if (worker === undefined) return
    queue.shift()
    busy.set(worker, job)
    // A thread at work keeps the process alive, an idle one does not.
    worker.ref()
    const { id, ground, parts, name, ask, givenUp } = job
    worker.postMessage({ id, ground, parts, name, ask, givenUp } satisfies ToThread)
  }

  function start(): Worker {
    const worker = startThread('reachWorker', null)
    worker.on('message', (message: FromThread) => {
      const job = busy.get(worker)
      if (job === undefined || job.id !== message.id) return
      busy.delete(worker)
      worker.unref()
      idle.push(worker)
      if ('answer' in message) job.resolve(message.answer)
      else job.reject(new Error(message.error))
      next()
    })
    const lost = (error: Error) => {
      busy.get(worker)?.reject(error)
      busy.delete(worker)
      const at = idle.indexOf(worker)
      if (at >= 0) idle.splice(at, 1)
      next()
    }
    worker.on('error', lost)
    worker.on('exit', () => lost(new Error('The thread that computes travel times ended without an answer')))
    return worker
  }

  function run<Name extends ReachTaskName>(
    ground: Pick<Job, 'ground' | 'parts'>,
    name: Name,
    ask: ReachTasks[Name]['ask'],
    signal: AbortSignal | undefined,
  ): Promise<ReachTasks[Name]['answer']> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason)
        return
      }
      const givenUp = sharedInts([0])
      lastId += 1
      const giveUp = () => {
        Atomics.store(givenUp, 0, 1)
        const at = queue.indexOf(job)
        if (at >= 0) queue.splice(at, 1)
        reject(signal?.reason)
      }
      const settled = () => signal?.removeEventListener('abort', giveUp)
      const job: Job = {
        id: lastId,
        ...ground,
        name,
        ask,
        givenUp,
        resolve(answer) {
          settled()
          // The thread answers what the task of this name is declared to answer.
          resolve(answer as ReachTasks[Name]['answer'])
        },
        reject(error) {
          settled()
          reject(error)
        },
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      queue.push(job)
      next()
    })
  }

  return {
    over(parts) {
      lastGround += 1
      const ground = { ground: lastGround, parts }
      return { run: (name, ask, signal) => run(ground, name, ask, signal) }
    },
    async close() {
      const all = [...idle, ...busy.keys()]
      await Promise.all(all.map(async (worker) => await worker.terminate()))
    },
  }
}
