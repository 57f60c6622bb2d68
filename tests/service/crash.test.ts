import { randomInt } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from '#events/catalogue'
import type { Position, RecordedEvent } from '#events/envelope'
import { systemClock } from '#service/clock'
import { random } from '#service/demo/random'
import { startProjector } from '#service/projections/projector'
import { openViews, project, type Views } from '#service/projections/views'
import { openSqliteStore } from '#service/store/sqlite'
import { contents } from './projections/givenEvents.ts'
import { perWriter, writers } from './randomCommands.ts'
import type { Acknowledged } from './store/randomAppends.ts'
import { logUpToNow } from './store/sampleEvents.ts'
import { bundleChild, startChild } from './store/startChild.ts'

const rounds = 50
/** Every so many rounds the folder is looked into, as a copy: the next process has to mend what this one left. */
const lookEvery = 10
const seed = process.env.CRASH_SEED ?? String(randomInt(2 ** 31))
const folder = mkdtempSync(join(tmpdir(), 'crash-'))
const data = join(folder, 'data')
let script = ''
beforeAll(async () => {
  script = await bundleChild('../crashChild.ts')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(dirname(script), { recursive: true })
})

test(`kill -9 during ${writers * perWriter} random commands and their projection, ${rounds} times: each is there once, the views are the log’s`, async () => {
  process.stdout.write(`CRASH_SEED=${seed}\n`)
  const chance = random(seed)
  const acknowledged: Acknowledged[] = []
  const start = (round: number) => startChild({ script, arguments: [data, seed, String(round)] })
  let killed = 0
  let nextChild = start(0)
  try {
    for (let round = 0; round < rounds; round += 1) {
      const child = await nextChild
      if (round + 1 < rounds) nextChild = start(round + 1)
      // Up to more than the commands of one round, because those of the round before are sent once more.
      const enough = chance.int(0, 1.5 * writers * perWriter)
      const first = child.next()
      child.go()
      await first
      while (child.acknowledged.length < enough && child.process.exitCode === null) await child.next()
      child.process.kill('SIGKILL')
      if ((await child.ended) === null) killed += 1
      expect(child.complaint()).toBe('')
      acknowledged.push(...child.acknowledged)
      if ((round + 1) % lookEvery === 0) await look(acknowledged)
    }
  } finally {
    // After a failure the next process is already waiting for its word.
    ;(await nextChild).process.kill('SIGKILL')
  }
  // A child that was through before the signal proves nothing; most must have been cut off.
  expect(killed).toBeGreaterThan(rounds / 2)
}, 300_000)

/** Looks into a copy of the folder as the killed process left it. */
async function look(acknowledged: readonly Acknowledged[]): Promise<void> {
  const copy = join(folder, 'copy')
  cpSync(data, copy, { recursive: true })
  const store = openSqliteStore({ file: join(copy, 'log.db'), now: systemClock.now })
  const views = openViews({ file: join(copy, 'views.db') })
  try {
    const log = await logUpToNow(store)
    expect(faults(log, acknowledged)).toEqual([])
    expect(log.length).toBeGreaterThan(100)
    // What was kept is the log up to where the views say they are, and then, caught up, the whole log.
    expect(contents(views)).toEqual(rebuilt(upTo(log, views.position())))
    const end = new AbortController()
    const projector = startProjector({ store, views, signal: end.signal, onCommit: () => undefined })
    await projector.caughtUp
    end.abort()
    await projector.stopped
    expect(views.position()).toBe(log.at(-1)?.position)
    expect(contents(views)).toEqual(rebuilt(log))
  } finally {
    views.close()
    await store.close()
    rmSync(copy, { recursive: true })
  }
}

function upTo(log: readonly RecordedEvent[], position: Position | 'start'): readonly RecordedEvent[] {
  return log.slice(0, log.findIndex((event) => event.position === position) + 1)
}

function rebuilt(log: readonly RecordedEvent[]): Record<string, string[]> {
  const views: Views = openViews({ file: ':memory:' })
  project(views, log.map(parse))
  const rows = contents(views)
  views.close()
  return rows
}

/** What is wrong with the log: gaps, doubled events or commands, and acknowledged events that are not there. */
function faults(log: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): string[] {
  const wrong: string[] = []
  const found = new Map<string, RecordedEvent>()
  const length = new Map<string, number>()
  const ofCommand = new Map<string, string[]>()
  for (const event of log) {
    const { id, stream, revision, metadata } = event
    if (found.has(id)) wrong.push(`${id} is doubled`)
    if (revision !== (length.get(stream) ?? 0)) wrong.push(`${stream} has no event ${length.get(stream) ?? 0}`)
    found.set(id, event)
    length.set(stream, revision + 1)
    ofCommand.set(metadata.commandId, [...(ofCommand.get(metadata.commandId) ?? []), id])
  }
  for (const { stream, ids } of acknowledged) {
    const [first] = ids
    if (first === undefined) continue
    for (const id of ids) if (found.get(id)?.stream !== stream) wrong.push(`${id} of ${stream} is lost`)
    const command = found.get(first)?.metadata.commandId
    const all = command === undefined ? [] : ofCommand.get(command)
    if (JSON.stringify(all) !== JSON.stringify(ids)) wrong.push(`command ${command} left ${all} and not just ${ids}`)
  }
  return wrong
}
