import { randomUUID } from 'node:crypto'
import secureSession from '@fastify/secure-session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Action, reachOf } from '#api/policy'
import { problemCodes } from '#api/problem'
import { type DemoPerson, Session, SignedOut, SignIn, SignOut } from '#api/session'
import { strict } from '#api/strict'
import type { Actor } from '#events/envelope'
import type { EffectiveDate } from '#events/time'
import type { Clock } from '../clock.ts'
import type { Accounts, SessionMark } from '../login/accounts.ts'
import type { Flow } from '../login/issuer.ts'
import { endOf, holds, type Login, type SignedIn, sessionHours } from '../login/signedIn.ts'
import { isLoopback } from './loopback.ts'
import { problem } from './problems.ts'
import { loginLimit } from './security.ts'

declare module '@fastify/secure-session' {
  interface SessionData {
    /** A session of the demonstration. */
    demo: SessionMark
    /** A session of the organisations' login. */
    signedIn: SignedIn
    /** For signing out at the issuer; left out where it would not fit a cookie. */
    idToken: string
    /** A login that is under way. */
    flow: Flow & { readonly next: string }
  }
}

export interface SessionDeps {
  readonly sessionKey: Buffer
  readonly clock: Clock
  /** The people that the demo login offers now; none while no demonstration data is loaded. */
  readonly demoPeople: () => readonly DemoPerson[]
  readonly isDemo: () => boolean
  /** The organisations' login; null when none is set up. */
  readonly login: Login | null
  readonly accounts: Accounts
  /** First day that the register knows something about. */
  readonly firstEffective: () => EffectiveDate | null
}

/**
 * Encrypted session cookies. Scripts cannot read them, other sites cannot make the browser send them, and off this
 * computer they travel by https only.
 */
export async function installSessions(app: FastifyInstance, key: Buffer, publicUrl: string | undefined): Promise<void> {
  const secure = publicUrl?.startsWith('https:') ? true : 'auto'
  await app.register(secureSession, {
    cookieName: 'praksiskort',
    key,
    expiry: sessionHours * 3600,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  })
}

/**
 * Who the request's cookie stands for; null for nobody. A session of the organisations' login counts while the mapping
 * that gave its role does; one of the demonstration while that is loaded, and the person is looked up anew each time.
 */
export function sessionOf(
  deps: Pick<SessionDeps, 'accounts' | 'clock' | 'demoPeople' | 'login'>,
  request: FastifyRequest,
): Actor | null {
  const { accounts, clock, demoPeople, login } = deps
  const signedIn = request.session.get('signedIn')
  if (signedIn !== undefined) {
    if (login?.mapping !== signedIn.mapping || !holds(signedIn, accounts, clock)) return null
    return { userId: signedIn.userId, role: signedIn.role, organisation: signedIn.organisation }
  }
  const demo = request.session.get('demo')
  if (demo === undefined || !holds(demo, accounts, clock)) return null
  return demoPeople().find(({ userId }) => userId === demo.userId) ?? null
}

/** A new session of an account. */
export function newSession(userId: string, clock: Clock): SessionMark {
  return { sid: randomUUID(), userId, startedAt: clock.now() }
}

/** Ends the request's session on the server, so that a copy of its cookie is worth nothing, and takes the cookie back. */
function endSession(request: FastifyRequest, { accounts, clock }: SessionDeps, everywhere: boolean): void {
  const mark = request.session.get('signedIn') ?? request.session.get('demo')
  // An invented session cannot get here: nobody else can encrypt a cookie.
  if (mark !== undefined) accounts.end(mark, endOf(mark))
  if (mark !== undefined && everywhere) accounts.endAll(mark.userId, clock.now())
  request.session.delete()
}

/** GET, POST and DELETE `/api/session`. Signing in by POST is refused as unknown unless demonstration data is loaded. */
export function bindSession(app: FastifyInstance, deps: SessionDeps): void {
  const { clock, demoPeople, isDemo, login, firstEffective } = deps
  const routes = app.withTypeProvider<ZodTypeProvider>()
  const config = { action: 'open' } as const

  function session(request: FastifyRequest, user: Actor | null): Session {
    const role = user?.role ?? 'public'
    const offered = isDemo() && isLoopback(request)
    return {
      user,
      actions: Action.options.filter((action) => reachOf(role, action) !== null),
      login: login !== null,
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
      return session(request, request.actor)
    },
  )

  routes.post(
    '/api/session',
    {
      config: { ...config, rateLimit: loginLimit },
      schema: { tags: ['session'], body: strict(SignIn), response: { 200: Session } },
    },
    (request, reply) => {
      if (!isDemo() || !isLoopback(request)) throw problem(404, problemCodes.unknownRoute)
      const person = demoPeople().find(({ userId }) => userId === request.body.userId)
      if (person === undefined) throw problem(404, problemCodes.notFound)
      request.session.regenerate()
      request.session.set('demo', newSession(person.userId, clock))
      reply.header('cache-control', 'no-store')
      return session(request, person)
    },
  )

  routes.delete(
    '/api/session',
    { config, schema: { tags: ['session'], querystring: strict(SignOut), response: { 200: SignedOut } } },
    async (request, reply) => {
      const isOrganisations = request.session.get('signedIn') !== undefined
      const idToken = request.session.get('idToken')
      endSession(request, deps, request.query.everywhere === true)
      reply.header('cache-control', 'no-store')
      // Signed out here is signed out, also when the issuer does not answer.
      const leaveAt = isOrganisations ? await login?.issuer.endAddress(idToken).catch(() => null) : null
      return { ...session(request, null), leaveAt: leaveAt ?? null }
    },
  )
}
