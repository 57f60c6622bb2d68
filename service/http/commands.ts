import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Accepted, type Command, commandIdHeader, commands } from '#api/contract'
import { fieldsOf } from '#api/fields'
import { Problem, problemCodes } from '#api/problem'
import { strict } from '#api/strict'
import type { Handle } from '../handle.ts'
import { fieldProblem, problem } from './problems.ts'

export interface CommandDeps {
  readonly handle: Handle
  /** Throws 403 or 404 when the command lies outside the caller's reach. */
  readonly checkReach: (command: Command, request: FastifyRequest) => Promise<void>
  /** Resolves true when the views, and what reactors make of the command, have passed the position; false after the wait. */
  readonly seen: (position: NonNullable<Accepted['position']>, timeoutMs: number) => Promise<boolean>
  /** Throws 503 when the views stand still. */
  readonly checkRunning: () => void
}

/** How long an answer waits for the views, in milliseconds; then it is 202. */
const waitForViewsMs = 2000

const Headers = z.looseObject({
  [commandIdHeader]: z.uuid({ error: 'a UUID made by the sender' }).meta({
    description: 'Id of the command, made by the sender; the same id never takes effect twice',
  }),
  'if-match': z
    .string()
    .regex(/^(W\/)?"(\d+|-1)"$/, { error: 'a revision in quotes, "-1" for a stream that must not exist yet' })
    .optional()
    .meta({ description: 'Revision of the stream that the sender has seen; 412 when it has moved' }),
})

/** No what-if takes commands yet, and the past takes none at all. */
const Query = strict(z.object({}))

const problems = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  412: Problem,
  503: Problem,
} as const

/** POST for every command of the contract, except those that only the process itself may send. */
export function bindCommands(app: FastifyInstance, deps: CommandDeps): void {
  for (const definition of commands) {
    if (definition.action === 'process.run') continue
    const body = strict<z.ZodObject>(definition.body)
    app.post(
      `/api${definition.path}`,
      {
        ...(definition.bodyLimit === undefined ? {} : { bodyLimit: definition.bodyLimit }),
        config: { action: definition.action },
        schema: {
          tags: ['commands'],
          operationId: definition.type,
          headers: Headers,
          querystring: Query,
          body,
          response: {
            200: Accepted.describe('Done, and the views show it'),
            202: Accepted.describe('Done; the views will show it shortly'),
            ...problems,
          },
        },
        preValidation: async (request) => checkWhole(request, body),
      },
      async (request, reply) => {
        deps.checkRunning()
        // The body was checked by this definition's own schema.
        const command = { type: definition.type, data: request.body } as Command
        await deps.checkReach(command, request)
        const { actor } = request
        if (actor === null) throw problem(401, problemCodes.signInNeeded)
        const expected = revisionIn(request.headers['if-match'])
        const accepted = await deps.handle(command, {
          actor,
          commandId: idIn(request),
          ...(expected === undefined ? {} : { expected }),
        })
        const seen = accepted.position === null || (await deps.seen(accepted.position, waitForViewsMs))
        reply.header('etag', `"${accepted.revision}"`).header('cache-control', 'no-store')
        return reply.code(seen ? 200 : 202).send(accepted)
      },
    )
  }
}

/**
 * Names everything that is wrong with a request at once; Fastify alone would stop at the first part of it. That the past
 * takes no commands is said before the fields are looked at: it is no misspelt field, it is a rule.
 */
function checkWhole(request: FastifyRequest, body: z.ZodObject): void {
  const query = Object(request.query)
  if ('asOf' in query || 'asKnownAt' in query) throw problem(409, problemCodes.pastIsReadOnly)
  const parts = [
    ['body', body.safeParse(request.body)],
    ['headers', Headers.safeParse(request.headers)],
    ['query', Query.safeParse(request.query)],
  ] as const
  const fields = parts.flatMap(([part, { error }]) => fieldsOf(error?.issues ?? [], part))
  if (fields.length > 0) throw problem(400, problemCodes.invalid, { fields })
}

function idIn(request: FastifyRequest): string {
  const id = request.headers[commandIdHeader]
  if (typeof id !== 'string')
    throw fieldProblem(`headers.${commandIdHeader}`, 'a UUID made by the sender', 'invalid_type')
  return id
}

/** The revision that `If-Match` names; `'none'` for a stream that must not exist yet. */
function revisionIn(ifMatch: string | undefined): number | 'none' | undefined {
  if (ifMatch === undefined) return undefined
  const revision = Number(ifMatch.replace(/^W\//, '').replaceAll('"', ''))
  return revision === -1 ? 'none' : revision
}
