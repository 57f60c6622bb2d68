import { setTimeout as sleep } from 'node:timers/promises'
import { StoreUnavailable } from './eventStore.ts'

/** The promise's answer, or `StoreUnavailable` when it takes longer than so many milliseconds. */
export async function within<Answer>(milliseconds: number, promise: Promise<Answer>, what: string): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreUnavailable(`The event store did not answer within ${milliseconds} ms (${what})`)),
      milliseconds,
    )
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Waits before attempt `attempt` (from 1), at random up to 50 ms, 100 ms, 200 ms ... 2 s; ends early on abort. */
export async function backOff(attempt: number, signal?: AbortSignal): Promise<void> {
  const longest = Math.min(50 * 2 ** (attempt - 1), 2000)
  // An abort is no failure here: the caller looks at the signal next.
  await sleep(Math.random() * longest, undefined, signal ? { signal } : {}).catch(() => undefined)
}

/** Repeats what failed with `StoreUnavailable` until it succeeds, fails otherwise, or so many milliseconds are over. */
export async function patiently<Answer>(milliseconds: number, attempt: () => Promise<Answer>): Promise<Answer> {
  const end = performance.now() + milliseconds
  for (let number = 1; ; number += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || performance.now() >= end) throw error
      await backOff(number)
    }
  }
}
