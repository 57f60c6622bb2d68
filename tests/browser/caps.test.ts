import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let page: Page

beforeAll(async () => {
  page = await demo.pageFor('planlaegger-1082')
})

const param = (name: string) => new URL(page.url()).searchParams.get(name)
const spoken = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

describe('caps on documented competence', () => {
  it('are a page of the menu that says that nobody has adopted them, by the plan’s way of counting', async () => {
    await page.goto(`${demo.url}/kort?region=1082`)
    await page.getByRole('link', { name: 'Lofter' }).first().click()
    await page.getByRole('heading', { name: 'Lofter for dokumenteret kompetence' }).waitFor()
    await page.getByText('Forslag: vejledende, ikke gældende regel').waitFor()
    await page.getByRole('grid', { name: 'Brugt / loft' }).waitFor()
    expect(await page.getByRole('radio', { name: 'Forventede brugere' }).isChecked()).toBe(true)
    await expectAccessible(page)
  })

  it('count by prevalence on request, and then have a cap of every region for sclerosis', async () => {
    await page.getByRole('radio', { name: 'Udbredelse' }).check()
    await expect.poll(() => param('basis')).toBe('prevalence')
    const cells = page.getByRole('button', { name: /^Multipel sclerose, Region .* loft [\d.]+, / })
    await expect.poll(() => cells.count()).toBe(5)
  })

  it('are walked with arrows, opened with Enter to the calculation, and closed with Escape', async () => {
    await page.locator('[data-at="1:1"]').focus()
    await page.keyboard.press('ArrowDown')
    expect(await spoken()).toMatch(/^Multipel sclerose, Region Midtjylland: /)
    await page.keyboard.press('Enter')
    const proof = page.getByRole('dialog', { name: 'Multipel sclerose, Region Midtjylland' })
    await proof.waitFor()
    await expect.poll(() => param('cell')).toBe('1082')
    const formula = await proof.locator('.proof-numbers').innerText()
    const [, physiotherapists = '', people = '', all = ''] =
      /\(([\d.]+) × 1,00 × ([\d.]+) \/ ([\d.]+)\)/.exec(formula) ?? []
    const count = (text: string) => Number(text.replaceAll('.', ''))
    const cap = Math.max(1, Math.ceil((count(physiotherapists) * count(people)) / count(all)))
    expect(formula.trimEnd().split('= ').at(-1)?.replaceAll('.', '')).toBe(String(cap))
    await proof
      .getByText(/version .* 2026-01-01/)
      .first()
      .waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => param('cell')).toBeNull()
    expect(await spoken()).toMatch(/^Multipel sclerose, Region Midtjylland: /)
  })

  it('open a region to its municipalities, where small numbers are hidden', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect.poll(() => param('open')).toBe('1082')
    const samsoe = page.getByRole('row', { name: /^Samsø/ })
    await samsoe.getByText('skjult').first().waitFor()
    expect(
      await page
        .getByRole('row', { name: /^Randers/ })
        .getByText('skjult')
        .count(),
    ).toBeLessThan(await samsoe.getByText('skjult').count())
    await expectAccessible(page)
  })

  it('are handed out as a file where what is hidden is a word', async () => {
    await page.goto(`${demo.url}/lofter?kind=set&set=0741&basis=prevalence`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Hent som CSV' }).click(),
    ])
    const stream = await file.createReadStream()
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(Buffer.from(part))
    const lines = Buffer.concat(parts).toString('utf8').trim().split('\r\n')
    const osteogenesis = lines.find((line) => line.includes('Osteogenesis imperfecta;personer med diagnosen'))
    expect(osteogenesis).toContain(';skjult;')
    expect(lines.slice(1).every((line) => line.includes('Forslag, som ingen har vedtaget;Syntetiske demodata'))).toBe(
      true,
    )
  })
})
