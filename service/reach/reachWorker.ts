import { parentPort } from 'node:worker_threads'
import { remembering } from '../remembering.ts'
import type { FromThread, ToThread } from './pool.ts'
import { type ReachTaskName, type ReachTasks, type Runners, reachTasks } from './tasks.ts'

/** Grounds whose searches are kept, some 15 MB each. */
const kept = 2

/** A thread of the pool: does one task after the other, and looks between steps whether anybody still waits. */
const over = remembering<Runners>(kept)

parentPort?.on('message', ({ id, ground, parts, name, ask, givenUp }: ToThread) => {
  const check = () => {
    if (Atomics.load(givenUp, 0) === 1) throw new Error('Nobody waits for this any more')
  }
  try {
    check()
    const runners = over(String(ground), () => reachTasks(parts))
    say({ id, answer: run(runners, name, ask, check) })
  } catch (error) {
    say({ id, error: error instanceof Error ? error.message : String(error) })
  }
})

function run<Name extends ReachTaskName>(
  runners: Runners,
  name: Name,
  ask: ReachTasks[Name]['ask'],
  check: () => void,
): ReachTasks[Name]['answer'] {
  return runners[name](ask, check)
}

function say(message: FromThread): void {
  parentPort?.postMessage(message)
}
