import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { strict } from '#api/strict'
import { CoverageAsked } from '#api/views/coverage'
import { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { CELL_ZOOM } from '#geo/cellTiles'
import { coverageCells } from '../queries/coverageCells.ts'
import { resolveAsOf } from './asOf.ts'
import type { CollectionDeps } from './collections.ts'
import { goneSignal } from './slowly.ts'
import { viewTag } from './views.ts'

const TileParams = z.object({
  z: z.coerce.number().int().min(CELL_ZOOM).max(CELL_ZOOM),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
})
const TileQuery = strict(
  CoverageAsked.extend({
    region: RegionCode.optional(),
    /** The date to hold every square against. */
    compare: EffectiveDate.optional(),
  }),
)

/** GET `/api/coverage/cells/{z}/{x}/{y}`: kilometre squares with how each is covered, as vector tiles; 204 for an empty one. */
export function bindCoverageTiles(
  app: FastifyInstance,
  deps: Pick<CollectionDeps, 'clock' | 'viewsFor' | 'bootId' | 'world'>,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/coverage/cells/:z/:x/:y',
    {
      config: { action: 'map.read' },
      schema: {
        tags: ['views'],
        summary: 'Vector tile of kilometre squares by coverage; modelled population, small squares left out',
        params: TileParams,
        querystring: TileQuery,
        produces: ['application/vnd.mapbox-vector-tile'],
      },
    },
    async (request, reply) => {
      const { asOf, asKnownAt, scenario, compare, ...asked } = request.query
      const at = resolveAsOf({ asOf, asKnownAt, scenario }, deps.clock)
      const views = await deps.viewsFor(at, request.scope)
      const { z: zoom, x, y } = request.params
      const tag = viewTag(deps.bootId, views.version(), [
        'coverageCells',
        at,
        request.scope,
        asked,
        compare,
        zoom,
        x,
        y,
      ])
      reply.header('cache-control', 'private, no-cache').header('etag', tag).header('vary', 'cookie')
      if (request.headers['if-none-match'] === tag) return reply.code(304).send()
      const earlier = compare === undefined ? undefined : { ...at, effectiveOn: compare }
      const early =
        earlier === undefined ? undefined : { views: await deps.viewsFor(earlier, request.scope), at: earlier }
      const world = { ...deps.world(), asker: { signal: goneSignal(reply) } }
      const tile = await coverageCells(views, at, asked, [zoom, x, y], world, early)
      if (tile === undefined) return reply.code(204).send()
      return reply.type('application/vnd.mapbox-vector-tile').send(Buffer.from(tile))
    },
  )
}
