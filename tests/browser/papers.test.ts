import type { BrowserContext } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { casesView } from '#api/views/case'
import { rulingsView } from '#api/views/replay'
import { recompute } from '../evidence/recompute.ts'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let context: BrowserContext

beforeAll(async () => {
  context = await demo.contextFor('sekretariat-1082')
})

async function get(path: string) {
  return await context.request.get(`${demo.url}${path}`, { timeout: 100_000 })
}

async function openCases() {
  const answer = await get('/api/views/cases?status=open')
  return casesView.response.parse(await answer.json()).rows
}

/** What the separate program finds wrong with a paper of the demonstration. */
async function wrongIn(kind: 'case' | 'ruling', id: string) {
  const answer = await get(`/api/papers/evidence?kind=${kind}&case=${id}`)
  expect(answer.status()).toBe(200)
  return { id, differences: recompute(await answer.text()) }
}

describe('evidence of the demonstration', () => {
  it('every ruling is computed again with no difference', async () => {
    // What the national committee decided is no ruling of this committee, and has no letter.
    const { rows } = rulingsView.response.parse(await (await get('/api/views/rulings?region=1082')).json())
    expect(rows.length).toBeGreaterThan(3)
    for (const id of new Set(rows.map((row) => row.case)))
      expect(await wrongIn('ruling', id)).toEqual({ id, differences: [] })
  })

  it('and the paper of an open case of every type', async () => {
    const byType = new Map((await openCases()).map((row) => [row.type, row.case]))
    expect(byType.size).toBeGreaterThan(5)
    for (const id of byType.values()) expect(await wrongIn('case', id)).toEqual({ id, differences: [] })
  })
})

describe('a paper in Chromium', () => {
  it.each([
    ['da', 'Bilag 1. Regelfund', 'Hent PDF'],
    ['en', 'Appendix 1. Findings', 'Get the PDF'],
  ])('is opened from the case, reads clean, and is the PDF that can be taken (%s)', async (lang, appendix, take) => {
    const page = await context.newPage()
    await page.goto(`${demo.url}/sager/26-0107?lang=${lang}`)
    await page.locator('.case-head a[href*="/bilag"]').click()
    await page.getByRole('heading', { name: appendix }).waitFor({ timeout: 60_000 })
    expect(await page.locator('.paper-svg[role=img]').count()).toBe(2)
    await expectAccessible(page)
    const href = (await page.getByRole('link', { name: take }).getAttribute('href')) ?? ''
    const checksum = (await page.locator('.paper-foot').innerText()).match(/[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/)?.[0]
    const pdf = await get(href)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    // The PDF names the whole checksum of the paper that it is of; the page shows its first twelve digits.
    const subject = /\(([0-9a-f]{64})\)/.exec((await pdf.body()).toString('latin1'))?.[1] ?? ''
    expect([subject.slice(0, 4), subject.slice(4, 8), subject.slice(8, 12)].join('-')).toBe(checksum)
    await page.close()
  })

  it('prints as a sheet: without the bars of the page, its two drawings side by side', async () => {
    const page = await context.newPage()
    await page.goto(`${demo.url}/sager/26-0107/bilag`)
    await page.locator('.paper-foot').waitFor({ timeout: 60_000 })
    const drawn = page.locator('.paper-maps figure')
    await expect.poll(() => drawn.count()).toBe(2)
    // As wide as A4 between its margins, where the page has a bar at its foot as well.
    await page.setViewportSize({ width: 658, height: 1000 })
    expect(await page.locator('.top-bar').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    for (const bar of ['.top-bar', '.bottom-nav', '.paper-tools'])
      expect(await page.locator(bar).isVisible(), bar).toBe(false)
    const boxes = await drawn.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    expect(new Set(boxes).size).toBe(1)
    await page.close()
  })

  it('a reference on the page leads to its proof', async () => {
    const page = await context.newPage()
    await page.goto(`${demo.url}/sager/26-0107/bilag`)
    await page.getByRole('link', { name: '[R-05]' }).last().click({ timeout: 60_000 })
    await page.waitForURL(/finding=R-05/)
    await page.locator('#finding-R-05').waitFor()
    await page.close()
  })
})
