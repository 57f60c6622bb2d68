import { z } from 'zod'

/**
 * An error as the service sends it (RFC 9457, `application/problem+json`): a code and its parameters, no prose. The
 * reader's own words come from `events/glossary.ts` or the web's texts.
 */
export const Problem = z
  .object({
    type: z.string(),
    status: z.int(),
    /** `case.alreadyRuled`, `request.invalid`, `revision.conflict` ... */
    code: z.string(),
    params: z.record(z.string(), z.unknown()).optional(),
    /** For 400: every field at fault, as a path with what was expected. */
    fields: z.array(z.object({ path: z.string(), expected: z.string(), code: z.string() })).optional(),
    /** To find the request again in the server's log. */
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** Codes that the service itself uses; deciders add their own as `<stream>.<reason>`. */
export const problemCodes = {
  invalid: 'request.invalid',
  unknownRoute: 'request.unknownRoute',
  notFound: 'request.notFound',
  forbidden: 'request.forbidden',
  signInNeeded: 'session.needed',
  tokenExpired: 'token.expired',
  /** `params.fault` says why: issuer, audience, algorithm, unknownKey, signature ... */
  tokenRefused: 'token.refused',
  loginUnavailable: 'login.unavailable',
  conflict: 'revision.conflict',
  storeUnavailable: 'store.unavailable',
  pastIsReadOnly: 'time.pastIsReadOnly',
  tooMany: 'request.tooMany',
  mediaType: 'request.mediaType',
  tooLarge: 'request.tooLarge',
  crossOrigin: 'request.crossOrigin',
  notAcceptable: 'request.notAcceptable',
  refused: 'request.refused',
  unavailable: 'server.unavailable',
  /** The projector met an event that it cannot read; `params.event` says which. */
  viewsStopped: 'views.stopped',
  internal: 'server.internal',
} as const
