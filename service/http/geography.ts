import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem, problemCodes } from '#api/problem'
import type { Geography } from '../geography.ts'
import { landMaxZoom } from '../landTiles.ts'
import { problem } from './problems.ts'

const forEver = 'public, max-age=31536000, immutable'
const sha256 = /^[0-9a-f]{64}$/

const Hash = z.object({ file: z.string().regex(/^[0-9a-f]{64}\.topojson$/, { error: 'a hash and .topojson' }) })
const TileParams = z.object({
  sha256: z.string().regex(sha256, { error: 'a hash' }),
  edition: z.string(),
  z: z.coerce.number().int().min(0).max(landMaxZoom),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
})

/**
 * GET `/api/geography/<sha256>.topojson`: shapes named by their content, so they can be kept for ever. GET
 * `/api/geography/<sha256>/tiles/<edition>/{z}/{x}/{y}`: the same with lakes, lines and towns as vector tiles, 204 for an
 * empty one. GET `/api/geography/towns.json`: town names.
 */
export function bindGeography(app: FastifyInstance, { files, shapes, tiles }: Geography): void {
  const config = { action: 'map.read' } as const
  const towns = readFileSync(files.towns)

  app.get<{ Params: z.infer<typeof Hash> }>(
    '/api/geography/:file',
    {
      config,
      schema: { tags: ['geography'], summary: 'Shapes as TopoJSON', params: Hash, response: { 404: Problem } },
    },
    (request, reply) => {
      const path = files.shapes(request.params.file.slice(0, 64))
      if (path === undefined) throw problem(404, problemCodes.notFound)
      reply.header('cache-control', forEver).type('application/json; charset=utf-8')
      return reply.send(readFileSync(path))
    },
  )

  app.get<{ Params: z.infer<typeof TileParams> }>(
    '/api/geography/:sha256/tiles/:edition/:z/:x/:y',
    {
      config,
      schema: {
        tags: ['geography'],
        summary: 'Vector tile of the ground, with layers municipalities, lakes, lines and towns',
        params: TileParams,
        produces: ['application/vnd.mapbox-vector-tile'],
      },
    },
    async ({ params: { sha256, edition, z, x, y } }, reply) => {
      const found = shapes(sha256)
      if (found === undefined) throw problem(404, problemCodes.notFound)
      // A page from before an update still gets a map; only what the address names in full is kept.
      reply.header('cache-control', edition === tiles.edition ? forEver : 'no-cache')
      const tile = await tiles.tile(found, z, x, y)
      if (tile === undefined) return reply.code(204).send()
      return reply.type('application/vnd.mapbox-vector-tile').send(Buffer.from(tile))
    },
  )

  app.get(
    '/api/geography/towns.json',
    { config, schema: { tags: ['geography'], summary: 'Towns with name, position and inhabitants' } },
    (_request, reply) => reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(towns),
  )
}
