import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openingOf, running } from './running.ts'

const service = await running()
const { app } = service
const secretariat = await service.signIn('sekretariat-1082')
let number = 100
const nextId = () => {
  number += 1
  return `26-0${number}`
}

/** Opens a case; answers its id. */
async function opened(): Promise<string> {
  const id = nextId()
  const answer = await service.send('open-case', openingOf(id), { headers: secretariat })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining(`case-${id}`)])
  return id
}

async function caseFile(id: string, headers = secretariat) {
  return await app.inject({ url: `/api/views/case-file?case=${id}`, headers })
}

describe('a command', () => {
  it('is answered when the views show it, together with what reactors made of it', async () => {
    const id = await opened()
    const { row, findings, events } = (await caseFile(id)).json()
    expect(row).toMatchObject({ case: id, fromMunicipality: '0661', toMunicipality: '0661' })
    expect(findings.findings.length).toBeGreaterThan(0)
    expect(events.map(({ type }: { type: string }) => type)).toContain('FindingsComputed')
  })

  it('takes effect once, however often it comes, and gets the same answer', async () => {
    const [id, commandId] = [nextId(), randomUUID()]
    const send = () => service.send('open-case', openingOf(id), { headers: secretariat, id: commandId })
    const [first, ...others] = await Promise.all([send(), send(), send()])
    expect(first?.statusCode).toBe(200)
    for (const other of [...others, await send()]) expect(other.json()).toEqual(first?.json())
    const { events } = (await caseFile(id)).json()
    expect(events.filter(({ type }: { type: string }) => type === 'CaseOpened')).toHaveLength(1)
  })

  it('answers the new revision, which the next one can be tied to', async () => {
    const id = await opened()
    const { revision } = (await caseFile(id)).json()
    const request = { case: id, items: ['tegning'], dueOn: '2026-12-10' }
    const tied = await service.send('request-information', request, {
      headers: { ...secretariat, 'if-match': `"${revision}"` },
    })
    expect([tied.statusCode, tied.headers.etag]).toEqual([200, `"${tied.json().revision}"`])
    expect(tied.json().revision).toBe(revision + 1)
    const stale = await service.send(
      'request-information',
      { ...request, items: ['fuldmagt'] },
      { headers: { ...secretariat, 'if-match': `"${revision}"` } },
    )
    expect(stale.statusCode).toBe(412)
    expect(stale.json()).toMatchObject({ code: 'revision.conflict', params: { expected: revision } })
  })

  it('that may only make something new is tied to nothing being there', async () => {
    const id = nextId()
    const headers = { ...secretariat, 'if-match': '"-1"' }
    expect((await service.send('open-case', openingOf(id), { headers })).statusCode).toBe(200)
    expect((await service.send('open-case', openingOf(id), { headers })).statusCode).toBe(412)
  })

  it('that the state forbids is refused with a code and no prose', async () => {
    const id = await opened()
    expect((await service.send('withdraw-case', { case: id, reason: 'x' }, { headers: secretariat })).statusCode).toBe(
      200,
    )
    const refused = await service.send('compute-findings', { case: id }, { headers: secretariat })
    expect(refused.statusCode).toBe(409)
    expect(refused.headers['content-type']).toContain('application/problem+json')
    expect(refused.json()).toMatchObject({ status: 409, code: expect.stringMatching(/^case\./) })
    expect(Object.keys(refused.json())).toEqual(expect.not.arrayContaining(['message', 'detail', 'title']))
  })

  it('that is malformed has every field named at once: wrong, missing, unknown, header and query', async () => {
    const { applicant: _, ...body } = openingOf('26-0999')
    const bad = {
      ...body,
      region: '9',
      colour: 'red',
      subject: { ...body.subject, to: { ...body.subject.to, floor: 1 } },
    }
    const answer = await app.inject({
      method: 'POST',
      url: '/api/commands/open-case?dryRun=1',
      headers: { ...secretariat, 'if-match': 'newest' },
      payload: bad,
    })
    expect(answer.statusCode).toBe(400)
    const { code, fields } = answer.json()
    expect(code).toBe('request.invalid')
    expect(fields.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'body.applicant',
      'body.colour',
      'body.region',
      'body.subject.to.floor',
      'headers.idempotency-key',
      'headers.if-match',
      'query.dryRun',
    ])
  })

  it('is JSON and nothing that a form of another site could send', async () => {
    const id = nextId()
    const payload = JSON.stringify(openingOf(id))
    const post = async (type: string, body: string = payload) =>
      await app.inject({
        method: 'POST',
        url: '/api/commands/open-case',
        headers: { ...secretariat, 'idempotency-key': randomUUID(), 'content-type': type },
        payload: body,
      })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect([type, (await post(type)).statusCode]).toEqual([type, 415])
    }
    expect((await post('application/json', '{"case":')).json()).toMatchObject({ code: 'request.invalid', status: 400 })
    expect((await post('application/json', `"${'x'.repeat(300_000)}"`)).statusCode).toBe(413)
    expect((await post('application/json')).statusCode).toBe(200)
  })

  it('never changes the past', async () => {
    for (const query of ['asOf=2020-01-01', 'asKnownAt=2020-01-01']) {
      const answer = await app.inject({
        method: 'POST',
        url: `/api/commands/open-case?${query}`,
        headers: { ...secretariat, 'idempotency-key': randomUUID() },
        payload: openingOf(nextId()),
      })
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'time.pastIsReadOnly'])
    }
  })
})

