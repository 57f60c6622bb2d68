import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * Lets the server close without waiting for connections that nobody uses: browsers open some ahead and keep them, and
 * `close` alone would wait for them to time out. Install before the routes; then call the answer instead of `app.close`:
 * it takes no new requests, finishes the open ones, and closes what is left.
 */
export function closingGently(app: FastifyInstance): () => Promise<void> {
  const open = new Set<ServerResponse>()
  let onQuiet: () => void = () => undefined
  app.addHook('onRequest', async (_request, { raw }) => {
    open.add(raw)
    const done = () => {
      open.delete(raw)
      if (open.size === 0) onQuiet()
    }
    raw.once('finish', done)
    raw.once('close', done)
  })
  return async () => {
    const quiet = new Promise<void>((resolve) => {
      onQuiet = resolve
    })
    const closed = app.close()
    if (open.size > 0) await Promise.race([quiet, closed])
    app.server.closeAllConnections()
    await closed
  }
}
