import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { ApplicationType } from '#events/case'
import { EffectiveDate, RecordedAt } from '#events/time'
import { readConfig } from '#service/config'
import { loadDemo } from '#service/demo/load'
import { type Service, startService } from '#service/start'
import { openSqliteStore } from '#service/store/sqlite'
import { later } from '../../evidence/calendar.ts'
import { Pack } from '../../evidence/pack.ts'
import { type Difference, recompute } from '../../evidence/recompute.ts'
import { aarhus } from '../http/running.ts'

/** Applications of kinds that the demonstration has none of: new numbers, documentation, and hours before 2024. */
const more: readonly (readonly [id: string, wantedFrom: string, subject: Readonly<Record<string, unknown>>])[] = [
  [
    '26-0301',
    '2027-03-01',
    {
      type: 'A1',
      holder: 'p-002119',
      clinic: null,
      newNumber: null,
      specialty: '51',
      hoursTenths: null,
      place: aarhus,
    },
  ],
  ['26-0302', '2027-03-01', documentation('group', 'multiple-sclerosis')],
  ['26-0303', '2027-03-01', documentation('family', 'connective-tissue')],
  ['26-0304', '2027-03-01', documentation('group', 'cerebral-palsy-children')],
  [
    '26-0305',
    '2018-03-01',
    {
      type: 'A6',
      provider: '902402',
      employee: 'p-002119',
      hoursTenths: null,
      turnoverLast12Oere: 140_000_001,
      turnoverThisYearOere: 152_345_678,
      place: aarhus,
    },
  ],
  [
    '26-0306',
    '2018-03-01',
    { type: 'A12', provider: '902896', transferredTo: null, agreements: [], reason: 'Stopper', place: aarhus },
  ],
  // Somebody documented for a small group moves away: people lose cover.
  [
    '26-0308',
    '2027-03-01',
    {
      type: 'A3',
      clinic: 'k-0585',
      address: 'a-0585',
      from: {
        text: 'Bakkevej 91, Herning',
        postcode: null,
        town: 'Herning',
        darId: null,
        position: [8.97899, 56.13622],
        municipality: '0657',
        certainty: 'registered',
      },
      to: aarhus,
      previousUntil: '2027-03-01',
      accessibility: 'Der er ramper og elevator',
    },
  ],
  ['26-0307', '2018-03-01', { type: 'A5', provider: '902896', from: 'owner', to: 'mobile', place: aarhus }],
]

function documentation(kind: string, id: string) {
  return {
    type: 'A14',
    person: 'p-002119',
    target: { kind, id },
    issuer: 'Uddannelsen',
    issuedOn: '2026-11-01',
    expiresOn: null,
    evidenceRef: null,
    place: aarhus,
  }
}

const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
const log = join(folder, 'log.db')
let ticks = 0
const clock = {
  today: () => EffectiveDate.parse('2026-11-22'),
  now: () => RecordedAt.parse(`2026-11-22T12:00:00.${String(ticks++ % 1000).padStart(3, '0')}Z`),
}
const Row = z.looseObject({ case: z.string(), type: ApplicationType, status: z.string() })
/** Cases that are not ruled on of each type. */
const enough = 4
const packs: { readonly name: string; readonly type: string; readonly text: string }[] = []
let service: Service

beforeAll(async () => {
  await loadDemo({ log, views: join(folder, 'views.db') })
  const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' })
  service = await startService({
    config,
    store: openSqliteStore({ file: log, now: clock.now }),
    clock,
    webRoot: folder,
  })
  for (const region of ['1081', '1082', '1083', '1084', '1085']) await collect(region)
}, 600_000)
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

