import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { views } from '#api/contract'
import { PersonNames, PersonsPage } from '#api/persons'
import { RecordedAt } from '#events/time'
import { collections } from '#service/collections/catalogue'
import { readConfig } from '#service/config'
import { type Service, startService } from '#service/start'
import { openSqliteStore } from '#service/store/sqlite'
import { openingOf, running, today } from './running.ts'
import { sampled } from './sampled.ts'

/** Issue 6, F5: who is erased is gone from everywhere, and nothing that is counted, found or drawn has moved. */

const name = 'Kirstine Overgaard Lindhardt'
const mail = 'kol@fysioterapi-nord.example'
const phone = '97 42 18 63'
/** Of the name, what nothing else here is called. */
const words = ['Kirstine', 'Overgaard', 'Lindhardt', mail, phone]
const person = 'p-7'
const noon = RecordedAt.parse('2026-11-22T12:00:00.000Z')
const patience = 240_000

// What the service writes to its own log, every line of it.
const lines: string[] = []
const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
  lines.push(String(chunk))
  return true
})
afterAll(() => stderr.mockRestore())

const service = await running({ settings: { LOG_LEVEL: 'trace', RATE_LIMIT: '100000' } })
const secretariat = await service.signIn('sekretariat-1082')
const committee = await service.signIn('udvalg-1082')
const municipality = await service.signIn('kommune-0661')

const post = (url: string, payload: object, headers: Record<string, string> = secretariat) =>
  service.app.inject({ method: 'POST', url, payload, headers })
const namesFor = async (headers: Record<string, string>) => {
  const answer = await post('/api/persons/names', { persons: [person] }, headers)
  return answer.statusCode === 200 ? PersonNames.parse(answer.json()).names : answer.statusCode
}
async function done(path: string, data: object): Promise<void> {
  const answer = await service.send(path, data, { headers: secretariat })
  expect([path, answer.statusCode, answer.body]).toEqual([path, 200, expect.anything()])
}

const entry = { person, region: '1082', name, mail, phone, source: 'Ansøgning' }
const given = { region: '1082', committee: '1082', municipality: '0661', clinic: 'k-0', case: '26-0301', school: 's-0' }

/** What a person can see or take along: all events, features as GeoJSON and CSV, map tiles, the paper, its evidence pack. */
const drawn = [
  '/api/views/events?limit=200',
  ...collections.flatMap(({ id }) => [`/ogc/collections/${id}/items?f=json`, `/ogc/collections/${id}/items?f=csv`]),
  '/ogc/collections/clinics/tiles/6/33/19',
  '/api/papers/pdf?kind=case&case=26-0301',
  '/api/papers/evidence?kind=case&case=26-0301',
]

/** All that, and every view of the contract. */
const asked = [
  ...Object.entries(views).map(([, { path, params }]) => {
    const { value } = sampled(params, { ...given, period: '2025', specialty: '51' })
    return `/api${path}?${new URLSearchParams(Object(value)).toString()}`
  }),
  ...drawn,
]

/** What each of them answers: status and SHA-256; none may hold a word of the name. */
async function everything({ app }: Pick<Service, 'app'>): Promise<readonly (readonly [string, number, string])[]> {
  const answers: [string, number, string][] = []
  for (const url of asked) {
    const { statusCode, rawPayload } = await app.inject({ url, headers: secretariat })
    const text = rawPayload.toString('utf8')
    expect([url, words.filter((word) => text.includes(word))]).toEqual([url, []])
    answers.push([url, statusCode, createHash('sha256').update(compared(text)).digest('hex')])
  }
  return answers
}

/** Without the number of the last commit, which a rebuild counts anew, and the request that a problem names. */
const compared = (text: string) => text.replace(/"(requestId":"[^"]*"|ordinal":\d+)/g, '')

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
}
/** Files of the data folder that hold a word of the name. */
const filesNaming = () =>
  filesIn(service.folder)
    .filter((file) => words.some((word) => readFileSync(file).includes(word)))
    .map((file) => file.slice(service.folder.length + 1))

let before: Awaited<ReturnType<typeof everything>>

beforeAll(async () => {
  const since = { effectiveFrom: '2024-01-01' }
  const number = { number: '000007', clinic: 'k-0', specialties: ['51'], status: 'owner', origin: 'import' }
  await done('register-provider-number', { ...number, holder: person, ...since })
  await done('register-provider-number', { ...number, number: '000008', holder: 'p-8', ...since })
  const opening = openingOf('26-0301')
  await done('open-case', opening)
  const takeover = { type: 'A2', provider: '000007', fromHolder: person, toHolder: 'p-9', shareHundredths: 100 }
  await done('open-case', {
    ...opening,
    case: '26-0302',
    subject: { ...takeover, newNumber: null, schools: [], place: null },
  })
  expect((await post('/api/persons', entry)).statusCode).toBe(200)
  before = await everything(service)
}, patience)

