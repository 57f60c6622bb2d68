import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { AnswerLine, type Progress, progressType } from '#api/progress'
import { coverageView } from '#api/views/coverage'
import { running } from './running.ts'

/** A routing service that answers a matrix when it is let, and tells who went away before that. */
async function haltingRoads() {
  const waiting: ServerResponse[] = []
  let heard: () => void = () => undefined
  let letGo: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const server = createServer(async (request, response) => {
    if (request.url === '/status') {
      response.end(JSON.stringify({ version: '1' }))
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    // The service under test wrote it.
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as { sources: unknown[]; targets: unknown[] }
    waiting.push(response)
    response.on('close', () => heard())
    heard()
    await opened
    const row = asked.targets.map(() => ({ time: 60 }))
    response.end(JSON.stringify({ sources_to_targets: asked.sources.map(() => row) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** Resolves when what is asked of the requests that have come has become true. */
    async until(isTrue: (requests: readonly ServerResponse[]) => boolean) {
      while (!isTrue(waiting))
        await new Promise<void>((resolve) => {
          heard = resolve
        })
    },
    letGo: () => letGo(),
  }
}

test('a long answer says how far it has come, ends for who goes away, and goes on for the others', async () => {
  const roads = await haltingRoads()
  const service = await running({
    settings: {
      REACH_ENGINE: 'valhalla',
      REACH_ENGINE_URL: roads.url,
      REACH_ENGINE_LOCATIONS: '10000',
      REACH_ENGINE_TIMEOUT: '600',
    },
  })
  const secretariat = await service.signIn('sekretariat-1082')
  const described = { competence: true, facilities: true, equipment: true, parentsInvolved: true }
  const said = await service.send(
    'describe-childrens-clinic',
    { clinic: 'k-1', effectiveFrom: '2025-01-01', ...described },
    { headers: secretariat },
  )
  expect(said.statusCode).toBe(200)
  const address = `${await service.listen()}/api/views/coverage?group=als&service=children`
  const asking = async (signal?: AbortSignal) =>
    await fetch(address, { headers: { accept: `${progressType}, application/json` }, ...(signal ? { signal } : {}) })

  // The only one who waits goes away: the routing service is no longer asked.
  const only = new AbortController()
  const alone = await asking(only.signal)
  expect(alone.headers.get('content-type')).toBe(progressType)
  await roads.until((requests) => requests.length === 1)
  only.abort()
  await roads.until(([request]) => request?.destroyed === true)

  // One of two goes: the other's answer is still being made.
  const one = new AbortController()
  const [left, stayed] = await Promise.all([asking(one.signal), asking()])
  await roads.until((requests) => requests.length === 2)
  one.abort()
  await expect(left.text()).rejects.toThrow()
  roads.letGo()
  const lines = (await stayed.text())
    .trim()
    .split('\n')
    .map((line) => AnswerLine.parse(JSON.parse(line)))
  const last = lines.at(-1)
  const answer = coverageView.response.parse(last !== undefined && 'answer' in last ? last.answer : null)
  expect(answer).toMatchObject({ proof: { engine: 'valhalla', instead: null }, sites: [{ id: 'k-1' }] })
  const told = lines.slice(0, -1).flatMap((line): Progress[] => ('progress' in line ? [line.progress] : []))
  expect(told).toHaveLength(lines.length - 1)
  expect(told).toContainEqual({ of: 'places', done: 1, all: 1 })

  // Now it is there at once: as JSON, with a tag, and equal to what was told.
  const again = await asking()
  expect(again.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(again.headers.get('etag')).toBeTruthy()
  expect(await again.json()).toEqual(last !== undefined && 'answer' in last ? last.answer : null)
})
