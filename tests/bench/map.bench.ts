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

/** Marks the first idle with municipalities and clinics on the screen; the map tells what it drew at each idle. */
const markFirstIdle = `new MutationObserver((_, observer) => {
  const drawn = document.querySelector('.map-canvas')?.dataset.drawn ?? ''
  if (!/municipality-fill:[1-9]/.test(drawn) || !/(clinics|clinic-clusters):[1-9]/.test(drawn)) return
  performance.mark('map-idle')
  observer.disconnect()
}).observe(document, { subtree: true, childList: true, attributeFilter: ['data-drawn'] })`

/** Milliseconds from the start of the navigation to the first idle, in a browser context that has nothing kept. */
async function firstIdle(browser: Browser, url: string, script?: string): Promise<number> {
  const context = await contextFor(browser, url, null)
  try {
    const page = await context.newPage()
    if (script !== undefined) await page.addInitScript({ content: script })
    await page.goto(url, { waitUntil: 'commit' })
    const mark = await page.waitForFunction(() => performance.getEntriesByName('map-idle')[0]?.startTime, undefined, {
      timeout: 60_000,
      polling: 50,
    })
    return (await mark.jsonValue()) ?? Number.NaN
  } finally {
    await context.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bench-map-'))
const service = await startService(folder, { RATE_LIMIT: '1000000' })
const bare = await serveBareMap(service.url)
const browser = await openBrowser()
try {
  const ours = () => firstIdle(browser, `${service.url}/kort`, markFirstIdle)
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
} finally {
  await browser.close()
  await bare.close()
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
}
