import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RecordedAt } from '#events/time'
import { openSqliteStore } from '#service/store/sqlite'
import type { Acknowledged } from './randomAppends.ts'
import { logUpToNow } from './sampleEvents.ts'
import { bundleChild, startChild } from './startChild.ts'

const rounds = 50
const folder = mkdtempSync(join(tmpdir(), 'kill-'))
const file = join(folder, 'log.db')
let script = ''
beforeAll(async () => {
  script = await bundleChild('killChild.ts')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(dirname(script), { recursive: true })
})

const start = () => startChild({ script, arguments: [file, '200'] })

test(`kill -9 in the middle of 200 random appends, ${rounds} times: every acknowledged event is there once`, async () => {
  const acknowledged: Acknowledged[] = []
  let killed = 0
  let nextChild = start()
  for (let round = 0; round < rounds; round += 1) {
    const child = await nextChild
    if (round + 1 < rounds) nextChild = start()
    const first = child.next()
    child.go()
    await first
    const appends = Math.floor(Math.random() * 150)
    while (child.acknowledged.length < appends && child.process.exitCode === null) await child.next()
    child.process.kill('SIGKILL')
    if ((await child.ended) === null) killed += 1
    expect(child.complaint()).toBe('')
    acknowledged.push(...child.acknowledged)
    await check(acknowledged)
  }
  // A child that was through before the signal proves nothing; most must have been cut off.
  expect(killed).toBeGreaterThan(rounds / 2)
}, 120_000)

async function check(acknowledged: readonly Acknowledged[]): Promise<void> {
  const store = openSqliteStore({ file, now: () => RecordedAt.parse(new Date().toISOString()) })
  const log = await logUpToNow(store)
  await store.close()
  const streamOf = new Map<string, string>()
  const length = new Map<string, number>()
  const wrong: string[] = []
  for (const { id, stream, revision } of log) {
    if (streamOf.has(id)) wrong.push(`${id} is doubled`)
    if (revision !== (length.get(stream) ?? 0)) wrong.push(`${stream} has no event ${length.get(stream) ?? 0}`)
    streamOf.set(id, stream)
    length.set(stream, revision + 1)
  }
  for (const { stream, ids } of acknowledged) {
    for (const id of ids) if (streamOf.get(id) !== stream) wrong.push(`${id} of ${stream} is lost`)
  }
  expect(wrong).toEqual([])
}
