import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AsOf, AsOfParams } from '#api/asOf'
import { Problem, problemCodes } from '#api/problem'
import { ScenarioId } from '#events/identifiers'
import { EffectiveDate, type RecordedAt } from '#events/time'
import { resolveAsOf } from './asOf.ts'
import type { CollectionDeps, Spatial } from './collections.ts'
import { collectionCsv } from './csv.ts'
import { Bbox, bboxOf, Datetime, dateOf } from './ogcParams.ts'
import { fieldProblem, problem } from './problems.ts'
import { strict } from './strict.ts'
import { unchanged, viewTag } from './views.ts'

const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const core = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
/** West, south, east and north of Denmark with its sea, in degrees. */
const denmark = [7.9, 54.4, 15.3, 57.9]
const geojson = 'application/geo+json'
const csv = 'text/csv'
const openApi = 'application/vnd.oai.openapi+json;version=3.1'

const Link = z.object({ href: z.string(), rel: z.string(), type: z.string().optional(), title: z.string().optional() })
type Link = z.infer<typeof Link>

const CollectionInfo = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string().optional(),
    extent: z.object({
      spatial: z.object({ bbox: z.array(z.array(z.number())), crs: z.string() }),
      temporal: z.object({ interval: z.array(z.array(z.string().nullable())) }),
    }),
    itemType: z.literal('feature'),
    crs: z.array(z.string()),
    attribution: z.string().optional(),
    links: z.array(Link),
  })
  .meta({ id: 'FeatureCollectionInfo' })

