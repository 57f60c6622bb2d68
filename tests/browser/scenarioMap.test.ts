import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawnOn, expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let page: Page

const scenario = 'sc-mouse00001'

beforeAll(async () => {
  page = await demo.pageFor('planlaegger-1082')
  await demo.send(page, 'create-scenario', { scenario, name: 'Med musen', note: null, asOf: '2026-07-01' })
  await page.goto(`${demo.url}/lofter/${scenario}?region=1082`)
})

interface Change {
  readonly command: { readonly type: string; readonly data: Record<string, unknown> }
  readonly problems: readonly { readonly severity: string }[]
}

const changes = async (): Promise<readonly Change[]> => {
  const answer = await page.request.get(`${demo.url}/api/views/scenario?scenario=${scenario}`)
  return (await answer.json()).changes
}
const commands = async () => (await changes()).map(({ command }) => command.type)
const refused = async () => (await changes()).filter(({ problems }) => problems.some((one) => one.severity === 'error'))
const boxOf = async (selector: string) => {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`${selector} is not on the screen`)
  return box
}

describe('a scenario changes its map with the mouse', () => {
  it('moves a clinic that is dragged to another place', async () => {
    await page.getByRole('combobox', { name: 'Find klinik' }).fill('Herning')
    await page.locator('.places-tools .pick-item').first().click()
    const handle = page.locator('.place-handle')
    await handle.scrollIntoViewIfNeeded()
    const where = await page.getByLabel('Breddegrad').inputValue()
    // The map says what it has drawn when it has come to rest under the handle.
    const resting = page.locator('.places-map-frame .map-canvas')
    await expect.poll(() => resting.getAttribute('data-drawn')).toBeTruthy()
    await handle.hover()
    const { x, y } = await boxOf('.place-handle')
    await page.mouse.move(x + 11, y + 11)
    await page.mouse.down()
    await page.mouse.move(x + 60, y - 20, { steps: 5 })
    await page.mouse.move(x + 90, y - 40, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => page.getByLabel('Breddegrad').inputValue()).not.toBe(where)
    await page.getByRole('button', { name: 'Flyt', exact: true }).click()
    await expect.poll(commands).toEqual(['MovePracticeAddress'])
    expect(await refused()).toEqual([])
    await expectAccessible(page)
  })

  it('draws a planning area corner by corner, and saves it with its name', async () => {
    await page.getByRole('button', { name: 'Tegn planområde' }).click()
    await page
      .locator('.places-side label')
      .filter({ hasText: /^Linje$/ })
      .click()
    const canvas = page.locator('.places-map-frame canvas.maplibregl-canvas')
    await expect.poll(() => canvas.evaluate((element) => element.style.cursor)).toBe('crosshair')
    await page.locator('.places-map-frame').scrollIntoViewIfNeeded()
    const frame = await boxOf('.places-map-frame')
    const corners = [
      [0.2, 0.5],
      [0.4, 0.45],
      [0.42, 0.75],
      [0.22, 0.72],
      [0.2, 0.5],
    ] as const
    for (const [across, down] of corners) {
      await page.mouse.move(frame.x + frame.width * across, frame.y + frame.height * down)
      await page.mouse.click(frame.x + frame.width * across, frame.y + frame.height * down)
    }
    await page.getByText(/^Området er hele kommuner.* indbyggere, .* fysioterapeuter/).waitFor()
    await page.getByLabel('Områdets navn').fill('Midt')
    await page.getByRole('button', { name: 'Gem området' }).click()
    await expect.poll(commands).toEqual(['MovePracticeAddress', 'DrawPlanningArea'])
    expect(await refused()).toEqual([])
  })

  it('places three specialists where they do most, in one step', async () => {
    await page.getByRole('button', { name: 'Placér specialister' }).click()
    const dialog = page.getByRole('dialog', { name: 'Placér specialister' })
    await dialog.getByLabel('Antal nye specialister').fill('3')
    // The farthest off are as far with several choices: another one is named.
    await dialog.getByText('Kortest rejse for den fjerneste', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Find steder' }).click()
    await dialog.getByText(/Lige så godt: \S+.* · \S+.* · \S+/).waitFor({ timeout: 100_000 })
    await dialog.getByText('Kortest rejse i gennemsnit', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Find steder' }).click()
    const take = dialog.getByRole('button', { name: /^Anvend/ })
    await take.waitFor({ timeout: 100_000 })
    await expectAccessible(page)
    await take.click()
    const placed = async () => (await commands()).filter((type) => type === 'DocumentCompetence').length
    await expect.poll(placed).toBe(3)
    expect(await refused()).toEqual([])
    // What was made up is an argument: the sheet says that it cannot be ruled on, and lists it.
    await page.getByRole('button', { name: 'Indsend som forslag' }).click()
    const sheet = page.getByRole('dialog', { name: 'Indsend scenariet som forslag' })
    await sheet.getByText(/^Opdigtet i scenariet: /).waitFor()
    expect(await sheet.getByRole('listitem').filter({ hasText: 'Dokumentér kompetence' }).count()).toBe(3)
    await expectAccessible(page)
    await sheet.getByRole('button', { name: 'Fortryd' }).click()
    await page.getByRole('button', { name: /^Fortryd \(Ctrl/ }).click()
    await expect.poll(commands).toEqual(['MovePracticeAddress', 'DrawPlanningArea'])
  })
})

describe('a clinic that stops or closes in a scenario', () => {
  it.each([
    ['Tager ingen nye patienter', 'StateClinicIntake', /tager ingen nye patienter i scenariet/],
    ['Luk klinikken', 'CloseClinic', /er lukket i scenariet/],
  ])('says so with the way back, on a phone too: %s', async (button, command, told) => {
    const before = await commands()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('combobox', { name: 'Find klinik' }).fill('Holstebro')
    await page.locator('.places-tools .pick-item').first().click()
    await page.getByRole('button', { name: button }).click()
    const notice = page.locator('.notice', { hasText: told })
    await notice.waitFor()
    await expect.poll(commands).toEqual([...before, command])
    const [{ y, height }, navigation] = [await boxOf('.notice'), await boxOf('.bottom-nav')]
    expect(y + height).toBeLessThan(navigation.y)
    await notice.getByRole('button', { name: 'Fortryd' }).click()
    await expect.poll(commands).toEqual(before)
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

describe('a scenario after the reform', () => {
  it('draws the regions of its own date on every map, and not those of today', async () => {
    const after = 'sc-mouse02027'
    await demo.send(page, 'create-scenario', {
      scenario: after,
      name: 'Efter reformen',
      note: null,
      asOf: '2027-01-01',
    })
    const data = {
      ...{ effectiveFrom: '2027-01-01', target: { kind: 'group', id: 'parkinson' }, cap: 90 },
      ...{ area: { kind: 'region', code: 'ost' }, basis: 'prevalence', method: null, reason: null },
    }
    const edits = [{ kind: 'add', change: 'ost', command: { type: 'ProposeQuota', data }, comment: null }]
    await demo.send(page, 'edit-scenario', { scenario: after, edits })
    await page.goto(`${demo.url}/lofter/${after}?region=dk`)
    await page.locator('.lab-changes').getByText('Parkinsons sygdom, Region Østdanmark: loft 90').waitFor()
    expect((await drawnOn(page, ['region-names']))['region-names']).toBe(4)
    await page.getByRole('button', { name: 'Placér specialister' }).click()
    const siting = page.getByRole('dialog', { name: 'Placér specialister' }).locator('.map-canvas')
    await expect.poll(() => siting.getAttribute('data-drawn'), { timeout: 45_000 }).toContain('region-names:4')
  })
})
