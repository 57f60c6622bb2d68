import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RecordedAt } from '#events/time'
import { loadDemo } from '#service/demo/load'
import { startProjector } from '#service/projections/projector'
import { openViews } from '#service/projections/views'
import { openSqliteStore } from '#service/store/sqlite'
import { report, rounded } from './measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-demo-'))
const log = join(folder, 'log.db')

/** Wall seconds and, because machines are shared, the processor's own. */
async function timed(bench: string, limit: string, work: () => Promise<string>): Promise<void> {
  const processor = process.cpuUsage()
  const from = process.hrtime.bigint()
  const note = await work()
  const wall = Number(process.hrtime.bigint() - from) / 1e9
  const { user, system } = process.cpuUsage(processor)
  report({
    bench,
    value: rounded(wall),
    unit: 's',
    note: `${limit}; ${rounded((user + system) / 1e6)} s of processor; ${note}`,
  })
}

try {
  await timed('demo: load register and cases', 'under 20', async () => {
    await loadDemo({ log })
    return 'log and views in memory'
  })
  await timed('demo: rebuild all views from its log', 'under 10', async () => {
    const store = openSqliteStore({ file: log, now: () => RecordedAt.parse('2026-11-22T12:00:00.000Z') })
    const views = openViews({ file: join(folder, 'views.db') })
    const stop = new AbortController()
    const projector = startProjector({ store, views, signal: stop.signal, onCommit: () => undefined })
    await projector.caughtUp
    stop.abort()
    await projector.stopped
    const last = views.position()
    views.close()
    await store.close()
    return `${last} events`
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
