import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let planner: Page
let secretariat: Page
let committee: Page

beforeAll(async () => {
  planner = await demo.pageFor('planlaegger-1082')
  secretariat = await demo.pageFor('sekretariat-1082')
  committee = await demo.pageFor('udvalg-1082')
})

const scenario = 'sc-walk000001'
let number = ''
const cap = (change: string, group: string, of: number, area: object) => ({
  kind: 'add',
  change,
  command: {
    type: 'ProposeQuota',
    data: {
      effectiveFrom: '2027-01-01',
      area,
      target: { kind: 'group', id: group },
      cap: of,
      basis: 'prevalence',
      method: null,
      reason: null,
    },
  },
})

describe('a scenario becomes a proposal, and the proposal caps of the plan', () => {
  it('is handed in from the laboratory, and says so', async () => {
    await planner.goto(demo.url)
    await demo.send(planner, 'create-scenario', { scenario, name: 'Lofter 2027', note: null, asOf: '2027-02-01' })
    const edits = [
      cap('c-1', 'multiple-sclerosis', 37, { kind: 'region', code: '1082' }),
      cap('c-2', 'osteogenesis-imperfecta', 1, { kind: 'municipality', code: '0665' }),
    ]
    await demo.send(planner, 'edit-scenario', { scenario, edits })
    await planner.goto(`${demo.url}/lofter/${scenario}?region=1082`)
    await planner.getByRole('button', { name: 'Indsend som forslag' }).click()
    const dialog = planner.getByRole('dialog', { name: 'Indsend scenariet som forslag' })
    await dialog.getByLabel('Planen, lofterne bliver en del af').fill('Praksisplan 2027')
    await expectAccessible(planner)
    await dialog.getByRole('button', { name: 'Indsend' }).click()
    const banner = planner.getByText(/^Indsendt som sag \d\d\/\d{4}: Regeltjekket\.$/)
    await banner.waitFor()
    // A planner reads no cases, so there is no way to one that would be refused.
    await planner.getByText('Sagen ligger hos sekretariatet og udvalget; hvor langt den er, står her.').waitFor()
    expect(await planner.getByRole('link', { name: /^Åbn sag/ }).count()).toBe(0)
    number = /\d\d\/\d{4}/.exec((await banner.textContent()) ?? '')?.[0] ?? ''
    await expectAccessible(planner)
  })

  it('is a case whose page lists its changes, with what each would meet', async () => {
    await secretariat.goto(`${demo.url}/sager/${number.replace('/', '-')}`)
    await secretariat.getByRole('heading', { name: 'Forslagets ændringer' }).waitFor()
    const rows = secretariat.getByRole('table').filter({ hasText: 'Foreslået' }).getByRole('row')
    await expect.poll(() => rows.count()).toBe(3)
    expect(await rows.nth(1).textContent()).toContain('Kan vedtages nu')
    for (const width of [1280, 390]) {
      await secretariat.setViewportSize({ width, height: 900 })
      const table = secretariat.locator('.proposed-changes .table-scroll')
      expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
      await expectAccessible(secretariat)
    }
    expect(await rows.nth(2).textContent()).toContain('gruppens antal er skjult')
    await expectAccessible(secretariat)
  })

  it('is read by the municipalities that are heard, what touches them first', async () => {
    await secretariat.goto(`${demo.url}/hoeringer/${number.replace('/', '-')}?municipality=0665`)
    const groups = secretariat.getByRole('table').filter({ hasText: 'Foreslået' }).locator('tbody tr')
    await groups.filter({ hasText: 'Berører Lemvig' }).waitFor()
    expect(await groups.count()).toBe(3)
    await secretariat.getByText(/^Ansøgningen ændrer ingen af disse tal for kommunen den 1\.\s*feb\. 2027\.$/).waitFor()
    await expectAccessible(secretariat)
    await secretariat.goto(`${demo.url}/sager`)
    await secretariat.getByText('Forslag fra scenarie: Lofter 2027').first().waitFor()
    await secretariat.goto(`${demo.url}/sager/${number.replace('/', '-')}`)
  })

  it('is granted, and the caps are in but the one that was refused, which both pages tell', async () => {
    const id = number.replace('/', '-')
    await demo.send(secretariat, 'table-case', {
      case: id,
      meetingOn: '2027-03-01',
      reason: 'Kommunerne er hørt om planen.',
    })
    const answer = await committee.request.get(`${demo.url}/api/views/case-file?case=${id}`)
    const { findings, row } = await answer.json()
    const needed = findings.findings.filter(
      ({ outcome, strength }: { outcome: string; strength: string }) =>
        ['breach', 'needs-consultation', 'needs-information'].includes(outcome) &&
        ['binding', 'principle'].includes(strength),
    )
    await demo.send(committee, 'issue-ruling', {
      committee: row.region,
      case: id,
      outcome: 'granted',
      reasons: 'Lofterne vedtages.',
      conditions: [],
      derogations: needed.map(({ rule }: { rule: string }) => ({ rule, reason: 'Udvalget fraviger.' })),
      effectiveFrom: row.wantedFrom,
      participants: { regional: 2, municipal: 2, physiotherapists: 4 },
      agreed: true,
      docketRevision: findings.docketRevision,
    })
    await secretariat.reload()
    const rows = secretariat.getByRole('table').filter({ hasText: 'Foreslået' }).getByRole('row')
    await rows.nth(1).getByText('Vedtaget', { exact: true }).waitFor()
    expect(await rows.nth(2).textContent()).toContain('Ikke vedtaget: Loftet kan ikke vedtages')
    await planner.goto(`${demo.url}/lofter/${scenario}?region=1082`)
    await planner.getByText('1 ændring kunne ikke vedtages:').waitFor()
    await planner.locator('.caps-map-frame .map-canvas[data-drawn]').first().waitFor({ state: 'attached' })
    await expectAccessible(planner)

    const caps = await planner.request.get(`${demo.url}/api/views/caps?region=1082&kind=region&asOf=2027-03-01`)
    const { areas } = await caps.json()
    const cell = areas[0].cells.find(({ group }: { group: string }) => group === 'multiple-sclerosis')
    expect(cell.quota).toMatchObject({ cap: 37, status: 'adopted', planRef: 'Praksisplan 2027' })
    await planner.goto(`${demo.url}/lofter?region=1082&asOf=2027-03-01`)
    await planner.getByText('Forslag, hvor intet loft er vedtaget').waitFor()
    const adopted = /^Multipel sclerose, Region Midtjylland: \d+ dokumenteret, vedtaget loft 37, /
    await planner.getByRole('button', { name: adopted }).click()
    await planner.getByText('Loftet er vedtaget efter Praksisplan 2027 og går før det, formlen giver.').waitFor()
    await expectAccessible(planner)
  })
})
