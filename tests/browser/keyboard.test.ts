import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawnOn, expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'
import { tabTo } from './keys.ts'

const demo = openDemo()
let page: Page

beforeAll(async () => {
  page = await demo.pageFor('sekretariat-1082')
})

describe('without a mouse', () => {
  it('chooses a municipality on the map, reads it, and turns the map into a table', async () => {
    await page.goto(`${demo.url}/kort`)
    await drawnOn(page, ['municipality-fill'])
    await tabTo(page.getByRole('listbox').first())
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toMatch(/^0\d{3}$/)
    await page.keyboard.press('Escape')
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toBeNull()
    await page.keyboard.press('t')
    await page.getByRole('table').first().waitFor()
    expect(new URL(page.url()).searchParams.get('view')).toBe('table')
  })

  it('opens a case from the list and its first finding', async () => {
    await page.goto(`${demo.url}/sager`)
    await tabTo(page.getByRole('link', { name: '26/0110' }).first())
    await page.keyboard.press('Enter')
    await page.waitForURL(/26-0110/)
    await tabTo(page.getByRole('button', { name: /Kapaciteten bliver i kommunen/ }).first())
    const row = page.getByRole('button', { name: /Kapaciteten bliver i kommunen/ })
    const before = await row.getAttribute('aria-expanded')
    await page.keyboard.press('Enter')
    await expect.poll(() => row.getAttribute('aria-expanded')).not.toBe(before)
  })
})

describe('every other page, for axe', () => {
  it.each([
    '/sager',
    '/sager/26-0104',
    '/hoeringer/26-0110?municipality=0746',
    '/haendelser',
    '/regler',
    '/regler?compare=2020-01-01',
    '/opfoelgning',
    '/opfoelgning?part=groups',
    '/opfoelgning?part=halfYears',
    '/kommuner',
    '/kommuner?tab=contacts',
    '/kommuner?tab=palliative',
    '/sager/ny',
    '/log-ind',
    '/sager?lang=en',
    '/kommuner?lang=en',
    '/regler?lang=en',
  ])('%s', async (path) => {
    await page.goto(`${demo.url}${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expect.poll(() => page.locator('.skeleton').count()).toBe(0)
    await expectAccessible(page)
  })
})

describe('on a phone', () => {
  it('keeps the pages that the bar has no room for behind a menu that Escape closes', async () => {
    const phone = await page.context().newPage()
    await phone.setViewportSize({ width: 390, height: 844 })
    await phone.goto(`${demo.url}/sager?lang=da`)
    const bar = phone.locator('.bottom-nav')
    const more = bar.getByRole('button', { name: 'Mere' })
    await more.press('Enter')
    const rules = bar.getByRole('link', { name: 'Regler' })
    await rules.waitFor()
    await phone.keyboard.press('Escape')
    await rules.waitFor({ state: 'hidden' })
    await more.press('Enter')
    await expectAccessible(phone)
    await rules.click()
    await phone.waitForURL(/\/regler/)
    await rules.waitFor({ state: 'hidden' })
    await phone.close()
  })
})
