import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { EventId } from '#events/envelope'
import { openingOf, running, today } from './running.ts'

/** An event of a type that this program does not know, as a newer program may have written it. */
function unreadable() {
  return {
    id: EventId.parse(randomUUID()),
    type: 'ClinicPainted',
    version: 1,
    data: {},
    effectiveFrom: today,
    metadata: {
      commandId: randomUUID(),
      correlationId: randomUUID(),
      actor: { userId: 'test', role: 'registrar' as const, organisation: null },
      dataClass: 'open' as const,
    },
  }
}

describe('an event that cannot be read', () => {
  it('stops the views, which say at which event; commands wait for better times, what is known can be read', async () => {
    const { app, store, send, signIn } = await running()
    const headers = await signIn('sekretariat-1082')
    expect((await app.inject('/healthz')).json()).toMatchObject({ status: 'ok' })
    const event = unreadable()
    const position = await store.append('clinic-k-9', [event], 'none')
    // The projector takes it in its own time; the stop is what the answer tells.
    const health = await until(
      async () => await app.inject('/healthz'),
      (answer) => answer.statusCode === 503,
    )
    // Anybody may ask for the health: which event it was is for those who may send a command.
    expect(health.json()).toEqual({ status: 'stopped', ordinal: expect.any(Number) })
    const refused = await send('open-case', openingOf('26-0001'), { headers })
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2'])
    expect(refused.json()).toMatchObject({
      code: 'views.stopped',
      params: { event: expect.stringContaining(event.id) },
    })
    expect(refused.json().params.event).toContain(`position ${position}`)
    expect((await app.inject('/api/views/municipalities')).statusCode).toBe(200)
  })
})

describe('an event that cannot be read at the start', () => {
  it('lets the service come up all the same, to say so', async () => {
    const event = unreadable()
    const { app, send, signIn } = await running({ before: (store) => store.append('clinic-k-9', [event], 'none') })
    const health = await app.inject('/healthz')
    expect([health.statusCode, health.json().status]).toEqual([503, 'stopped'])
    const headers = await signIn('sekretariat-1082')
    const refused = await send('open-case', openingOf('26-0001'), { headers })
    expect(refused.json().params.event).toContain(event.id)
    expect((await app.inject('/api/views/clinic?clinic=k-0')).statusCode).toBe(200)
  })
})

describe('a log that is locked by another program', () => {
  it('is told to the sender, who may send the same command again; it takes effect once', async () => {
    const { app, folder, send, signIn } = await running()
    const headers = await signIn('sekretariat-1082')
    const id = randomUUID()
    const other = new Database(join(folder, 'log.db'))
    other.exec('BEGIN IMMEDIATE')
    const refused = await send('open-case', openingOf('26-0001'), { headers, id })
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'store.unavailable'])
    expect(refused.headers['retry-after']).toBe('2')
    other.exec('ROLLBACK')
    other.close()
    const accepted = await send('open-case', openingOf('26-0001'), { headers, id })
    expect(accepted.statusCode).toBe(200)
    expect((await send('open-case', openingOf('26-0001'), { headers, id })).json()).toEqual(accepted.json())
    const { events } = (await app.inject({ url: '/api/views/case-file?case=26-0001', headers })).json()
    expect(events.filter(({ type }: { type: string }) => type === 'CaseOpened')).toHaveLength(1)
  })
})

async function until<Value>(look: () => Promise<Value>, isThere: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look()
    if (isThere(value)) return value
    await new Promise((resolve) => setImmediate(resolve))
  }
}
