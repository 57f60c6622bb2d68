import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { RegionCode } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'
import { loadDemo } from '#service/demo/load'
import { loadGeography } from '#service/geography'
import { startProjector } from '#service/projections/projector'
import { openViews } from '#service/projections/views'
import { caps } from '#service/queries/caps'
import { openSqliteStore } from '#service/store/sqlite'
import { milliseconds, report, rounded } from './measure.ts'

/** Caps of the demo data, from nothing and again: how long they take, and how long they hold the event loop. */
const resolutionMs = 1
const now = RecordedAt.parse('2026-11-22T12:00:00.000Z')
const today = EffectiveDate.parse('2026-11-22')
const capital = RegionCode.parse('1084')
const folder = mkdtempSync(join(tmpdir(), 'bench-caps-'))
const log = join(folder, 'log.db')
try {
  await loadDemo({ log })
  const store = openSqliteStore({ file: log, now: () => now })
  const views = openViews({ file: join(folder, 'views.db') })
  const stop = new AbortController()
  const projector = startProjector({ store, views, signal: stop.signal, onCommit: () => undefined })
  await projector.caughtUp
  const world = { geography: loadGeography(), today, now }
  const at: AsOf = { effectiveOn: today, recordedAt: 'now' }
  const scope: Scope = { role: 'public', reach: 'all', organisation: null, regions: [] }
  const asked = [
    ['regions, from nothing', 'region'],
    ['regions, again', 'region'],
    ['health councils', 'council'],
    ['29 municipalities of a region', 'municipality'],
  ] as const
  for (const [name, kind] of asked) {
    await nextTurn()
    const loop = monitorEventLoopDelay({ resolution: resolutionMs })
    loop.enable()
    const wall = await milliseconds(async () => {
      await caps(
        views,
        at,
        scope,
        { kind, grandfathering: 'on', ...(kind === 'municipality' ? { region: capital } : {}) },
        world,
      )
    })
    // The last of the work is seen when the loop comes round.
    await nextTurn()
    await new Promise((resolve) => setTimeout(resolve, resolutionMs))
    loop.disable()
    report({ bench: `caps: ${name}`, value: rounded(wall, 0), unit: 'ms', note: 'every group, three bases' })
    report({
      bench: `caps: longest block of the event loop, ${name}`,
      value: rounded(Math.max(0, loop.max / 1e6 - resolutionMs), 1),
      unit: 'ms',
      note: `under 50; load ${rounded(loadavg()[0] ?? Number.NaN)}`,
    })
  }
  stop.abort()
  await projector.stopped
  views.close()
  await store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
