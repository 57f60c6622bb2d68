import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let secretariat: BrowserContext
let page: Page

beforeAll(async () => {
  secretariat = await demo.contextFor('sekretariat-1082')
  page = await secretariat.newPage()
})

/** The row of a table that is compared, by what it is about. */
const compared = (what: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: what }) })

describe('an auditor opens a ruling exactly as the committee knew it', () => {
  it('from the cases to the list of rulings, narrowed by year and searched', async () => {
    await page.goto(`${demo.url}/sager`)
    await page.getByRole('link', { name: 'Alle afgørelser' }).click()
    await page.getByRole('combobox', { name: 'År' }).selectOption('2026')
    await page.getByRole('searchbox', { name: 'Søg i afgørelserne' }).fill('randers')
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'vises' }).innerText())
      .toMatch(/^1 af \d+ vises$/)
    await expectAccessible(page)
    await page.getByRole('link', { name: '2026-0004' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('Afgørelse 2026-0004')
  })

  it('sees that nothing has changed, and that the seal holds', async () => {
    await expect.poll(() => page.getByText('Intet i grundlaget er blevet anderledes').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.seal').innerText()).toContain('giver den samme kontrolsum')
    await page.getByText('SHA-256 af alt').click()
    const [stored, again] = await page.locator('.seal code').allInnerTexts()
    expect(stored).toMatch(/^[0-9a-f]{64}$/)
    expect(again).toBe(stored)
    await expectAccessible(page)
  })

  it('sees beside it what is learnt since, with the event that says so, without reloading', async () => {
    const sealed = await page.locator('.seal code').first().innerText()
    const file = await (await secretariat.request.get(`${demo.url}/api/views/case-file?case=26-0106`)).json()
    await demo.send(secretariat, 'correct-case-information', {
      case: '26-0106',
      correction: { field: 'receivedOn', old: file.row.receivedOn, new: '2026-08-03' },
      reason: 'Skemaet lå i en anden postkasse',
    })
    const received = compared('Modtaget')
    // Dates are written with spaces that do not break.
    const told = async () => (await received.innerText()).replaceAll('\u00a0', ' ')
    await expect.poll(told, { timeout: 20_000 }).toContain('3. aug. 2026')
    await expect.poll(told).toContain('Anderledes')
    const text = await told()
    expect(text).toContain('31. aug. 2026')
    expect(text).toContain('Skemaet lå i en anden postkasse')
    expect(text).toMatch(/nr\. [\d.]+/)
    expect(text).toContain('Sekretariat')
    expect(await page.locator('.seal code').allInnerTexts()).toEqual([sealed, sealed])
    await page.getByRole('switch', { name: 'Vis kun forskelle' }).press('Space')
    await expect.poll(() => compared('Ønsket virkning').count()).toBe(0)
    expect(await received.count()).toBe(1)
    await expectAccessible(page)
  })
})

describe('like cases', () => {
  it('stand on an open case, and a departure that the reasons pass over is pointed out', async () => {
    await page.goto(`${demo.url}/sager/26-0107`)
    const like = page.locator('.like-panel')
    await expect.poll(() => like.innerText(), { timeout: 20_000 }).toContain('16/0031')
    expect(await like.getByRole('listitem').first().innerText()).toMatch(/16\/0031.*Godkendt.*\n?.*ud af kommunen/s)
    const note = page.getByText('Begrundelsen nævner ingen af dem')
    await page.getByRole('radio', { name: 'Afslå' }).check()
    await expect.poll(() => note.isVisible()).toBe(true)
    await page.getByRole('textbox', { name: 'Begrundelse' }).fill('Anderledes end 16/0031, hvor lokalerne var opsagt.')
    await expect.poll(() => note.isVisible()).toBe(false)
  })
})
