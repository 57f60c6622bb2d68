import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let page: Page

beforeAll(async () => {
  page = await demo.pageFor('planlaegger-1082')
})

const spoken = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const said = () => page.evaluate(() => document.getElementById('live-region')?.textContent ?? '')
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** Tabs on until what has the focus is called so. */
const tabTo = async (name: RegExp) => {
  for (let steps = 0; steps < 60; steps += 1) {
    const here = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (name.test(here)) return
    await press('Tab')
  }
  throw new Error(`Tab does not reach ${name}`)
}
const saved = async () => {
  await page.getByText(/^Gemt /).waitFor()
}
const capSpoken = async () => Number(/loft (\d+)/.exec(await spoken())?.[1])

describe('the cap laboratory without the mouse', () => {
  it('makes a named scenario, which is marked all the way', async () => {
    await page.goto(`${demo.url}/lofter?region=1082`)
    await page.getByRole('button', { name: 'Nyt scenarie' }).waitFor()
    await tabTo(/^Nyt scenarie$/)
    await press('Enter')
    await page.getByRole('dialog', { name: 'Nyt scenarie' }).waitFor()
    await page.getByLabel('Navn').focus()
    await page.keyboard.type('Proportional 2026')
    await press('Enter')
    await page.waitForURL(/\/lofter\/sc-[a-z0-9]{10}/)
    await page.getByText('Du er i scenariet Proportional 2026. Intet her ændrer registret.').waitFor()
    await page.getByText(/^Tavlen viser regionerne/).waitFor()
    await page.getByRole('grid').waitFor()
    await expectAccessible(page)
  })

  it('opens on the regions, which no proposal is for, and says where one can be made', async () => {
    await tabTo(/^Foreslå fordeling$/)
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Foreslå fordeling' })
    await dialog.getByText(/^Et forslag fordeler en regions loft/).waitFor()
    await dialog.getByRole('button', { name: 'Fordel på planområder' }).waitFor()
    await dialog.getByRole('radio', { name: 'Regioner' }).focus()
    await press('ArrowRight', 'ArrowRight')
    await page.getByText(/^Grupper under 5 personer er skjult/).waitFor()
    await dialog.getByRole('radio', { name: 'Kommuner', checked: true }).waitFor()
  })

  it('takes over a proposal of caps, shown before it holds, as one step', async () => {
    const dialog = page.getByRole('dialog', { name: 'Foreslå fordeling' })
    await dialog.getByRole('button', { name: /^Anvend \d+ ændringer$/ }).waitFor()
    await dialog.getByText('ramme × n / Σn').waitFor()
    const offered = Number(/\d+/.exec((await dialog.getByRole('button', { name: /^Anvend/ }).textContent()) ?? '')?.[0])
    expect(await dialog.getByRole('table').getByRole('row').count()).toBe(offered + 1)
    await expectAccessible(page)
    await tabTo(/^Anvend \d+ ændringer$/)
    await press('Enter')
    await page.getByText(`Proportional 2026: ${offered} lofter ændret fra A`).waitFor()
    await saved()
    await page.getByText(`${offered} af ${offered} slået til`).waitFor()
  })

  it('locks a row, which then takes no number', async () => {
    await page.locator('[data-at="2:1"]').focus()
    const name = /, (.+?): /.exec(await spoken())?.[1]
    await press('ArrowLeft', 'l')
    await expect.poll(said).toBe('1 lås sat')
    await press('ArrowRight')
    await expect.poll(spoken).toMatch(/, låst/)
    const cap = await capSpoken()
    await press('5')
    await expect.poll(said).toBe('Cellen er låst. Lås den op for at rette.')
    await page.locator('.notice', { hasText: 'Cellen er låst' }).waitFor()
    expect(await spoken()).toContain(`${name}`)
    expect(await capSpoken()).toBe(cap)
    await saved()
  })

  it('edits by typing, by steps and by pasting, and lists at once what cannot be pasted', async () => {
    await page.locator('[data-at="1:1"]').focus()
    await press('1', '2', 'Enter')
    await page.locator('[data-at="1:1"]').focus()
    await expect.poll(capSpoken).toBe(12)
    // What is set while another cap is on its way is one step with it.
    await saved()
    await press('+')
    await expect.poll(capSpoken).toBe(13)
    await saved()
    // In its field a minus is a sign, and no step.
    await press('Enter', '-', '5', 'Enter')
    await page.getByText('Skriv et tal fra 0 til 999.').waitFor()
    await press('Escape')
    await expect.poll(capSpoken).toBe(13)
    await page.evaluate(() => {
      const clipboard = new DataTransfer()
      clipboard.setData('text/plain', '3,5\tx\r\n4\t')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
      )
    })
    const alert = page.getByRole('alert')
    await alert.getByText('»3,5« er ikke et helt tal').waitFor()
    await alert.getByText('»x« er ikke et tal').waitFor()
    await alert.getByText('cellen er låst').waitFor()
    expect(await capSpoken()).toBe(13)
    await expectAccessible(page)
  })

  it('shows the group whose cell has the focus, and four figures of it before the rest', async () => {
    await page.locator('[data-at="1:2"]').focus()
    await page.getByRole('heading', { name: /^A mod B, Parkinsons/ }).waitFor()
    const figures = page.getByRole('table', { name: 'Nøgletal' }).locator('tbody tr')
    await expect.poll(() => figures.count()).toBe(4)
    await figures.filter({ hasText: 'Over kendt loft, alle grupper' }).waitFor()
    await page.getByRole('button', { name: 'Flere nøgletal' }).focus()
    await press('Enter')
    expect(await figures.count()).toBe(8)
    await press('Enter')
    await page.locator('[data-at="1:1"]').focus()
    await page.getByRole('heading', { name: /^A mod B, Multipel/ }).waitFor()
  })

  it('undoes and does again, step by step', async () => {
    await page.locator('[data-at="1:1"]').focus()
    await press('Control+z')
    await expect.poll(capSpoken).toBe(12)
    await press('Control+y')
    await expect.poll(capSpoken).toBe(13)
    await press('Control+z', 'Control+z')
    await expect.poll(capSpoken).not.toBe(12)
    await saved()
  })

  it('holds the scenario against the register, cell by cell', async () => {
    await page.getByRole('radio', { name: /^A Registret/ }).focus()
    await press('Space')
    await page.getByText('A: Registret, kan ikke rettes her').waitFor()
    expect(new URL(page.url()).searchParams.get('side')).toBe('a')
    await press('ArrowRight')
    await page.getByText(/lofter ændret fra A$/).waitFor()
  })

  it('marks every map that it is laid over, with the ways back', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.goto(`${demo.url}/kort?region=1082&scenario=${id}`)
    await page.getByText(/^Du ser scenariet Proportional 2026, lagt over registret/).waitFor()
    await page.getByRole('link', { name: 'Vis registret' }).focus()
    await press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.has('scenario')).toBe(false)
    await page.getByText(/^Du ser scenariet/).waitFor({ state: 'detached' })
  })

  it.each(['da', 'en'])('has room on a phone, in %s', async (language) => {
    const phone = await demo.pageFor('planlaegger-1082')
    await phone.addInitScript((spoken) => localStorage.setItem('praksiskort.language', spoken), language)
    await phone.setViewportSize({ width: 360, height: 800 })
    await phone.goto(`${demo.url}/lofter/sc-demo000001?region=1082&kind=municipality`)
    await phone.getByRole('grid').waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    const rows = async (choices: string) => {
      const tops = await phone
        .locator(choices)
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
      return tops.map((top) => tops.filter((other) => other === top).length)
    }
    expect(await rows('.lab-choice > .segmented label')).toEqual([2, 2, 2, 2])
    expect(await rows('.lab-actions > .icon-button')).toEqual([2, 2])
    // Used and cap of a cell on one line; the marks after them on that line or on one of their own.
    await phone.goto(`${demo.url}/lofter/sc-demo000001?region=1082&kind=region`)
    const lines = phone.locator('.lab-cell .cap-line', { has: phone.locator('.lab-change') })
    await lines.first().waitFor()
    const broken = await lines.evaluateAll((all) =>
      all.filter((line) =>
        ['.lab-figure', '.lab-marks'].some((part) => {
          const of = document.createRange()
          of.selectNodeContents(line.querySelector(part) ?? line)
          const boxes = [...of.getClientRects()]
          return boxes.some((box) => box.top >= Math.min(...boxes.map(({ bottom }) => bottom)))
        }),
      ),
    )
    expect(broken).toEqual([])
    await phone.context().close()
  })

  it.each([
    ['{ "format": ', /indholdet er ikke JSON\. Hent scenariet igen/],
    ['{ "name": "x" }', /felter mangler eller kan ikke læses: .*asOf/],
    ['{ "format": "praksiskort-scenario", "version": 9 }', /version 9; .* version 1\. Hent scenariet igen/],
  ])('says of the file %s what is wrong with it, and what to do', async (content, told) => {
    await page.goto(`${demo.url}/lofter?region=1082`)
    await page.getByRole('button', { name: 'Åbn fil' }).click()
    const dialog = page.getByRole('dialog')
    const buffer = Buffer.from(content)
    await dialog
      .getByLabel('Scenariefil (.json)')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer })
    await dialog.getByText(told).waitFor()
    await dialog.getByText('Vælg en fil.').waitFor()
  })

  it('says which change of a file cannot be taken along, what it is about and why', async () => {
    const answer = await page.request.get(`${demo.url}/api/scenarios/sc-demo000001/file`)
    const file = await answer.json()
    const opened = async (changes: readonly object[]) => {
      await page.goto(`${demo.url}/lofter?region=1082`)
      await page.getByRole('button', { name: 'Åbn fil' }).click()
      const buffer = Buffer.from(JSON.stringify({ ...file, changes }))
      await page
        .getByLabel('Scenariefil (.json)')
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer })
    }
    const [first] = file.changes
    const { data } = first.command
    await opened([first, { ...first, change: 'late', command: { type: 'ProposeQuota', data: { ...data, cap: 'x' } } }])
    await page
      .getByRole('listitem')
      .filter({
        hasText: /^Ændring 2: Foreslå loft: .*, Region Midtjylland\. Felter, der ikke kan læses: data\.cap\.$/,
      })
      .waitFor()
    await opened([first, { ...first, change: 'late', on: 'x' }])
    await page.getByText(/mangler eller kan ikke læses: on i ændring 2\./).waitFor()
  })

  it('is a file called by its name and date, and opens from it under a name that is free', async () => {
    const there = 'Lofter 2027 (demonstration)'
    await page.goto(`${demo.url}/lofter/sc-demo000001?region=1082`)
    await page.getByRole('button', { name: 'Mere', exact: true }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hent som fil' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('Lofter-2027-demonstration-2027-01-01.json')
    await page.goto(`${demo.url}/lofter?region=1082`)
    await page.getByRole('button', { name: 'Åbn fil' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Scenariefil (.json)').setInputFiles(await file.path())
    await expect.poll(() => dialog.getByLabel('Navn').inputValue()).toBe(`${there} (2)`)
    await dialog.getByText(`Her er allerede et scenarie, der hedder »${there}«.`).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Opret scenariet' }).click()
    await page.getByText(`Du er i scenariet ${there} (2). Intet her ændrer registret.`).waitFor()
  })

  it('asks for a region before it asks for municipalities', async () => {
    const refused: string[] = []
    page.on('response', (response) => response.status() === 400 && refused.push(response.url()))
    await page.goto(`${demo.url}/lofter/sc-demo000001?region=dk&kind=municipality`)
    await page.getByRole('heading', { name: 'Vælg en region' }).waitFor()
    await page.getByRole('button', { name: 'Foreslå fordeling' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Fordel på sundhedsråd' }).waitFor()
    expect(refused).toEqual([])
  })

  it('says of an unknown scenario that it is not there, and leads to those that are', async () => {
    await page.goto(`${demo.url}/lofter/sc-nosuchone1?region=1082`)
    await page.getByRole('heading', { name: 'Scenariet findes ikke her' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Til listen over scenarier' }).focus()
    await press('Enter')
    await page.getByRole('link', { name: 'Proportional 2026' }).waitFor()
  })

  it('is still there when it is opened again, and nothing of it is on the board of the register', async () => {
    await page.goto(`${demo.url}/lofter?region=1082`)
    await page.getByRole('link', { name: 'Proportional 2026' }).waitFor()
    await page.getByRole('grid', { name: 'Brugt / loft' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Sundhedsreformen: 2026 ved siden af 2027' }).click()
    await page.waitForURL(/\/reform/)
  })
})
