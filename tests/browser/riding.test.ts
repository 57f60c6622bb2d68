import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ridingView } from '#api/views/riding'
import { EffectiveDate } from '#events/time'
import { addDays } from '#service/rules/calendar'
import { capacity, longDate } from '../../web/format.ts'
import type { Riding } from '../../web/pages/riding/agreements.ts'
import { levelAt } from '../../web/pages/riding/steps.ts'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let context: BrowserContext
let page: Page
/** The ledger before anything is asked for. */
let before: Riding
let wanted: EffectiveDate
let nextMonth: EffectiveDate
let growing: Riding['rows'][number]
/** Holders who have enough hours to pay for 4.0 h by their lapse. */
let leaving: readonly Riding['rows'][number][]

const number = '26-0990'

async function ledger(): Promise<Riding> {
  const answer = await context.request.get(`${demo.url}/api/views/riding?region=1082`)
  return ridingView.response.parse(await answer.json())
}

/** First day of the month a number of months after a date's own. */
function monthAfter(date: string, months: number): EffectiveDate {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  return EffectiveDate.parse(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`)
}

/** What the chart says of a day: the arrow keys are pressed until its slider stands there. */
async function readAt(date: EffectiveDate): Promise<string> {
  const slider = page.getByRole('slider', { name: 'Timer pr. uge over tid' })
  await slider.focus()
  await slider.press('Home')
  for (let stop = 0; stop < 60; stop += 1) {
    const said = (await slider.getAttribute('aria-valuetext')) ?? ''
    if (said.startsWith(`${longDate(date, 'da')}: `)) return said
    await slider.press('ArrowRight')
  }
  throw new Error(`The chart has no stop on ${date}`)
}

const hours = (tenths: number) => capacity(tenths, 'hoursTenths', 'da')

beforeAll(async () => {
  context = await demo.contextFor('sekretariat-1082')
  before = await ledger()
  // A month in which the demo itself decides nothing, so that what is seen there is the case alone.
  const changes = before.coming.map(({ on }) => on)
  const free = [4, 5, 6, 7, 8, 9].find((months) => {
    const [from, to] = [monthAfter(before.at.effectiveOn, months), monthAfter(before.at.effectiveOn, months + 1)]
    return !changes.some((on) => on >= addDays(from, -1) && on <= to)
  })
  if (free === undefined) throw new Error('The demo changes every month.')
  wanted = monthAfter(before.at.effectiveOn, free)
  nextMonth = monthAfter(before.at.effectiveOn, free + 1)
  const quiet = before.rows.filter(
    (row) =>
      row.status === 'started' &&
      row.openCases.length === 0 &&
      !before.coming.some(({ agreement }) => agreement === row.agreement),
  )
  const [first, ...others] = quiet
  if (first === undefined) throw new Error('The demo has no riding agreement.')
  growing = first
  leaving = others.filter(({ hoursTenths }) => hoursTenths >= 40)
  page = await context.newPage()
})

describe('B5: a riding application that lifts the region’s total by 4.0 h for one month', () => {
  it('is shown as a breach of the ceiling for exactly that month', async () => {
    await demo.send(context, 'open-case', {
      case: number,
      region: '1082',
      subject: {
        type: 'A10',
        agreement: growing.agreement,
        school: growing.school,
        place: null,
        hoursTenths: growing.hoursTenths + 40,
        reductions: [],
      },
      applicant: 'Ridefysioterapeut (prøve)',
      receivedOn: before.at.effectiveOn,
      wantedFrom: wanted,
    })
    // Another holder stops a month later: too late to pay for the month before.
    await demo.send(context, 'end-riding-agreement', {
      agreement: leaving[0]?.agreement,
      effectiveFrom: nextMonth,
      reason: 'Behandleren er ophørt',
    })
    const level = levelAt((await ledger()).timeline, wanted)

    await page.goto(`${demo.url}/ridefysioterapi?case=${number}`)
    expect(await readAt(wanted)).toContain(
      `${hours(level + 40)} timer, hvis 26/0990 godkendes. Brud: 4,0 t over loftet`,
    )
    expect(await readAt(nextMonth)).not.toContain('Brud')
    await expect.poll(() => page.locator('.breach-words').count()).toBe(1)
    expect(await page.locator('.breach-words').textContent()).toContain('4,0 t over')
    await page.getByText('Vis trinene som tabel').click()
    const broken = page.getByRole('row', { name: /Brud: 4,0 t over loftet/ })
    await expect.poll(() => broken.count()).toBe(1)
    expect(await broken.innerText()).toContain(hours(level + 40))
    expect(await page.locator('.riding-case').innerText()).toContain('4,0 t/uge over loftet')
    await expectAccessible(page)
  })

  it('passes, without a reload, when another holder lapses on the same date', async () => {
    await demo.send(context, 'end-riding-agreement', {
      agreement: leaving[1]?.agreement,
      effectiveFrom: wanted,
      reason: 'Behandleren er ophørt',
    })
    await expect.poll(() => page.locator('.breach-words').count()).toBe(0)
    await expect.poll(() => page.locator('.riding-case').innerText()).toContain('Overholdt')
    expect(await readAt(wanted)).not.toContain('Brud')
  })
})

describe('the riding page', () => {
  it('selects a row from the keyboard, keeps it in the address, and says its area', async () => {
    await page.goto(`${demo.url}/ridefysioterapi`)
    const row = page.getByRole('button', { name: growing.schoolName }).first()
    await row.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).not.toBeNull()
    await expect.poll(() => row.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => page.locator('.area-legend h3').innerText()).toContain(growing.schoolName)
  })

  it('sorts and filters as the address says, and exports what it shows', async () => {
    const { rows } = await ledger()
    const short = rows.filter(({ shortTenths }) => shortTenths > 0)
    await page.goto(`${demo.url}/ridefysioterapi?filter=under-10&sort=school`)
    const table = page.locator('.riding-table')
    await expect.poll(() => table.locator('tbody tr').count()).toBe(short.length)
    expect(await table.locator('th[aria-sort="ascending"]').innerText()).toBe('Rideskole')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Eksportér' }).click(),
    ])
    const stream = await file.createReadStream()
    const text = Buffer.concat(await stream.toArray()).toString('utf8')
    expect(text.trim().split('\r\n')).toHaveLength(short.length + 1)
    expect(text).toContain(short[0]?.schoolName)
  })

  it('is read-only in the past, and says so', async () => {
    await page.goto(`${demo.url}/ridefysioterapi?asOf=2019-05-01`)
    await expect.poll(() => page.getByText(/Afgørelser kan ikke gemmes/).isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('button', { name: 'Ny sag' }).getAttribute('aria-disabled')).toBe('true')
    await expectAccessible(page)
  })
})
