import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem, problemCodes } from '#api/problem'
import { problem } from './problems.ts'

/** Where the map's own files are: shapes by the hash of their bytes, and the towns. */
export interface GeographyFiles {
  /** Path of the shapes with these bytes, or undefined. */
  shapes(sha256: string): string | undefined
  readonly towns: string
}

const Hash = z.object({ file: z.string().regex(/^[0-9a-f]{64}\.topojson$/, { error: 'a hash and .topojson' }) })

/**
 * GET `/api/geography/<sha256>.topojson`: shapes named by their content, so they can be kept for ever. GET
 * `/api/geography/towns.json`: town names for the map.
 */
export function bindGeography(app: FastifyInstance, files: GeographyFiles): void {
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
      reply.header('cache-control', 'public, max-age=31536000, immutable').type('application/json; charset=utf-8')
      return reply.send(readFileSync(path))
    },
  )

  app.get(
    '/api/geography/towns.json',
    { config, schema: { tags: ['geography'], summary: 'Towns with name, position and inhabitants' } },
    (_request, reply) => reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(towns),
  )
}
