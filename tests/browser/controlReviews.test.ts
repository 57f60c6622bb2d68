import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { views } from '#api/contract'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let secretariat: Page
/** The two dearest clinics of 2025 that nobody examines yet. */
let clinics: readonly { readonly name: string; readonly about: object }[]

const page = () => `${demo.url}/opfoelgning?period=2025`
const start = (name: string) => secretariat.getByRole('button', { name: `Undersøg udgiften: ${name}, R-21` })
const reviewsOn = (of: Page, title: string) => of.getByRole('region', { name: title })

beforeAll(async () => {
  secretariat = await demo.pageFor('sekretariat-1082')
  const answer = await secretariat.request.get(`${demo.url}/api/views/follow-up?region=1082&period=2025`)
  const { control } = views.followUp.response.parse(await answer.json())
  clinics = control.rows.filter(({ finding }) => finding?.code === 'R-21.examine').slice(0, 2)
  expect(clinics.length).toBe(2)
})

describe('the secretariat', () => {
  it('opens a review of a cost at the threshold, by keys, and finds it among the open ones', async () => {
    const name = clinics[0]?.name ?? ''
    await secretariat.goto(page())
    await reviewsOn(secretariat, 'Undersøgelser af afvigelser').getByText('Åbne (1)').waitFor()
    await start(name).focus()
    await secretariat.keyboard.press('Enter')
    const sheet = secretariat.getByRole('dialog', { name: `Undersøg ${name}` })
    await sheet.getByText('Årsagen skal undersøges.').waitFor()
    await sheet.getByText('Skriv, hvad der spørges om.').waitFor()
    await expectAccessible(secretariat)
    const day = sheet.getByLabel('Begyndt')
    await day.fill('01.01.2099')
    await sheet.getByText('Undersøgelsen skal være begyndt senest i dag.').waitFor()
    await day.fill('2026-04-20')
    await sheet.getByLabel('Hvad spørges der om, og hvorfor?').fill('Klinikken er bedt om en redegørelse')
    await secretariat.keyboard.press('Tab')
    await secretariat.keyboard.press('Enter')
    const open = reviewsOn(secretariat, 'Undersøgelser af afvigelser')
    await open.getByText('Åbne (2)').waitFor()
    const row = open.getByRole('row', { name: new RegExp(`^${name}`) })
    await row.getByText('20. apr. 2026').waitFor()
    await row.getByText('Klinikken er bedt om en redegørelse').waitFor()
    await row.getByText('Årsagen er ved at blive undersøgt.').waitFor()
    // The button that opened the sheet now concludes what it began, and still has the focus.
    const focused = 'document.activeElement.getAttribute("aria-label")'
    await expect.poll(() => secretariat.evaluate(focused)).toBe(`Afslut undersøgelse: ${name}, R-21`)
    await expectAccessible(secretariat)
  })

  it('is told in words when somebody else has opened it in the meantime', async () => {
    const { name, about } = clinics[1] ?? { name: '', about: {} }
    await start(name).click()
    const sheet = secretariat.getByRole('dialog', { name: `Undersøg ${name}` })
    await sheet.getByLabel('Hvad spørges der om, og hvorfor?').fill('Min egen begrundelse')
    const committee = await demo.contextFor('udvalg-1082')
    await demo.send(committee, 'open-control-review', {
      ...{ about, region: '1082', period: '2025', specialty: '62', rule: 'R-21' },
      effectiveFrom: '2026-04-21',
      reason: 'Udvalget har spurgt',
    })
    await sheet.getByRole('button', { name: 'Begynd undersøgelse' }).click()
    await sheet.getByRole('alert').getByText('Årsagen er allerede undersøgt eller ved at blive det').waitFor()
    await sheet.getByRole('button', { name: 'Fortryd' }).click()
    await sheet.getByRole('button', { name: 'Kassér' }).click()
    await sheet.waitFor({ state: 'hidden' })
  })
})

describe('the committee', () => {
  it('closes a review with its outcome and basis, in English, and finds it among the closed ones', async () => {
    const name = clinics[0]?.name ?? ''
    const committee = await demo.pageFor('udvalg-1082')
    await committee.goto(`${page()}&lang=en`)
    const reviews = reviewsOn(committee, 'Reviews of deviations')
    await reviews.getByRole('button', { name: `Close review: ${name}, R-21` }).click()
    const sheet = committee.getByRole('dialog', { name: `Close the review of ${name}` })
    await sheet.getByText('Choose an outcome.').waitFor()
    await sheet.getByRole('radio', { name: 'Payment ceiling' }).check()
    await sheet.getByLabel('Closed').fill('2026-04-19')
    await sheet.getByText('The day must be from 20 Apr 2026 to today.').waitFor()
    await sheet.getByLabel('Closed').fill('2026-06-10')
    await sheet.getByLabel('Basis').fill('No account of the cause was received')
    await expectAccessible(committee)
    await sheet.getByRole('button', { name: 'Close review' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await reviews.getByText(/^Closed \(3\)$/).click()
    const row = reviews.getByRole('row', { name: new RegExp(`^${name}`) })
    for (const text of ['10 Jun 2026', 'Payment ceiling', 'No account of the cause was received', 'Met'])
      await row.getByText(text, { exact: true }).waitFor()
    await expectAccessible(committee)
    await committee.setViewportSize({ width: 390, height: 844 })
    // The plot takes its new width once it has been told of it.
    await expect.poll(() => committee.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })
})

describe('a municipality', () => {
  it('sees neither reviews nor a way to open one', async () => {
    const municipality = await demo.pageFor('kommune-0746')
    await municipality.goto(`${demo.url}/opfoelgning?period=2025&part=home`)
    await municipality.getByRole('table', { name: 'Hjemmebehandling' }).waitFor()
    expect(await municipality.getByText('Undersøgelser af afvigelser').count()).toBe(0)
    expect(await municipality.getByRole('button', { name: /^(Undersøg|Afslut)/ }).count()).toBe(0)
  })
})
