import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'

const Health = z
  .object({
    status: z.enum(['ok', 'stopped']),
    ordinal: z.int(),
  })
  .meta({ id: 'Health' })
export type Health = z.infer<typeof Health>

/**
 * GET `/healthz`: 200 while the views follow the log, 503 when they stopped at an event that cannot be read. Anybody may
 * ask, so the event itself is named only in the process's own log and to who sends a command.
 */
export function bindHealth(app: FastifyInstance, health: () => Health): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/healthz',
      { config: { action: 'open' }, schema: { tags: ['health'], response: { 200: Health, 503: Health } } },
      async (_request, reply) => {
        const now = health()
        return reply
          .header('cache-control', 'no-store')
          .code(now.status === 'ok' ? 200 : 503)
          .send(now)
      },
    )
}
