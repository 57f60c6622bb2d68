import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { Action, policy } from '#api/policy'
import type { DemoPerson } from '#api/session'
import { Role } from '#events/envelope'
import { installGate } from '#service/http/gate'
import { renderProblems } from '#service/http/problems'

const roles = Role.options
const apps: FastifyInstance[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

/** A gate that is told who asks by a header, and one route for each action. */
function gated(): FastifyInstance {
  const app = Fastify()
  apps.push(app)
  renderProblems(app)
  installGate(
    app,
    async (request) => personOf(request.headers['x-role']),
    (organisation) => (organisation === null ? [] : [organisation]),
  )
  for (const action of Action.options) {
    app.get(`/${action}`, { config: { action } }, (request) => request.scope)
    app.post(`/${action}`, { config: { action } }, (request) => request.scope)
  }
  app.get('/open', { config: { action: 'open' } }, (request) => request.scope)
  return app
}

function personOf(header: unknown): DemoPerson | null {
  const role = Role.safeParse(header)
  return role.success ? { userId: `someone-${role.data}`, role: role.data, organisation: '1082' } : null
}

describe('the gate', () => {
  it('lets every role do exactly what the policy table says, as far as it says', async () => {
    const app = gated()
    for (const role of roles) {
      for (const action of Action.options) {
        const { statusCode, body } = await app.inject({ url: `/${action}`, headers: { 'x-role': role } })
        const reach = policy[action][role]
        const scope = { role, reach, organisation: '1082', regions: ['1082'] }
        expect([role, action, statusCode]).toEqual([role, action, reach === undefined ? 403 : 200])
        expect(JSON.parse(body)).toMatchObject(reach === undefined ? { code: 'request.forbidden' } : scope)
      }
    }
  })

  it('takes a request without a session for the public, and asks it to sign in for the rest', async () => {
    const app = gated()
    for (const action of Action.options) {
      const { statusCode, body } = await app.inject({ url: `/${action}` })
      const allowed = policy[action].public !== undefined
      expect([action, statusCode]).toEqual([action, allowed ? 200 : 401])
      if (allowed) expect(JSON.parse(body)).toEqual({ role: 'public', reach: 'all', organisation: null, regions: [] })
      else expect(JSON.parse(body)).toMatchObject({ code: 'session.needed', status: 401 })
    }
    expect((await app.inject({ url: '/open' })).json()).toEqual({
      role: 'public',
      reach: 'own',
      organisation: null,
      regions: [],
    })
  })

  it('does not start with a route that declares no action, and names all of them', async () => {
    const app = gated()
    app.get('/forgotten', () => 'open to all')
    app.post('/also', { config: {} }, () => 'open to all')
    await expect(app.ready()).rejects.toThrow(
      /declare no action:\n {2}GET \/forgotten\n {2}HEAD \/forgotten\n {2}POST \/also$/,
    )
  })

  it('refuses a change that another site asks for, whoever it is asked by', async () => {
    const app = gated()
    const post = async (headers: Record<string, string>) =>
      (await app.inject({ method: 'POST', url: '/case.open', headers: { 'x-role': 'secretariat', ...headers } }))
        .statusCode
    expect(await post({})).toBe(200)
    expect(await post({ host: 'p.dk', origin: 'http://p.dk', 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await post({ host: 'p.dk', origin: 'http://evil.dk' })).toBe(403)
    expect(await post({ host: 'p.dk', origin: 'http://p.dk:81' })).toBe(403)
    expect(await post({ host: 'p.dk', origin: 'null' })).toBe(403)
    for (const site of ['cross-site', 'same-site', 'none']) expect(await post({ 'sec-fetch-site': site })).toBe(403)
  })
})
