import { generateKeyPair, SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { running } from '../http/running.ts'
import { audience, startIssuer } from './issuer.ts'
import { mappingFile, people } from './people.ts'

const issuer = await startIssuer(people)
const settings = issuer.settings(mappingFile())
const service = await running({ demo: false, settings: { ...settings, LOG_LEVEL: 'info' } })
const foreign = await generateKeyPair('RS256')
const machine = { sub: 'machine-7', groups: ['pk-sekretariat-midt'] }
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds

/** What the service has written to its log since the test began. */
let log = ''
beforeEach(() => {
  log = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    log += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

const ask = (token: string, url = '/api/views/cases') =>
  service.app.inject({ url, headers: { authorization: `Bearer ${token}` } })

/** The parts of a token that nobody has signed. */
function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
}

/** Signed as the issuer would, with a key of somebody else's. */
const forged = (kid: string) =>
  new SignJWT({ iss: issuer.issuer, aud: audience, ...machine })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setExpirationTime('1h')
    .sign(foreign.privateKey)

/** Signed with what everybody can read, in the hope that it is taken for a shared secret. */
const bySharedSecret = () =>
  new SignJWT({ iss: issuer.issuer, aud: audience, ...machine })
    .setProtectedHeader({ alg: 'HS256', kid: 'issuer' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('the public key, which is known to all'))

describe("a machine's bearer token", () => {
  it('gives the role and organisation of its claims', async () => {
    const reply = await ask(await issuer.token(machine), '/api/session')
    expect(reply.json().user).toEqual({
      userId: expect.stringMatching(/^u-[0-9a-f]{24}$/),
      role: 'secretariat',
      organisation: '1082',
    })
    expect((await ask(await issuer.token(machine))).statusCode).toBe(200)
    const importing = await ask(await issuer.token({ sub: 'x', client_id: 'register-import' }), '/api/session')
    expect(importing.json().user).toMatchObject({ role: 'registrar', organisation: null })
  })

  it('lets a machine write, by the same policy as people', async () => {
    const send = (authorization: string) =>
      service.send(
        'register-clinic',
        { clinic: 'k-9', name: 'K', cvr: null, formOfPractice: 'solo', effectiveFrom: '2026-01-01' },
        { headers: { authorization } },
      )
    const registrar = await issuer.token({ sub: 'x', client_id: 'register-import' })
    expect((await send(`Bearer ${registrar}`)).statusCode).toBe(200)
    const planner = await issuer.token({ sub: 'y', groups: ['pk-plan-midt'] })
    expect((await send(`Bearer ${planner}`)).statusCode).toBe(403)
  })

  it.each([
    ['expired', 'token.expired', () => issuer.token({ ...machine, exp: ago(60) })],
    ['notYet', 'token.refused', () => issuer.token({ ...machine, nbf: ago(-600) })],
    ['issuer', 'token.refused', () => issuer.token({ ...machine, iss: 'https://elsewhere.example' })],
    ['audience', 'token.refused', () => issuer.token({ ...machine, aud: 'another-service' })],
    // What the issuer tells a browser about a person is no machine's token.
    ['audience', 'token.refused', () => issuer.token({ ...machine, aud: settings.OIDC_CLIENT_ID })],
    ['unknownKey', 'token.refused', () => forged('nobody knows this key')],
    ['signature', 'token.refused', () => forged('issuer')],
    ['algorithm', 'token.refused', bySharedSecret],
    [
      'algorithm',
      'token.refused',
      async () => unsigned({ iss: issuer.issuer, aud: audience, exp: ago(-600), ...machine }),
    ],
    ['claims', 'token.refused', () => issuer.token({ groups: machine.groups })],
    ['malformed', 'token.refused', async () => 'no.token'],
    ['malformed', 'token.refused', async () => ''],
  ])('is refused with 401 (%s, %s), and nothing of it is logged', async (fault, code, make) => {
    const token = await make()
    const reply = await ask(token)
    expect(reply.statusCode).toBe(401)
    expect(reply.json()).toMatchObject({ code, params: { fault } })
    expect(log).toContain(`"fault":"${fault}"`)
    for (const part of token.split('.').filter((one) => one.length > 8)) expect(log).not.toContain(part)
    for (const part of ['machine-7', 'pk-sekretariat', 'Bearer']) expect(log + reply.body).not.toContain(part)
  })

  it('is refused when it is good and gives no role', async () => {
    const reply = await ask(await issuer.token({ sub: 'z' }))
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'request.forbidden'])
  })

  it('does not fall back on the cookie beside it, nor on what is open to all', async () => {
    for (const url of ['/api/session', '/api/views/municipalities', '/healthz'])
      expect([url, (await ask('no.token', url)).statusCode]).toEqual([url, 401])
    const basic = await service.app.inject({ url: '/healthz', headers: { authorization: 'Basic abc' } })
    expect(basic.statusCode).toBe(200)
  })

  it('is refused where no audience is set, and where no issuer is', async () => {
    const { OIDC_AUDIENCE: _, ...rest } = settings
    for (const one of [await running({ demo: false, settings: rest }), await running()]) {
      const authorization = `Bearer ${await issuer.token(machine)}`
      const reply = await one.app.inject({ url: '/api/session', headers: { authorization } })
      expect(reply.json()).toMatchObject({ status: 401, code: 'token.refused', params: { fault: 'notAccepted' } })
    }
  })

  it('waits for keys that cannot be had, rather than let anybody in', async () => {
    const early = await running({ demo: false, settings })
    issuer.setAway(true)
    const headers = { authorization: `Bearer ${await issuer.token(machine)}` }
    const reply = await early.app.inject({ url: '/api/session', headers })
    issuer.setAway(false)
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'login.unavailable'])
    expect((await early.app.inject({ url: '/api/session', headers })).statusCode).toBe(200)
  })
})

describe('the log of requests', () => {
  it('does not hold the code that a login comes back with', async () => {
    await service.app.inject('/api/login/callback?code=a-code-to-hide&state=a-state-to-hide')
    await service.app.inject('/api/session?seen=1')
    expect(log).toContain('/api/login/callback')
    expect(log).toContain('/api/session?seen=1')
    expect(log).not.toMatch(/to-hide/)
  })
})
