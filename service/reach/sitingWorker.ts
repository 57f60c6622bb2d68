import { parentPort } from 'node:worker_threads'
import { loadSolver } from '#geo/siting/solver'
import { leastSeconds, nowMs, type PlacingAsk, type PlacingPart, placed } from './placing.ts'
import type { FromSitingThread } from './sitingThreads.ts'

/** Progress within a part is told no more often than this. */
const everyMs = 100

const say = (message: FromSitingThread) => parentPort?.postMessage(message)
const loaded = loadSolver()

/** Thread that places sites, one question after the other. Whoever waits no more ends the thread. */
parentPort?.on('message', async (ask: PlacingAsk) => {
  const highs = await loaded
  const until = Math.max(ask.until, nowMs() + 1000 * leastSeconds)
  let last: { readonly of: PlacingPart; readonly at: number } | null = null
  say({
    placed: placed(ask, highs, {
      secondsLeft: () => (until - nowMs()) / 1000,
      report(of, done, all) {
        const at = nowMs()
        if (last?.of === of && at - last.at < everyMs) return
        last = { of, at }
        say({ of, done, all })
      },
    }),
  })
})
