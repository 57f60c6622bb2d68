import secureSession from '@fastify/secure-session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Action, reachOf } from '#api/policy'
import { problemCodes } from '#api/problem'
import { type DemoPerson, Session, SignIn } from '#api/session'
import { strict } from '#api/strict'
import type { EffectiveDate } from '#events/time'
import type { Clock } from '../clock.ts'
import { isLoopback } from './loopback.ts'
import { problem } from './problems.ts'

declare module '@fastify/secure-session' {
  interface SessionData {
    userId: string
  }
}

export interface SessionDeps {
  readonly sessionKey: Buffer
  readonly clock: Clock
  /** The people that the demo login offers now; none while no demonstration data is loaded. */
  readonly demoPeople: () => readonly DemoPerson[]
  readonly isDemo: () => boolean
  /** First day that the register knows something about. */
  readonly firstEffective: () => EffectiveDate | null
}

/** Hours that a session lasts. */
const sessionHours = 12

/** Encrypted, stateless session cookies. Scripts cannot read them, other sites cannot make the browser send them. */
export async function installSessions(app: FastifyInstance, key: Buffer): Promise<void> {
  await app.register(secureSession, {
    cookieName: 'praksiskort',
    key,
    expiry: sessionHours * 3600,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' },
  })
}

/**
 * Who sent the request. This is the one place where a login counts: the real one (OpenID Connect) is asked here, before
 * the demonstration's. A demo session is worth something only while the demonstration is loaded, and the person is
 * looked up anew each time, so that a cookie never carries rights of its own.
 */
export function identifyBy({
  demoPeople,
}: Pick<SessionDeps, 'demoPeople'>): (request: FastifyRequest) => DemoPerson | null {
  return (request) => {
    const userId = request.session.get('userId')
    return userId === undefined ? null : (demoPeople().find((person) => person.userId === userId) ?? null)
  }
}

/** GET, POST and DELETE `/api/session`. Signing in is refused as unknown unless demonstration data is loaded. */
export function bindSession(app: FastifyInstance, deps: SessionDeps): void {
  const { clock, demoPeople, isDemo, firstEffective } = deps
  const routes = app.withTypeProvider<ZodTypeProvider>()
  const config = { action: 'open' } as const

  function session(request: FastifyRequest, user: DemoPerson | null): Session {
    const role = user?.role ?? 'public'
    const offered = isDemo() && isLoopback(request)
    return {
      user,
      actions: Action.options.filter((action) => reachOf(role, action) !== null),
      demo: isDemo(),
      demoPeople: offered ? [...demoPeople()] : [],
      today: clock.today(),
      now: clock.now(),
      firstEffective: firstEffective(),
    }
  }

  routes.get(
    '/api/session',
    { config, schema: { tags: ['session'], response: { 200: Session } } },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return session(request, identifyBy(deps)(request))
    },
  )

  routes.post(
    '/api/session',
    { config, schema: { tags: ['session'], body: strict(SignIn), response: { 200: Session } } },
    (request, reply) => {
      if (!isDemo() || !isLoopback(request)) throw problem(404, problemCodes.unknownRoute)
      const person = demoPeople().find(({ userId }) => userId === request.body.userId)
      if (person === undefined) throw problem(404, problemCodes.notFound)
      request.session.set('userId', person.userId)
      reply.header('cache-control', 'no-store')
      return session(request, person)
    },
  )

  routes.delete(
    '/api/session',
    { config, schema: { tags: ['session'], response: { 200: Session } } },
    (request, reply) => {
      request.session.delete()
      reply.header('cache-control', 'no-store')
      return session(request, null)
    },
  )
}
