import { writeSync } from 'node:fs'
import { RecordedAt } from '#events/time'
import { StoreUnavailable } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'
import { appendRandomly } from './randomAppends.ts'

/**
 * A process to be killed: `killChild.ts <log> <appends>`. Says `ready`, waits for a line on stdin, opens the log, and
 * writes one line of JSON per acknowledged append. A store that refuses ends it with the sentence on stderr.
 */
const [, , file = '', count = '200'] = process.argv
const say = (line: string) => writeSync(1, `${line}\n`)

say('ready')
process.stdin.once('data', async () => {
  try {
    const store = openSqliteStore({ file, now: () => RecordedAt.parse(new Date().toISOString()) })
    await appendRandomly(store, Number(count), (done) => say(JSON.stringify(done)))
    await store.close()
    process.exit(0)
  } catch (error) {
    process.stderr.write(String(error))
    process.exitCode = error instanceof StoreUnavailable ? 3 : 1
    process.stdin.destroy()
  }
})
