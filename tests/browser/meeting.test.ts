import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'
import { pressKeyOn, tabTo } from './keys.ts'

const demo = openDemo()
let page: Page
let today: string

beforeAll(async () => {
  page = await demo.pageFor('sekretariat-1082')
  const session: unknown = await (await page.request.get(`${demo.url}/api/session`)).json()
  today = String(Object(session).today)
})

const press = (name: string | RegExp, within: Page | Locator = page) => pressKeyOn(within, name)
const sheet = () => page.locator('dialog[open]')
const closed = () => expect.poll(() => sheet().count()).toBe(0)

describe('a meeting without a mouse', () => {
  it('is called for a case that was tabled', async () => {
    await page.goto(`${demo.url}/sager/26-0107`)
    await press('Sæt på møde')
    await tabTo(sheet().getByRole('textbox', { name: 'Mødedato' }))
    await page.keyboard.type(today)
    await tabTo(sheet().getByRole('textbox', { name: /Begrundelse/ }))
    await page.keyboard.type('Klar til mødet')
    await press('Sæt på møde', sheet())
    await closed()
    await page
      .getByText(/^På mødet/)
      .first()
      .waitFor()
    // A second case on the same day, to turn to.
    await demo.send(page, 'table-case', { case: '26-0132', meetingOn: today, reason: 'Klar' })

    await tabTo(page.getByRole('link', { name: 'Møder' }).first())
    await page.keyboard.press('Enter')
    await page.waitForURL(/moeder$/)
    await press(/^Indkald til \d/)
    await tabTo(sheet().getByRole('textbox', { name: /Klokken/ }))
    await page.keyboard.type('13:00')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`moeder/1082/${today}`))

    await page.locator('#item-title', { hasText: '26/0107' }).waitFor()
    await page.keyboard.press('n')
    await page.locator('#item-title', { hasText: '26/0132' }).waitFor()
    await page.keyboard.press('p')
    await page.locator('#item-title', { hasText: '26/0107' }).waitFor()
  })

  it('tells who is there, and who is partial', async () => {
    await press('Notér fremmøde')
    // Nobody is there unsaid: it cannot be noted before every seat is told of.
    expect(await sheet().getByRole('radio', { checked: true }).count()).toBe(0)
    await sheet().getByText('8 pladser er ikke noteret').waitFor()
    await press('Alle til stede', sheet())
    await tabTo(
      sheet().getByRole('group', { name: 'Regionen, plads 2' }).getByRole('radio', { name: 'Til stede', exact: true }),
    )
    await page.keyboard.press('ArrowRight')
    await expectAccessible(page)
    await press('Registrér', sheet())
    await closed()
    await press('Notér inhabilitet')
    await tabTo(sheet().getByRole('radio').first())
    await page.keyboard.press('Space')
    for (let seat = 0; seat < 6; seat += 1) await page.keyboard.press('ArrowDown')
    await tabTo(sheet().getByRole('textbox', { name: /Grund/ }))
    await page.keyboard.type('Ejer en klinik i byen')
    await press('Registrér', sheet())
    await closed()
    await page.getByText('I sagen deltager 1 fra regionen, 2 fra kommunerne og 3 fysioterapeuter.').waitFor()
    await expectAccessible(page)
  })

  it('decides with those who take part', async () => {
    const decision = page.locator('.decision-panel')
    await tabTo(decision.getByRole('radio', { name: 'Godkend', exact: true }))
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await tabTo(decision.getByRole('textbox', { name: 'Begrundelse' }))
    await page.keyboard.type('Der er ikke grundlag for flytningen.')
    // What the reasons still have to speak of is named beside the button.
    const left = await decision.locator('.obstacles').allTextContents()
    for (const token of left.join(' ').match(/\b(?:R-|K)\d+\b/g) ?? [])
      await page.keyboard.type(` ${token} er vejet med.`)
    await press('Registrér afgørelse', decision)
    await press('Ja, registrér afgørelsen', sheet())
    await page.getByRole('heading', { name: /^Afgørelse \d{4}-\d{4}/ }).waitFor()
    await page.getByText('Til stede: 1 regionale, 2 kommunale, 3 fysioterapeuter').waitFor()

    await page.keyboard.press('n')
    await page.locator('#item-title', { hasText: '26/0132' }).waitFor()
    const keys = page.getByText('Tasterne P og N bladrer mellem sagerne.')
    expect(await keys.isVisible()).toBe(true)
    const wide = page.viewportSize() ?? { width: 1440, height: 900 }
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => keys.isVisible()).toBe(false)
    await page.setViewportSize(wide)
    await press('Udsæt')
    await page.keyboard.type('Mangler svar')
    await press('Udsæt', sheet())
    await page.getByRole('heading', { name: 'Udsat' }).waitFor()
  })

  it('is minuted', async () => {
    for (const number of ['26/0132', '26/0107']) {
      const minutes = page.getByRole('region', { name: `Referat af sag ${number}` })
      await tabTo(minutes.getByRole('textbox'))
      await page.keyboard.type(`Sag ${number} blev drøftet.`)
      await press('Gem referat', minutes)
      await expect.poll(() => minutes.locator('.panel-aside').textContent()).toContain('Gemt')
      await tabTo(
        page
          .locator('.agenda')
          .getByRole('button', { name: /26\/0107/ })
          .first(),
      )
      await page.keyboard.press('Enter')
    }
    await press('Godkend referat')
    await tabTo(sheet().getByRole('radio').first())
    await page.keyboard.press('Space')
    await press('Godkend referat', sheet())
    await closed()
    await expect.poll(() => page.locator('.case-sub').first().textContent()).toContain('Referat godkendt')
    expect(await page.getByRole('textbox', { name: /^Referat/ }).count()).toBe(0)
  })

  it.each(['/moeder', '/sager/tavle', '/sager/frister', '/moeder?lang=en'])('%s, for axe', async (path) => {
    await page.goto(`${demo.url}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
  })
})
