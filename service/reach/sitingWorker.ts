import { parentPort } from 'node:worker_threads'
import { loadSolver } from '#geo/siting/solver'
import { longestSeconds, type PlacingAsk, placed } from './placing.ts'
import type { FromSitingThread } from './sitingThreads.ts'

/** Progress is told no more often than this. */
const everyMs = 100

const say = (message: FromSitingThread) => parentPort?.postMessage(message)
const loaded = loadSolver()

/** Thread that places sites, one question after the other. Whoever waits no more ends the thread. */
parentPort?.on('message', async (ask: PlacingAsk) => {
  const highs = await loaded
  const from = performance.now()
  const longestMs = 1000 * longestSeconds(ask)
  let last = Number.NEGATIVE_INFINITY
  say({
    placed: placed(ask, highs, {
      stop: () => performance.now() - from > longestMs,
      report(done, all) {
        if (performance.now() - last < everyMs) return
        last = performance.now()
        say({ done, all })
      },
    }),
  })
})
