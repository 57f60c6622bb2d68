import { describe, expect, it } from 'vitest'
import { commands, views } from '#api/contract'
import { type Action, policy } from '#api/policy'
import { Role } from '#events/envelope'
import { type Running, running } from './running.ts'

const people = ['sekretariat-1082', 'udvalg-1082', 'kommune-0661', 'planlaegger-1082', null] as const
const service = await running()

type Reply = Awaited<ReturnType<Running['send']>>

/** Denied, or let through to where the request's own faults are named. */
function verdict({ statusCode, body }: Reply): string {
  const { code } = JSON.parse(body)
  if (statusCode === 401 && code === 'session.needed') return 'sign in'
  if (statusCode === 403 && code === 'request.forbidden') return 'forbidden'
  return statusCode === 404 && code === 'request.unknownRoute' ? 'unknown' : 'allowed'
}

function expected(action: Action, userId: string | null): string {
  const role = userId === null ? 'public' : roleOf(userId)
  if (policy[action][role] !== undefined) return 'allowed'
  return userId === null ? 'sign in' : 'forbidden'
}

function roleOf(userId: string): Role {
  const words = { sekretariat: 'secretariat', udvalg: 'committee', kommune: 'municipality', planlaegger: 'planner' }
  return Role.parse(Object.entries(words).find(([word]) => userId.startsWith(word))?.[1])
}

describe('every route and every role', () => {
  for (const userId of people) {
    it(`lets ${userId ?? 'the public'} do what the policy table says, and nothing else`, async () => {
      const headers = userId === null ? {} : await service.signIn(userId)
      for (const { path, action, type } of commands) {
        const answer = await service.app.inject({ method: 'POST', url: `/api${path}`, headers, payload: {} })
        // What only reactors do has no route, and GET pages of the web do not answer POST.
        const wanted = action === 'process.run' ? 'unknown' : expected(action, userId)
        expect([type, verdict(answer)]).toEqual([type, wanted])
      }
      for (const [name, { path, action }] of Object.entries(views)) {
        const answer = await service.app.inject({ url: `/api${path}?nonsense=1`, headers })
        expect([name, verdict(answer)]).toEqual([name, expected(action, userId)])
      }
      for (const url of ['/ogc', '/ogc/collections/clinics/items?nonsense=1', '/api/geography/towns.json']) {
        const { statusCode } = await service.app.inject({ url, headers })
        expect([200, 400]).toContain(statusCode)
      }
    })
  }

  it('takes a cookie that is not ours for no cookie', async () => {
    const { cookie } = await service.signIn('sekretariat-1082')
    for (const bad of ['praksiskort=abc', `${cookie.slice(0, -6)}AAAAAA`, 'praksiskort=']) {
      const { statusCode } = await service.app.inject({ url: '/api/views/cases', headers: { cookie: bad } })
      expect([bad, statusCode]).toEqual([bad, 401])
    }
    expect((await service.app.inject({ url: '/api/views/cases', headers: { cookie } })).statusCode).toBe(200)
  })
})

describe('the demo login', () => {
  it('offers roles and organisations and no names', async () => {
    const { demo, demoPeople, user, actions } = (await service.app.inject('/api/session')).json()
    expect({ demo, user }).toEqual({ demo: true, user: null })
    expect(actions.toSorted()).toEqual(['map.read', 'plan.read'])
    expect(demoPeople.filter(({ role }: { role: string }) => role === 'municipality')).toHaveLength(98)
    expect(demoPeople).toContainEqual({ userId: 'sekretariat-1084', role: 'secretariat', organisation: '1084' })
  })

  it('sets a cookie that scripts cannot read and other sites cannot send, and takes it back', async () => {
    const signIn = await service.app.inject({ method: 'POST', url: '/api/session', payload: { userId: 'udvalg-1082' } })
    expect(signIn.json().user).toEqual({ userId: 'udvalg-1082', role: 'committee', organisation: '1082' })
    expect(signIn.cookies[0]).toMatchObject({ name: 'praksiskort', path: '/', httpOnly: true, sameSite: 'Lax' })
    const headers = await service.signIn('udvalg-1082')
    expect((await service.app.inject({ url: '/api/session', headers })).json().user.userId).toBe('udvalg-1082')
    const signOut = await service.app.inject({ method: 'DELETE', url: '/api/session', headers })
    expect(signOut.json().user).toBe(null)
    expect(signOut.cookies[0]).toMatchObject({ name: 'praksiskort', value: '' })
  })

  it('is unknown to everyone who is not at this computer', async () => {
    const ask = async (options: object) =>
      (
        await service.app.inject({
          method: 'POST',
          url: '/api/session',
          payload: { userId: 'udvalg-1082' },
          ...options,
        })
      ).statusCode
    expect(await ask({})).toBe(200)
    expect(await ask({ remoteAddress: '192.0.2.7' })).toBe(404)
    expect(await ask({ headers: { host: 'praksiskort.example' } })).toBe(404)
    expect(await ask({ headers: { 'x-forwarded-for': '127.0.0.1' } })).toBe(404)
    expect(await ask({ headers: { forwarded: 'for=127.0.0.1' } })).toBe(404)
    const { demoPeople } = (await service.app.inject({ url: '/api/session', remoteAddress: '192.0.2.7' })).json()
    expect(demoPeople).toEqual([])
  })

  it('knows nobody but the people it offers', async () => {
    for (const userId of ['sekretariat-9999', 'system', 'public', '']) {
      const { statusCode } = await service.app.inject({ method: 'POST', url: '/api/session', payload: { userId } })
      expect([userId, statusCode]).toEqual([userId, 404])
    }
  })

  it('does not exist without demonstration data, and old sessions of it are worth nothing', async () => {
    const settings = { SESSION_SECRET: 'the same secret for both services' }
    const [demo, real] = [await running({ settings }), await running({ demo: false, settings })]
    const headers = await demo.signIn('sekretariat-1082')
    expect((await demo.app.inject({ url: '/api/views/cases', headers })).statusCode).toBe(200)
    expect((await real.app.inject({ url: '/api/views/cases', headers })).statusCode).toBe(401)
    const signIn = await real.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { userId: 'sekretariat-1082' },
    })
    expect(signIn.statusCode).toBe(404)
    const session = (await real.app.inject({ url: '/api/session', headers })).json()
    expect(session).toMatchObject({ user: null, demo: false, demoPeople: [], firstEffective: '2015-09-09' })
  })
})
