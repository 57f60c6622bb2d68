import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { EffectiveDate } from '#events/time'
import { addDays } from '#service/rules/calendar'
import { expectAccessible } from './browser.ts'
import { openDemo } from './demo.ts'

const demo = openDemo()
let municipality: Page
let secretariat: Page

beforeAll(async () => {
  municipality = await demo.pageFor('kommune-0746')
  secretariat = await demo.pageFor('sekretariat-1082')
})

/** Demo case that waits for Skanderborg's answer. */
const id = '26-0110'
const hearing = { case: id, municipality: '0746', round: 1 }
const letter = {
  name: 'Notat om parkering.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n% notat\n'),
}

describe('a hearing between a municipality and the secretariat', () => {
  it('says first whether and until when the municipality may object', async () => {
    await municipality.goto(`${demo.url}/hoeringer/${id}?municipality=0746`)
    const first = municipality.locator('.hearing-head p').first()
    await expect.poll(() => first.textContent()).toMatch(/Kommunen kan gøre indsigelse til og med|Fristen var/)
    await expectAccessible(municipality)
  })

  it('more time is asked for, seen on the case at once, and given', async () => {
    await secretariat.goto(`${demo.url}/sager/${id}`)
    await secretariat.getByRole('heading', { name: 'Høring', exact: true }).waitFor()
    await municipality.getByRole('button', { name: 'Bed om forlænget frist' }).click()
    const sheet = municipality.getByRole('dialog')
    await sheet.getByLabel('Begrundelse').fill('Udvalget mødes først i næste måned.')
    await sheet.getByRole('button', { name: 'Bed om forlænget frist' }).click()
    await municipality.getByText('Sekretariatet har ikke svaret endnu.').waitFor()
    await secretariat.locator('.hearing-asked', { hasText: 'Udvalget mødes først i næste måned.' }).waitFor()
    await expectAccessible(secretariat)
    await secretariat.getByRole('button', { name: 'Forlæng som ønsket' }).click()
    await municipality.getByText('Sekretariatet har ikke svaret endnu.').waitFor({ state: 'detached' })
  })

  it('an answer left half-way is found again with its file, and then sent; the secretariat reads both', async () => {
    await municipality.getByRole('radio', { name: 'Er imod' }).check()
    await municipality.getByRole('checkbox', { name: 'Rejsetid' }).check()
    await municipality.getByRole('textbox', { name: 'Begrundelse' }).fill('Se notatet om parkering.')
    await municipality.locator('input[type=file]').setInputFiles(letter)
    await municipality.locator('.reply-file', { hasText: letter.name }).waitFor()
    const program = { ...letter, name: 'program.pdf', buffer: Buffer.from('MZ') }
    const large = { ...letter, name: 'stor.pdf', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-') }
    const second = { ...letter, name: 'Kort.pdf' }
    await municipality.locator('input[type=file]').setInputFiles([program, large, second])
    await municipality.getByText('Filen program.pdf er ikke af en type, der tages imod.').waitFor()
    await municipality.getByText('Filen stor.pdf er for stor. En fil må fylde højst 10 MB.').waitFor()
    // What was refused takes nothing else with it.
    await municipality.getByRole('button', { name: 'Fjern Kort.pdf' }).click()
    await municipality.reload()
    await expect.poll(() => municipality.getByRole('radio', { name: 'Er imod' }).isChecked()).toBe(true)
    expect(await municipality.getByRole('checkbox', { name: 'Rejsetid' }).isChecked()).toBe(true)
    expect(await municipality.getByRole('textbox', { name: 'Begrundelse' }).inputValue()).toBe(
      'Se notatet om parkering.',
    )
    await municipality.locator('.reply-file', { hasText: letter.name }).waitFor()
    await expectAccessible(municipality)
    await municipality.getByRole('button', { name: 'Send høringssvar' }).click()
    await Promise.all([
      municipality.locator('#content').getByText('Svaret er sendt.').waitFor(),
      municipality.getByRole('link', { name: letter.name }).waitFor(),
    ])
    const row = secretariat.locator('.hearing-row', { hasText: 'Skanderborg' })
    await row.getByRole('button', { name: 'Se svaret' }).click()
    const link = secretariat.getByRole('dialog').getByRole('link', { name: letter.name })
    await link.waitFor()
    const [download] = await Promise.all([secretariat.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe(letter.name)
    await secretariat.keyboard.press('Escape')
  })

  it('everybody has answered, and may still change the answer: said when the case is tabled, and when it is ruled on', async () => {
    const still = /^Høringen lukker først .+Skanderborg \(til og med /
    await secretariat.getByRole('button', { name: 'Sæt på møde' }).click()
    await secretariat.getByRole('dialog').getByText(still).waitFor()
    await secretariat.keyboard.press('Escape')
    const committee = await demo.pageFor('udvalg-1082')
    await committee.goto(`${demo.url}/sager/${id}`)
    await committee.locator('.decision-panel').getByText(still).waitFor()
    await expectAccessible(committee)
  })

  it('a scenario of the municipality’s own is shown beside what the applicant asks for', async () => {
    const scenario = 'sc-walk000746'
    await demo.send(municipality, 'create-scenario', { scenario, name: 'Vores bud', note: null, asOf: '2027-02-01' })
    const command = {
      type: 'ProposeQuota',
      data: {
        effectiveFrom: '2027-01-01',
        area: { kind: 'municipality', code: '0746' },
        target: { kind: 'group', id: 'multiple-sclerosis' },
        cap: 3,
        basis: 'prevalence',
        method: null,
        reason: null,
      },
    }
    await demo.send(municipality, 'edit-scenario', { scenario, edits: [{ kind: 'add', change: 'c-1', command }] })
    await municipality.reload()
    await municipality.getByRole('button', { name: 'Nyt svar' }).click()
    // It starts from the answer that it replaces, and is nothing to send before something is changed.
    await municipality.getByText(/^Formularen begynder med jeres svar af /).waitFor()
    expect(await municipality.getByRole('radio', { name: 'Er imod' }).isChecked()).toBe(true)
    const reason = municipality.getByRole('textbox', { name: 'Begrundelse' })
    expect(await reason.inputValue()).toBe('Se notatet om parkering.')
    await municipality.getByText(/^Intet er ændret siden jeres svar af /).waitFor()
    await municipality.getByLabel('Modforslag').selectOption({ label: 'Vores bud' })
    await municipality.getByRole('radio', { name: 'Støtter på betingelser' }).check()
    await reason.fill('Vi foreslår et loft.')
    await municipality.getByRole('button', { name: 'Send nyt svar' }).click()
    await municipality.getByText('Modforslag: Vores bud').waitFor()
    // The first answer stays, and says that it was replaced.
    await municipality.getByText('erstattet').waitFor()
    await secretariat.getByRole('heading', { name: /^Modforslag fra / }).waitFor({ timeout: 30_000 })
    await expectAccessible(secretariat)
  })

  it('a correction makes a new round: the old one says so and takes no answer', async () => {
    const { subject } = await (await secretariat.request.get(`${demo.url}/api/views/case-file?case=${id}`)).json()
    const correction = { field: 'subject', old: subject, new: { ...subject } }
    const relocated = { field: 'accessibility', old: subject.accessibility, new: 'Niveaufri adgang fra gården.' }
    const asked = subject.type === 'A3' ? relocated : correction
    await demo.send(secretariat, 'correct-case-information', {
      case: id,
      correction: asked,
      reason: 'Oplyst af ansøgeren',
    })
    await municipality.getByText('Ansøgningen er rettet, siden runde 1 blev sendt.').first().waitFor()
    await secretariat.getByText('Tidligere runde').waitFor()
    const refused = await demo.post(municipality, 'answer-consultation', {
      ...hearing,
      position: 'support',
      text: '',
      cameBy: 'portal',
    })
    expect(await refused.json()).toMatchObject({ status: 409, code: 'consultation.oldVersion' })
    const items = ['Plan over adgangen']
    const { today } = await (await secretariat.request.get(`${demo.url}/api/session`)).json()
    const dueOn = addDays(EffectiveDate.parse(today), 14)
    await demo.send(secretariat, 'request-information', { case: id, items, dueOn })
    await secretariat.locator('.missing').getByText('Plan over adgangen').waitFor()
    await secretariat.getByRole('button', { name: 'Send høring til alle 2' }).click()
    const confirm = secretariat.getByRole('dialog')
    await confirm.getByText(/^Sidste dag for svar er \d/).waitFor()
    await confirm.getByText(/^Skanderborg, brev til .+@/).waitFor()
    await confirm.getByText('Ansøgeren mangler stadig at oplyse: Plan over adgangen.').waitFor()
    await confirm.getByRole('button', { name: 'Fortryd' }).click()
    await demo.send(secretariat, 'supply-information', { case: id, items })
    await demo.send(secretariat, 'send-consultation', { ...hearing, round: 2, questions: '' })
    // Without a round in the address the newest is shown; the old one leads to it.
    await municipality.getByText('Kommunen kan gøre indsigelse til og med').waitFor()
    await municipality.goto(`${demo.url}/hoeringer/${id}?municipality=0746&round=1`)
    await municipality.getByRole('link', { name: 'Gå til runde 2' }).click()
    await municipality.getByText('Kommunen kan gøre indsigelse til og med').waitFor()
  })

  it('a letter that could not be delivered is told in the outbox, and goes once the address is there', async () => {
    await secretariat.goto(`${demo.url}/udbakke?state=failed`)
    await secretariat.getByText('har ingen mailadresse i kontaktlisten').first().waitFor()
    await secretariat.getByRole('button', { name: 'Vis brevet Høring til Hedensted' }).first().click()
    const opened = secretariat.getByRole('dialog')
    await opened.getByText(/^Høring i sag 26\/\d+, svarfrist /).waitFor()
    await opened.getByText(/Kommunen kan gøre indsigelse eller give andre bemærkninger til og med/).waitFor()
    await expectAccessible(secretariat)
    await secretariat.keyboard.press('Escape')
    const entry = { department: 'health', name: null, locationNumber: null, phone: null, phoneHours: null }
    const contact = { ...entry, municipality: '0766', mail: 'sundhed@kommune.example', effectiveFrom: '2026-01-01' }
    await demo.send(secretariat, 'set-contact-entry', contact)
    await secretariat
      .getByRole('button', { name: /Send igen.*Hedensted/ })
      .first()
      .click()
    await secretariat.goto(`${demo.url}/udbakke`)
    await secretariat.getByText('sundhed@kommune.example').first().waitFor()
  })
})
