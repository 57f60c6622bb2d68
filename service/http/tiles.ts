import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AsOfParams } from '#api/asOf'
import { strict } from '#api/strict'
import { encodeTile, MAX_TILE_ZOOM, type TileIndex, tileIndex } from '#geo/tiles'
import { remembering } from '../remembering.ts'
import { resolveAsOf } from './asOf.ts'
import type { CollectionDeps, Spatial } from './collections.ts'
import { viewTag } from './views.ts'

/** Cut collections kept in memory: a few dates and what-ifs of each. */
const kept = 24
/** Seconds that a tile whose URL names its commit may be used without asking again. */
const maxAge = 300

const TileParams = z.object({
  z: z.coerce.number().int().min(0).max(MAX_TILE_ZOOM),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
})
const TileQuery = strict(
  AsOfParams.extend({
    v: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Number of the commit that the caller knows of; it only makes the URL differ' }),
  }),
)

/** GET `/ogc/collections/{id}/tiles/{z}/{x}/{y}`: the features of the collection as vector tiles; 204 for an empty one. */
export function bindTiles(app: FastifyInstance, deps: CollectionDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>()
  const remembered = remembering<TileIndex>(kept)

  for (const collection of deps.collections) {
    routes.get(
      `/ogc/collections/${collection.id}/tiles/:z/:x/:y`,
      {
        config: { action: collection.action },
        schema: {
          tags: ['features'],
          summary: `Vector tile of ${collection.id}, with one layer of that name`,
          params: TileParams,
          querystring: TileQuery,
          produces: ['application/vnd.mapbox-vector-tile'],
        },
      },
      async (request, reply) => {
        const at = resolveAsOf(request.query, deps.clock)
        const views = await deps.viewsFor(at, request.scope)
        const version = at.scenario === undefined ? `${deps.movedAt(collection.dependsOn)}` : views.version()
        const key = viewTag(deps.bootId, version, [collection.id, at, request.scope])
        const { z, x, y } = request.params
        const tag = key.replace(/"$/, `-${z}-${x}-${y}"`)
        reply
          .header('cache-control', request.query.v === undefined ? 'private, no-cache' : `private, max-age=${maxAge}`)
          .header('etag', tag)
          .header('vary', 'cookie')
        if (request.headers['if-none-match'] === tag) return reply.code(304).send()
        const index = remembered(key, () => cut(collection, views, at, request))
        const tile = encodeTile(index, collection.id, z, x, y)
        if (tile === undefined) return reply.code(204).send()
        return reply.type('application/vnd.mapbox-vector-tile').send(Buffer.from(tile))
      },
    )
  }

  function cut(
    collection: Spatial,
    views: Parameters<Spatial['features']>[0],
    at: ReturnType<typeof resolveAsOf>,
    request: FastifyRequest,
  ): TileIndex {
    const features = [...collection.features(views, at, request.scope, deps.world())]
    return tileIndex({ type: 'FeatureCollection', features })
  }
}
