import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { contextFor, openBrowser } from '../browser/browser.ts'
import { startService } from '../browser/service.ts'
import { serveBareMap } from './bareMap.ts'
import { median, report, rounded } from './measure.ts'

const rounds = 9
if (!existsSync(resolve(import.meta.dirname, '../../dist/web/index.html')))
  throw new Error('The map is measured as built: run `npm run build` first.')

/**
 * Milliseconds from the start of the navigation to the first idle, in a browser context that has nothing kept. Both pages
 * mark it themselves and then tell what they drew; a map without shapes or points is no measurement.
 */
async function firstIdle(browser: Browser, url: string): Promise<number> {
  const context = await contextFor(browser, url, null)
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'commit' })
    const read = await page.waitForFunction(
      () => {
        const drawn = document.querySelector<HTMLElement>('[data-drawn]')?.dataset.drawn
        const at = performance.getEntriesByName('map-idle')[0]?.startTime
        return at === undefined || drawn === undefined ? null : { at, drawn }
      },
      undefined,
      { timeout: 60_000, polling: 50 },
    )
    const { at, drawn } = (await read.jsonValue()) ?? { at: Number.NaN, drawn: '' }
    if (!/fill:[1-9]/.test(drawn) || !/clinic(s|-clusters):[1-9]/.test(drawn) || !/schools:[1-9]/.test(drawn))
      throw new Error(`${url} came to rest without its shapes and points: ${drawn}`)
    return at
  } finally {
    await context.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bench-map-'))
const service = await startService(folder, { RATE_LIMIT: '1000000' })
const bare = await serveBareMap(service.url)
const browser = await openBrowser()
try {
  const ours = () => firstIdle(browser, `${service.url}/kort`)
  const peer = () => firstIdle(browser, bare.url)
  const [own, other]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % 2 === 0 ? await ours() : await peer()
    const second = round % 2 === 0 ? await peer() : await ours()
    // The first round only warms up: the browser, and the tiles and answers that the service keeps.
    if (round === 0) continue
    own.push(round % 2 === 0 ? first : second)
    other.push(round % 2 === 0 ? second : first)
  }
  const ratio = median(own.map((one, index) => one / (other[index] ?? Number.NaN)))
  const line = { bench: 'first map idle in Chromium on the demonstration', unit: 'ms', runs: rounds }
  report({ ...line, value: rounded(median(own), 0), ratio: rounded(ratio), peer: 'a bare MapLibre page on tiles' })
  report({ ...line, bench: 'first map idle of the bare MapLibre page', value: rounded(median(other), 0) })
  const least = Math.min(...own) / Math.min(...other)
  report({
    ...line,
    bench: 'first map idle, quickest of ours to quickest of bare',
    unit: 'ratio',
    value: rounded(least),
  })
} finally {
  await browser.close()
  await bare.close()
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
}
