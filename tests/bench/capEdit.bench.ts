import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { z } from 'zod'
import { contextFor, openBrowser } from '../browser/browser.ts'
import { startService } from '../browser/service.ts'
import { median, report, rounded } from './measure.ts'

/**
 * Editing a cell of the cap laboratory on the demonstration, in Chromium with WebGL in software: from the key press, as the
 * browser stamps it, to the frame with the new cap in its cell, to the map's first frame after it, to the map at rest with its
 * number set anew, and to the service's figures in place of what was shown at once; and what the browser's own Event Timing
 * says of the key: until the next frame was presented, as INP counts it. Beside the clock, the processor time that the
 * page's thread used.
 */
const rounds = 20
/** Milliseconds without drawing after which the map is at rest. */
const quiet = 500
const scenario = 'sc-bench00001'
const asOf = '2026-07-01'
if (!existsSync(resolve(import.meta.dirname, '../../dist/web/index.html')))
  throw new Error('The laboratory is measured as built: run `npm run build` first.')

const Board = z.object({ areas: z.array(z.object({ code: z.string() })) })
const Edited = z.object({
  cell: z.number(),
  event: z.number(),
  colour: z.number(),
  map: z.number(),
  answered: z.number(),
})

/** A scenario with one known cap in each municipality of Midtjylland, so that a cell can be stepped. */
async function prepare(page: Page, url: string): Promise<number> {
  const send = async (command: string, data: object) => {
    const answer = await page.request.post(`${url}/api/commands/${command}`, {
      headers: { 'idempotency-key': crypto.randomUUID(), origin: url },
      data,
    })
    if (!answer.ok()) throw new Error(`${command}: ${await answer.text()}`)
  }
  const board = await page.request.get(`${url}/api/views/caps?kind=municipality&region=1082&asOf=${asOf}`)
  const { areas } = Board.parse(await board.json())
  await send('create-scenario', { scenario, name: 'Edits', note: null, asOf })
  const edits = areas.map(({ code }) => ({
    kind: 'add',
    change: `c-${code}`,
    command: {
      type: 'ProposeQuota',
      data: {
        effectiveFrom: asOf,
        area: { kind: 'municipality', code },
        target: { kind: 'group', id: 'multiple-sclerosis' },
        cap: 4,
        basis: 'users',
        method: null,
        reason: null,
      },
    },
  }))
  await send('edit-scenario', { scenario, edits })
  return areas.length
}

/** Milliseconds from a `+` on a cell to what it brings about. */
async function step(page: Page, at: string): Promise<z.infer<typeof Edited>> {
  await page.locator(`[data-at="${at}"]`).focus()
  // The map points out the area of the cell that has the focus, over a moment; whoever edits has looked at it first.
  await page.waitForFunction(
    (quiet) => performance.now() - (window as unknown as { drawnAt: number }).drawnAt > quiet,
    quiet,
  )
  await page.evaluate((place) => {
    const cell = document.querySelector(`[data-at="${place}"]`)
    const map = document.querySelector('.lab-map .map-canvas')
    if (cell === null || map === null) throw new Error(`no cell or no map at ${place}`)
    const was = cell.getAttribute('aria-label')
    const measured: { key?: number; cell?: number; event?: number; colour?: number; map?: number; answered?: number } =
      {}
    Object.assign(window, { measured })
    // Told after the presented frame, in steps of 8 ms; the least that is told of is 16 ms.
    const timing = new PerformanceObserver((told) => {
      for (const { name, startTime, duration } of told.getEntries()) {
        if (name !== 'keydown' || measured.key === undefined || startTime < measured.key) continue
        timing.disconnect()
        Object.assign(measured, { event: duration })
      }
    })
    // The compiler's own types do not know the threshold yet, and let it pass only by a name.
    const keys = { type: 'event', durationThreshold: 16 }
    timing.observe(keys)
    addEventListener('keydown', (event) => Object.assign(measured, { key: event.timeStamp }), {
      capture: true,
      once: true,
    })
    // The task after a frame has begun is the first in which it is painted.
    const frameEnd = (then: (now: number) => void) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => then(performance.now())
      port2.postMessage(null)
    }
    const painted = (then: (now: number) => void) => requestAnimationFrame(() => frameEnd(then))
    let drawing = false
    const drawsAfterCell = () => {
      if (drawing || cell.getAttribute('aria-label') === was) return
      drawing = true
      frameEnd((colour) => Object.assign(measured, { colour }))
    }
    Object.assign(window, { drawsAfterCell })
    let isSet = false
    const cells = new MutationObserver(() => {
      if (!isSet && cell.getAttribute('aria-label') !== was) {
        isSet = true
        painted((cell) => Object.assign(measured, { cell }))
      }
      // On a busy machine the answer can be there before the frame with the new cap.
      if (isSet && document.querySelector('.is-waiting') === null) {
        cells.disconnect()
        painted((answered) => Object.assign(measured, { answered }))
      }
    })
    cells.observe(cell.closest('table') ?? cell, { attributes: true, childList: true, subtree: true })
    const maps = new MutationObserver(() => {
      maps.disconnect()
      painted((map) => Object.assign(measured, { map }))
    })
    maps.observe(map, { attributeFilter: ['data-drawn'] })
  }, at)
  await page.keyboard.press('+')
  const read = await page.waitForFunction(
    () => {
      const { key, cell, event, colour, map, answered } = (window as unknown as { measured: Record<string, number> })
        .measured
      if (
        key === undefined ||
        cell === undefined ||
        event === undefined ||
        colour === undefined ||
        map === undefined ||
        answered === undefined
      )
        return null
      return { cell: cell - key, event, colour: colour - key, map: map - key, answered: answered - key }
    },
    undefined,
    { timeout: 120_000 },
  )
  const measured = Edited.parse(await read.jsonValue())
  // What is read again after the cells must not run into the next edit. The page always listens to the service, so that
  // its network is never idle.
  await page.locator('.lab-again').waitFor({ state: 'detached', timeout: 120_000 })
  return measured
}

