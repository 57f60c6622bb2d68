import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { Command } from '#api/contract'
import { EffectiveDate, RecordedAt } from '#events/time'
import { readConfig } from '#service/config'
import { createHandle, nothingGathered } from '#service/handle'
import { ruleSets } from '#service/rules/ruleSets'
import { type Service, startService } from '#service/start'
import type { EventStore } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'

export const today = EffectiveDate.parse('2026-11-22')
const clock = { today: () => today, now: () => RecordedAt.parse('2026-11-22T12:00:00.000Z') }

const place = (text: string, municipality: string, position: [number, number]) => ({
  text,
  postcode: null,
  town: null,
  darId: null,
  position,
  municipality,
  certainty: 'registered' as const,
})
export const holstebro = place('Nørregade 1, Holstebro', '0661', [8.61607, 56.36009])
export const vinderup = place('Vestergade 2, Vinderup', '0661', [8.783, 56.481])
export const aarhus = place('Åboulevarden 3, Aarhus', '0751', [10.21076, 56.15674])
export const copenhagen = place('Vesterbrogade 4, København', '0101', [12.56553, 55.67594])

/** Clinics `k-0` to `k-<n>` and a riding school, as the register knows them since 2020. */
const register: readonly object[] = [
  ...[
    ['k-0', '=HYPERLINK("x")', holstebro],
    ['k-1', 'Åens Fysioterapi; Aarhus', aarhus],
    ['k-2', 'Klinik København', copenhagen],
    ['k-3', 'Klinik Vest', holstebro],
    ['k-4', 'Klinik Øst', aarhus],
  ].flatMap(([clinic, name, address]) => [
    {
      type: 'RegisterClinic',
      data: { clinic, effectiveFrom: '2020-01-01', name, cvr: null, formOfPractice: 'solo' },
    },
    {
      type: 'OpenPracticeAddress',
      data: { addressId: `a-${clinic}`, effectiveFrom: '2020-01-01', clinic, kind: 'main', address, until: null },
    },
    {
      type: 'AllocateKrCapacity',
      data: {
        clinic,
        effectiveFrom: '2024-01-01',
        specialty: '51',
        unitsHundredths: 240,
        levelYear: 2024,
        reason: 'transition2024',
      },
    },
  ]),
  {
    type: 'RegisterRidingSchool',
    data: { school: 's-0', effectiveFrom: '2020-01-01', name: 'Rideskolen', address: aarhus },
  },
  {
    type: 'PublishMunicipalOffer',
    data: {
      municipality: '0751',
      effectiveFrom: '2020-01-01',
      document: 'Kvalitetsstandard',
      offerVersion: '1',
      services: [],
      settings: [],
      places: [{ place: 'center', name: 'Træningscenter', address: aarhus }],
      hours: 'unknown',
      referralMonths: null,
      remarks: null,
      source: null,
    },
  },
  ...ruleSets.map((ruleSet) => ({ type: 'PublishRuleSet', data: ruleSet })),
]

export interface Running extends Service {
  readonly store: EventStore
  readonly folder: string
  /** Cookie of a demo person, for `headers`. */
  signIn(userId: string): Promise<{ cookie: string }>
  /** Sends a command over HTTP. */
  send(
    path: string,
    data: object,
    options?: { headers?: Record<string, string>; id?: string },
  ): Promise<Awaited<ReturnType<Service['app']['inject']>>>
}

/** The service on a log of its own, filled with a small register; everything is real but the clock and the port. */
export async function running({
  demo = true,
  settings = {},
  web = {},
  before = async () => undefined,
  now = clock.now,
}: {
  demo?: boolean
  settings?: Record<string, string>
  /** Files of a web build, by path. */
  web?: Record<string, string | Uint8Array>
  /** Done to the log before the service starts on it. */
  before?: (store: EventStore) => Promise<unknown>
  /** The instant of what is recorded; noon for everything when left out. */
  now?: () => RecordedAt
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'http-test-'))
  const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...settings })
  const store = openSqliteStore({ file: join(folder, 'log.db'), now, busyTimeoutMs: 10 })
  await fill(store, demo)
  await before(store)
  for (const [path, text] of Object.entries(web)) {
    mkdirSync(join(folder, 'web', dirname(path)), { recursive: true })
    writeFileSync(join(folder, 'web', path), text)
  }
  const service = await startService({ config, store, clock: { ...clock, now }, webRoot: join(folder, 'web') })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= service.stop()
    return stopped
  }
  afterAll(async () => {
    await stop()
    rmSync(folder, { recursive: true })
  })
  const run: Running = {
    ...service,
    stop,
    store,
    folder,
    async signIn(userId) {
      const answer = await service.app.inject({ method: 'POST', url: '/api/session', payload: { userId } })
      const [cookie] = String(answer.headers['set-cookie'] ?? '').split(';')
      if (!cookie) throw new Error(`${userId} was not signed in: ${answer.body}`)
      return { cookie }
    },
    send: (path, data, { headers = {}, id = randomUUID() } = {}) =>
      service.app.inject({
        method: 'POST',
        url: `/api/commands/${path}`,
        headers: { 'idempotency-key': id, ...headers },
        payload: data,
      }),
  }
  return run
}

async function fill(store: EventStore, demo: boolean): Promise<void> {
  const handle = createHandle({ store, clock, gather: async () => nothingGathered })
  const actor = { userId: 'test', role: 'registrar' as const, organisation: null }
  for (const command of register) {
    // Written out above in the contract's own words; the deciders and the projector would refuse anything else.
    await handle(command as Command, { actor, commandId: randomUUID(), ...(demo ? { synthetic: true } : {}) })
  }
}

/** The body of a command that opens a case about moving clinic k-0. */
export function openingOf(id: string, region = '1082') {
  return {
    case: id,
    region,
    subject: {
      type: 'A3',
      clinic: 'k-0',
      address: 'a-k-0',
      from: holstebro,
      to: vinderup,
      previousUntil: '2027-02-01',
      accessibility: null,
    },
    applicant: 'Klinik Nord',
    receivedOn: '2026-11-20',
    wantedFrom: '2027-02-01',
  }
}