describe('reach', () => {
  it('keeps a region to its own cases: others do not exist for it', async () => {
    const id = await opened()
    const other = await service.signIn('sekretariat-1084')
    const outside = await service.send('compute-findings', { case: id }, { headers: other })
    const nowhere = await service.send('compute-findings', { case: '26-9999' }, { headers: other })
    expect(outside.statusCode).toBe(404)
    expect({ ...outside.json(), requestId: '' }).toEqual({ ...nowhere.json(), requestId: '' })
    expect((await caseFile(id, other)).statusCode).toBe(404)
    const foreign = await service.send('open-case', openingOf(nextId(), '1084'), { headers: secretariat })
    expect(foreign.statusCode).toBe(403)
  })

  it('keeps a region to its own clinics, schools and addresses', async () => {
    const close = (clinic: string, headers: { cookie: string }) =>
      service.send('close-clinic', { clinic, effectiveFrom: '2027-01-01', reason: 'x' }, { headers })
    const other = await service.signIn('sekretariat-1084')
    expect((await close('k-4', other)).statusCode).toBe(403)
    expect((await close('k-4', secretariat)).statusCode).toBe(200)
    const approve = { school: 's-0', effectiveFrom: '2026-12-01', documentRef: null }
    expect((await service.send('approve-riding-school', approve, { headers: other })).statusCode).toBe(403)
    expect((await service.send('approve-riding-school', approve, { headers: secretariat })).statusCode).toBe(200)
    const state = { addressId: 'a-k-2', effectiveFrom: '2026-12-01', statement: 'Niveaufri adgang' }
    expect((await service.send('state-accessibility', state, { headers: secretariat })).statusCode).toBe(403)
    expect((await service.send('state-accessibility', state, { headers: other })).statusCode).toBe(200)
  })

  it('lets a municipality answer its own hearings only', async () => {
    const id = await opened()
    const municipality = await service.signIn('kommune-0661')
    const answer = { case: id, municipality: '0751', round: 1, position: 'support', text: '', cameBy: 'portal' }
    const foreign = await service.send('answer-consultation', answer, { headers: municipality })
    expect([foreign.statusCode, foreign.json().code]).toEqual([403, 'consultation.otherMunicipality'])
    const own = await service.send(
      'answer-consultation',
      { ...answer, municipality: '0661' },
      { headers: municipality },
    )
    expect([own.statusCode, own.json().code]).toEqual([409, expect.stringMatching(/^consultation\./)])
  })

  it('shows a what-if only to who may see its case', async () => {
    const id = await opened()
    const url = `/api/views/municipalities?scenario=case-${id}`
    const statusFor = async (headers: { cookie?: string }) => (await app.inject({ url, headers })).statusCode
    expect(await statusFor(secretariat)).toBe(200)
    expect(await statusFor(await service.signIn('kommune-0661'))).toBe(200)
    expect(await statusFor(await service.signIn('kommune-0751'))).toBe(404)
    expect(await statusFor(await service.signIn('sekretariat-1084'))).toBe(404)
    expect(await statusFor({})).toBe(401)
    const tiles = await app.inject({ url: `/ogc/collections/clinics/tiles/6/33/19?scenario=case-${id}` })
    expect(tiles.statusCode).toBe(401)
  })
})
