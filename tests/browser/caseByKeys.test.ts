import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { EffectiveDate } from '#events/time'
import { addDays } from '#service/rules/calendar'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'
import { pressKeyOn, tabTo } from './keys.ts'

/** Milliseconds for a walk through a case; its answers are computed while the machine does much else. */
const patience = 240_000

const demo = openDemo()
let page: Page

beforeAll(async () => {
  page = await demo.pageFor(null)
  page.setDefaultTimeout(patience / 4)
})

const sheet = () => page.locator('dialog[open]')
const decision = () => page.locator('.decision-panel')

async function follow(name: string | RegExp): Promise<void> {
  await tabTo(page.getByRole('link', { name }).first())
  await page.keyboard.press('Enter')
}

async function write(label: string | RegExp, text: string): Promise<void> {
  await tabTo(page.getByLabel(label))
  await page.keyboard.type(text)
}

/** Chooses a role on the page for it, as who opens the service does. */
async function signInAs(role: string, place: string): Promise<void> {
  await page.waitForURL(/log-ind/)
  await pressKeyOn(page.getByRole('region', { name: role }), place)
  await page.waitForURL((url) => !url.pathname.includes('log-ind'))
}

/** Takes another role from the menu behind one's initials. */
async function becomes(role: string, place: string): Promise<void> {
  await tabTo(page.locator('.account summary'))
  await page.keyboard.press('Enter')
  await follow('Skift rolle')
  await signInAs(role, place)
}

describe('a case from login to ruling, by keys alone', { timeout: patience }, () => {
  let number = ''

  it('is opened by the secretariat that has just signed in', async () => {
    await page.goto(`${demo.url}/log-ind?lang=da`)
    await signInAs('Sekretariat', 'Region Midtjylland')
    await follow(/^Sager/)
    await pressKeyOn(page, 'Ny sag')
    const types = page.getByRole('radiogroup', { name: 'Ansøgning' })
    const chosen = types.getByRole('radio', { name: /^Ny aftale med rideskole/ })
    await tabTo(types.getByRole('radio').first())
    await page.keyboard.press('Space')
    const kinds = await types.getByRole('radio').count()
    for (let step = 0; step < kinds && !(await chosen.isChecked()); step += 1) await page.keyboard.press('ArrowDown')
    await pressKeyOn(page, 'Fortsæt')
    await tabTo(page.getByRole('combobox', { name: 'Rideskole' }))
    await page.keyboard.type('Rideskolen Timianeng')
    await page.getByRole('option', { name: 'Rideskolen Timianeng' }).first().waitFor()
    await page.keyboard.press('Enter')
    await write('Terapeut', 'p-900001')
    await write('Timer om ugen', '14,0')
    await write('Ansøger', 'Ridefysioterapien')
    const session: unknown = await (await page.request.get(`${demo.url}/api/session`)).json()
    const wanted = addDays(EffectiveDate.parse(Object(session).today), 160)
    await write('Ønsket virkning', wanted.split('-').toReversed().join('.'))
    await pressKeyOn(page, 'Opret sag')
    await page.waitForURL(/\/sager\/\d{2}-\d{4}/)
    number = /\d{2}-\d{4}/.exec(page.url())?.[0].replace('-', '/') ?? ''
    await page.locator('.findings-panel .finding').first().waitFor()
  })

  it('is heard: sent, found in the inbox of who is asked, and answered', async () => {
    await pressKeyOn(page, 'Send høring til 1 kommune')
    await pressKeyOn(sheet(), /^Send høring til/)
    await expect.poll(() => sheet().count()).toBe(0)
    await becomes('Kommune', 'Hedensted')
    await follow(/^Høringer/)
    await tabTo(page.locator('.inbox-item', { hasText: number }))
    await page.keyboard.press('Enter')
    // The inbox opens on another hearing, whose form stands until this one has come.
    await page.getByText(`Høring i sag ${number}`).waitFor()
    const form = page.locator('.reply-form')
    await tabTo(form.getByRole('radio').first())
    await page.keyboard.press('Space')
    await pressKeyOn(form, 'Send høringssvar')
    await page.getByText(/^Kommunen har svaret/).waitFor()
  })

  it('is put on the meeting that is called, chosen and not typed', async () => {
    await becomes('Sekretariat', 'Region Midtjylland')
    await follow(/^Sager/)
    await follow(number)
    await page
      .locator('.hearing-row', { hasText: 'Hedensted' })
      .getByText(/Ingen bemærkninger/)
      .waitFor()
    await pressKeyOn(page, 'Sæt på møde')
    const called = sheet().getByRole('group', { name: 'Indkaldte møder' })
    await tabTo(called.getByRole('radio').first())
    await page.keyboard.press('Space')
    const label = await called.locator('.radio-card-label').first().innerText()
    await expectAccessible(page)
    await tabTo(sheet().getByRole('textbox', { name: 'Begrundelse' }))
    await page.keyboard.type('Oplysningerne kommer på mødet.')
    await pressKeyOn(sheet(), 'Sæt på møde')
    await expect.poll(() => sheet().count()).toBe(0)
    await page
      .getByText(`På mødet ${label.replace(/ kl\..*$/, '')}`)
      .first()
      .waitFor()
  })

  it('is ruled on', async () => {
    await tabTo(decision().getByRole('radio', { name: 'Godkend', exact: true }))
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await tabTo(decision().getByRole('textbox', { name: 'Begrundelse' }))
    await page.keyboard.type('Regionens ridetimer ville stige.')
    // What the reasons still have to speak of is named beside the button, where anything is.
    const left = (await decision().locator('.obstacles').allTextContents()).join(' ')
    for (const token of left.match(/\b(?:R-|K)\d+\b/g) ?? []) await page.keyboard.type(` ${token} er vejet med.`)
    await pressKeyOn(decision(), 'Registrér afgørelse')
    await pressKeyOn(sheet(), 'Ja, registrér afgørelsen')
    await page.getByRole('heading', { name: /^Afgørelse \d{4}-\d{4}/ }).waitFor()
    await expectAccessible(page)
  })
})
