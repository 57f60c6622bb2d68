import type { Progress } from '#api/progress'

/** Somebody who waits for work to be done. */
export interface Asker {
  /** Aborted when they wait no more. */
  readonly signal?: AbortSignal
  /** Told how far the work has come. */
  readonly onProgress?: (progress: Progress) => void
}

/** Work that several wait for. */
export interface SharedWork<Value> {
  /** The value, made by the work that is under way or has been done, else by beginning it. Rejects with the reason of an asker who goes. */
  join(asker?: Asker): Promise<Value>
}

interface Run<Value> {
  readonly result: Promise<Value>
  readonly askers: Set<Asker>
  readonly stop: AbortController
  progress: Progress | undefined
  isDone: boolean
}

/**
 * Work that is done once for all who ask: each is told of its progress, and it is stopped when the last of them has gone.
 * Work that failed or was stopped is begun anew by the next who asks.
 * @param keeps goes on though nobody waits any more, for what everybody will need.
 */
export function sharedWork<Value>(
  work: (asker: Required<Asker>) => Promise<Value>,
  { keeps = false }: { readonly keeps?: boolean } = {},
): SharedWork<Value> {
  let current: Run<Value> | undefined

  function begin(): Run<Value> {
    const askers = new Set<Asker>()
    const stop = new AbortController()
    const onProgress = (progress: Progress) => {
      run.progress = progress
      for (const asker of askers) asker.onProgress?.(progress)
    }
    const run: Run<Value> = {
      result: Promise.resolve().then(() => work({ signal: stop.signal, onProgress })),
      askers,
      stop,
      progress: undefined,
      isDone: false,
    }
    run.result.then(
      () => {
        run.isDone = true
      },
      () => forget(run),
    )
    return run
  }

  function forget(run: Run<Value>): void {
    if (current === run) current = undefined
  }

  return {
    async join(asker = {}) {
      asker.signal?.throwIfAborted()
      const run = current ?? begin()
      current = run
      if (run.isDone) return await run.result
      // Told under a name of their own: the same asker may wait for the same work twice.
      const own = { ...asker }
      run.askers.add(own)
      if (run.progress !== undefined) own.onProgress?.(run.progress)
      try {
        return await orGone(run.result, asker.signal)
      } finally {
        run.askers.delete(own)
        if (run.askers.size === 0 && !run.isDone && !keeps) {
          forget(run)
          run.stop.abort(asker.signal?.reason)
        }
      }
    },
  }
}

/** The value, unless whoever waits goes first: then it rejects with their reason. */
function orGone<Value>(result: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return result
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
