import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { scenarioBodyLimit } from '#api/commands/scenario'
import type { Accepted, Command } from '#api/contract'
import { Problem, problemCodes } from '#api/problem'
import { strict } from '#api/strict'
import { ScenarioFile, ScenarioImport, ScenarioImportReport } from '#api/views/scenario'
import { PlannedScenarioId } from '#events/scenario'
import type { Handle } from '../handle.ts'
import type { Views } from '../projections/views.ts'
import type { World } from '../queries/query.ts'
import { importOf, readScenarioFile, scenarioFile } from '../scenarios/file.ts'
import { scenarioFileName } from '../scenarios/fileName.ts'
import { lookedAt } from '../scenarios/scenarioAnswers.ts'
import { problem } from './problems.ts'

export interface ScenarioFileDeps {
  /** The views that scenarios are kept in. */
  readonly views: Views
  readonly world: () => World
  readonly handle: Handle
  readonly seen: (position: NonNullable<Accepted['position']>, timeoutMs: number) => Promise<boolean>
  readonly checkRunning: () => void
}

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem } as const
const config = { action: 'scenario.use' } as const
const waitForViewsMs = 2000

/** GET `/api/scenarios/{id}/file`, and POST `/api/scenarios/import`, which tells what a file would become or makes it. */
export function bindScenarioFiles(app: FastifyInstance, deps: ScenarioFileDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>()
  routes.get(
    '/api/scenarios/:id/file',
    {
      config,
      schema: {
        tags: ['scenarios'],
        summary: 'A scenario as a file that opens in another service',
        params: z.object({ id: PlannedScenarioId }),
        response: { 200: ScenarioFile, ...problems },
      },
    },
    async (request, reply) => {
      const record = lookedAt(deps.views, request.params.id, request.scope)
      reply
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(scenarioFileName(record.state))}`,
        )
        .header('cache-control', 'private, no-store')
      return scenarioFile(record)
    },
  )
  routes.post(
    '/api/scenarios/import',
    {
      config,
      bodyLimit: scenarioBodyLimit,
      schema: {
        tags: ['scenarios'],
        summary: 'What a file would become here; with `create` it is made',
        body: strict(ScenarioImport),
        response: { 200: ScenarioImportReport, ...problems },
      },
    },
    async (request) => {
      deps.checkRunning()
      const { actor } = request
      if (actor === null) throw problem(401, problemCodes.signInNeeded)
      const { file: content, create, name } = request.body
      const file = readScenarioFile(content)
      if ('fields' in file) throw problem(400, problemCodes.invalid, { fields: [...file.fields] })
      const named = name === null ? file : { ...file, name }
      const { report, commandFor } = importOf(named, deps.views, deps.world())
      if (create === null) return { scenario: null, ...report }
      // The decider reads every change once more.
      const command = commandFor(create) as Command
      const { position } = await deps.handle(command, { actor, commandId: randomUUID() })
      if (position !== null) await deps.seen(position, waitForViewsMs)
      return { scenario: create, ...report }
    },
  )
}