describe('before anybody is erased', () => {
  it('the name is known to its own secretariat and committee, and stands in one file only', async () => {
    const known = [{ person, name, erased: false }]
    expect(await namesFor(secretariat)).toEqual(known)
    expect(await namesFor(committee)).toEqual(known)
    expect(await namesFor(await service.signIn('sekretariat-1084'))).toEqual([])
    expect(await namesFor(municipality)).toBe(403)
    expect(await namesFor({})).toBe(401)
    expect(filesNaming()).toEqual(['persons.db'])
  })

  it('is found by its name, and what was searched for is in no log', async () => {
    const answer = await post('/api/persons/search', { text: 'lindhardt' })
    expect(PersonsPage.parse(answer.json()).rows).toEqual([{ ...entry, erasedAt: null }])
    await service.app.inject({ url: `/api/views/search?q=${encodeURIComponent(name)}`, headers: secretariat })
    expect(lines.length).toBeGreaterThan(asked.length)
    expect(lines.filter((line) => words.some((word) => decoded(line).includes(word)))).toEqual([])
  })

  it('a text that names the person never gets into the log, and the refusal does not repeat it', async () => {
    const recommendation = { case: '26-0301', text: `${name} har ringet.`, outcome: 'granted' }
    const answer = await service.send('write-recommendation', recommendation, { headers: secretariat })
    expect([answer.statusCode, answer.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'text.personalName', params: { command: 'WriteRecommendation', field: 'text' } }),
    ])
    const numbered = { ...recommendation, text: 'Ansøger 010170-1234 har ringet.' }
    expect((await service.send('write-recommendation', numbered, { headers: secretariat })).json().code).toBe(
      'text.civilNumber',
    )
    expect(answer.body).not.toContain('Kirstine')
  })

  it('is erased by nobody but its own secretariat', async () => {
    const codes = []
    for (const headers of [committee, municipality, {}, await service.signIn('sekretariat-1084')])
      codes.push((await post('/api/persons/erase', { person }, headers)).statusCode)
    expect(codes).toEqual([403, 403, 401, 404])
    expect(await namesFor(secretariat)).toHaveLength(1)
  })
})

describe('erasing a person', () => {
  it(
    'leaves every view, feature, tile, paper and pack as it was to the byte, and the name nowhere',
    async () => {
      const answer = await post('/api/persons/erase', { person })
      expect([answer.statusCode, answer.json().name, answer.json().erasedAt]).toEqual([
        200,
        null,
        '2026-11-22T12:00:00.000Z',
      ])
      expect(await namesFor(secretariat)).toEqual([{ person, name: null, erased: true }])
      expect(await everything(service)).toEqual(before)
      // Nearly all of it answers, or nothing was compared; samples of the contract also ask for what is not there.
      expect(before.filter(([, status]) => status === 200).length).toBeGreaterThan(45)
      expect(before.filter(([url, status]) => drawn.includes(url) && status !== 200)).toEqual([])
      expect((await post('/api/persons', entry)).json().code).toBe('person.erased')
      expect(filesNaming()).toEqual([])
    },
    patience,
  )

  it(
    'stays so when the views are built again from the log',
    async () => {
      await service.stop()
      expect(filesNaming()).toEqual([])
      for (const file of filesIn(service.folder).filter((path) => /views\.db/.test(path))) rmSync(file)
      const now = () => noon
      const store = openSqliteStore({ file: join(service.folder, 'log.db'), now })
      const config = readConfig({ DATA_DIR: service.folder, PORT: '0', LOG_LEVEL: 'trace', RATE_LIMIT: '100000' })
      const again = await startService({
        config,
        store,
        clock: { today: () => today, now },
        webRoot: join(service.folder, 'web'),
      })
      expect(await everything(again)).toEqual(before)
      await again.stop()
      expect(filesNaming()).toEqual([])
      expect(lines.filter((line) => words.some((word) => decoded(line).includes(word)))).toEqual([])
    },
    patience,
  )
})

/** An address in the log has its letters coded. */
function decoded(line: string): string {
  return line.replace(/%[0-9A-F]{2}/g, ' ').replaceAll('+', ' ')
}
