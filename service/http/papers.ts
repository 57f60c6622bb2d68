import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '#api/problem'
import { strict } from '#api/strict'
import { PaperParams, paperView } from '#api/views/paper'
import { pdfOf } from '../documents/pdf.ts'
import { resolveAsOf } from './asOf.ts'
import { goneSignal } from './slowly.ts'
import type { ViewDeps } from './views.ts'

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem } as const

/** GET `/api/papers/pdf`: the paper of the view of the same parameters, as a file for A4. */
export function bindPapers(app: FastifyInstance, deps: Pick<ViewDeps, 'answer' | 'clock' | 'viewsFor'>): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/papers/pdf',
    {
      config: { action: paperView.action, committeeOnly: true },
      schema: {
        tags: ['papers'],
        summary: 'A paper about a case as a PDF; the same two times make the same bytes',
        querystring: strict(PaperParams),
        response: { 200: z.unknown().describe('The paper, application/pdf'), ...problems },
      },
    },
    async (request, reply) => {
      const at = resolveAsOf(request.query, deps.clock)
      const views = await deps.viewsFor(at, request.scope)
      const signal = goneSignal(reply)
      const answer = await deps.answer('paper', views, at, request.scope, request.query, { signal })
      const { paper } = paperView.response.parse(answer)
      const bytes = await pdfOf(paper, `${request.protocol}://${request.host}`)
      const name = `${request.query.case}-${paper.kind}-${paper.language}.pdf`
      return reply
        .header('content-disposition', `inline; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .type('application/pdf')
        .send(bytes)
    },
  )
}