/** Packs of papers about cases of a region, as its secretariat gets them. */
async function collect(region: string): Promise<void> {
  const payload = { userId: `sekretariat-${region}` }
  const session = await service.app.inject({ method: 'POST', url: '/api/session', payload })
  const headers = { cookie: String(session.headers['set-cookie'] ?? '').split(';')[0] ?? '' }
  if (region === '1082')
    for (const [id, wantedFrom, subject] of more)
      await opened(
        {
          case: id,
          region,
          subject,
          applicant: 'Ansøger',
          receivedOn: wantedFrom < '2026' ? '2018-01-05' : '2026-11-20',
          wantedFrom,
        },
        headers,
      )
  const listed = await service.app.inject({ url: '/api/views/cases?status=all', headers })
  if (listed.statusCode !== 200) return
  for (const { case: id, type, status } of z.looseObject({ rows: z.array(Row) }).parse(listed.json()).rows) {
    const ruled = ['ruled', 'applied', 'effect-refused'].includes(status)
    // A few of each type are enough; of rulings all.
    const isOpenedHere = more.some(([own]) => own === id)
    if (!ruled && !isOpenedHere && packs.filter((one) => one.type === type).length >= enough) continue
    const asked = async (kind: string) =>
      await service.app.inject({ url: `/api/papers/evidence?kind=${kind}&case=${id}`, headers })
    const ruling = ruled ? await asked('ruling') : null
    // A committee that did not agree has ruled nothing: its case has gone on.
    const [kind, answer] = ruling?.statusCode === 200 ? ['ruling', ruling] : ['case', await asked('case')]
    packs.push({ name: `${kind} ${id} ${answer.statusCode}`, type, text: answer.body })
  }
}

/** Opens a case, and waits for its findings. */
async function opened(
  data: { readonly case: string } & Record<string, unknown>,
  headers: Record<string, string>,
): Promise<void> {
  const answer = await service.app.inject({
    method: 'POST',
    url: '/api/commands/open-case',
    headers: { 'idempotency-key': randomUUID(), ...headers },
    payload: data,
  })
  expect(answer.body).toContain('"events"')
  await vi.waitFor(
    async () => {
      const file = await service.app.inject({ url: `/api/views/case-file?case=${data.case}`, headers })
      expect(file.json().findings).toMatchObject({ findings: expect.anything() })
    },
    { timeout: 120_000, interval: 200 },
  )
}

describe('evidence packs of the demonstration', () => {
  it('are of every type of application, and of rulings of several', () => {
    expect(packs.filter(({ name }) => !name.endsWith(' 200'))).toEqual([])
    expect([...new Set(packs.map(({ type }) => type))].toSorted()).toEqual([...ApplicationType.options].toSorted())
    const ruled = packs.filter(({ name }) => name.startsWith('ruling'))
    expect([...new Set(ruled.map(({ type }) => type))].toSorted()).toEqual(['A10', 'A11', 'A12', 'A3', 'A4'])
  })

  it('are computed again by the other program with no difference', () => {
    const wrong = packs.flatMap(({ name, text }) => recompute(text).map((difference) => ({ name, ...difference })))
    expect(wrong).toEqual([])
  })

  it('hold nothing that is only held against what the service recorded itself', () => {
    const formulas = new Set(
      packs.flatMap(({ text }) => Pack.parse(JSON.parse(text)).paper.figures).map((one) => one.formula),
    )
    expect([...formulas].filter((name) => name.startsWith('recorded'))).toEqual([])
  })
})

describe('what is not made from the events of a pack', () => {
  it('is said in it, with the versions of the data that it comes from', () => {
    const about = packs.flatMap(({ text }) => {
      const { given, dataVersions } = Pack.parse(JSON.parse(text))
      const known = new Set(dataVersions.map(({ name }) => name))
      expect(given.flatMap((one) => one.dataVersions).filter((name) => !known.has(name))).toEqual([])
      return given.map((one) => one.about)
    })
    expect([...new Set(about)].toSorted()).toEqual([
      'V',
      'facts',
      'facts.cap.sizes',
      'facts.childrensClinic.nearestMetres',
      'facts.cover.squares',
    ])
  })
})

