import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AsOf } from '#api/asOf'
import { type Command, commands } from '#api/contract'
import type { Scope } from '#api/policy'
import { currentVersion } from '#events/catalogue'
import { EventId, type NewEvent } from '#events/envelope'
import { ScenarioId } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'
import { loadDemo } from '#service/demo/load'
import { createGather } from '#service/gather'
import { loadGeography } from '#service/geography'
import { createHandle } from '#service/handle'
import { startProjector } from '#service/projections/projector'
import { openViews } from '#service/projections/views'
import { caps } from '#service/queries/caps'
import { createScenarios } from '#service/scenarios'
import { openSqliteStore } from '#service/store/sqlite'
import { median, milliseconds, report, rounded } from './measure.ts'

/** Scenarios: one edited cell of caps on the demo, and opening one on 100,000 events, each as a planner waits for it. */
const today = EffectiveDate.parse('2026-11-22')
const now = RecordedAt.parse('2026-11-22T12:00:00.000Z')
const clock = { today: () => today, now: () => now }
const actor = { userId: 'planlaegger-1082', role: 'planner', organisation: '1082' } as const
const scope: Scope = { role: 'planner', reach: 'all', organisation: '1082', regions: ['1082'] }
const at: AsOf = { effectiveOn: today, recordedAt: 'now' }
const geography = loadGeography()
const folder = mkdtempSync(join(tmpdir(), 'bench-scenario-'))

/** The service's parts over the log in the folder, as one process of it would have them. */
async function started() {
  const store = openSqliteStore({ file: join(folder, 'log.db'), now: clock.now })
  const views = openViews({ file: join(folder, 'views.db') })
  const stop = new AbortController()
  const projector = startProjector({ store, views, signal: stop.signal, onCommit: () => undefined })
  await projector.caughtUp
  const world = () => ({ today, now, geography })
  const scenarios = createScenarios({ store, views, clock, world, folder: join(folder, 'bases') })
  const gather = createGather({
    store,
    views,
    scenarios,
    world,
    seen: projector.waitFor,
    attachments: { find: () => undefined },
  })
  const handle = createHandle({ store, clock, gather })
  async function send(type: string, data: object): Promise<void> {
    const definition = commands.find((one) => one.type === type)
    // The definition of this type has read the data.
    const command = { type, data: definition?.body.parse(data) } as Command
    const { position } = await handle(command, { actor, commandId: randomUUID() })
    if (position !== null) await projector.waitFor(position, 10_000)
  }
  async function close(): Promise<void> {
    stop.abort()
    await projector.stopped
    views.close()
    await store.close()
  }
  return { store, views, scenarios, world, send, close }
}

const groups = ['multiple-sclerosis', 'parkinsons-disease', 'stroke-hemiplegia']
const quota = (index: number, cap: number) => ({
  type: 'ProposeQuota',
  data: {
    effectiveFrom: today,
    area: { kind: 'region', code: `108${1 + (index % 5)}` },
    target: { kind: 'group', id: groups[Math.floor(index / 5) % groups.length] },
    cap,
    basis: null,
    method: null,
    reason: null,
  },
})

