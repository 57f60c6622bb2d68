import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawnOn, expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let municipality: Page
let secretariat: Page

beforeAll(async () => {
  municipality = await demo.pageFor('kommune-0746')
  secretariat = await demo.pageFor('sekretariat-1082')
})

describe('a municipality’s own page', () => {
  it('is where it begins, and says first whether it may object and until when', async () => {
    await municipality.goto(demo.url)
    await municipality.waitForURL('**/egne-noegletal')
    await municipality.getByText(/^Ja, til og med \d+\. \w+ \d{4}$/).waitFor()
    const [first] = await municipality.getByRole('heading', { level: 2 }).allTextContents()
    expect(first).toBe('Kan vi gøre indsigelse?')
    await municipality.getByText('Midterste halvdel af 19 kommuner').first().waitFor()
    await drawnOn(municipality, ['clinics'])
    await expectAccessible(municipality)
  })

  it('confirms what nobody has confirmed for a year, with one press', async () => {
    await municipality.getByRole('button', { name: 'Bekræft alle 2' }).click()
    await municipality.locator('#content').getByText('2 afdelinger er bekræftet i dag.').waitFor()
    await expect.poll(() => municipality.getByRole('button', { name: /^Bekræft/ }).count()).toBe(0)
  })

  it('opens its latest package, with its charts, its tables and its files', async () => {
    await municipality.getByRole('link', { name: 'Se pakken' }).click()
    await municipality.getByRole('heading', { level: 1, name: 'Halvårsdata 2026, 1. halvår' }).waitFor()
    await municipality.getByText('Kontrolsummen passer').waitFor()
    await municipality.getByRole('table', { name: 'Vederlagsfri fysioterapi' }).waitFor()
    await expectAccessible(municipality)
    for (const [format, type] of [
      ['PDF', 'application/pdf'],
      ['CSV', 'text/csv; charset=utf-8'],
      ['XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ] as const) {
      const href = await municipality.getByRole('link', { name: format }).getAttribute('href')
      const answer = await municipality.request.get(`${demo.url}${href}`)
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, type])
    }
  })
})

describe('the region’s board of half-yearly data', () => {
  it('publishes what is waiting, and the municipality sees it at once', async () => {
    await secretariat.goto(`${demo.url}/opfoelgning?part=halfYears`)
    await secretariat.getByRole('button', { name: 'Offentliggør 1 pakke' }).click()
    await secretariat.getByRole('dialog').getByRole('button', { name: 'Offentliggør 1 pakke' }).click()
    await secretariat.getByRole('button', { name: 'Offentliggør 0 pakker' }).waitFor()
    await expectAccessible(secretariat)
    await secretariat
      .getByRole('row', { name: /^Lemvig/ })
      .getByRole('link')
      .first()
      .click()
    await secretariat.getByText('Udgave 1 af 1').waitFor()
  })

  it('the committee’s yearly follow-up is recorded beside it (R-37)', async () => {
    await secretariat.goto(`${demo.url}/opfoelgning?part=yearly`)
    await secretariat.getByRole('button', { name: 'Registrér opfølgning' }).click()
    const sheet = secretariat.getByRole('dialog', { name: 'Registrér opfølgning' })
    await sheet.getByLabel('Tiltag').fill('Flere hold\nMøde med kommunerne')
    await sheet.getByRole('button', { name: 'Registrér' }).click()
    await secretariat.getByText('Flere hold; Møde med kommunerne').waitFor()
  })
})
