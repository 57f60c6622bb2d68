import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Change } from '#api/contract'
import { listen } from './listen.ts'
import { openingOf, running } from './running.ts'

describe('the change stream', () => {
  it('tells where the views stand, then each commit within two seconds, and ends when the service stops', async () => {
    const service = await running()
    const { response, next } = await listen(service, new AbortController().signal)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const session = (await service.app.inject('/healthz')).json()
    expect(await next()).toEqual({ ordinal: session.ordinal, projections: [] })

    const headers = await service.signIn('sekretariat-1082')
    const sent = service.send('open-case', openingOf('26-0001'), { headers })
    const change = await Promise.race([next(), pause(2000)])
    expect(change).toMatchObject({ ordinal: session.ordinal + 1, projections: expect.arrayContaining(['case']) })
    expect(JSON.stringify(change)).not.toContain('26-0001')
    expect((await sent).statusCode).toBe(200)

    const stopping = service.stop()
    let last: Change | undefined
    do last = await next()
    while (last !== undefined)
    await stopping
  })

  it('is not for who wants something else, and forgets who has left', async () => {
    const service = await running()
    const refused = await service.app.inject({ url: '/api/changes', headers: { accept: 'application/json' } })
    expect(refused.statusCode).toBe(406)
    const leaving = new AbortController()
    const { next } = await listen(service, leaving.signal)
    await next()
    leaving.abort()
    const headers = await service.signIn('sekretariat-1082')
    expect((await service.send('open-case', openingOf('26-0001'), { headers })).statusCode).toBe(200)
    await service.stop()
  })
})