async function demoEdits(): Promise<void> {
  const service = await started()
  const scenario = ScenarioId.parse('sc-0000000001')
  await service.send('CreateScenario', { scenario, name: 'Lofter', note: null, asOf: today })
  const edits = Array.from({ length: 15 }, (_, index) => ({
    kind: 'add',
    change: `cell-${index}`,
    command: quota(index, 3),
  }))
  await service.send('EditScenario', { scenario, edits })
  const sending: number[] = []
  const opening: number[] = []
  const answering: number[] = []
  const whole: number[] = []
  const worked: number[] = []
  for (let round = 0; round <= 20; round += 1) {
    const change = `cell-${round % 15}`
    const edit = { kind: 'replace', change, command: quota(round % 15, 4 + round) }
    const busy = process.cpuUsage()
    const sent = await milliseconds(() => service.send('EditScenario', { scenario, edits: [edit] }))
    let opened = 0
    const answered = await milliseconds(async () => {
      const views = { current: service.views }
      opened = await milliseconds(async () => {
        views.current = await service.scenarios.viewsFor({ scenario })
      })
      await caps(views.current, at, scope, { kind: 'region', grandfathering: 'on' }, service.world())
    })
    // The first round fills what every later one finds.
    if (round === 0) continue
    const { user, system } = process.cpuUsage(busy)
    sending.push(sent)
    opening.push(opened)
    answering.push(answered - opened)
    whole.push(sent + answered)
    worked.push((user + system) / 1000)
    // A planner looks at the answer before the next one.
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  const note = `${rounded(median(worked), 0)} ms of processor for the whole; load ${rounded(loadavg()[0] ?? Number.NaN)}`
  const line = (bench: string, values: readonly number[], limit: string) =>
    report({
      bench: `scenario: ${bench}`,
      value: rounded(median(values)),
      unit: 'ms',
      runs: values.length,
      note: `${limit}${note}`,
    })
  line('one cell edited, demo, to the answer of caps', whole, 'under 100; ')
  line('of it the command, until the views have it', sending, '')
  line('of it opening the scenario', opening, '')
  line('of it caps by region', answering, '')
  await service.close()
}

/** More clinics than there are, each with five events, until the log holds 100,000. */
async function grow(total: number): Promise<number> {
  const service = await started()
  const events = () =>
    service.views.statement<{ events: number }>('SELECT max(number) AS events FROM event').get({})?.events ?? 0
  const place = {
    text: 'Bredgade 1',
    postcode: null,
    town: null,
    darId: null,
    position: [9.1, 56.2],
    municipality: '0661',
    certainty: 'registered',
  }
  let before = events()
  for (let clinic = 0; before < total; clinic += 1) {
    const id = `vokset-${clinic}`
    const registered = { clinic: id, name: id, cvr: null, formOfPractice: 'solo' }
    const opened = { addressId: id, clinic: id, kind: 'main', address: place, until: null }
    await service.store.append(`clinic-${id}`, [eventOf('ClinicRegistered', '2015-01-01', registered)], 'none')
    await service.store.append(
      `practiceAddress-${id}`,
      [
        eventOf('PracticeAddressOpened', '2015-01-01', opened),
        ...['2017-01-01', '2019-01-01', '2021-01-01'].map((from, move) =>
          eventOf('PracticeAddressMoved', from, {
            from: { ...place, text: `Bredgade ${move + 1}` },
            to: { ...place, text: `Bredgade ${move + 2}` },
            previousUntil: from,
            ruling: null,
          }),
        ),
      ],
      'none',
    )
    before += 5
  }
  await service.close()
  return before
}

function eventOf(type: string, from: string, data: Record<string, unknown>): NewEvent {
  const commandId = randomUUID()
  return {
    id: EventId.parse(randomUUID()),
    type,
    version: currentVersion(type),
    data,
    effectiveFrom: EffectiveDate.parse(from),
    metadata: { commandId, correlationId: commandId, actor, dataClass: 'open', synthetic: true },
  }
}

async function openings(): Promise<void> {
  const total = await grow(100_000)
  const scenario = ScenarioId.parse('sc-0000000002')
  const before = await started()
  await before.send('CreateScenario', { scenario, name: 'Stort', note: null, asOf: today })
  const edits = Array.from({ length: 15 }, (_, index) => ({
    kind: 'add',
    change: `cell-${index}`,
    command: quota(index, 3),
  }))
  await before.send('EditScenario', { scenario, edits })
  await before.close()
  const open = async (bench: string) => {
    const values: number[] = []
    const worked: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const service = await started()
      const busy = process.cpuUsage()
      const took = await milliseconds(async () => {
        await service.scenarios.viewsFor({ scenario })
      })
      const { user, system } = process.cpuUsage(busy)
      values.push(took)
      worked.push((user + system) / 1000)
      await service.close()
    }
    const note = `under 1000; ${total} events, nothing remembered; ${rounded(median(worked), 0)} ms of processor; load ${rounded(loadavg()[0] ?? Number.NaN)}`
    report({ bench: `scenario: ${bench}`, value: rounded(median(values)), unit: 'ms', runs: values.length, note })
  }
  await open('opened on the register of now')
  const goesOn = await started()
  const registered = { clinic: 'ny', name: 'ny', cvr: null, formOfPractice: 'solo' }
  await goesOn.store.append('clinic-ny', [eventOf('ClinicRegistered', '2026-01-01', registered)], 'none')
  await goesOn.close()
  await open('opened on an older register, from its file')
}

try {
  await loadDemo({ log: join(folder, 'log.db'), views: join(folder, 'views.db') })
  await demoEdits()
  await openings()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
