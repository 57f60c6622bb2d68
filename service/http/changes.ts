import { fastifySSE } from '@fastify/sse'
import type { FastifyInstance } from 'fastify'
import { Change } from '#api/contract'

/** Milliseconds between two signs of life, below the minute after which proxies give a silent connection up. */
const heartbeatMs = 15_000
/** Milliseconds after which a browser that lost us tries again. */
const retryMs = 2000

/** Passes each commit of the projector on to those who listen. */
export interface Changes {
  announce(change: Change): void
  /** Answers how to stop listening. */
  listen(listener: (change: Change) => void): () => void
}

/** Changes that nobody listens to yet. */
export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    announce: (change) => {
      for (const listener of listeners) listener(change)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * GET `/api/changes`: server-sent events, one `Change` per commit of the projector, from the moment of connecting. The
 * first message tells where the views stand, so that a reader who was away sees whether anything was missed.
 */
export async function bindChanges(app: FastifyInstance, changes: Changes, ordinal: () => number): Promise<void> {
  await app.register(fastifySSE, { heartbeatInterval: heartbeatMs })
  const open = new Set<() => void>()
  // Before the server closes: it waits for open answers, and these never end by themselves.
  app.addHook('preClose', async () => {
    for (const close of open) close()
  })

  app.get(
    '/api/changes',
    {
      config: { action: 'map.read' },
      sse: 'only',
      exposeHeadRoute: false,
      schema: {
        tags: ['changes'],
        summary: 'Server-sent events: which views moved, at which commit',
        produces: ['text/event-stream'],
        response: { 200: { description: 'Messages', content: { 'text/event-stream': { schema: Change } } } },
      },
    },
    async (request, reply) => {
      const { sse: stream } = reply
      const stop = changes.listen(deliver)
      const close = () => stream.close()
      open.add(close)
      stream.onClose(() => {
        stop()
        open.delete(close)
      })
      function deliver(change: Change): void {
        if (!stream.isConnected) return
        const message = { id: String(change.ordinal), retry: retryMs, data: change }
        stream.send(message).catch((err: unknown) => request.log.info({ err }, 'a listener to changes went away'))
      }
      stream.keepAlive()
      reply.header('x-accel-buffering', 'no')
      deliver({ ordinal: ordinal(), projections: [] })
    },
  )
}
