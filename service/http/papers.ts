import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '#api/problem'
import { strict } from '#api/strict'
import { EvidencePack } from '#api/views/evidence'
import { MeetingPaperParams, meetingPaperView, type Paper, PaperParams, paperView } from '#api/views/paper'
import { evidenceOf, evidenceText, type ReadStream } from '../documents/evidence.ts'
import { pdfInThread } from '../documents/pdfThread.ts'
import type { World } from '../queries/query.ts'
import type { Scenarios } from '../scenarios.ts'
import { resolveAsOf } from './asOf.ts'
import { goneSignal } from './slowly.ts'
import type { ViewDeps } from './views.ts'

export interface PaperDeps extends Pick<ViewDeps, 'answer' | 'clock' | 'viewsFor'> {
  readonly world: () => World
  /** Reads a stream of the log. */
  readonly readStream: ReadStream
  readonly scenarios: Pick<Scenarios, 'changeThen'>
}

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem } as const

const pdf = z.unknown().describe('The paper, application/pdf')

/**
 * GET `/api/papers/pdf` and `/api/papers/meeting-pdf`: the paper of the view of the same parameters, as a file for A4.
 * GET `/api/papers/evidence`: a case's paper with everything that its figures are made from, for a program to compute again.
 */
export function bindPapers(app: FastifyInstance, deps: PaperDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['papers']

  /** Its pages are those of the address that the service is known by, or else was asked at. */
  async function sendPdf(request: FastifyRequest, reply: FastifyReply, paper: Paper, of: string) {
    const bytes = await pdfInThread(paper, deps.world().publicUrl ?? `${request.protocol}://${request.host}`)
    reply
      .header('content-disposition', `inline; filename="${of}-${paper.kind}-${paper.language}.pdf"`)
      .header('cache-control', 'private, no-store')
    return reply.type('application/pdf').send(bytes)
  }

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
        response: { 200: pdf, ...problems },
      },
    },
    async (request, reply) => {
      const { paper } = await asked(request, reply)
      return await sendPdf(request, reply, paper, request.query.case)
    },
  )

  routes.get(
    '/api/papers/meeting-pdf',
    {
      config: { action: meetingPaperView.action, committeeOnly: true },
      schema: {
        tags,
        summary: 'The agenda or the minutes of a meeting as a PDF',
        querystring: strict(MeetingPaperParams),
        response: { 200: pdf, ...problems },
      },
    },
    async (request, reply) => {
      const at = resolveAsOf(request.query, deps.clock)
      const views = await deps.viewsFor(at, request.scope)
      const asker = { signal: goneSignal(reply) }
      const answer = await deps.answer('meetingPaper', views, at, request.scope, request.query, asker)
      const { region, meetingOn } = request.query
      return await sendPdf(request, reply, meetingPaperView.response.parse(answer).paper, `${region}-${meetingOn}`)
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
      const pack = await evidenceOf(from, views, request.scope, deps.world(), {
        read: deps.readStream,
        scenarios: deps.scenarios,
      })
      return reply
        .header('content-disposition', `attachment; filename="${request.query.case}-${paper.kind}-evidence.json"`)
        .type('application/json; charset=utf-8')
        .serializer(() => evidenceText(pack))
        .send(pack)
    },
  )
}
