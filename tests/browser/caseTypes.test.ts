import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { EffectiveDate } from '#events/time'
import { addDays } from '#service/rules/calendar'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let context: BrowserContext
let page: Page
let today: EffectiveDate
let wanted: EffectiveDate

const danish = (date: string) => date.split('-').toReversed().join('.')

async function view(path: string) {
  return await (await context.request.get(`${demo.url}/api/views/${path}`)).json()
}

/** Types into a picker until the hit is there, and takes it with the keyboard. */
async function pick(name: string, text: string) {
  const field = page.getByRole('combobox', { name })
  await field.fill(text)
  await page.getByRole('option', { name: text }).first().waitFor()
  await field.press('Enter')
}

async function date(name: string, on: string) {
  await page.getByLabel(name).fill(danish(on))
}

/** Sends the form, and waits for the case's page and what the rules found. */
async function opened(): Promise<string> {
  await page.getByRole('button', { name: 'Opret sag' }).click()
  await page.waitForURL(/\/sager\/\d{2}-\d{4}/)
  const findings = page.locator('.findings-panel')
  await expect.poll(() => findings.locator('.finding').count(), { timeout: 20_000 }).toBeGreaterThan(0)
  await expectAccessible(page)
  return await findings.innerText()
}

beforeAll(async () => {
  context = await demo.contextFor('sekretariat-1082')
  today = EffectiveDate.parse((await (await context.request.get(`${demo.url}/api/session`)).json()).today)
  wanted = addDays(today, 120)
  page = await context.newPage()
})

describe('applications of every kind', () => {
  it('are fifteen, grouped, and one is chosen before its form is shown', async () => {
    await page.goto(`${demo.url}/sager/ny`)
    const types = page.getByRole('radiogroup', { name: 'Ansøgning' })
    await expect.poll(() => types.getByRole('radio').count()).toBe(15)
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'Ophør' }).check()
    await page.getByRole('button', { name: 'Fortsæt' }).click()
    await page.waitForURL(/type=A12/)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Ny sag: Ophør')
  })

  it('A7: a new agreement with a riding school tells its hours and its area, and shows what they do', async () => {
    const [school] = (await view('municipality?code=0746')).schools
    await page.goto(`${demo.url}/sager/ny?type=A7`)
    await page.getByRole('button', { name: 'Opret sag' }).click()
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.innerText()).toContain('Rideskole mangler')
    expect(await alert.innerText()).toContain('Timer om ugen mangler')
    await expectAccessible(page)

    await pick('Rideskole', school.name)
    await page.getByLabel('Terapeut').fill('p-900001')
    await page.getByLabel('Timer om ugen').fill('14,05')
    await page.getByLabel('Ansøger').fill('Ridefysioterapien')
    await date('Ønsket virkning', wanted)
    await page.getByRole('button', { name: 'Opret sag' }).click()
    await expect.poll(() => alert.innerText()).toContain('højst én decimal')
    expect((await alert.innerText()).split('\n')).toHaveLength(2)
    await page.getByLabel('Timer om ugen').fill('14,0')
    const findings = await opened()
    expect(findings).toContain('Dokument')
    const panel = page.locator('.change-panel')
    await expect.poll(() => panel.innerText()).toContain('+14,0')
    expect(await page.locator('.case-facts').innerText()).toContain('14,0 t/uge')
  })

  it('A2: a takeover brings the number’s holder along and refuses one’s own', async () => {
    const [clinic] = (await view('municipality?code=0615')).clinics
    const [provider] = (await view(`clinic?clinic=${clinic.clinic}`)).providers
    await page.goto(`${demo.url}/sager/ny?type=A2`)
    await pick('Ydernummer', provider.number)
    await expect.poll(() => page.getByLabel('Nuværende indehaver').inputValue()).toBe(provider.holder)
    await page.getByLabel('Ny indehaver').fill(provider.holder)
    await page.getByLabel('Andel, der overtages').fill('0,60')
    await date('Ønsket virkning', wanted)
    await page.getByRole('button', { name: 'Opret sag' }).click()
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toContain('Ny indehaver: den nye indehaver er den samme')
    await page.getByLabel('Ny indehaver').fill('p-900002')
    await opened()
    expect(await page.locator('.case-facts').innerText()).toContain('0,60')
  })

  it('A4: an extra address warns of the open case about the same clinic, and is then opened', async () => {
    const clinic = (await view('municipality?code=0751')).clinics.find(
      ({ capacity }: { capacity: number }) => capacity > 0,
    )
    const fill = async () => {
      await page.goto(`${demo.url}/sager/ny?type=A4`)
      await pick('Klinik', clinic.name)
      await page.getByLabel('Vej og nummer').fill('Prøvegade 1')
      await page.getByLabel('Kommune').selectOption({ label: 'Aarhus' })
      await date('Ønsket virkning', wanted)
    }
    await fill()
    await page.getByLabel('Kapacitet på hovedadressen').fill('1,00')
    await opened()
    const number = await page.locator('.breadcrumb').innerText()
    await expect.poll(() => page.locator('.change-panel').innerText()).toContain('to adresser')

    await fill()
    const warning = page.getByRole('status').filter({ hasText: clinic.name })
    await expect.poll(() => warning.innerText()).toContain('åben')
    expect(await warning.innerText()).toContain(number.split('/').slice(-2).join('/').trim())
  })

  it('the last of them is corrected in the same form, with the reason, and marked', async () => {
    await page.getByRole('status').getByRole('link').last().click()
    await page.getByRole('button', { name: 'Ret en oplysning' }).click()
    const sheet = page.getByRole('dialog', { name: 'Ret en oplysning' })
    await expectAccessible(page)
    await sheet.getByLabel('Kapacitet på den ekstra adresse').fill('0,50')
    await sheet.getByLabel('Begrundelse').fill('Ansøgeren har oplyst fordelingen.')
    await sheet.getByRole('button', { name: 'Ret en oplysning' }).click()
    const facts = page.locator('.case-facts')
    await expect.poll(() => facts.innerText()).toContain('0,50 enheder')
    await expect.poll(() => facts.getByRole('link', { name: /rettet/ }).count()).toBe(1)
  })

  it('at a time before it existed a case says so, and leads back to today', async () => {
    await page.goto(`${demo.url}/sager/26-0107?asKnownAt=2020-01-01`)
    await page.getByRole('heading', { name: 'Sagen fandtes ikke på det tidspunkt' }).waitFor()
    await expectAccessible(page)
    await page.locator('.state').getByRole('button', { name: 'Tilbage til i dag' }).click()
    await page.locator('.findings-panel').waitFor()
    // The actions end where the head ends, level with the title however long it is.
    const right = async (part: string) => {
      const box = await page.locator(part).boundingBox()
      return box === null ? null : Math.round(box.x + box.width)
    }
    expect(await right('.case-head-actions')).toBe(await right('.case-head-grid'))
  })
})
