import type { Page, Request } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawnOn, expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let page: Page
const foreign: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  const context = await demo.contextFor(null)
  page = await context.newPage()
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== demo.url) foreign.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
})

const open = (path: string) => page.goto(`${demo.url}${path}`)

describe('the map, for anybody', () => {
  it('draws every municipality, towns, clinics and riding schools', async () => {
    await open('/kort?region=dk')
    const drawn = await drawnOn(page, ['municipality-fill', 'clinic-clusters', 'riding-schools'])
    expect(drawn['municipality-fill']).toBeGreaterThanOrEqual(98)
    expect(drawn['clinic-clusters']).toBeGreaterThan(10)
    expect(drawn['riding-schools']).toBeGreaterThan(10)
    await open('/kort?region=1082')
    await drawnOn(page, ['municipality-fill'])
    await page.getByRole('button', { name: 'Zoom ind' }).click()
    expect((await drawnOn(page, ['towns'])).towns).toBeGreaterThan(5)
  })

  it('shows five regions on the last day of 2026 and four on the first of 2027', async () => {
    await open('/kort?region=dk&asOf=2026-12-31')
    expect((await drawnOn(page, ['region-names']))['region-names']).toBe(5)
    await open('/kort?region=dk&asOf=2027-01-01')
    expect((await drawnOn(page, ['region-names']))['region-names']).toBe(4)
  })

  it('says the same in the table as in the inspector', async () => {
    await open('/kort?region=dk&view=table')
    const row = page.getByRole('row', { name: /Holstebro/ })
    const inhabitants = await row.getByRole('cell').nth(1).innerText()
    await open('/kort?region=dk&sel=0661')
    await expect.poll(() => page.getByRole('heading', { name: 'Holstebro' }).isVisible()).toBe(true)
    await expect.poll(() => page.locator('main').innerText()).toContain(inhabitants)
  })

  it('marks the demonstration data, speaks English on request, and keeps the view in the address', async () => {
    await open('/kort?region=dk&lang=en&sel=0661')
    await expect.poll(() => page.getByText('Demo data').first().isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('link', { name: 'Map', exact: true }).count()).toBe(1)
    await page.reload()
    await expect.poll(() => page.getByRole('heading', { name: 'Holstebro' }).isVisible()).toBe(true)
    await open('/kort?region=dk&lang=da')
    await expect.poll(() => page.getByRole('link', { name: 'Kort', exact: true }).count()).toBe(1)
  })

  it('has no accessibility violation as a map and as a table', async () => {
    await open('/kort?region=dk&sel=0661')
    await drawnOn(page, ['municipality-fill'])
    await expectAccessible(page)
    await open('/kort?region=dk&view=table')
    await page.getByRole('table').first().waitFor()
    await expectAccessible(page)
  })

  it('asks for each of its answers once, and for its points before its code has come', async () => {
    for (const path of ['/kort', '/kort?region=1082&asOf=2026-12-31']) {
      const asked: string[] = []
      const note = (request: Request) => asked.push(request.url().replace(demo.url, ''))
      // What the page before still asks for as it is left does not count.
      await page.goto('about:blank')
      page.on('request', note)
      await open(path)
      await drawnOn(page, ['municipality-fill'])
      page.off('request', note)
      const answers = asked.filter((one) => /^\/(api|ogc)\/|topojson/.test(one))
      expect(answers.toSorted()).toEqual([...new Set(answers)].toSorted())
      const first = (part: string) => asked.findIndex((one) => one.includes(part))
      expect(first('/clinics/items')).toBeGreaterThan(-1)
      expect(first('/clinics/items')).toBeLessThan(first('maplibre-gl-worker'))
    }
  })

  it('asked nobody but the service, and had nothing to complain about', () => {
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('the time bar', () => {
  it('moves a day with the arrows, says so, and takes the reader back to today', async () => {
    await open('/kort?region=dk')
    const handle = page.getByRole('slider', { name: 'Gældende pr.' })
    await handle.focus()
    await handle.press('ArrowLeft')
    await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await expect.poll(() => page.getByText(/Afgørelser kan ikke gemmes/).isVisible()).toBe(true)
    await page.getByRole('button', { name: 'I dag', exact: true }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toBeNull()
  })

  it('shows capacity in hours before 2024 and in units after', async () => {
    await open('/kort?region=dk&asOf=2023-12-31')
    await expect.poll(() => page.locator('main').innerText()).toContain('t/uge')
    await open('/kort?region=dk&asOf=2024-01-01')
    await expect.poll(() => page.locator('main').innerText()).toContain('enheder')
  })
})
