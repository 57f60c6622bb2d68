import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { problemCodes } from '#api/problem'
import { problem } from './problems.ts'

/**
 * What a page of ours may load: itself. MapLibre's worker is a file of our own; it makes images from `blob:` and
 * `data:`. Styles may be inline because the accessible widgets write style elements for touch and scrolling.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    workerSrc: ["'self'"],
    connectSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

/** Requests for what does not exist that one address may send in a minute: fewer, so that nobody searches by guessing. */
const unknownLimit = 120

/** What one address may do of signing in within a minute. */
export const loginLimit = { max: 30, timeWindow: '1 minute' } as const

/** Headers, limits and compression, before any route. `perMinute` is what one address may send. */
export async function installSecurity(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy, frameguard: { action: 'deny' } })
  await app.register(rateLimit, { global: false, max: perMinute, timeWindow: '1 minute', cache: 10_000 })
  limitEveryone(app)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    // Brotli's own default is made for files that are packed once; a live answer wants a fast level.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    customTypes:
      /^(text\/(?!event-stream)|application\/([\w.-]+\+)?json|application\/javascript|image\/svg|application\/vnd\.mapbox-vector-tile)/,
  })
}

/**
 * The limit of all requests, before the gate looks at them: who is refused there, or is told to sign in, has used a
 * request too. The plugin's own hooks would come after the gate; they are left to routes that have a limit of their own.
 */
function limitEveryone(app: FastifyInstance): void {
  const count = app.createRateLimit()
  app.addHook('onRequest', async (request, reply) => {
    const counted = await count(request)
    if (counted.isAllowed) return
    reply.headers({
      'x-ratelimit-limit': counted.max,
      'x-ratelimit-remaining': counted.remaining,
      'x-ratelimit-reset': counted.ttlInSeconds,
    })
    if (!counted.isExceeded) return
    reply.header('retry-after', counted.ttlInSeconds)
    throw problem(429, problemCodes.tooMany)
  })
}

/** The rate limit of unknown routes, for the not-found handler. */
export function unknownRouteLimit(app: FastifyInstance) {
  return app.rateLimit({ max: unknownLimit, timeWindow: '1 minute' })
}
