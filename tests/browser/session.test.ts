import { describe, expect, it } from 'vitest'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()

describe('a session that ends while a form is open', () => {
  it('loses nothing that was written: it is sent after signing in again in another tab', async () => {
    const context = await demo.contextFor('kommune-0746')
    const page = await context.newPage()
    await page.goto(`${demo.url}/hoeringer/26-0110?municipality=0746`)
    const text = page.getByRole('textbox', { name: 'Begrundelse' })
    await page.getByRole('radio', { name: /Er imod/ }).check()
    await text.fill('Kommunen mister kapacitet.')
    // Signed out everywhere, on another device: this browser keeps a cookie that is worth nothing any more.
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const out = await fetch(`${demo.url}/api/session?everywhere=true`, { method: 'DELETE', headers: { cookie } })
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
    // The address of the page to sign in on names the page that comes after it.
    await tab.waitForURL(({ pathname }) => pathname.startsWith('/hoeringer'))
    await tab.close()
    await send.click()
    await expect.poll(() => banner.count()).toBe(0)
    await expect.poll(() => page.getByText('Kommunen mister kapacitet.').count()).toBeGreaterThan(0)
    await context.close()
  })
})

describe('the access log', () => {
  it('shows the secretariat who has read what, by role and reference, and is one press away', async () => {
    const committee = await demo.contextFor('udvalg-1082')
    const answer = await committee.request.get(`${demo.url}/api/views/case-file?case=26-0110`)
    expect(answer.status()).toBe(200)
    const page = await demo.pageFor('sekretariat-1082')
    await page.goto(`${demo.url}/regler`)
    await page.locator('.account summary').click()
    await page.getByRole('link', { name: 'Adgangslog' }).click()
    await page.waitForURL(/adgangslog/)
    const row = page.getByRole('row', { name: /udvalg-1082/ }).first()
    await expect.poll(() => row.innerText()).toContain('sag 26/0110')
    await expectAccessible(page)
  })
})
