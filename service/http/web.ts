import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problemCodes } from '#api/problem'
import { problem } from './problems.ts'

/** Below these nothing belongs to the web; what is not found there is an unknown route. */
const notWeb = /^\/(api|ogc|healthz)(\/|$)/

/**
 * The web build. Files with a hash in their name never change and may be kept for ever; everything else is asked for
 * anew. A path without a file is a page of the web's own, so it gets `index.html`.
 */
export async function bindWeb(app: FastifyInstance, webRoot: string): Promise<void> {
  const files = filesBelow(webRoot)
  // The build lays packed copies beside its files; a file without is packed while it is sent.
  const options = { root: webRoot, serve: false, cacheControl: false, suppressWarning: true, preCompressed: true }
  await app.register(fastifyStatic, options)

  app.get('/*', { config: { action: 'open' }, schema: { hide: true } }, (request, reply) => {
    const path = decodeURIComponent(new URL(request.url, 'http://web').pathname)
    const file = path.slice(1)
    if (files.has(file)) {
      const hashed = file.startsWith('assets/')
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      return reply.sendFile(file)
    }
    const isPage = !notWeb.test(path) && !/\.\w+$/.test(path) && files.has('index.html')
    if (!isPage) throw problem(404, problemCodes.unknownRoute)
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

/** Names of all files but packed copies, with slashes, relative to the folder; none when there is no build. */
function filesBelow(root: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    return new Set(files.map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Set()
    throw error
  }
}
