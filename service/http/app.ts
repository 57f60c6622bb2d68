import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { views } from '#api/contract'
import { problemCodes } from '#api/problem'
import type { Config } from '../config.ts'
import type { Geography } from '../geography.ts'
import { callbackPath } from '../login/issuer.ts'
import { type AccessLogDeps, bindAccessLog, installAccessLog } from './accessLog.ts'
import { type AttachmentDeps, bindAttachments } from './attachments.ts'
import { bindChanges, type Changes } from './changes.ts'
import type { CollectionDeps } from './collections.ts'
import { bindCommands, type CommandDeps } from './commands.ts'
import { bindCoverageTiles } from './coverageTiles.ts'
import { closingGently } from './drain.ts'
import { bindFeatures } from './features.ts'
import { installGate, type RegionsHeldBy } from './gate.ts'
import { bindGeography } from './geography.ts'
import { bindHalfYears } from './halfYears.ts'
import { bindHealth, type Health } from './health.ts'
import { bindLogin, identifyBy } from './login.ts'
import { bindPapers, type PaperDeps } from './papers.ts'
import { bindPersons, type PersonDeps } from './persons.ts'
import { renderProblems, send } from './problems.ts'
import { bindScenarioFiles, type ScenarioFileDeps } from './scenarioFiles.ts'
import { installSecurity, unknownRouteLimit } from './security.ts'
import { bindSession, installSessions, type SessionDeps } from './session.ts'
import { bindTiles } from './tiles.ts'
import { bindViews, type ViewDeps } from './views.ts'
import { bindWeb } from './web.ts'

/** Everything that HTTP binds to routes. */
export interface AppDeps
  extends CommandDeps,
    ViewDeps,
    CollectionDeps,
    SessionDeps,
    ScenarioFileDeps,
    AttachmentDeps,
    AccessLogDeps,
    PaperDeps,
    PersonDeps {
  readonly config: Pick<Config, 'logLevel' | 'rateLimit' | 'trustProxy'>
  readonly changes: Changes
  readonly health: () => Health
  readonly regionsHeldBy: RegionsHeldBy
  readonly geography: Geography
  /** Folder of the web build. */
  readonly webRoot: string
}

const badAddress = { path: 'url', expected: 'a well-formed address', code: 'invalid_format' }

/** Commands are small; nothing that a person types comes near. */
const bodyLimit = 256 * 1024

/** Where the address is more than where: a login comes back with its code, and what is searched for may be a name. */
const pathOnly = new Set([callbackPath, `/api${views.search.path}`])

/** What the log says of a request. */
function requestLine({ method, url, host, ip }: FastifyRequest) {
  const [path = ''] = url.split('?')
  return { method, url: pathOnly.has(path) ? path : url, host, remoteAddress: ip }
}

/**
 * The whole HTTP side, assembled by name: what happens to every request first, then the routes. Not listening yet, so
 * that tests can `inject`. `close` finishes open requests. Rejects at `ready` when a route declares no action.
 */
export async function buildApp(deps: AppDeps): Promise<{ app: FastifyInstance; close: () => Promise<void> }> {
  const { config } = deps
  const app = Fastify({
    logger: {
      level: config.logLevel,
      // What identifies a person or may hold their words is never written down.
      redact: ['req.headers.cookie', 'req.headers.authorization', 'req.body', 'body', 'res.headers["set-cookie"]'],
      // A login comes back with its code in the address.
      serializers: { req: requestLine },
      stream: process.stderr,
    },
    genReqId: () => randomUUID(),
    // An address that is no address comes here before any route or handler.
    frameworkErrors: (_error, request, reply) => {
      send(request, reply, 400, problemCodes.invalid, { fields: [badAddress] })
    },
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit,
    // A sender has this long to finish its request, a kept connection this long between two; no slow one holds a place.
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    connectionTimeout: 120_000,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  // What browsers may send across sites without asking first is not accepted as a body.
  app.removeContentTypeParser('text/plain')
  renderProblems(app)
  const close = closingGently(app)

  await installSecurity(app, config.rateLimit)
  await installSessions(app, deps.sessionKey, deps.login?.publicUrl)
  installGate(app, identifyBy(deps), deps.regionsHeldBy)
  installAccessLog(app, deps)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Praksiskort', version: '0.1.0', license: { name: 'MIT' } } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })

  bindHealth(app, deps.health)
  bindSession(app, deps)
  bindLogin(app, deps)
  bindCommands(app, deps)
  bindAccessLog(app, deps)
  bindViews(app, deps)
  await bindChanges(app, deps.changes, deps.commit)
  bindGeography(app, deps.geography)
  bindFeatures(app, deps)
  bindTiles(app, deps)
  bindCoverageTiles(app, deps)
  bindScenarioFiles(app, deps)
  bindHalfYears(app, deps)
  bindPapers(app, deps)
  bindPersons(app, deps)
  await bindAttachments(app, deps)
  await bindDocumentation(app)
  await bindWeb(app, deps.webRoot)
  app.setNotFoundHandler({ preHandler: unknownRouteLimit(app) }, (request, reply) =>
    send(request, reply, 404, problemCodes.unknownRoute),
  )
  return { app, close }
}

/** `/api/openapi.json`, generated from the same definitions as the routes, and a page to read it at `/api/docs`. */
async function bindDocumentation(app: FastifyInstance): Promise<void> {
  const config = { action: 'open' } as const
  app.get('/api/openapi.json', { config, schema: { hide: true } }, () => app.swagger())
  await app.register(async (documentation) => {
    // The plugin's routes are its own; the action is declared for them here.
    documentation.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...config }
    })
    await documentation.register(swaggerUi, { routePrefix: '/api/docs' })
  })
}
