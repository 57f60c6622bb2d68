import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type AsOf, AsOfParams } from '#api/asOf'
import { type ViewName, views as viewDefinitions } from '#api/contract'
import type { Scope } from '#api/policy'
import { Problem } from '#api/problem'
import { progressType } from '#api/progress'
import { strict } from '#api/strict'
import type { Asker } from '../asker.ts'
import type { Clock } from '../clock.ts'
import type { Views } from '../projections/views.ts'
import { remembering } from '../remembering.ts'
import { resolveAsOf } from './asOf.ts'
import type { ViewsFor } from './scenario.ts'
import { slowly } from './slowly.ts'
import { unwritten, type Written } from './written.ts'

export interface ViewDeps {
  readonly clock: Clock
  readonly viewsFor: ViewsFor
  /** Answers one query of the contract. */
  readonly answer: (name: ViewName, views: Views, at: AsOf, scope: Scope, params: unknown, asker: Asker) => unknown
  /** Number of the projector's last commit. */
  readonly commit: () => number
  /** Differs from start to start: rebuilt views count their commits anew. */
  readonly bootId: string
}

/** Written answers kept in memory; the map's three are asked for by everybody. */
const kept = 32

export const unchanged = { 304: z.undefined().describe('The caller already has this answer') } as const
const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 503: Problem } as const

/** GET for every query of the contract. */
export function bindViews(app: FastifyInstance, deps: ViewDeps): void {
  const remembered = remembering<Written>(kept)
  for (const [name, definition] of Object.entries(viewDefinitions)) {
    app.get(
      `/api${definition.path}`,
      {
        config: { action: definition.action, committeeOnly: definition.committeeOnly ?? false },
        schema: {
          tags: ['views'],
          operationId: name,
          querystring: strict<z.ZodObject>(definition.params),
          description: `Accept ${progressType} to be told how far a long answer has come, an \`AnswerLine\` on each line`,
          response: { 200: definition.response, ...unchanged, ...problems },
        },
      },
      async (request, reply) => {
        const at = resolveAsOf(asOfIn(request.query), deps.clock)
        const views = await deps.viewsFor(at, request.scope)
        const version = definition.movesWith === 'commits' ? `${deps.commit()}` : views.version()
        const tag = viewTag(deps.bootId, version, [name, deps.clock.today(), at, request.scope, request.query])
        reply.header('cache-control', 'private, no-cache').header('etag', tag).header('vary', 'cookie')
        if (request.headers['if-none-match'] === tag) return reply.code(304).send()
        // Some answers come later; one that fails leaves nothing behind to be remembered.
        const written = remembered(tag, unwritten)
        return await slowly(request, reply, written, async (asker) => {
          // The names of `Object.entries` are the contract's own.
          const answer = await deps.answer(name as ViewName, views, at, request.scope, request.query, asker)
          return String(reply.serialize(answer))
        })
      },
    )
  }
}

/** Names an answer: same tag, same bytes. `what` is everything that the answer depends on besides the views. */
export function viewTag(bootId: string, version: string, what: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 16)
  return `W/"${bootId}-${version}-${digest}"`
}

/** The as-of part of parameters that have already been checked; a query may have none. */
function asOfIn(params: unknown): AsOfParams {
  return AsOfParams.partial().parse(params)
}
