import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type AsOf, AsOfParams } from '#api/asOf'
import { Problem, problemCodes } from '#api/problem'
import { strict } from '#api/strict'
import { remembering } from '../remembering.ts'
import { resolveAsOf } from './asOf.ts'
import type { CollectionDeps, Spatial } from './collections.ts'
import { collectionCsv } from './csv.ts'
import { baseOf, here, withParam } from './links.ts'
import { Bbox, bboxOf, Datetime, dateOf } from './ogcParams.ts'
import { crs84, csv, featureOf, geojson, type Link, pageOf } from './ogcSchemas.ts'
import { fieldProblem, problem } from './problems.ts'
import { unchanged, viewTag } from './views.ts'
import { sendWritten, unwritten, type Written } from './written.ts'

const Times = AsOfParams.extend({ datetime: Datetime.optional() })
const ItemsQuery = strict(
  Times.extend({
    bbox: Bbox.optional(),
    'bbox-crs': z.literal(crs84).optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    after: z.coerce.number().int().optional().meta({ description: 'Set by `next` links: goes on after this feature' }),
    f: z.enum(['json', 'csv']).optional().meta({ description: 'json (GeoJSON) or csv; by Accept when left out' }),
  }),
)
const ItemQuery = strict(Times.extend({ f: z.literal('json').optional() }))
const ItemParams = z.object({ featureId: z.coerce.number().int() })
const problems = { 400: Problem, 404: Problem } as const
/** Written pages kept in memory for each collection; the map's are asked for by everybody. */
const kept = 8
const asJson = (value: unknown) => JSON.stringify(value)

/** The features of one collection: a page of them as GeoJSON or CSV, and each by its id. */
export function bindItems(app: FastifyInstance, deps: CollectionDeps, collection: Spatial): void {
  const path = `/ogc/collections/${collection.id}`
  const remembered = remembering<Written & { next: string | undefined }>(kept)
  const config = { action: collection.action }
  const page200 = {
    description: 'A page of features',
    content: { [geojson]: { schema: pageOf(collection.properties) }, [csv]: { schema: z.string() } },
  }

  app.get<{ Querystring: z.infer<typeof ItemsQuery> }>(
    `${path}/items`,
    {
      config,
      schema: { tags: ['features'], querystring: ItemsQuery, response: { 200: page200, ...unchanged, ...problems } },
    },
    async (request, reply) => {
      const { bbox, limit, after, f } = request.query
      const at = momentOf(request.query, deps)
      const views = await deps.viewsFor(at, request.scope)
      const asCsv = f === 'csv' || (f === undefined && prefersCsv(request))
      const version = at.scenario === undefined ? `${deps.movedAt(collection.dependsOn)}` : views.version()
      const tag = viewTag(deps.bootId, version, [at, request.scope, baseOf(request), request.url, asCsv])
      reply.header('cache-control', 'private, no-cache').header('etag', tag).header('vary', 'cookie, accept')
      if (request.headers['if-none-match'] === tag) return reply.code(304).send()

      const features = () => {
        const within = bbox === undefined ? undefined : bboxOf(bbox)
        const found = [...collection.features(views, at, request.scope, deps.world(), within)]
        // Ids ascend, so that a page goes on after the last one even when a feature has gone meanwhile.
        const rest = found.filter(({ id }) => after === undefined || Number(id) > after)
        const page = rest.slice(0, limit)
        const next = page.length < rest.length ? withParam(request, 'after', String(page.at(-1)?.id)) : undefined
        return { found, page, next }
      }
      const linkTo = (next: string | undefined) => {
        if (next !== undefined) reply.header('link', `<${next}>; rel="next"`)
      }
      if (asCsv) {
        const { page, next } = features()
        linkTo(next)
        return reply
          .type(`${csv}; charset=utf-8`)
          .header('content-disposition', `attachment; filename="${collection.id}-${at.effectiveOn}.csv"`)
          .serializer(String)
          .send(collectionCsv(collection, page, at))
      }
      const written = remembered(tag, () => ({ ...unwritten(), next: undefined }))
      if (written.text === null) {
        const { found, page, next } = features()
        const links: Link[] = [
          { href: here(request), rel: 'self', type: geojson },
          { href: withParam(request, 'f', 'csv'), rel: 'alternate', type: csv },
          { href: `${baseOf(request)}${path}`, rel: 'collection', type: 'application/json' },
          ...(next === undefined ? [] : [{ href: next, rel: 'next', type: geojson }]),
        ]
        written.next = next
        written.text = asJson({
          type: 'FeatureCollection',
          // When the answer was written: it is kept until something changes that it depends on.
          timeStamp: deps.clock.now(),
          numberMatched: found.length,
          numberReturned: page.length,
          effectiveOn: at.effectiveOn,
          recordedAt: at.recordedAt,
          synthetic: deps.synthetic(),
          links,
          features: page,
        })
      }
      linkTo(written.next)
      return sendWritten(request, reply.type(geojson), written)
    },
  )

  const one200 = {
    description: 'The feature',
    content: { [geojson]: { schema: featureOf(collection.properties) } },
  }
  app.get<{ Querystring: z.infer<typeof ItemQuery>; Params: z.infer<typeof ItemParams> }>(
    `${path}/items/:featureId`,
    {
      config,
      schema: {
        tags: ['features'],
        params: ItemParams,
        querystring: ItemQuery,
        response: { 200: one200, ...problems },
      },
    },
    async (request, reply) => {
      const at = momentOf(request.query, deps)
      const views = await deps.viewsFor(at, request.scope)
      const features = collection.features(views, at, request.scope, deps.world())
      const found = [...features].find(({ id }) => id === request.params.featureId)
      if (found === undefined) throw problem(404, problemCodes.notFound)
      const links: Link[] = [
        { href: here(request), rel: 'self', type: geojson },
        { href: `${baseOf(request)}${path}`, rel: 'collection', type: 'application/json' },
      ]
      reply.header('cache-control', 'private, no-cache').header('vary', 'cookie')
      return reply
        .type(geojson)
        .serializer(asJson)
        .send({ ...found, links })
    },
  )
}

/** `datetime` is OGC's name for our `asOf`; both at once would be a question about two days. */
function momentOf({ datetime, ...times }: z.infer<typeof Times>, { clock }: CollectionDeps): AsOf {
  if (datetime === undefined) return resolveAsOf(times, clock)
  if (times.asOf !== undefined) throw fieldProblem('query.datetime', 'either datetime or asOf', 'ambiguous')
  return resolveAsOf({ ...times, asOf: dateOf(datetime, clock.today()) }, clock)
}

function prefersCsv({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes(csv) && !accept.includes('json')
}