const Feature = z
  .looseObject({
    type: z.literal('Feature'),
    id: z.union([z.number(), z.string()]),
    geometry: z.unknown(),
    properties: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Feature' })

const FeaturePage = z
  .object({
    type: z.literal('FeatureCollection'),
    timeStamp: z.string(),
    numberMatched: z.int(),
    numberReturned: z.int(),
    effectiveOn: EffectiveDate,
    recordedAt: z.string(),
    synthetic: z.boolean(),
    links: z.array(Link),
    features: z.array(Feature),
  })
  .meta({ id: 'FeaturePage' })

const Format = z.enum(['json', 'csv']).optional().meta({ description: 'json (GeoJSON) or csv; else by Accept' })
const Times = { ...AsOfParams.shape, scenario: ScenarioId.optional() }
const ItemsQuery = strict(
  z.object({
    ...Times,
    bbox: Bbox.optional(),
    'bbox-crs': z.literal(crs84).optional(),
    datetime: Datetime.optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    after: z
      .string()
      .optional()
      .meta({ description: 'Key of the last feature of the page before; follow `next` links' }),
    f: Format,
  }),
)
const ItemQuery = strict(z.object({ ...Times, datetime: Datetime.optional(), f: z.literal('json').optional() }))
const PlainQuery = strict(z.object({ f: z.literal('json').optional() }))
const problems = { 400: Problem, 404: Problem } as const

/** OGC API Features 1.0 (Part 1: Core, GeoJSON) under `/ogc`, and the same features as CSV. */
export function bindFeatures(app: FastifyInstance, deps: CollectionDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>()
  const open = { action: 'map.read' } as const
  const tags = ['features']

  routes.get(
    '/ogc',
    {
      config: open,
      schema: {
        tags,
        querystring: PlainQuery,
        response: { 200: z.object({ title: z.string(), description: z.string(), links: z.array(Link) }) },
      },
    },
    (request) => {
      const base = baseOf(request)
      return {
        title: 'Praksiskort',
        description: 'Ydernumre, klinikker og rideskoler på kort / Practices and riding schools on a map',
        links: [
          { href: `${base}/ogc`, rel: 'self', type: 'application/json' },
          { href: `${base}/ogc/api`, rel: 'service-desc', type: openApi },
          { href: `${base}/api/docs`, rel: 'service-doc', type: 'text/html' },
          { href: `${base}/ogc/conformance`, rel: 'conformance', type: 'application/json' },
          { href: `${base}/ogc/collections`, rel: 'data', type: 'application/json' },
        ],
      }
    },
  )

  routes.get('/ogc/api', { config: open, schema: { hide: true } }, (_request, reply) =>
    reply
      .type(openApi)
      .serializer((value: unknown) => JSON.stringify(value))
      .send(app.swagger()),
  )

  routes.get(
    '/ogc/conformance',
    {
      config: open,
      schema: { tags, querystring: PlainQuery, response: { 200: z.object({ conformsTo: z.array(z.string()) }) } },
    },
    () => ({ conformsTo: [`${core}/core`, `${core}/geojson`] }),
  )

  routes.get(
    '/ogc/collections',
    {
      config: open,
      schema: {
        tags,
        querystring: PlainQuery,
        response: { 200: z.object({ links: z.array(Link), collections: z.array(CollectionInfo) }) },
      },
    },
    (request) => ({
      links: [{ href: `${baseOf(request)}/ogc/collections`, rel: 'self', type: 'application/json' }],
      collections: deps.collections.map((collection) => infoOf(collection, request)),
    }),
  )

  // A route per collection, so that each declares its own action and OpenAPI shows its own properties.
  for (const collection of deps.collections) bindCollection(app, deps, collection)

  function infoOf(collection: Spatial, request: FastifyRequest): z.infer<typeof CollectionInfo> {
    const href = `${baseOf(request)}/ogc/collections/${collection.id}`
    return {
      id: collection.id,
      title: `${collection.title.da} / ${collection.title.en}`,
      extent: {
        spatial: { bbox: [denmark], crs: crs84 },
        temporal: { interval: [[deps.firstEffective(), null]] },
      },
      itemType: 'feature',
      crs: [crs84],
      links: [
        { href, rel: 'self', type: 'application/json' },
        { href: `${href}/items`, rel: 'items', type: geojson, title: 'GeoJSON' },
        { href: `${href}/items?f=csv`, rel: 'items', type: csv, title: 'CSV' },
      ],
    }
  }

  function bindCollection(app: FastifyInstance, deps: CollectionDeps, collection: Spatial): void {
    const routes = app.withTypeProvider<ZodTypeProvider>()
    const path = `/ogc/collections/${collection.id}`
    const config = { action: collection.action }

    routes.get(
      path,
      { config, schema: { tags, querystring: PlainQuery, response: { 200: CollectionInfo } } },
      (request) => infoOf(collection, request),
    )

    routes.get(
      `${path}/items`,
      {
        config,
        schema: {
          tags,
          querystring: ItemsQuery,
          response: {
            200: {
              description: 'A page of features',
              content: { [geojson]: { schema: FeaturePage }, [csv]: { schema: z.string() } },
            },
            ...unchanged,
            ...problems,
          },
        },
      },
      async (request, reply) => {
        const { bbox, limit, after, f } = request.query
        const at = momentOf(request.query, deps)
        const views = await deps.viewsFor(at)
        const within = bbox === undefined ? undefined : bboxOf(bbox)
        if (tagged(request, reply, deps, views.ordinal(), collection.id, at)) return reply.code(304).send()
        const found = [...collection.features(views, at, request.scope, deps.world(), within)]
        const start = after === undefined ? 0 : found.findIndex(({ id }) => String(id) === after) + 1
        if (after !== undefined && start === 0) throw fieldProblem('query.after', 'a key from a next link', 'unknown')
        const page = found.slice(start, start + limit)
        const last = page.at(-1)
        const more = last !== undefined && start + page.length < found.length
        const next = more ? nextOf(request, String(last.id)) : undefined
        if (next !== undefined) reply.header('link', `<${next}>; rel="next"`)
        const answered = { effectiveOn: at.effectiveOn, recordedAt: at.recordedAt, synthetic: deps.synthetic() }
        if (f === 'csv' || (f === undefined && prefersCsv(request))) {
          return reply
            .type(`${csv}; charset=utf-8`)
            .header('content-disposition', `attachment; filename="${collection.id}-${at.effectiveOn}.csv"`)
            .serializer((text: unknown) => String(text))
            .send(collectionCsv(collection, page, answered))
        }
        const links: Link[] = [
          { href: here(request), rel: 'self', type: geojson },
          { href: withParam(request, 'f', 'csv'), rel: 'alternate', type: csv },
          { href: `${baseOf(request)}${path}`, rel: 'collection', type: 'application/json' },
          ...(next === undefined ? [] : [{ href: next, rel: 'next', type: geojson }]),
        ]
        return reply
          .type(geojson)
          .serializer((value: unknown) => JSON.stringify(value))
          .send({
            type: 'FeatureCollection',
            timeStamp: deps.clock.now(),
            numberMatched: found.length,
            numberReturned: page.length,
            ...answered,
            links,
            features: page,
          })
      },
    )

    routes.get(
      `${path}/items/:featureId`,
      {
        config,
        schema: {
          tags,
          params: z.object({ featureId: z.string() }),
          querystring: ItemQuery,
          response: { 200: Feature, ...problems },
        },
      },
      async (request, reply) => {
        const at = momentOf(request.query, deps)
        const views = await deps.viewsFor(at)
        const features = collection.features(views, at, request.scope, deps.world())
        const found = [...features].find(({ id }) => String(id) === request.params.featureId)
        if (found === undefined) throw problem(404, problemCodes.notFound)
        const links: Link[] = [
          { href: here(request), rel: 'self', type: geojson },
          { href: `${baseOf(request)}${path}`, rel: 'collection', type: 'application/json' },
        ]
        return reply
          .type(geojson)
          .serializer((value: unknown) => JSON.stringify(value))
          .send({ ...found, links })
      },
    )
  }
}

/** `datetime` is OGC's name for our `asOf`; both at once would be a question about two days. */
function momentOf(query: AsOfParams & { datetime?: string | undefined }, deps: CollectionDeps): AsOf {
  const { datetime, ...times } = query
  if (datetime === undefined) return resolveAsOf(times, deps.clock)
  if (times.asOf !== undefined) throw fieldProblem('query.datetime', 'either datetime or asOf', 'ambiguous')
  return resolveAsOf({ ...times, asOf: dateOf(datetime, deps.clock.today()) }, deps.clock)
}

/** Writes the answer's tag; true when the caller already has it. */
function tagged(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: CollectionDeps,
  ordinal: number,
  id: string,
  at: { effectiveOn: EffectiveDate; recordedAt: RecordedAt | 'now' },
): boolean {
  const tag = viewTag(deps.bootId, ordinal, [id, at, request.scope, request.url, request.headers.accept])
  reply.header('cache-control', 'private, no-cache').header('etag', tag).header('vary', 'cookie, accept')
  return request.headers['if-none-match'] === tag
}

function prefersCsv(request: FastifyRequest): boolean {
  const { accept = '' } = request.headers
  return accept.includes(csv) && !accept.includes('json')
}

function baseOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}

function here(request: FastifyRequest): string {
  return `${baseOf(request)}${request.url}`
}

function withParam(request: FastifyRequest, name: string, value: string): string {
  const url = new URL(here(request))
  url.searchParams.set(name, value)
  return url.href
}

function nextOf(request: FastifyRequest, after: string): string {
  return withParam(request, 'after', after)
}
