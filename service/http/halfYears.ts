import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem, problemCodes } from '#api/problem'
import { strict } from '#api/strict'
import { halfYearPackageView } from '#api/views/halfYear'
import { pdfInThread } from '../documents/pdfThread.ts'
import type { Geography } from '../geography.ts'
import { packageCsv, packageXlsx } from '../halfYears/files.ts'
import { packagePaper } from '../halfYears/packagePaper.ts'
import type { PublishedPackage } from '../halfYears/sheet.ts'
import { resolveAsOf } from './asOf.ts'
import { problem } from './problems.ts'
import type { ViewDeps } from './views.ts'

const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem } as const

const Params = halfYearPackageView.params.omit({ scenario: true }).extend({
  format: z.enum(['csv', 'xlsx', 'pdf']),
  language: z.enum(['da', 'en']).default('da'),
})

/** GET `/api/half-year-packages/file`: the package of the view of the same parameters, as a file. */
export function bindHalfYears(
  app: FastifyInstance,
  deps: Pick<ViewDeps, 'answer' | 'clock' | 'viewsFor'> & { readonly geography: Geography },
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/half-year-packages/file',
    {
      config: { action: halfYearPackageView.action },
      schema: {
        tags: ['files'],
        summary: 'A municipality’s half-yearly package as it was published',
        querystring: strict(Params),
        response: { 200: z.unknown().describe('A table, a workbook, or pages for A4'), ...problems },
      },
    },
    async (request, reply) => {
      const { format, language, ...params } = request.query
      const at = resolveAsOf(params, deps.clock)
      const views = await deps.viewsFor(at, request.scope)
      const answer = halfYearPackageView.response.parse(
        await deps.answer('halfYearPackage', views, at, request.scope, params, {}),
      )
      const edition = answer.editions.find((one) => one.edition === answer.shown)
      if (edition === undefined || answer.content === null) throw problem(404, problemCodes.notFound)
      const { areas } = deps.geography
      const published: PublishedPackage = {
        municipality: answer.municipality,
        name: areas.municipalities.find(({ code }) => code === answer.municipality)?.name ?? answer.municipality,
        regionName: areas.regions.find(({ code }) => code === answer.region)?.name ?? answer.region,
        period: answer.period,
        edition,
        content: answer.content,
      }
      const name = `${language === 'da' ? 'halvaarsdata' : 'half-yearly-data'}-${answer.municipality}-${answer.period}-${edition.edition}.${format}`
      reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .header('vary', 'cookie')
      switch (format) {
        case 'csv':
          return reply.type('text/csv; charset=utf-8').send(packageCsv(published, language))
        case 'xlsx':
          return reply
            .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
            .send(await packageXlsx(published, language))
        case 'pdf': {
          const origin = `${request.protocol}://${request.host}`
          return reply.type('application/pdf').send(await pdfInThread(packagePaper(published, language), origin))
        }
        default:
          return format satisfies never
      }
    },
  )
}