describe('an event one unit off', () => {
  it.each([
    ['A13', 'NewEstablishmentAdvertised', 'oere', 'facts.capacity.pool'],
    ['A15', 'Section2AgreementProposed', 'figures', 'facts.section2'],
    ['A6', 'TurnoverCeilingSet', 'oerePerYear', 'facts.capacity.employment'],
  ])('is found in the facts of an %s that rest on %s', (type, event, field, where) => {
    const found = packs
      .filter((one) => one.type === type)
      .flatMap(({ text }) => {
        const pack = Pack.parse(JSON.parse(text))
        const rests = pack.events.find((one) => one.type === event)
        if (rests === undefined) return []
        const told = rests.data[field]
        rests.data[field] = typeof told === 'number' ? told + 1 : { ...Object(told), donorPatients: 1 }
        return recompute(JSON.stringify(pack))
      })
    expect(found.filter((one) => one.where.startsWith(where))).not.toEqual([])
  })
})

/** A number one unit on, or the next day. */
function oneMore(value: number | string): number | string {
  return typeof value === 'number' ? value + 1 : later(value, 1)
}

const Located = z.object({
  event: z.string(),
  finding: z.tuple([z.string(), z.string(), z.number()]),
  part: z.enum(['value', 'limit', 'said']),
  measure: z.number().optional(),
  name: z.string().optional(),
})
const Finding = z.looseObject({
  params: z.record(z.string(), z.unknown()),
  measured: z.array(z.record(z.string(), z.unknown())),
})

/** The pack with one figure a unit off, in the paper and in the event that recorded it, so that they agree with each other. */
function tampered(text: string, at: number): string {
  const pack = Pack.parse(JSON.parse(text))
  const figure = pack.paper.figures[at]
  if (figure === undefined || figure.value === null) throw new Error('no such figure')
  const value = oneMore(figure.value)
  figure.value = value
  const located = Located.safeParse(figure.inputs).data
  const event = pack.events.find(({ id }) => id === located?.event)
  if (located !== undefined && event !== undefined) {
    const set = z.looseObject({ findings: z.array(z.unknown()) }).parse(event.data[located.finding[0]])
    const finding = Finding.parse(set.findings[located.finding[2]])
    if (located.part === 'said') finding.params[located.name ?? ''] = value
    else {
      const measure = finding.measured[located.measure ?? 0]
      if (measure !== undefined) measure[located.part] = value
    }
    set.findings[located.finding[2]] = finding
    event.data[located.finding[0]] = set
  }
  return JSON.stringify(pack)
}

describe('a number one unit off', () => {
  it('is found for every formula and every measure, though the event that recorded it says the same', () => {
    const seen = new Set<string>()
    const missed: string[] = []
    for (const { name, text } of packs) {
      const { figures } = Pack.parse(JSON.parse(text)).paper
      for (const [at, { formula, label, value, unit }] of figures.entries()) {
        const kind = `${formula} ${label.replace(/ \d{4}$/, '')}`
        if (value === null || unit === 'outcome' || seen.has(kind)) continue
        seen.add(kind)
        const found: readonly Difference[] = recompute(tampered(text, at))
        const own = found.find(({ where }) => where.startsWith(`figure ${at}:`))
        if (own?.makes !== value) missed.push(`${name}: ${kind} ${value} ${JSON.stringify(own ?? null)}`)
      }
    }
    expect(missed).toEqual([])
    const formulas = new Set([...seen].map((kind) => kind.split(' ')[0]))
    const used = packs.flatMap(({ text }) => Pack.parse(JSON.parse(text)).paper.figures.map(({ formula }) => formula))
    expect([...formulas].toSorted()).toEqual([...new Set(used)].filter((name) => name !== 'verdict@1').toSorted())
    expect(seen.size).toBeGreaterThan(100)
  }, 300_000)
})
