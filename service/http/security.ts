import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

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
  await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute', cache: 10_000 })
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    // Brotli's own default is made for files that are packed once; a live answer wants a fast level.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    customTypes:
      /^(text\/(?!event-stream)|application\/([\w.-]+\+)?json|application\/javascript|image\/svg|application\/vnd\.mapbox-vector-tile)/,
  })
}

/** The rate limit of unknown routes, for the not-found handler. */
export function unknownRouteLimit(app: FastifyInstance) {
  return app.rateLimit({ max: unknownLimit, timeWindow: '1 minute' })
}
