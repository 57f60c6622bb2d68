import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawnOn, expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'
import { pressKeyOn, tabTo } from './keys.ts'

/** Demo case about numbers in Viborg and Skive, of which neither has been asked yet. */
const id = '26-0119'
const number = '26/0119'
/** Milliseconds that news may take on a machine that does much else; what is fast enough is timed in another walk. */
const patience = 90_000
const requested = 'Udvalget mødes først i næste måned.'

const demo = openDemo()
let viborg: Page
let skive: Page
/** The secretariat's four windows, which no step of the walk opens again. */
let file: Page
let deadlines: Page
let board: Page
let outbox: Page

beforeAll(async () => {
  const open = async (user: string, paths: readonly string[]) => {
    const context = await demo.contextFor(user)
    context.setDefaultTimeout(patience)
    return await Promise.all(
      paths.map(async (path) => {
        const page = await context.newPage()
        await page.goto(`${demo.url}${path}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        return page
      }),
    )
  }
  const only = async (user: string) => {
    const [page] = await open(user, ['/hoeringer'])
    if (page === undefined) throw new Error(`No page was opened for ${user}`)
    return page
  }
  viborg = await only('kommune-0791')
  skive = await only('kommune-0779')
  const windows = await open('sekretariat-1082', [`/sager/${id}`, '/sager/frister', '/sager/tavle', '/udbakke'])
  // As many windows as addresses were asked for.
  ;[file, deadlines, board, outbox] = windows as [Page, Page, Page, Page]
})

const inInbox = (page: Page) => page.locator('.inbox-item', { hasText: number })
const inColumn = (name: RegExp) => board.getByRole('region', { name }).getByRole('link', { name: new RegExp(number) })
const due = (name: string) =>
  deadlines.locator('.deadline-row', { hasText: number }).filter({ hasText: `Høringsfrist: ${name}` })
const heard = (name: string) => file.locator('.hearing-row', { hasText: name })
const letter = (name: string, kind: string) =>
  outbox.getByRole('row').filter({ hasText: number }).filter({ hasText: name }).filter({ hasText: kind })
const sheetOf = (page: Page) => page.locator('dialog[open]')

/** Opens the hearing from the inbox, chooses the answer that many below the first, and sends it: all by keyboard. */
async function answer(page: Page, below: number): Promise<void> {
  const form = page.locator('.reply-form')
  await tabTo(form.getByRole('radio').first())
  await page.keyboard.press('Space')
  for (let step = 0; step < below; step += 1) await page.keyboard.press('ArrowDown')
  await pressKeyOn(form, 'Send høringssvar')
}

async function openHearing(page: Page): Promise<void> {
  await tabTo(inInbox(page))
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`hoeringer/${id}`))
  // The inbox shows the same hearing already, and what is begun there goes with it.
  await page.locator('.shows-hearing').waitFor()
  await page.getByText(/^Kommunen kan gøre indsigelse til og med/).waitFor()
}

const shown = (...places: readonly Locator[]) => Promise.all(places.map((place) => place.first().waitFor()))

describe('a working day in three browsers, without reload and without a mouse', { timeout: 4 * patience }, () => {
  it('a hearing sent to two municipalities stands in both inboxes, among the deadlines and on the board', async () => {
    await shown(inColumn(/^Regeltjekket/), file.getByRole('button', { name: 'Send høring til alle 2' }))
    for (const place of [inInbox(viborg), inInbox(skive), due('Viborg'), due('Skive')])
      expect(await place.count()).toBe(0)
    await pressKeyOn(file, 'Send høring til alle 2')
    await pressKeyOn(sheetOf(file), 'Send høring til 2 kommuner')
    await shown(inInbox(viborg), inInbox(skive), due('Viborg'), due('Skive'), inColumn(/^I høring/))
    await shown(letter('Viborg', 'Høring'), letter('Skive', 'Høring'))
    for (const page of [viborg, skive, file, deadlines, board, outbox]) await expectAccessible(page)
  })

  it('one answers: the case has the answer, and its deadline is over', async () => {
    await openHearing(viborg)
    await expectAccessible(viborg)
    await answer(viborg, 1)
    await shown(viborg.getByText(/^Kommunen har svaret/), heard('Viborg').filter({ hasText: 'Støtter,' }))
    await expect.poll(() => due('Viborg').count(), { timeout: patience }).toBe(0)
    expect(await due('Skive').count()).toBe(1)
    expect(await inColumn(/^I høring/).count()).toBe(1)
  })

  it('the other asks for more time and is given it: the new deadline stands everywhere', async () => {
    await openHearing(skive)
    await pressKeyOn(skive, 'Bed om forlænget frist')
    const sheet = sheetOf(skive)
    const wanted = await sheet.getByLabel('Ønsket frist').inputValue()
    for (const place of [skive.locator('.may-object'), due('Skive')])
      expect(await place.first().innerText()).not.toContain(wanted)
    await tabTo(sheet.getByLabel('Begrundelse'))
    await skive.keyboard.type(requested)
    await pressKeyOn(sheet, 'Bed om forlænget frist')
    await shown(heard('Skive').locator('.hearing-asked', { hasText: requested }))
    await expectAccessible(file)
    await pressKeyOn(heard('Skive'), 'Forlæng som ønsket')
    await shown(
      skive.locator('.may-object', { hasText: wanted }),
      heard('Skive').locator('.hearing-due', { hasText: wanted }),
      due('Skive').filter({ hasText: wanted }),
      inColumn(/^I høring/)
        .locator('..')
        .filter({ hasText: wanted }),
      letter('Skive', 'Ny høringsfrist'),
    )
    expect(await letter('Viborg', 'Ny høringsfrist').count()).toBe(0)
  })

  it('the last answer moves the case to those that are heard', async () => {
    await answer(skive, 0)
    await shown(inColumn(/^Hørt/), heard('Skive').filter({ hasText: 'Ingen bemærkninger,' }))
    await expect.poll(() => due('Skive').count(), { timeout: patience }).toBe(0)
    expect(await inColumn(/^I høring/).count()).toBe(0)
    for (const page of [skive, file, deadlines, board, outbox]) await expectAccessible(page)
  })
})

describe('a municipality on a phone', { timeout: 2 * patience }, () => {
  it.each(['/egne-noegletal', '/hoeringer', `/hoeringer/${id}?municipality=0791`, '/kort'])(
    '%s is no wider than the screen',
    async (path) => {
      const phone = await viborg.context().newPage()
      await phone.setViewportSize({ width: 390, height: 844 })
      await phone.goto(`${demo.url}${path}`)
      await phone.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
      if (path === '/kort') await drawnOn(phone, ['municipality-fill'])
      await expect.poll(() => phone.locator('.skeleton').count()).toBe(0)
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await expectAccessible(phone)
      await phone.close()
    },
  )
})
