import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { contextFor, expectAccessible, openBrowser } from './browser.ts'
import { type RunningService, startDemo } from './service.ts'

let service: RunningService
let browser: Browser
let phone: Page

beforeAll(async () => {
  service = await startDemo(inject('demoData'))
  browser = await openBrowser()
  phone = await (await contextFor(browser, service.url, 'kommune-0791')).newPage()
  await phone.setViewportSize({ width: 390, height: 844 })
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

describe('a municipality on a phone', () => {
  it.each(['/egne-noegletal', '/hoeringer'])('%s is no wider than the screen', async (path) => {
    await phone.goto(`${service.url}${path}`)
    await phone.getByRole('heading', { level: 1 }).first().waitFor()
    await expect.poll(() => phone.locator('.skeleton').count()).toBe(0)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(phone)
  })
})
