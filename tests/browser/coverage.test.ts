import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawnOn, expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let page: Page

beforeAll(async () => {
  page = await demo.pageFor('planlaegger-1082')
})

/** The area's own figure in the layer panel. */
const total = () => page.locator('.coverage-total')
const share = /^(\d{1,3},\d)\s%$/

describe('coverage of a diagnosis group', () => {
  it('is switched on by keyboard, prepares its travel times, and colours the map in place of capacity', async () => {
    await page.goto(`${demo.url}/kort?region=1082`)
    await drawnOn(page, ['municipality-fill'])
    const layer = page.getByRole('switch', { name: 'Dækning' })
    await layer.focus()
    await page.keyboard.press('Space')
    await total().filter({ hasText: 'højst 30 min.' }).waitFor({ timeout: 60_000 })
    expect(await layer.isChecked()).toBe(true)
    expect(await page.getByRole('switch', { name: 'Kapacitet' }).isChecked()).toBe(false)
    expect(new URL(page.url()).searchParams.get('layers')).toContain('coverage')
    await drawnOn(page, ['municipality-fill'])
    await expectAccessible(page)
  })

  it('reaches no fewer people with a higher limit, and says so in the address', async () => {
    const covered = async () =>
      Number((await total().locator('strong').innerText()).replace(',', '.').replace(/[^\d.]/g, ''))
    const within30 = await covered()
    await page.getByRole('radio', { name: '60', exact: true }).check()
    await total().filter({ hasText: 'højst 60 min.' }).waitFor()
    expect(await covered()).toBeGreaterThanOrEqual(within30)
    expect(new URL(page.url()).searchParams.get('max')).toBe('60')
  })

  it('says the same in the table, lowest first, and names the nearest therapists of a place', async () => {
    await page.keyboard.press('t')
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Dækket' }).getAttribute('aria-sort'))
      .toBe('ascending')
    const first = page.getByRole('row').nth(1)
    const value = await first.getByRole('cell').nth(1).innerText()
    expect(value).toMatch(share)
    const name = await first.getByRole('rowheader').innerText()
    await first.getByRole('button').click()
    await page.keyboard.press('t')
    const inspector = page.getByRole('heading', { name, exact: true })
    await inspector.waitFor()
    await page.locator('.coverage-story .headline').filter({ hasText: 'højst 60 min.' }).waitFor()
    expect(await page.locator('.coverage-story .headline strong').innerText()).toBe(value)
    await expect.poll(() => page.locator('.coverage-story .place-list li').count()).toBe(3)
  })

  it('finds a group by typing, without a pointer, and draws only who counts for it', async () => {
    const field = page.getByRole('combobox', { name: 'Diagnosegruppe' })
    await field.focus()
    await page.keyboard.type('parkin')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('group')).toBe('parkinson')
    await page.getByRole('heading', { name: 'Dækning for Parkinsons sygdom' }).waitFor()
    await page.getByText('Tæller med (areal = personer)').waitFor()
    expect(await page.getByRole('switch', { name: 'Klinikker' }).isChecked()).toBe(false)
  })

  it('tells of the place that is clicked, and of any town that is chosen instead', async () => {
    // On land with no symbol: one of these, however the map is framed.
    for (const [x, y] of [
      [560, 350],
      [600, 300],
      [520, 330],
      [640, 370],
      [580, 420],
    ] as const) {
      await page.locator('.map-canvas').click({ position: { x, y } })
      if (page.url().includes('at=')) break
    }
    await expect.poll(() => page.url()).toMatch(/[?&]at=\d+\.\d+,\d+\.\d+/)
    const place = page.getByRole('combobox', { name: 'Sted' })
    await expect.poll(() => place.locator('option:checked').innerText()).toContain('Valgt punkt')
    const town = await place.locator('option').nth(1).innerText()
    await place.selectOption({ label: town })
    await expect.poll(() => place.locator('option:checked').innerText()).toBe(town)
  })

  it('opens the proof of a figure and closes it by Esc, back on its button', async () => {
    const button = total().locator('.proof-button')
    await button.focus()
    await page.keyboard.press('Enter')
    const proof = page.getByRole('dialog', { name: 'Sådan er tallet regnet' })
    await proof.waitFor()
    for (const word of ['Formel', 'Motor', 'Kilder', 'Dataversion', 'Gældende pr.'])
      await proof.getByText(word, { exact: true }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await proof.waitFor({ state: 'hidden' })
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it('hands the table and the picture out with sources, and says that the register is synthetic', async () => {
    const fetched = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ])
      return await readFile(await file.path())
    }
    const csv = (await fetched('CSV')).toString('utf8')
    const [heading = '', first = ''] = csv.split('\r\n')
    expect(heading).toMatch(/^\uFEFFKommunekode;Kommune;Region;Status;Andel inden for grænsen \(%\);Indbyggere;/)
    expect(heading).toMatch(/;Gældende pr\.;Registreret pr\.;.*;Dataversion;Kilder;Data$/)
    // Rounded as on the screen, with the Danish mark.
    expect(first.split(';')[4]).toMatch(/^\d{1,3},\d$/)
    expect(first).toMatch(/;DEMODATA: syntetisk register, ikke virkelige ydere$/)
    const geojson: unknown = JSON.parse((await fetched('GeoJSON')).toString('utf8'))
    expect(geojson).toMatchObject({ origin: { group: 'parkinson', synthetic: true } })
    const png = await fetched('Billede')
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    // Width and height as the file itself says: the map of the screen, and more above and below it.
    expect(png.readUInt32BE(16)).toBe(1440)
    expect(png.readUInt32BE(20)).toBeGreaterThan(900)
    expect(png.length).toBeGreaterThan(20_000)
  })

  it('is walked by keyboard alone: the time bar, a place by arrows and Enter, its proof, and a file', async () => {
    const handle = page.getByRole('slider').first()
    await handle.focus()
    const was = await handle.getAttribute('aria-valuetext')
    await page.keyboard.press('PageDown')
    await expect.poll(() => handle.getAttribute('aria-valuetext')).not.toBe(was)
    await expect.poll(() => page.url()).toContain('asOf=')
    await page.keyboard.press('End')
    const list = page.locator('.map-list')
    await list.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const story = page.locator('.coverage-story')
    await story.waitFor()
    const button = story.locator('.proof-button').first()
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Sådan er tallet regnet' }).waitFor()
    await page.keyboard.press('Escape')
    const csv = page.getByRole('button', { name: 'CSV', exact: true })
    await csv.focus()
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(file.suggestedFilename()).toMatch(/^daekning-parkinson-\d{4}-\d\d-\d\d\.csv$/)
  })

  it('holds two dates against each other, on the map and in the table, and says what is unchanged', async () => {
    await page.getByRole('textbox', { name: 'Sammenlign med dato' }).fill('1. jan. 2023')
    await expect.poll(() => new URL(page.url()).searchParams.get('compare')).toBe('2023-01-01')
    await page.getByText('orange = dårligere').waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${page.url()}&view=table`)
    await page.getByRole('columnheader', { name: 'Ændring' }).waitFor()
    await page.getByRole('columnheader', { name: 'Før, 1. jan. 2023' }).waitFor()
    await expectAccessible(page)
  })

  it('says the same in English, and on a phone', async () => {
    const phone = await demo.pageFor('planlaegger-1082')
    await phone.setViewportSize({ width: 390, height: 844 })
    await phone.goto(`${demo.url}/kort?region=1082&layers=coverage&group=als&lang=en`)
    await drawnOn(phone, ['municipality-fill'])
    await phone.getByRole('button', { name: 'Show layers' }).click()
    await phone.locator('.coverage-total').filter({ hasText: 'of the inhabitants have at most 30 min.' }).waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await phone.close()
  })
})
