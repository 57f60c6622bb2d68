import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Scope } from '#api/policy'
import type { MunicipalityCode } from '#events/identifiers'
import { letterWriter } from '#service/outbox/addressing'
import { type Delivery, folderDelivery, smtpDelivery } from '#service/outbox/delivery'
import { type Postman, startPostman } from '#service/outbox/postman'
import { answers } from '#service/queries/catalogue'
import { on } from '../given.ts'
import { openCase, type Running, register, running, supports } from './running.ts'

const publicUrl = 'https://praksiskort.example'
let service: Running
let hearing: { case: ReturnType<typeof openCase>['data']['case']; municipality: MunicipalityCode; round: number }
const ends: (() => Promise<unknown> | unknown)[] = []

beforeEach(async () => {
  service = await running('2026-11-30')
  await register(service)
  await service.send(openCase({ id: '26-0001' }))
  await service.settled()
  const { file } = await service.caseState('26-0001')
  const [municipality] = file.involved
  if (municipality === undefined) throw new Error('nobody is involved')
  hearing = { case: file.case, municipality, round: 1 }
})
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
  await service.stop()
})

/** A real mail server that answers the recipient with the next of the given codes, and then takes everything. */
async function mailServer(...codes: readonly number[]) {
  const left = [...codes]
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      const responseCode = left.shift()
      done(responseCode === undefined ? null : Object.assign(new Error('no'), { responseCode }))
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => new Promise<void>((resolve) => server.close(resolve)))
  // A server that listens on a port has an address of this shape.
  const { port } = server.server.address() as AddressInfo
  const delivery = smtpDelivery({ url: `smtp://127.0.0.1:${port}`, from: 'samarbejdsudvalg@region.example' })
  ends.push(() => delivery.close())
  return { mails, delivery }
}

/** The outbox as a started service has it. */
function post(delivery: Delivery): Postman & { stop(): Promise<void> } {
  const { store, handle, clock, geography } = service
  const end = new AbortController()
  const write = letterWriter({ store, clock, geography, publicUrl })
  const onError = (error: unknown) => {
    throw error
  }
  const postman = startPostman({ store, handle, clock, delivery: () => delivery, write, onError, signal: end.signal })
  const stop = async () => {
    end.abort()
    await postman.stopped
  }
  ends.push(stop)
  return { ...postman, stop }
}

async function sendHearing() {
  await service.send({ type: 'SendConsultation', data: { ...hearing, questions: 'Er der parkering?' } })
}

async function giveAddress() {
  const entry = { department: 'health', name: null, locationNumber: null, phone: null, phoneHours: null } as const
  const mail = 'sundhed@kommune.example'
  const { municipality } = hearing
  await service.send({
    type: 'SetContactEntry',
    data: { municipality, ...entry, mail, effectiveFrom: on('2026-01-01') },
  })
}

const office: Scope = { role: 'secretariat', reach: 'region', organisation: '1082', regions: ['1082'] }

/** Letters and the hearing as the secretariat sees them once everything is done. */
async function seen(postman: Postman) {
  await service.settled()
  await postman.settled()
  await service.settled()
  const { views, world } = service
  const at = { effectiveOn: world().today, recordedAt: 'now' as const }
  const asked = { ...world(), publicUrl }
  const { rows, counts } = answers.outbox(views, at, office, { state: 'all' }, asked)
  const [row] = answers.consultations(views, at, office, {}, world()).rows
  return { rows, counts, row }
}

