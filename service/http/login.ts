import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemCodes } from '#api/problem'
import type { LoginProblem } from '#api/session'
import { strict } from '#api/strict'
import type { Actor } from '#events/envelope'
import { callbackPath, LoginFailed } from '../login/issuer.ts'
import { actorOf } from '../login/signedIn.ts'
import { TokenRefused } from '../login/tokens.ts'
import { problem } from './problems.ts'
import { loginLimit } from './security.ts'
import { newSession, type SessionDeps, sessionOf } from './session.ts'

/** Letters of an ID token that fit a cookie beside the rest; browsers keep cookies of four thousand. */
const idTokenFits = 2000

/** A path of ours: never another site's, also not by `//` or by a backslash. */
const next = z
  .string()
  .regex(/^\/(?![/\\])[^\\]*$/, { error: 'expected a path of this service' })
  .max(1000)
  .optional()

const Begin = strict(
  z.object({ next, again: z.stringbool().optional().meta({ description: 'Have the issuer ask who it is' }) }),
)

/**
 * Who sent the request: a machine by its bearer token, else a person by the session. This is the one place where a login
 * counts. A token that is no good is refused, whatever cookie is beside it; why goes to the log, the token does not.
 */
export function identifyBy(deps: SessionDeps): (request: FastifyRequest) => Promise<Actor | null> {
  return async (request) => {
    const token = /^Bearer +(\S*)$/i.exec(request.headers.authorization ?? '')?.[1]
    return token === undefined ? sessionOf(deps, request) : await machineOf(token, deps, request)
  }
}

async function machineOf(
  token: string,
  { login, accounts }: SessionDeps,
  request: FastifyRequest,
): Promise<Actor | null> {
  try {
    if (login === null) throw new TokenRefused('notAccepted')
    const actor = actorOf(login, accounts, await login.verifyToken(token))
    if (actor === null) throw problem(403, problemCodes.forbidden)
    return actor
  } catch (error) {
    if (error instanceof LoginFailed) {
      request.log.warn({ failure: error.failure, detail: error.detail }, 'the keys of the issuer could not be had')
      throw problem(503, problemCodes.loginUnavailable)
    }
    if (!(error instanceof TokenRefused)) throw error
    request.log.warn({ fault: error.fault }, 'a bearer token was refused')
    const code = error.fault === 'expired' ? problemCodes.tokenExpired : problemCodes.tokenRefused
    throw problem(401, code, { params: { fault: error.fault } })
  }
}

/**
 * GET `/api/login` sends the browser to the issuer, GET `/api/login/callback` receives it back. Both end at a page of
 * ours, also when nobody was signed in: then `/log-ind` says why. Unknown routes when no issuer is set.
 */
export function bindLogin(app: FastifyInstance, deps: SessionDeps): void {
  const { login, accounts, clock } = deps
  const routes = app.withTypeProvider<ZodTypeProvider>()
  const config = { action: 'open', rateLimit: loginLimit } as const

  routes.get(
    '/api/login',
    { config, schema: { tags: ['session'], querystring: Begin, response: { 302: z.undefined() } } },
    async (request, reply) => {
      if (login === null) throw problem(404, problemCodes.unknownRoute)
      const { next = '/kort', again = false } = request.query
      try {
        const { url, flow } = await login.issuer.begin(again)
        request.session.set('flow', { ...flow, next })
        return await noStore(reply).redirect(url)
      } catch (error) {
        return await failed(request, reply, error, next)
      }
    },
  )

  app.get(callbackPath, { config, schema: { hide: true } }, async (request, reply) => {
    if (login === null) throw problem(404, problemCodes.unknownRoute)
    const flow = request.session.get('flow')
    // Each login comes back once: the next one begins anew.
    request.session.set('flow', undefined)
    if (flow === undefined)
      return await failed(request, reply, new LoginFailed('failed', 'no login under way'), '/kort')
    try {
      const { claims, idToken } = await login.issuer.finish(new URL(request.url, login.publicUrl).search, flow)
      const actor = actorOf(login, accounts, claims)
      if (actor === null) return await back(reply, 'noRole', flow.next)
      request.session.regenerate()
      request.session.set('signedIn', {
        ...newSession(actor.userId, clock),
        role: actor.role,
        organisation: actor.organisation,
        mapping: login.mapping,
      })
      if (idToken.length <= idTokenFits) request.session.set('idToken', idToken)
      return await noStore(reply).redirect(flow.next)
    } catch (error) {
      return await failed(request, reply, error, flow.next)
    }
  })
}

function failed(request: FastifyRequest, reply: FastifyReply, error: unknown, next: string): FastifyReply {
  if (!(error instanceof LoginFailed)) throw error
  request.log.warn({ failure: error.failure, detail: error.detail }, 'a login failed')
  return back(reply, error.failure, next)
}

function back(reply: FastifyReply, login: LoginProblem, next: string): FastifyReply {
  return noStore(reply).redirect(`/log-ind?${new URLSearchParams({ login, next }).toString()}`)
}

function noStore(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store')
}
