import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { strict } from '#api/strict'
import type { CollectionDeps, Spatial } from './collections.ts'
import { bindItems } from './items.ts'
import { baseOf } from './links.ts'
import {
  CollectionInfo,
  CollectionList,
  Conformance,
  conformance,
  crs84,
  csv,
  geojson,
  Landing,
  openApi,
} from './ogcSchemas.ts'

/** West, south, east and north of Denmark with its sea, in degrees. */
const denmark = [7.9, 54.4, 15.3, 57.9]
const json = 'application/json'
const querystring = strict(z.object({ f: z.literal('json').optional() }))

/** OGC API Features 1.0 (Part 1: Core, GeoJSON) under `/ogc`, and the same features as CSV. */
export function bindFeatures(app: FastifyInstance, deps: CollectionDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>()
  const config = { action: 'map.read' } as const
  const tags = ['features']

  routes.get('/ogc', { config, schema: { tags, querystring, response: { 200: Landing } } }, (request) => {
    const base = baseOf(request)
    return {
      title: 'Praksiskort',
      description: 'Klinikker, rideskoler og kommuner på kort / Clinics, riding schools and municipalities on a map',
      links: [
        { href: `${base}/ogc`, rel: 'self', type: json },
        { href: `${base}/ogc/api`, rel: 'service-desc', type: openApi },
        { href: `${base}/api/docs`, rel: 'service-doc', type: 'text/html' },
        { href: `${base}/ogc/conformance`, rel: 'conformance', type: json },
        { href: `${base}/ogc/collections`, rel: 'data', type: json },
      ],
    }
  })

  app.get('/ogc/api', { config, schema: { hide: true } }, (_request, reply) =>
    reply
      .type(openApi)
      .serializer((value: unknown) => JSON.stringify(value))
      .send(app.swagger()),
  )

  routes.get('/ogc/conformance', { config, schema: { tags, querystring, response: { 200: Conformance } } }, () => ({
    conformsTo: [`${conformance}/core`, `${conformance}/geojson`],
  }))

  routes.get(
    '/ogc/collections',
    { config, schema: { tags, querystring, response: { 200: CollectionList } } },
    (request) => ({
      links: [{ href: `${baseOf(request)}/ogc/collections`, rel: 'self', type: json }],
      collections: deps.collections.map((collection) => infoOf(collection, request, deps)),
    }),
  )

  // Routes of its own for each collection: each declares its action, and OpenAPI shows its properties.
  for (const collection of deps.collections) {
    routes.get(
      `/ogc/collections/${collection.id}`,
      { config: { action: collection.action }, schema: { tags, querystring, response: { 200: CollectionInfo } } },
      (request) => infoOf(collection, request, deps),
    )
    bindItems(app, deps, collection)
  }
}

function infoOf({ id, title }: Spatial, request: FastifyRequest, { firstEffective }: CollectionDeps): CollectionInfo {
  const href = `${baseOf(request)}/ogc/collections/${id}`
  return {
    id,
    title: `${title.da} / ${title.en}`,
    extent: { spatial: { bbox: [denmark], crs: crs84 }, temporal: { interval: [[instantOf(firstEffective()), null]] } },
    itemType: 'feature',
    crs: [crs84],
    links: [
      { href, rel: 'self', type: json },
      { href: `${href}/items`, rel: 'items', type: geojson, title: 'GeoJSON' },
      { href: `${href}/items?f=csv`, rel: 'items', type: csv, title: 'CSV' },
    ],
  }
}

/** OGC wants instants in an extent; the first day begins, near enough, at midnight UTC. */
function instantOf(day: string | null): string | null {
  return day === null ? null : `${day}T00:00:00Z`
}