describe('a letter about a hearing', () => {
  test('goes by mail to the municipality’s health department, and says first whether and until when to object', async () => {
    const { mails, delivery } = await mailServer()
    await giveAddress()
    const postman = post(delivery)
    await sendHearing()
    const { rows, counts, row } = await seen(postman)
    expect(rows).toMatchObject([{ kind: 'consultation', state: 'sent', to: 'sundhed@kommune.example', by: 'smtp' }])
    expect(counts).toEqual({ queued: 0, sent: 1, failed: 0, unsure: 0 })
    expect(row).toMatchObject({ state: 'sent', delivery: { state: 'sent', reason: null } })
    expect(mails).toHaveLength(1)
    const [mail = ''] = mails
    expect(mail).toContain('To: sundhed@kommune.example')
    expect(mail).toContain('Message-ID: <')
    const text = decoded(mail)
    const may = text.indexOf('indsigelse')
    expect(may).toBeGreaterThan(-1)
    expect(may).toBeLessThan(text.indexOf('Sag 26/0001 er sendt i høring'))
    expect(text).toContain('21. dec. 2026')
    expect(text).toContain('https://praksiskort.example/hoeringer/26-0001?municipality=0661&round=1')
    expect(text).toContain('Er der parkering?')
    // The outbox shows what was mailed, word for word.
    expect(text.replaceAll('\r\n', '\n')).toContain(rows[0]?.letter?.text.trim() ?? 'no letter')
  })

  test('without an address is told at once, and goes when the secretariat asks again after the address is there', async () => {
    const { mails, delivery } = await mailServer()
    const postman = post(delivery)
    await sendHearing()
    const before = await seen(postman)
    expect(before.rows).toMatchObject([{ state: 'failed', reason: 'no-address', to: null, attempts: 1 }])
    expect(before.row).toMatchObject({ state: 'delivery-failed', delivery: { state: 'failed', reason: 'no-address' } })
    await giveAddress()
    const [letter] = before.rows
    if (letter === undefined) throw new Error('no letter')
    await service.send({ type: 'ResendMessage', data: { message: letter.message, case: hearing.case } })
    const after = await seen(postman)
    expect(after.rows).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect(after.row?.state).toBe('sent')
    expect(mails).toHaveLength(1)
  })

  test('that the server cannot take now waits through a restart, and is tried again when its time has come', async () => {
    const { mails, delivery } = await mailServer(451)
    await giveAddress()
    const first = post(delivery)
    await sendHearing()
    const { rows } = await seen(first)
    expect(rows).toMatchObject([{ state: 'queued', reason: 'unreachable', attempts: 1 }])
    expect(rows[0]?.again).not.toBeNull()
    await first.stop()
    const second = post(delivery)
    expect((await seen(second)).rows).toMatchObject([{ state: 'queued', attempts: 1 }])
    expect(mails).toHaveLength(0)
    service.setToday('2026-12-01')
    await second.tick(on('2026-12-01'))
    expect((await seen(second)).rows).toMatchObject([{ state: 'sent', attempts: 2, reason: null }])
    expect(mails).toHaveLength(1)
    await second.stop()
    // A third start finds nothing left to do.
    expect((await seen(post(delivery))).rows).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect(mails).toHaveLength(1)
  })

  test('that was handed to the server when the service ended is perhaps sent: a person chooses whether it goes again', async () => {
    const { mails, delivery } = await mailServer()
    await giveAddress()
    const ended = new Promise<never>(() => undefined)
    const dying: Delivery = {
      ...delivery,
      async deliver(letter) {
        await delivery.deliver(letter)
        return await ended
      },
    }
    post(dying)
    await sendHearing()
    await vi.waitFor(() => expect(mails).toHaveLength(1))
    const next = post(delivery)
    const before = await seen(next)
    expect(before.rows).toMatchObject([{ state: 'unsure', to: 'sundhed@kommune.example', attempts: 1, again: null }])
    expect(before.counts).toEqual({ queued: 0, sent: 0, failed: 0, unsure: 1 })
    expect(before.row).toMatchObject({ state: 'sent', delivery: { state: 'unsure' } })
    service.setToday('2026-12-01')
    await next.tick(on('2026-12-01'))
    expect(mails).toHaveLength(1)
    const [letter] = before.rows
    if (letter === undefined) throw new Error('no letter')
    await service.send({ type: 'ResendMessage', data: { message: letter.message, case: hearing.case } })
    expect((await seen(next)).rows).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect(mails).toHaveLength(2)
    // The receiver can tell that it is one letter.
    expect(new Set(mails.map((mail) => /^Message-ID: (.+)$/m.exec(mail)?.[1])).size).toBe(1)
  })

  test('is given up when the server says no for good, or nobody answers after the last pause', async () => {
    const { delivery } = await mailServer(550)
    await giveAddress()
    const postman = post(delivery)
    await sendHearing()
    expect((await seen(postman)).rows).toMatchObject([{ state: 'failed', reason: 'rejected', attempts: 1 }])
    await postman.stop()
    const closed = smtpDelivery({ url: 'smtp://127.0.0.1:9', from: 'a@region.example' })
    ends.push(() => closed.close())
    const [letter] = (await seen(postman)).rows
    if (letter === undefined) throw new Error('no letter')
    const unanswered = post(closed)
    await service.send({ type: 'ResendMessage', data: { message: letter.message, case: hearing.case } })
    for (let day = 1; day <= 5; day += 1) {
      await seen(unanswered)
      service.setToday(`2026-12-0${day}`)
      await unanswered.tick(on(`2026-12-0${day}`))
    }
    expect((await seen(unanswered)).rows).toMatchObject([{ state: 'failed', reason: 'unreachable', attempts: 6 }])
  })

  test('reminds once, five days before the last day, and again before a later one', async () => {
    const { mails, delivery } = await mailServer()
    await giveAddress()
    const postman = post(delivery)
    await sendHearing()
    await seen(postman)
    const remindedOn = async (day: string) => {
      service.setToday(day)
      await postman.tick(on(day))
      return (await seen(postman)).row?.remindedOn
    }
    expect(await remindedOn('2026-12-15')).toBeNull()
    expect(await remindedOn('2026-12-16')).toBe('2026-12-16')
    expect(await remindedOn('2026-12-17')).toBe('2026-12-16')
    const lettersSaid = (await seen(postman)).rows.map(({ letter }) => letter?.subject)
    await service.send({ type: 'ExtendConsultation', data: { ...hearing, to: on('2027-01-11'), reason: 'Jul' } })
    await seen(postman)
    expect(await remindedOn('2027-01-06')).toBe('2027-01-06')
    expect((await seen(postman)).rows.map(({ kind }) => kind).toReversed()).toEqual([
      'consultation',
      'consultation-reminder',
      'consultation-extended',
      'consultation-reminder',
    ])
    expect(mails).toHaveLength(4)
    // A letter is shown as it was when it went, whatever became of the deadline after.
    const { rows } = await seen(postman)
    expect(rows.map(({ letter }) => letter?.subject).slice(2)).toEqual(lettersSaid)
    expect(rows.map(({ letter }) => letter?.subject)).toEqual([
      'Påmindelse: høring i sag 26/0001, svarfrist 11. jan. 2027',
      'Ny svarfrist 11. jan. 2027 i høring, sag 26/0001',
      'Påmindelse: høring i sag 26/0001, svarfrist 21. dec. 2026',
      'Høring i sag 26/0001, svarfrist 21. dec. 2026',
    ])
    await service.send(supports(hearing))
    await service.settled()
    expect(await remindedOn('2027-01-07')).toBe('2027-01-06')
  })

  test('is not written about what was over before there were letters', async () => {
    const { mails, delivery } = await mailServer()
    await giveAddress()
    await sendHearing()
    await service.send(supports(hearing))
    await service.settled()
    expect((await seen(post(delivery))).rows).toEqual([])
    expect(mails).toEqual([])
  })

  test('is a file where no mail server is set', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outbox-'))
    ends.push(() => rmSync(folder, { recursive: true }))
    await giveAddress()
    const postman = post(folderDelivery(folder))
    await sendHearing()
    const { rows } = await seen(postman)
    expect(rows).toMatchObject([{ state: 'sent', by: 'folder' }])
    expect(readdirSync(folder)).toEqual([`${rows[0]?.message}.txt`])
    const text = readFileSync(join(folder, `${rows[0]?.message}.txt`), 'utf8')
    expect(text).toContain('To: sundhed@kommune.example\nSubject: Høring i sag 26/0001, svarfrist 21. dec. 2026\n\n')
  })
})

/** The text of a mail that is sent quoted-printable or as it is. */
function decoded(mail: string): string {
  const unfolded = mail.replaceAll(/=\r?\n/g, '')
  const bytes = unfolded.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
