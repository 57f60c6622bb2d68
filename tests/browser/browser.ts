import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Chromium without a window. It draws as on any machine without a graphics card: WebGL in software, and the page around it
 * by the processor; to force the page through the software's GL as well made a frame wait up to ten times as long. Fails,
 * and never skips, when there is none.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = places.find((path): path is string => path !== undefined && existsSync(path))
  if (executablePath === undefined) throw new Error('No Chromium found: install it, or name it in CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** A context of its own, signed in as one of the demo people; `null` stays the public. */
export async function contextFor(browser: Browser, url: string, userId: string | null): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    reducedMotion: 'reduce',
  })
  if (userId !== null) {
    const answer = await context.request.post(`${url}/api/session`, { data: { userId }, headers: { origin: url } })
    if (!answer.ok())
      throw new Error(`Sign-in as ${userId} was answered with ${answer.status()}: ${await answer.text()}`)
  }
  return context
}

/** Fails with every accessibility violation that axe finds, in words, once nothing changes its colours any more. */
export async function expectAccessible(page: Page): Promise<void> {
  const running = 'document.getAnimations().filter((one) => one.playState === "running").length'
  await expect.poll(() => page.evaluate(running)).toBe(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

/**
 * Waits until the map has drawn at least one feature of each layer, and answers how many of each are on the screen. The
 * map itself counts them from its rendered features whenever it comes to rest.
 */
export async function drawnOn<Layer extends string>(
  page: Page,
  layers: readonly Layer[],
): Promise<Record<Layer, number>> {
  const counts = async () => {
    const text = (await page.locator('.map-canvas').first().getAttribute('data-drawn')) ?? ''
    return new Map(text.split(' ').map((part) => [part.split(':')[0], Number(part.split(':')[1])]))
  }
  const missing = async () => {
    const drawn = await counts()
    return layers.filter((layer) => (drawn.get(layer) ?? 0) === 0)
  }
  await expect.poll(missing, { timeout: 45_000, interval: 200 }).toEqual([])
  const drawn = await counts()
  // One entry per layer asked for, by construction.
  return Object.fromEntries(layers.map((layer) => [layer, drawn.get(layer)])) as Record<Layer, number>
}
