import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '#service/clock'
import { Refusal } from '#service/deciders/decider'
import { createHandle, nothingGathered } from '#service/handle'
import { startProjector } from '#service/projections/projector'
import { openViews } from '#service/projections/views'
import { openSqliteStore } from '#service/store/sqlite'
import { commandsOf, writers } from './randomCommands.ts'

/**
 * A process to be killed: `crashChild.ts <folder> <seed> <round>`. Says `ready`, waits for a line on stdin, opens the log
 * and the views of the folder, sends the commands of the round before once more and then its own, all writers at the
 * same time, and writes one line of JSON per command once the log has it and the views show it.
 */
const [, , folder = '', seed = '', round = '0'] = process.argv
const say = (line: string) => writeSync(1, `${line}\n`)

say('ready')
process.stdin.once('data', () => {
  work().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error))
      process.exit(1)
    },
  )
})

async function work(): Promise<void> {
  const store = openSqliteStore({ file: join(folder, 'log.db'), now: systemClock.now })
  const views = openViews({ file: join(folder, 'views.db') })
  const end = new AbortController()
  const projector = startProjector({ store, views, signal: end.signal, onCommit: () => undefined })
  // Commands to the register need nothing but their own stream.
  const handle = createHandle({ store, clock: systemClock, gather: async () => nothingGathered })
  const actor = { userId: 'sekretariat-1082', role: 'secretariat', organisation: '1082' } as const

  const write = async (writer: number) => {
    const before = Number(round) === 0 ? [] : commandsOf(seed, Number(round) - 1, writer)
    for (const { commandId, command } of [...before, ...commandsOf(seed, Number(round), writer)]) {
      try {
        const { stream, position, events } = await handle(command, { actor, commandId })
        if (position !== null && !(await projector.waitFor(position, 10_000)))
          throw new Error(`The views have not reached ${position}`)
        say(JSON.stringify({ stream, ids: events.map(({ id }) => id) }))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
  }
  await Promise.all([Array.from({ length: writers }, (_, writer) => write(writer)), projector.caughtUp].flat())
  end.abort()
  await projector.stopped
  views.close()
  await store.close()
}
