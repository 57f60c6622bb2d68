import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Running, running } from '../http/running.ts'
import { publicUrl, startIssuer } from './issuer.ts'
import { mapping, mappingFile, people } from './people.ts'

const secretariat = 'karen.secretariat@region.example'
const issuer = await startIssuer(people)
const settings = { ...issuer.settings(mappingFile()), SESSION_SECRET: 'one secret for all services of this file' }
const service = await running({ demo: false, settings })

type Reply = Awaited<ReturnType<Running['app']['inject']>>

const get = (url: string, cookie = '', of: Running = service) => of.app.inject({ url, headers: { cookie } })
const cookieOf = (reply: Reply) => String(reply.headers['set-cookie'] ?? '').split(';')[0] ?? ''
const problemOf = (reply: Reply) => new URL(String(reply.headers.location), publicUrl).searchParams.get('login')

/** From the button to the page that was wanted; answers the session's cookie and everything on the way. */
async function signIn(account: string | null, { next = '/sager', visitor = issuer.newVisitor(), of = service } = {}) {
  const begun = await get(`/api/login?next=${encodeURIComponent(next)}`, '', of)
  const callback = await issuer.signIn(visitor, String(begun.headers.location), account)
  const done = await get(callback, cookieOf(begun), of)
  return { begun, callback, done, visitor, cookie: cookieOf(done) }
}

/** A service that starts on what this one remembers of its accounts and sessions. */
async function restarted(changed: Record<string, string> = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'login-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  for (const file of readdirSync(service.folder).filter((name) => name.startsWith('login.db')))
    cpSync(join(service.folder, file), join(folder, file))
  return await running({ demo: false, settings: { ...settings, DATA_DIR: folder, ...changed } })
}

const userOf = async (cookie: string, of = service) => (await get('/api/session', cookie, of)).json().user

