import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { mostAttachmentBytes } from '#api/attachments'
import { openingOf, type Running, running } from './running.ts'
import { upload as uploadTo } from './upload.ts'

let service: Running
let municipality: { cookie: string }
let secretariat: { cookie: string }
const id = '26-0001'
const hearing = { case: id, municipality: '0661', round: 1 }

const pdf = Buffer.from('%PDF-1.7\n% et notat om parkering\n')
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('billede')])
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('foto')])
const zipHead = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.alloc(26)])
const odt = Buffer.concat([zipHead, Buffer.from('mimetypeapplication/vnd.oasis.opendocument.text')])
const docx = Buffer.concat([zipHead, Buffer.from('[Content_Types].xml ... word/document.xml')])
const withMacros = Buffer.concat([docx, Buffer.from('word/vbaProject.bin')])

beforeAll(async () => {
  service = await running()
  municipality = await service.signIn('kommune-0661')
  secretariat = await service.signIn('sekretariat-1082')
  const headers = secretariat
  expect((await service.send('open-case', openingOf(id), { headers })).statusCode).toBe(200)
  const sent = await service.send('send-consultation', { ...hearing, questions: '' }, { headers })
  expect(sent.json()).toMatchObject({ events: [{ type: 'ConsultationSent' }] })
})

const upload = (bytes: Buffer, name: string, headers: Record<string, string> = municipality) =>
  uploadTo(service, bytes, name, headers)

const fetched = (hash: string, headers: Record<string, string>, about = id) =>
  service.app.inject({ url: `/api/attachments/${hash}?case=${about}`, headers })

describe('files of an answer', () => {
  it('are known by their content, not by what they are called or said to be', async () => {
    const types: readonly (readonly [Buffer, string])[] = [
      [pdf, 'application/pdf'],
      [png, 'image/png'],
      [jpeg, 'image/jpeg'],
      [odt, 'application/vnd.oasis.opendocument.text'],
      [docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ]
    for (const [bytes, type] of types) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      expect((await upload(bytes, 'notat.txt')).json()).toEqual({ hash, name: 'notat.txt', type, size: bytes.length })
      expect(readFileSync(join(service.folder, 'attachments', hash))).toEqual(bytes)
    }
    for (const bytes of [Buffer.from('<script>'), Buffer.from('MZ'), withMacros, zipHead, Buffer.from('%PD')]) {
      const answer = await upload(bytes, 'notat.pdf')
      expect([answer.statusCode, answer.json().code]).toEqual([415, 'attachment.type'])
      expect(answer.json().params).toMatchObject({ name: 'notat.pdf', accepted: expect.arrayContaining(['image/png']) })
    }
  })

  it('may be ten megabytes and no more; the limit is named, and nothing of a refused file stays', async () => {
    const before = readdirSync(join(service.folder, 'attachments')).length
    const large = Buffer.concat([pdf, Buffer.alloc(mostAttachmentBytes - pdf.length + 1)])
    const refused = await upload(large, 'stor.pdf')
    expect([refused.statusCode, refused.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'attachment.tooLarge', params: { name: 'stor.pdf', megabytes: 10 } }),
    ])
    expect(readdirSync(join(service.folder, 'attachments'))).toHaveLength(before)
    expect((await upload(large.subarray(0, mostAttachmentBytes), 'lige.pdf')).statusCode).toBe(200)
    expect((await upload(Buffer.alloc(0), 'tom.pdf')).statusCode).toBe(400)
  })

  it('are taken from those who answer hearings only', async () => {
    expect((await upload(pdf, 'a.pdf', {})).statusCode).toBe(401)
    expect((await upload(pdf, 'a.pdf', await service.signIn('udvalg-1082'))).statusCode).toBe(403)
    const json = await service.app.inject({
      method: 'POST',
      url: '/api/attachments',
      headers: municipality,
      payload: { hash: 'x' },
    })
    expect(json.statusCode).toBe(415)
  })

  it('are given to whoever may read the answer, as they were received, and to nobody else', async () => {
    const bytes = Buffer.from('%PDF-1.7\n% om parkering ved Lægårdvej\n')
    const { hash } = (await upload(bytes, 'Notat om æøå.pdf')).json<{ hash: string }>()
    // Not enclosed in any answer yet.
    expect((await fetched(hash, municipality)).statusCode).toBe(404)
    const answer = { ...hearing, position: 'object', text: 'Se notatet.', cameBy: 'portal', topics: ['travel-time'] }
    const unknown = { hash: 'f'.repeat(64), name: 'Andet.pdf' }
    const missing = await service.send(
      'answer-consultation',
      { ...answer, attachments: [unknown] },
      { headers: municipality },
    )
    expect(missing.json()).toMatchObject({ code: 'consultation.fileMissing', params: { name: 'Andet.pdf' } })
    const attachments = [{ hash, name: 'Notat om æøå.pdf' }]
    const sent = await service.send('answer-consultation', { ...answer, attachments }, { headers: municipality })
    expect(sent.statusCode).toBe(200)
    for (const who of ['kommune-0661', 'sekretariat-1082', 'udvalg-1082']) {
      const file = await fetched(hash, await service.signIn(who))
      expect([file.statusCode, file.rawPayload]).toEqual([200, bytes])
      expect(file.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': "attachment; filename*=UTF-8''Notat%20om%20%C3%A6%C3%B8%C3%A5.pdf",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
    }
    for (const who of ['kommune-0751', 'sekretariat-1081'])
      expect((await fetched(hash, await service.signIn(who))).statusCode).toBe(404)
    expect((await fetched(hash, {})).statusCode).toBe(401)
    expect((await fetched(hash, municipality, '26-0002')).statusCode).toBe(404)
    const view = await service.app.inject({ url: '/api/views/consultations', headers: secretariat })
    expect(view.json().rows[0].answers[0]).toMatchObject({
      topics: ['travel-time'],
      attachments: [{ hash, name: 'Notat om æøå.pdf', type: 'application/pdf', size: bytes.length }],
    })
  })

  it('that were changed on the disk are not given out', async () => {
    const { hash } = (await upload(Buffer.from('%PDF-1.7 kort'), 'b.pdf')).json<{ hash: string }>()
    const answer = {
      ...hearing,
      position: 'support',
      text: '',
      cameBy: 'portal',
      attachments: [{ hash, name: 'b.pdf' }],
    }
    expect((await service.send('answer-consultation', answer, { headers: municipality })).statusCode).toBe(200)
    writeFileSync(join(service.folder, 'attachments', hash), '%PDF-1.7 lang')
    expect((await fetched(hash, municipality)).statusCode).toBe(500)
  })
})
