import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#service/clock'
import { readConfig } from '#service/config'
import { loadDemo } from '#service/demo/load'
import { startService } from '#service/start'
import { openSqliteStore } from '#service/store/sqlite'
import { median, milliseconds, report, rounded } from './measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-tiles-'))
const log = join(folder, 'log.db')
/** Most of Denmark, and the part of it with Holstebro: zoom, column, row. */
const tiles = ['6/33/20', '9/268/159']
/** Years of which each first tile is cold: nothing of that date is cut yet. */
const years = Array.from({ length: 11 }, (_, index) => 2010 + index)

try {
  await loadDemo({ log })
  const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '1000000' })
  const store = openSqliteStore({ file: log, now: systemClock.now })
  const service = await startService({ config, store, clock: systemClock, webRoot: join(folder, 'web') })

  async function fetchTile(collection: string, tile: string, asOf: string): Promise<number> {
    const url = `/ogc/collections/${collection}/tiles/${tile}?asOf=${asOf}`
    const answer = await service.app.inject({ url })
    if (answer.statusCode !== 200) throw new Error(`${url} was answered with ${answer.statusCode}`)
    return answer.rawPayload.length
  }

  for (const collection of ['municipalities', 'clinics']) {
    for (const tile of tiles) {
      const cold: number[] = []
      const warm: number[] = []
      let bytes = 0
      for (const year of years) {
        const asOf = `${year}-0${1 + tiles.indexOf(tile)}-15`
        const work = async () => {
          bytes = await fetchTile(collection, tile, asOf)
        }
        cold.push(await milliseconds(work))
        for (let again = 0; again < 20; again += 1) warm.push(await milliseconds(work))
      }
      const line = { unit: 'ms', note: `${tile}, ${bytes} bytes, through the app without a socket` }
      report({ bench: `tile of ${collection}, cold`, value: rounded(median(cold)), runs: cold.length, ...line })
      report({ bench: `tile of ${collection}, warm`, value: rounded(median(warm)), runs: warm.length, ...line })
    }
  }
  await service.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