describe('login at an issuer', () => {
  it('sends the browser there with PKCE, state and nonce, and takes it back as who the claims say', async () => {
    const { begun, callback, done, cookie } = await signIn(secretariat, { next: '/sager?status=open' })
    expect(begun.statusCode).toBe(302)
    const sent = new URL(String(begun.headers.location))
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${publicUrl}/api/login/callback`,
      scope: 'openid',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(sent.searchParams.get(name)).toMatch(/^[\w-]{40,}$/)
    expect(callback).toMatch(/^\/api\/login\/callback\?code=/)
    expect([done.statusCode, done.headers.location]).toEqual([302, '/sager?status=open'])
    expect(await userOf(cookie)).toEqual({
      userId: expect.stringMatching(/^u-[0-9a-f]{24}$/),
      role: 'secretariat',
      organisation: '1082',
    })
    expect((await get('/api/views/cases', cookie)).statusCode).toBe(200)
  })

  it('finds the organisation by a claim, and knows the account again', async () => {
    const first = await userOf((await signIn('holstebro@kommune.example')).cookie)
    expect(first).toMatchObject({ role: 'municipality', organisation: '0661' })
    expect(await userOf((await signIn('holstebro@kommune.example')).cookie)).toEqual(first)
  })

  it('signs nobody in whose claims give no role or no organisation, and says so on the page', async () => {
    for (const account of ['stranger@elsewhere.example', 'municipality-unknown@kommune.example']) {
      const { done, cookie } = await signIn(account)
      expect([account, problemOf(done)]).toEqual([account, 'noRole'])
      expect(await userOf(cookie)).toBe(null)
    }
  })

  it('says so when the person turned round at the issuer', async () => {
    const { done, cookie } = await signIn(null)
    expect(problemOf(done)).toBe('refused')
    expect(await userOf(cookie)).toBe(null)
  })

  it('can have the issuer ask who it is, though it knows', async () => {
    const sent = new URL(String((await get('/api/login?again=true')).headers.location))
    expect(sent.searchParams.get('prompt')).toBe('login')
  })

  it('takes no answer to a question that this browser did not ask', async () => {
    const begun = await get('/api/login')
    const callback = await issuer.signIn(issuer.newVisitor(), String(begun.headers.location), secretariat)
    const forged = callback.replace(/state=[^&]+/, 'state=anything')
    for (const [url, cookie] of [
      [forged, cookieOf(begun)],
      [callback, ''],
      [callback, cookieOf(await get('/api/login'))],
    ] as const) {
      const reply = await get(url, cookie)
      expect(problemOf(reply)).toBe('failed')
      expect(await userOf(cookieOf(reply))).toBe(null)
    }
  })

  it('takes a code once', async () => {
    const { begun, callback } = await signIn(secretariat)
    const again = await get(callback, cookieOf(begun))
    expect(problemOf(again)).toBe('failed')
    expect(await userOf(cookieOf(again))).toBe(null)
  })

  it('signs nobody in while the issuer is away when they come back', async () => {
    const begun = await get('/api/login')
    const callback = await issuer.signIn(issuer.newVisitor(), String(begun.headers.location), secretariat)
    issuer.setAway(true)
    const reply = await get(callback, cookieOf(begun))
    issuer.setAway(false)
    expect(['unavailable', 'failed']).toContain(problemOf(reply))
    expect(await userOf(cookieOf(reply))).toBe(null)
  })

  it('leads nowhere but to its own pages', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'kort', '/a\\b']) {
      const { statusCode } = await get(`/api/login?next=${encodeURIComponent(next)}`)
      expect([next, statusCode]).toEqual([next, 400])
    }
  })

  it('is limited for one address, and for no more than that', async () => {
    const one = await running({ demo: false, settings })
    const statuses: number[] = []
    for (let attempt = 0; attempt < 31; attempt += 1) statuses.push((await get('/api/login', '', one)).statusCode)
    expect(statuses.slice(0, 30)).toEqual(statuses.slice(0, 30).map(() => 302))
    expect(statuses.at(-1)).toBe(429)
    expect((await one.app.inject({ url: '/api/login', remoteAddress: '192.0.2.9' })).statusCode).toBe(302)
  })
})

describe('the session', () => {
  it('is a cookie that scripts and other sites cannot use, and that goes by https only where the service does', async () => {
    const { done } = await signIn(secretariat)
    expect(done.cookies[0]).toMatchObject({ name: 'praksiskort', path: '/', httpOnly: true, sameSite: 'Lax' })
    expect(done.cookies[0]?.value).not.toContain('1082')
    const outside = await running({ demo: false, settings: { ...settings, PUBLIC_URL: 'https://praksiskort.example' } })
    const begun = await get('/api/login', '', outside)
    expect(begun.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' })
  })

  it('ends on the server: a copy of its cookie is worth nothing, also after a restart', async () => {
    const { cookie } = await signIn(secretariat)
    const other = (await signIn(secretariat)).cookie
    const out = await service.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
    expect(out.json()).toMatchObject({ user: null })
    expect(await userOf(cookie)).toBe(null)
    expect((await get('/api/views/cases', cookie)).statusCode).toBe(401)
    expect(await userOf(other)).toMatchObject({ role: 'secretariat' })
    const again = await restarted()
    expect(await userOf(cookie, again)).toBe(null)
    expect(await userOf(other, again)).toMatchObject({ role: 'secretariat' })
  })

  it('ends on every device at once when asked to', async () => {
    const [here, there] = [(await signIn(secretariat)).cookie, (await signIn(secretariat)).cookie]
    const somebodyElse = (await signIn('holstebro@kommune.example')).cookie
    const url = '/api/session?everywhere=true'
    await service.app.inject({ method: 'DELETE', url, headers: { cookie: here } })
    expect([await userOf(here), await userOf(there)]).toEqual([null, null])
    expect(await userOf(somebodyElse)).toMatchObject({ role: 'municipality' })
  })

  it('leaves the issuer too, and comes back to the page of the login', async () => {
    const { cookie, visitor } = await signIn('holstebro@kommune.example')
    const out = await service.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
    const { leaveAt } = out.json()
    expect(leaveAt).toContain(`${issuer.issuer}/session/end?`)
    expect(await issuer.signOut(visitor, leaveAt)).toBe(`${publicUrl}/log-ind`)
    // The issuer has forgotten the person: it asks again, and this time they say no.
    expect(problemOf((await signIn(null, { visitor })).done)).toBe('refused')
  })

  it('counts only under the mapping that gave its role', async () => {
    const { cookie } = await signIn('holstebro@kommune.example')
    const changed = { rules: mapping.rules.filter(({ role }) => role !== 'municipality') }
    expect(await userOf(cookie, await restarted())).toMatchObject({ role: 'municipality' })
    const later = await restarted({ OIDC_MAPPING: mappingFile(changed) })
    expect(await userOf(cookie, later)).toBe(null)
  })

  it('writes no name, code or token to any file', async () => {
    await signIn(secretariat)
    const files = readdirSync(service.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['log.db', 'views.db', 'login.db']))
    for (const { parentPath, name } of files)
      expect([name, readFileSync(join(parentPath, name), 'latin1').match(/karen|eyJ/i)]).toEqual([name, null])
  })
})

describe('a service without an issuer, or whose issuer is away', () => {
  it('has no such login', async () => {
    const plain = await running()
    expect((await get('/api/login', '', plain)).statusCode).toBe(404)
    expect((await get('/api/login/callback?code=x', '', plain)).statusCode).toBe(404)
    expect((await get('/api/session', '', plain)).json().login).toBe(false)
    expect((await get('/api/session')).json().login).toBe(true)
  })

  it('starts all the same, says so, and logs in once the issuer answers', async () => {
    issuer.setAway(true)
    const early = await running({ demo: false, settings })
    const reply = await get('/api/login?next=/sager', '', early)
    issuer.setAway(false)
    expect(problemOf(reply)).toBe('unavailable')
    expect(new URL(String(reply.headers.location), publicUrl).searchParams.get('next')).toBe('/sager')
    const { cookie } = await signIn(secretariat, { of: early })
    expect(await userOf(cookie, early)).toMatchObject({ role: 'secretariat' })
  })
})
