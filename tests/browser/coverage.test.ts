import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { contextFor, drawnOn, expectAccessible, openBrowser } from './browser.ts'
import { type RunningService, startDemo } from './service.ts'

let service: RunningService
let browser: Browser
let page: Page

beforeAll(async () => {
  service = await startDemo(inject('demoData'))
  browser = await openBrowser()
  page = await (await contextFor(browser, service.url, 'planlaegger-1082')).newPage()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

const share = /^(\d{1,3},\d)\s%$/

describe('coverage of a diagnosis group', () => {
  it('is switched on by keyboard, prepares its travel times, and colours the map in place of capacity', async () => {
    await page.goto(`${service.url}/kort?region=1082`)
    await drawnOn(page, ['municipality-fill'])
    const layer = page.getByRole('switch', { name: 'Dækning' })
    await layer.focus()
    await page.keyboard.press('Space')
    await page.getByText('af indbyggerne har højst 30 min.').waitFor({ timeout: 60_000 })
    expect(await layer.isChecked()).toBe(true)
    expect(await page.getByRole('switch', { name: 'Kapacitet' }).isChecked()).toBe(false)
    expect(new URL(page.url()).searchParams.get('layers')).toContain('coverage')
    await drawnOn(page, ['municipality-fill'])
    await expectAccessible(page)
  })

  it('reaches no fewer people with a higher limit, and says so in the address', async () => {
    const covered = async () =>
      Number((await page.locator('.coverage-layer strong').innerText()).replace(',', '.').replace(/[^\d.]/g, ''))
    const within30 = await covered()
    await page.getByRole('radio', { name: '60 min.' }).check()
    await page.getByText('af indbyggerne har højst 60 min.').waitFor()
    expect(await covered()).toBeGreaterThanOrEqual(within30)
    expect(new URL(page.url()).searchParams.get('max')).toBe('60')
  })

  it('says the same in the table, lowest first on request, and names the nearest therapists of a place', async () => {
    await page.keyboard.press('t')
    const column = page.getByRole('button', { name: 'Dækket' })
    await column.click()
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Dækket' }).getAttribute('aria-sort'))
      .toBe('ascending')
    const first = page.getByRole('row').nth(1)
    const value = await first.getByRole('cell').nth(1).innerText()
    expect(value).toMatch(share)
    const name = await first.getByRole('rowheader').innerText()
    await first.getByRole('button').click()
    await page.keyboard.press('t')
    const inspector = page.getByRole('heading', { name, exact: true })
    await inspector.waitFor()
    await page.getByText('af indbyggerne har højst 60 min. til en yder').waitFor()
    expect(await page.locator('.coverage-story .headline strong').innerText()).toBe(value)
    await expect.poll(() => page.locator('.coverage-story .place-list li').count()).toBe(3)
  })
})