/** Milliseconds of processor time that the page's main thread has used, in all and by what it did. */
async function processorTime(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value * 1000]))
}

const folder = mkdtempSync(join(tmpdir(), 'bench-cap-edit-'))
const service = await startService(folder, { RATE_LIMIT: '1000000' })
const browser = await openBrowser()
try {
  const page = await (await contextFor(browser, service.url, 'planlaegger-1082')).newPage()
  // tsx names the functions that it compiles, with one of its own that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (one) => one' })
  // The page's own drawing is told of as it happens, whatever draws.
  await page.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext
    const { drawElements } = prototype
    prototype.drawElements = function (...drawn) {
      const { drawsAfterCell } = window as unknown as { drawsAfterCell?: () => void }
      Object.assign(window, { drawnAt: performance.now() })
      drawsAfterCell?.()
      drawElements.apply(this, drawn)
    }
  })
  const lines = await prepare(page, service.url)
  await page.goto(`${service.url}/lofter/${scenario}?region=1082&kind=municipality&map=b`)
  await page.locator('.lab-map .map-canvas[data-drawn]').waitFor({ state: 'attached', timeout: 120_000 })
  await page.locator('.lab-again').waitFor({ state: 'detached', timeout: 120_000 })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const measured: z.infer<typeof Edited>[] = []
  const used: ReadonlyMap<string, number>[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const before = await processorTime(session)
    const edited = await step(page, `${(round % lines) + 1}:1`)
    const after = await processorTime(session)
    // The first round only warms up.
    if (round === 0) continue
    measured.push(edited)
    used.push(new Map([...after].map(([name, value]) => [name, value - (before.get(name) ?? 0)])))
  }
  const note = `load ${rounded(loadavg()[0] ?? Number.NaN)}`
  for (const [name, of] of [
    ['the cell painted', 'cell'],
    ['the key to the presented frame, by Event Timing', 'event'],
    ["the map's first frame with the new cap's colour", 'colour'],
    ['the map at rest with its new number', 'map'],
    ["the service's figures painted", 'answered'],
  ] as const) {
    const values = measured.map((one) => one[of])
    const line = { unit: 'ms', runs: values.length, note }
    report({ bench: `cap edit: ${name}, median`, value: rounded(median(values), 0), ...line })
    report({ bench: `cap edit: ${name}, worst`, value: rounded(Math.max(...values), 0), ...line })
  }
  // On a busy machine the clock tells of its neighbours; processor time tells of the page.
  for (const [name, metric] of [
    ['all', 'TaskDuration'],
    ['scripts', 'ScriptDuration'],
    ['layout', 'LayoutDuration'],
    ['styles', 'RecalcStyleDuration'],
  ] as const) {
    const values = used.map((one) => one.get(metric) ?? Number.NaN)
    const bench = `cap edit: processor time of the page's thread until all is answered, ${name}, median`
    report({ bench, value: rounded(median(values), 0), unit: 'ms', runs: values.length, note })
  }
} finally {
  await browser.close()
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
}
