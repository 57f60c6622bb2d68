import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '#api/problem'
import { strict } from '#api/strict'
import { EvidencePack } from '#api/views/evidence'
import { PaperParams, paperView } from '#api/views/paper'
import { evidenceOf, evidenceText, type ReadStream } from '../documents/evidence.ts'
import { pdfInThread } from '../documents/pdfThread.ts'
import type { World } from '../queries/query.ts'
import { resolveAsOf } from './asOf.ts'
import { goneSignal } from './slowly.ts'
import type { ViewDeps } from './views.ts'

export interface PaperDeps extends Pick<ViewDeps, 'answer' | 'clock' | 'viewsFor'> {
  readonly world: () => World
  /** Reads a stream of the log. */
  readonly readStream: ReadStream
}

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem } as const

/**
 * GET `/api/papers/pdf`: the paper of the view of the same parameters, as a file for A4. GET `/api/papers/evidence`: the
 * same paper with everything that its figures are made from, for a program to compute again.
 */
export function bindPapers(app: FastifyInstance, deps: PaperDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['papers']

  /** The answer of the view, with what it was read from. */
  async function asked(request: FastifyRequest<{ Querystring: z.infer<typeof PaperParams> }>, reply: FastifyReply) {
    const at = resolveAsOf(request.query, deps.clock)
    const views = await deps.viewsFor(at, request.scope)
    const answer = await deps.answer('paper', views, at, request.scope, request.query, { signal: goneSignal(reply) })
    reply.header('cache-control', 'private, no-store')
    return { views, ...paperView.response.parse(answer) }
  }

  routes.get(
    '/api/papers/pdf',
    {
      config: { action: paperView.action, committeeOnly: true },
      schema: {
        tags,
        summary: 'A paper about a case as a PDF; the same two times make the same bytes',
        querystring: strict(PaperParams),
        response: { 200: z.unknown().describe('The paper, application/pdf'), ...problems },
      },
    },
    async (request, reply) => {
      const { paper } = await asked(request, reply)
      const bytes = await pdfInThread(paper, `${request.protocol}://${request.host}`)
      reply.header(
        'content-disposition',
        `inline; filename="${request.query.case}-${paper.kind}-${paper.language}.pdf"`,
      )
      return reply.type('application/pdf').send(bytes)
    },
  )

  routes.get(
    '/api/papers/evidence',
    {
      config: { action: 'evidence.read', committeeOnly: true },
      schema: {
        tags,
        summary: 'A paper with the events, rule set, formulas and data versions that its figures are made from',
        querystring: strict(PaperParams),
        response: { 200: EvidencePack, ...problems },
      },
    },
    async (request, reply) => {
      const { views, paper, region } = await asked(request, reply)
      const from = { paper, region, case: request.query.case }
      const pack = await evidenceOf(from, views, request.scope, deps.world(), deps.readStream)
      return reply
        .header('content-disposition', `attachment; filename="${request.query.case}-${paper.kind}-evidence.json"`)
        .type('application/json; charset=utf-8')
        .serializer(() => evidenceText(pack))
        .send(pack)
    },
  )
}
