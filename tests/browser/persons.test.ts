import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let secretariat: Page
let committee: Page

beforeAll(async () => {
  secretariat = await demo.pageFor('sekretariat-1082')
  committee = await demo.pageFor('udvalg-1082')
})

let name = ''

describe('persons', () => {
  it('are found by name, and the secretariat erases one after reading what that means', async () => {
    await secretariat.goto(`${demo.url}/personer`)
    const row = secretariat.getByRole('row').nth(1)
    name = (await row.getByRole('rowheader').textContent()) ?? ''
    const person = (await row.getByRole('cell').first().textContent()) ?? ''
    expect([name.split(' ').length, person]).toEqual([3, expect.stringMatching(/^p-/)])
    expect(await row.textContent()).toContain('Opdigtet til demonstrationen')
    await expectAccessible(secretariat)
    const search = secretariat.getByRole('searchbox', { name: 'Søg på navn, mail eller reference' })
    await search.fill(name)
    await secretariat.getByText('1 person', { exact: true }).waitFor()
    // From here by keyboard alone.
    await secretariat.getByRole('button', { name: `Slet ${person}` }).focus()
    await secretariat.keyboard.press('Enter')
    const dialog = secretariat.getByRole('dialog', { name: `Slet ${name}?` })
    await dialog.getByText('Navn, mail og telefon forsvinder for altid.').waitFor()
    await expectAccessible(secretariat)
    await dialog.getByRole('button', { name: 'Slet for altid' }).focus()
    await secretariat.keyboard.press('Enter')
    await secretariat.locator('.notice').getByText(`${person} er slettet.`).waitFor()
    await secretariat.getByText('Ingen personer').waitFor()
    await search.fill(person)
    await secretariat.getByRole('rowheader', { name: 'Slettet person' }).waitFor()
    expect(await secretariat.getByRole('table').textContent()).not.toContain(name)
    expect(await secretariat.getByRole('button', { name: `Slet ${person}` }).count()).toBe(0)
  })

  it('are read by the committee, which erases nobody, and by no municipality', async () => {
    await committee.goto(`${demo.url}/personer`)
    await committee.getByRole('row').nth(1).waitFor()
    expect(await committee.getByRole('button', { name: /^Slet/ }).count()).toBe(0)
    const municipality = await demo.pageFor('kommune-0746')
    await municipality.goto(`${demo.url}/personer`)
    await municipality.getByRole('heading', { name: 'Personer' }).waitFor()
    await municipality.getByRole('alert').first().waitFor()
    expect(await municipality.getByRole('table').count()).toBe(0)
  })
})
