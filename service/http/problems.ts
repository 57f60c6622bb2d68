import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { type Field, fieldsOf } from '#api/fields'
import { type Problem, problemCodes } from '#api/problem'
import { Refusal } from '../deciders/decider.ts'
import { RevisionConflict, StoreUnavailable } from '../store/eventStore.ts'

type Details = Omit<Problem, 'type' | 'status' | 'code' | 'requestId'>

/** Seconds after which a caller may try again while the store is down. */
const retryAfter = 2

/** An answer that is an error, thrown by routes. */
export type HttpProblem = Error & { readonly problem: { readonly status: number; readonly code: string } & Details }

/** Makes the error for `throw`: an HTTP status, a code, and what goes with it. */
export function problem(status: number, code: string, details: Details = {}): HttpProblem {
  return Object.assign(new Error(code), { problem: { status, code, ...details } })
}

/** 400 for one field at fault. */
export function fieldProblem(path: string, expected: string, code: string): HttpProblem {
  return problem(400, problemCodes.invalid, { fields: [{ path, expected, code }] })
}

/** Installs the one place where errors become answers. The cause of a 500 goes to the log, never to the caller. */
export function renderProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { status, code, ...details } = noted(error, request)
    if (status === 503) reply.header('retry-after', retryAfter)
    if (status === 429 || status === 503) reply.header('cache-control', 'no-store')
    return send(request, reply, status, code, details)
  })
}

/** An error as the caller may read it. The cause of a 500 goes to the log. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  return { type: 'about:blank', ...noted(error, request), requestId: request.id }
}

function noted(error: unknown, request: FastifyRequest): ReturnType<typeof described> {
  const said = described(error, request)
  if (said.status >= 500) request.log.error({ err: error }, 'request failed')
  return said
}

/** Sends one problem. */
export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  details: Details = {},
): FastifyReply {
  const body: Problem = { type: 'about:blank', status, code, ...details, requestId: request.id }
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body)
}

function described(error: unknown, request: FastifyRequest): { status: number; code: string } & Details {
  if (isHttpProblem(error)) return error.problem
  if (error instanceof Refusal && error.code === 'scenario.unknown') return { status: 404, code: problemCodes.notFound }
  if (error instanceof Refusal) return { status: 409, code: error.code, params: error.params }
  if (error instanceof RevisionConflict) {
    const status = request.headers['if-match'] === undefined ? 409 : 412
    return { status, code: problemCodes.conflict, params: { expected: error.expected, actual: error.actual } }
  }
  if (error instanceof StoreUnavailable) return { status: 503, code: problemCodes.storeUnavailable }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return { status: 400, code: problemCodes.invalid, fields: fieldsOfFastify(error) }
  }
  return ofFastify(error)
}

function isHttpProblem(error: unknown): error is HttpProblem {
  return error instanceof Error && 'problem' in error
}

/** fastify-type-provider-zod keeps zod's issue apart in `params`; put it together again. */
function fieldsOfFastify(error: FastifyError): Field[] {
  const issues = (error.validation ?? []).map(({ keyword, instancePath, message, params }) => ({
    ...params,
    code: keyword,
    message: message ?? '',
    path: instancePath.split('/').filter((part) => part !== ''),
  }))
  // The validator built these from zod's issues, without loss.
  const prefix = error.validationContext === 'querystring' ? 'query' : (error.validationContext ?? 'request')
  return fieldsOf(issues as unknown as z.core.$ZodIssue[], prefix)
}

/** Errors of Fastify itself: what the request did wrong keeps its status, everything else is ours and is a 500. */
function ofFastify(error: unknown): { status: number; code: string } & Details {
  const { statusCode: status, code } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { status: 415, code: problemCodes.mediaType }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { status: 413, code: problemCodes.tooLarge }
  if (status === 429) return { status, code: problemCodes.tooMany }
  if (status === 404) return { status, code: problemCodes.notFound }
  if (status === 503) return { status, code: problemCodes.unavailable }
  if (status !== undefined && status >= 400 && status < 500) {
    const fields = [{ path: 'body', expected: 'a JSON document', code: 'invalid_json' }]
    return status === 400 ? { status, code: problemCodes.invalid, fields } : { status, code: problemCodes.refused }
  }
  return { status: 500, code: problemCodes.internal }
}
