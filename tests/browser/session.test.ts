import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { contextFor, expectAccessible, openBrowser } from './browser.ts'
import { type RunningService, startDemo } from './service.ts'

let service: RunningService
let browser: Browser

beforeAll(async () => {
  service = await startDemo(inject('demoData'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

describe('a session that ends while a form is open', () => {
  it('loses nothing that was written: it is sent after signing in again in another tab', async () => {
    const context = await contextFor(browser, service.url, 'kommune-0746')
    const page = await context.newPage()
    await page.goto(`${service.url}/hoeringer/26-0110?municipality=0746`)
    const text = page.getByRole('textbox', { name: 'Begrundelse' })
    await page.getByRole('radio', { name: /Er imod/ }).check()
    await text.fill('Kommunen mister kapacitet.')
    // Signed out everywhere, on another device: this browser keeps a cookie that is worth nothing any more.
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const out = await fetch(`${service.url}/api/session?everywhere=true`, { method: 'DELETE', headers: { cookie } })
    expect(out.status).toBe(200)
    const send = page.getByRole('button', { name: 'Send høringssvar' })
    await send.click()
    const banner = page.locator('.banner')
    await expect.poll(() => banner.innerText()).toContain('Din session er slut')
    expect(await text.inputValue()).toBe('Kommunen mister kapacitet.')
    await expectAccessible(page)
    const opened = page.waitForEvent('popup')
    await banner.getByRole('link', { name: 'Log ind i ny fane' }).click()
    const tab = await opened
    await tab.getByRole('button', { name: /Skanderborg/ }).click()
    await tab.waitForURL(/hoeringer/)
    await tab.close()
    await send.click()
    await expect.poll(() => banner.count()).toBe(0)
    await expect.poll(() => page.getByText('Kommunen mister kapacitet.').count()).toBeGreaterThan(0)
    await context.close()
  })
})

describe('the access log', () => {
  it('shows the secretariat who has read what, by role and reference, and is one press away', async () => {
    const committee = await contextFor(browser, service.url, 'udvalg-1082')
    const answer = await committee.request.get(`${service.url}/api/views/case-file?case=26-0110`)
    expect(answer.status()).toBe(200)
    const page = await (await contextFor(browser, service.url, 'sekretariat-1082')).newPage()
    await page.goto(`${service.url}/regler`)
    await page.locator('.account summary').click()
    await page.getByRole('link', { name: 'Adgangslog' }).click()
    await page.waitForURL(/adgangslog/)
    const row = page.getByRole('row', { name: /udvalg-1082/ }).first()
    await expect.poll(() => row.innerText()).toContain('26-0110')
    await expectAccessible(page)
  })
})
