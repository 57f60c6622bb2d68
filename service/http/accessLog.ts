import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { AccessLogPage, AccessLogParams } from '#api/accessLog'
import { AsOfParams } from '#api/asOf'
import { readsCommitteeOnly, type Scope } from '#api/policy'
import { strict } from '#api/strict'
import type { AccessLog } from '../accessLog.ts'
import type { Clock } from '../clock.ts'
import { resolveAsOf } from './asOf.ts'

export interface AccessLogDeps {
  readonly accessLog: AccessLog
  readonly clock: Clock
  /** Region that a case belongs to, and the one that a municipality lies in today. */
  readonly regionOfCase: (id: string) => string | undefined
  readonly regionOfMunicipality: (code: string) => string | undefined
}

/** Codes and ids. A text that somebody typed is not kept: it could hold a name. */
const plain = /^[\w.:-]{1,64}$/

/**
 * Notes who reads what only committee and secretariat may know, before the answer leaves; without the note there is no
 * answer. Which routes these are, each says itself by `committeeOnly`. What a reader's browser still had counts as read.
 */
export function installAccessLog(app: FastifyInstance, deps: AccessLogDeps): void {
  app.addHook('onSend', async (request, reply) => {
    const { actor, scope } = request
    if (request.routeOptions.config.committeeOnly !== true || reply.statusCode >= 400) return
    if (actor === null || !readsCommitteeOnly(scope.role)) return
    const at = resolveAsOf(AsOfParams.partial().parse(request.query), deps.clock)
    const about = aboutOf(request)
    deps.accessLog.note({
      ...actor,
      at: deps.clock.now(),
      what: String(request.routeOptions.schema?.operationId ?? request.routeOptions.url),
      about,
      region: regionOf(about, scope, deps),
      effectiveOn: at.effectiveOn,
      knownAt: at.recordedAt,
    })
  })
}

/** GET `/api/access-log`: a region's secretariat reads who has read its region's. Nothing of it is kept by the browser. */
export function bindAccessLog(app: FastifyInstance, { accessLog, clock }: AccessLogDeps): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/access-log',
    {
      config: { action: 'accessLog.read' },
      schema: {
        tags: ['access log'],
        operationId: 'accessLog',
        querystring: strict(AccessLogParams),
        response: { 200: AccessLogPage },
      },
    },
    (request, reply) => {
      const { year = Number(clock.today().slice(0, 4)), before, limit } = request.query
      reply.header('cache-control', 'no-store')
      return accessLog.page({ year, before, limit, regions: request.scope.regions })
    },
  )
}

/** What was asked about, without the as-of pair, which has columns of its own. */
function aboutOf({ query, params }: FastifyRequest): Record<string, string> {
  const asked = { ...Object(query), ...Object(params), asOf: undefined, asKnownAt: undefined }
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => {
      const text = typeof value === 'number' ? String(value) : value
      return typeof text === 'string' && plain.test(text) ? [[name, text] as const] : []
    }),
  )
}

/** Region whose matter it is: as asked, the case's, the municipality's, else the reader's own. */
function regionOf(about: Record<string, string>, { organisation, regions }: Scope, deps: AccessLogDeps): string | null {
  const { region, case: id, municipality } = about
  return (
    region ??
    (id === undefined ? undefined : deps.regionOfCase(id)) ??
    (municipality === undefined ? undefined : deps.regionOfMunicipality(municipality)) ??
    (regions.length > 0 ? organisation : null)
  )
}
