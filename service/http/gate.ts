import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { type Action, reachOf, type Scope } from '#api/policy'
import { problemCodes } from '#api/problem'
import type { Actor } from '#events/envelope'
import { problem } from './problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, for the policy table; `open` for what everyone gets: health, session, the web build. */
    action?: Action | 'open'
    /** The answer may hold what only committee and secretariat may know: who of them read it is noted in the access log. */
    committeeOnly?: boolean
  }
  interface FastifyRequest {
    /** Who asks and how far that reaches, as the gate established it. */
    scope: Scope
    /** Who acts, for the log; null for the public. */
    actor: Actor | null
  }
}

/** Tells who sent a request: a person or a machine, or null for the public. */
export type Identify = (request: FastifyRequest) => Promise<Actor | null>

/** Regions whose matters an organisation has today. */
export type RegionsHeldBy = (organisation: string | null) => readonly string[]

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * The gate. Must be installed before the first route. Every route names its action; `ready` fails and lists those that
 * do not, so the process does not start. What the policy table does not allow is denied: 401 to the public, who may
 * sign in, 403 to others. A change must come from a page of our own.
 */
export function installGate(app: FastifyInstance, identify: Identify, regionsHeldBy: RegionsHeldBy): void {
  const routes: RouteOptions[] = []
  // Kept and looked at when all is set up: whoever registers a library's routes declares their action in a later hook.
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  app.addHook('onReady', async () => {
    const undeclared = routes.filter(({ config }) => config?.action === undefined)
    const names = undeclared.map(({ method, url }) => `${[method].flat().join(',')} ${url}`)
    if (names.length > 0) throw new Error(`These routes declare no action:\n  ${names.join('\n  ')}`)
  })

  // Set for every request below, before any route sees it.
  app.decorateRequest('scope')
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    if (changing.has(request.method)) refuseOtherOrigins(request)
    const person = await identify(request)
    const role = person?.role ?? 'public'
    const { action } = request.routeOptions.config
    // A route that slipped through without an action is closed to all.
    const reach = action === 'open' ? 'own' : action && reachOf(role, action)
    if (!reach) throw problem(person ? 403 : 401, person ? problemCodes.forbidden : problemCodes.signInNeeded)
    const organisation = person?.organisation ?? null
    request.scope = { role, reach, organisation, regions: regionsHeldBy(organisation) }
    request.actor = person
  })
}

/**
 * A browser says where a request comes from. Programs say nothing, and carry no cookie that somebody else could use.
 */
function refuseOtherOrigins(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const foreign =
    (site !== undefined && site !== 'same-origin') || (origin !== undefined && !isOwn(origin, request.host))
  if (foreign) throw problem(403, problemCodes.crossOrigin)
}

function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
