import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { EffectiveDate } from '#events/time'
import { addDays } from '#service/rules/calendar'
import { contextFor, expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'
import { startService } from './service.ts'

const demo = openDemo()
let secretariat: Page
let today: EffectiveDate
let wanted: EffectiveDate
let casePath: string

const danish = (date: string) => date.split('-').toReversed().join('.')

/** Capacity of a municipality on a date, as the service's own view says. */
async function capacity(context: BrowserContext, code: string, asOf: string): Promise<number> {
  const answer = await context.request.get(`${demo.url}/api/views/municipality?code=${code}&asOf=${asOf}`)
  return (await answer.json()).row.capacity
}

beforeAll(async () => {
  const context = await demo.contextFor('sekretariat-1082')
  today = EffectiveDate.parse((await (await context.request.get(`${demo.url}/api/session`)).json()).today)
  wanted = addDays(today, 60)
  secretariat = await context.newPage()
})

describe('a relocation from Skanderborg to Aarhus, from application to the changed map', () => {
  it('names everything that is missing at once, then opens the case', async () => {
    const busy = await (await secretariat.request.get(`${demo.url}/api/views/cases?status=open`)).json()
    const applicants = new Set(busy.rows.map((row: { applicant: string }) => row.applicant))
    const place = await (await secretariat.request.get(`${demo.url}/api/views/municipality?code=0746`)).json()
    const clinic = place.clinics.find(
      (one: { name: string; capacity: number }) => !applicants.has(one.name) && one.capacity > 0,
    )

    await secretariat.goto(`${demo.url}/sager/ny`)
    await secretariat.getByRole('radio', { name: 'Flytning af praksisadresse' }).check()
    await secretariat.getByRole('button', { name: 'Fortsæt' }).click()
    await secretariat.getByRole('button', { name: 'Opret sag' }).click()
    await expect.poll(() => secretariat.getByRole('alert').innerText()).toContain('Klinik mangler')
    await expectAccessible(secretariat)

    await secretariat.getByRole('combobox', { name: 'Klinik' }).fill(clinic.name)
    await secretariat.getByRole('option', { name: clinic.name }).first().click()
    await secretariat.getByLabel('Ansøger').fill(clinic.name)
    await secretariat.getByLabel('Vej og nummer').fill('Prøvegade 1')
    await secretariat.getByLabel('Postnummer kan udelades').fill('8000')
    await secretariat.getByLabel('By kan udelades').fill('Aarhus C')
    await secretariat.getByLabel('Breddegrad').fill('56,1572')
    await secretariat.getByLabel('Længdegrad').fill('10,2107')
    await secretariat.getByRole('button', { name: 'Brug koordinaterne' }).click()
    await expect.poll(() => secretariat.getByText(/Aarhus\. .* til nærmeste kommunegrænse/).isVisible()).toBe(true)
    await secretariat.getByLabel('Modtaget').fill(danish(today))
    await secretariat.getByLabel('Ønsket virkning').fill(danish(wanted))
    await secretariat.getByLabel('Gammel adresse ophører').fill(danish(wanted))
    await secretariat.getByLabel('Tilgængelighed på den nye adresse').fill('Trinfri adgang og handicaptoilet.')
    // Nothing is said to lack once the case is there, not even for a moment.
    const saidToLack = secretariat.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const look = () => {
            if (document.querySelector('.error-summary') !== null) resolve(true)
            else if (/\/sager\/\d{2}-/.test(location.pathname)) resolve(false)
          }
          new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
        }),
    )
    await secretariat.getByRole('button', { name: 'Opret sag' }).click()
    await secretariat.waitForURL(/\/sager\/\d{2}-\d{4}/)
    expect(await saidToLack).toBe(false)
    casePath = new URL(secretariat.url()).pathname
  })

  it('finds the breach of capacity leaving its municipality, in units, with its source', async () => {
    const findings = secretariat.locator('.findings-panel')
    await expect.poll(() => findings.innerText(), { timeout: 20_000 }).toContain('Brud')
    await expect.poll(() => findings.innerText()).toContain('enheder')
    await expect.poll(() => findings.innerText()).toContain('OK-2024')
    await expectAccessible(secretariat)
  })

  it('sends the hearing to both municipalities', async () => {
    await secretariat.getByRole('button', { name: 'Send høring til alle 2' }).click()
    const confirm = secretariat.getByRole('dialog', { name: 'Send høringen?' })
    await expect.poll(() => confirm.innerText()).toContain('Det kan ikke fortrydes')
    await expectAccessible(secretariat)
    await confirm.getByRole('button', { name: 'Send høring til 2 kommuner' }).click()
    await expect.poll(() => secretariat.getByText('Afventer svar').count()).toBe(2)
  })

  it('lets Skanderborg answer in its own browser, and the case page shows it without reload', async () => {
    const municipality = await demo.pageFor('kommune-0746')
    await municipality.goto(`${demo.url}/hoeringer/${casePath.split('/').at(-1)}`)
    await municipality.getByRole('radio', { name: /Er imod/ }).check()
    await municipality.getByRole('textbox', { name: 'Begrundelse' }).fill('Kommunen mister kapacitet.')
    await expectAccessible(municipality)
    await municipality.getByRole('button', { name: 'Send høringssvar' }).click()
    await expect.poll(() => secretariat.locator('.hearing-panel').innerText(), { timeout: 20_000 }).toContain('Er imod')
  })

  it('records the answer of Aarhus that came by letter', async () => {
    const aarhus = secretariat.locator('.hearing-rows > li', { hasText: 'Aarhus' })
    await aarhus.getByRole('button', { name: /Registrér svar/ }).click()
    const sheet = secretariat.getByRole('dialog')
    await expect.poll(() => sheet.innerText()).toContain('Vælg, hvordan svaret kom')
    await sheet.getByRole('radio', { name: 'Brev' }).check()
    await sheet.getByLabel('Modtaget den').fill(danish(today))
    await sheet.getByRole('radio', { name: /Ingen bemærkninger/ }).check()
    await sheet
      .getByRole('button', { name: /Registrér/ })
      .last()
      .click()
    await expect.poll(() => aarhus.innerText()).toContain('Ingen bemærkninger')
  })

  it('rules with reasons for each breach; another browser repaints within two seconds', async () => {
    const committee = await demo.contextFor('udvalg-1082')
    const map = await committee.newPage()
    await map.goto(`${demo.url}/kort?view=table&asOf=${wanted}`)
    const row = map.getByRole('row', { name: /Skanderborg/ })
    await row.waitFor()
    const [before, beforeToday] = [await row.innerText(), await capacity(committee, '0746', today)]

    await secretariat.getByRole('radio', { name: 'Godkend', exact: true }).check()
    for (;;) {
      const open = secretariat.getByRole('button', { name: /Indsæt (R-|K)\d+ i begrundelsen/ })
      if ((await open.count()) === 0) break
      await open.first().click()
      await secretariat.keyboard.type('Hensynet til patienterne i Aarhus vejer tungere.')
    }
    expect(await secretariat.getByRole('textbox', { name: 'Begrundelse' }).inputValue()).toContain('K0746: ')
    await secretariat.getByRole('button', { name: 'Registrér afgørelse' }).click()
    const confirm = secretariat.getByRole('dialog', { name: 'Registrér afgørelsen?' })
    await confirm.getByRole('button', { name: 'Ja, registrér afgørelsen' }).click()
    await expect
      .poll(() => secretariat.getByRole('heading', { name: /Afgørelse \d{4}-\d{4}/ }).isVisible(), { timeout: 20_000 })
      .toBe(true)
    await expect.poll(() => row.innerText(), { timeout: 2000, interval: 50 }).not.toBe(before)
    expect(await capacity(committee, '0746', wanted)).toBeLessThan(beforeToday)
    expect(await capacity(committee, '0746', today)).toBe(beforeToday)
  })

  it('looks as it was known before the ruling, and refuses to write there', async () => {
    const yesterday = addDays(today, -1)
    await secretariat.goto(`${demo.url}/sager/26-0110?asOf=${yesterday}&asKnownAt=${yesterday}`)
    await expect.poll(() => secretariat.getByText(/Afgørelser kan ikke gemmes/).isVisible()).toBe(true)
    await expect.poll(() => secretariat.getByText(/et andet tidspunkt|fortiden/).count()).toBeGreaterThan(0)
  })

  it('survives being killed: the ruling stands after a new start', async () => {
    await demo.service.kill()
    const again = await startService(demo.service.dataFolder)
    try {
      const page = await (await contextFor(demo.browser, again.url, 'sekretariat-1082')).newPage()
      await page.goto(`${again.url}${casePath}`)
      await expect
        .poll(() => page.getByRole('heading', { name: /Afgørelse \d{4}-\d{4}/ }).isVisible(), { timeout: 20_000 })
        .toBe(true)
    } finally {
      await again.stop()
    }
  })
})
