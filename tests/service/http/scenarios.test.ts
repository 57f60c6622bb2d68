import { createHash, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RecordedAt } from '#events/time'
import { readConfig } from '#service/config'
import { startService } from '#service/start'
import { openSqliteStore } from '#service/store/sqlite'
import { aarhus, copenhagen, holstebro, type Running, running, today, vinderup } from './running.ts'

let run: Running
let planner: { cookie: string }
beforeAll(async () => {
  run = await running()
  planner = await run.signIn('planlaegger-1082')
})

let made = 0
const freshId = () => {
  made += 1
  return `sc-${String(made).padStart(10, '0')}`
}

const move = (addressId: string, from: object, to: object, effectiveFrom = '2027-01-01') => ({
  type: 'MovePracticeAddress',
  data: { addressId, effectiveFrom, from, to, previousUntil: effectiveFrom, ruling: null },
})
const document = (person: string, id: string) => ({
  type: 'DocumentCompetence',
  data: {
    person,
    effectiveFrom: '2026-12-01',
    target: { kind: 'group', id },
    issuer: 'Made up',
    issuedOn: '2026-11-01',
    expiresOn: null,
    evidenceRef: null,
  },
})
const quota = (cap: number, code = '1082') => ({
  type: 'ProposeQuota',
  data: {
    effectiveFrom: '2026-11-22',
    area: { kind: 'region', code },
    target: { kind: 'group', id: 'multiple-sclerosis' },
    cap,
    basis: null,
    method: null,
    reason: null,
  },
})
const add = (change: string, command: object) => ({ kind: 'add', change, command })

const specialist = (number: string, person: string, clinic: string) => [
  add(`n-${number}`, {
    type: 'RegisterProviderNumber',
    data: {
      number,
      effectiveFrom: '2027-01-01',
      holder: person,
      clinic,
      specialties: ['51'],
      status: 'owner',
      origin: 'import',
    },
  }),
  add(`c-${number}`, document(person, 'multiple-sclerosis')),
]

async function send(path: string, data: object, as = planner) {
  const answer = await run.send(path, data, { headers: as })
  return { status: answer.statusCode, body: answer.json() }
}
async function sent(path: string, data: object, as = planner) {
  const answer = await send(path, data, as)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body
}
async function create(edits: readonly object[] = []): Promise<string> {
  const scenario = freshId()
  await sent('create-scenario', { scenario, name: 'Prøve', note: null, asOf: '2027-02-01' })
  if (edits.length > 0) await sent('edit-scenario', { scenario, edits })
  return scenario
}
async function get(url: string, as = planner) {
  const answer = await run.app.inject({ url: `/api${url}`, headers: as })
  return { status: answer.statusCode, body: answer.json(), tag: answer.headers.etag }
}
const seen = async (scenario: string) => (await get(`/views/scenario?scenario=${scenario}`)).body

/** Figures that show what the register holds, without what says where they come from. */
async function figures(scenario?: string, service: Pick<Running, 'app'> = run, as = planner) {
  const at = `asOf=2027-02-01${scenario === undefined ? '' : `&scenario=${scenario}`}`
  const urls = [
    `/views/municipalities?${at}`,
    `/views/clinic?clinic=k-0&${at}`,
    `/views/caps?${at}`,
    `/views/timeline?from=2026-01-01&to=2027-12-31&${at}`,
  ]
  const answers: unknown[] = []
  for (const url of urls) {
    const { statusCode, body } = await service.app.inject({ url: `/api${url}`, headers: as })
    const { at: _, ...figures } = JSON.parse(body)
    expect({ url, statusCode }).toEqual({ url, statusCode: 200 })
    answers.push(figures)
  }
  return answers
}

/** A hash of everything that the register's views hold: all but where they stand, and the scenarios themselves. */
function digest(): Record<string, string> {
  const db = new Database(join(run.folder, 'views.db'), { readonly: true })
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
    .filter((name) => name !== 'meta' && name !== 'scenario_event')
  const of = (name: string) => {
    const rows = JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all())
    return [name, createHash('sha256').update(rows).digest('hex')]
  }
  const digests = Object.fromEntries(tables.map(of))
  db.close()
  return digests
}

describe('a scenario and the register (D2)', () => {
  test('the register is the same, byte for byte, before, during and after', async () => {
    const before = digest()
    const base = await figures()
    expect(Object.keys(before)).toContain('event')
    const scenario = await create([
      add('a', move('a-k-0', holstebro, copenhagen)),
      add('b', document('person-1', 'multiple-sclerosis')),
      add('c', quota(4)),
    ])
    const inside = await figures(scenario)
    expect(inside).not.toEqual(base)
    expect(digest()).toEqual(before)
    expect(await figures()).toEqual(base)
    const { undo } = await seen(scenario)
    await sent('undo-scenario-edit', { scenario, edit: undo.edit })
    await sent('redo-scenario-edit', { scenario, edit: undo.edit })
    await sent('share-scenario', { scenario, with: [{ role: 'committee', organisation: '1082' }] })
    await sent('archive-scenario', { scenario, reason: 'Slut' })
    expect(digest()).toEqual(before)
    expect(await figures()).toEqual(base)
  })

  test('nothing of a scenario is in the list of events, the time bar or the register’s number of commits', async () => {
    const before = (await get('/views/municipalities')).body.at.ordinal
    const events = (await get('/views/events?limit=5', await run.signIn('sekretariat-1082'))).body
    await create([add('a', quota(9))])
    expect((await get('/views/municipalities')).body.at.ordinal).toBe(before)
    expect((await get('/views/events?limit=5', await run.signIn('sekretariat-1082'))).body).toEqual(events)
  })

  test('with every change off, the figures are the base’s exactly; only what a change touches differs', async () => {
    const base = await figures()
    const scenario = await create([
      add('a', move('a-k-0', holstebro, copenhagen)),
      add('b', move('a-k-4', aarhus, copenhagen)),
    ])
    const inside = await figures(scenario)
    const differing = changedMunicipalities(base, inside)
    expect(differing.toSorted()).toEqual(['0101', '0661', '0751'])
    for (const change of ['a', 'b'])
      await sent('edit-scenario', { scenario, edits: [{ kind: 'switch', change, on: false }] })
    expect(await figures(scenario)).toEqual(base)
    await sent('edit-scenario', { scenario, edits: [{ kind: 'switch', change: 'a', on: true }] })
    await sent('edit-scenario', {
      scenario,
      edits: [
        { kind: 'remove', change: 'a' },
        { kind: 'remove', change: 'b' },
      ],
    })
    expect(await figures(scenario)).toEqual(base)
  })

  test('an edit gives other figures under another tag, and undo the old ones again', async () => {
    const scenario = await create([add('a', move('a-k-0', holstebro, copenhagen))])
    const url = `/views/municipalities?asOf=2027-02-01&scenario=${scenario}`
    const first = await get(url)
    await sent('edit-scenario', {
      scenario,
      edits: [{ kind: 'replace', change: 'a', command: move('a-k-0', holstebro, aarhus) }],
    })
    const second = await get(url)
    expect(second.tag).not.toBe(first.tag)
    expect(second.body.rows).not.toEqual(first.body.rows)
    const { undo, key } = await seen(scenario)
    await sent('undo-scenario-edit', { scenario, edit: undo.edit })
    const third = await get(url)
    expect(third.body).toEqual(first.body)
    expect(third.tag).toBe(first.tag)
    expect((await seen(scenario)).key).not.toBe(key)
  })

  test('the register goes on; the scenario stands where it stood, from its file and from the log', async () => {
    const scenario = await create([add('a', move('a-k-3', holstebro, copenhagen))])
    const before = await figures(scenario)
    const { key, behind } = await seen(scenario)
    expect(behind).toBe(0)
    const registrar = await run.signIn('sekretariat-1082')
    await sent(
      'close-practice-address',
      { addressId: 'a-k-4', effectiveFrom: '2027-01-15', reason: 'Ophør' },
      registrar,
    )
    expect(await figures(scenario)).toEqual(before)
    expect(await seen(scenario)).toMatchObject({ key, behind: 1 })
    expect(await figures()).not.toEqual(before)

    // A service of its own, so that nothing is remembered: first with the file of the base, then without.
    for (const keepsFile of [true, false]) {
      await copied(async (service, as, folder) => {
        expect(readdirSync(join(folder, 'bases')).length > 0).toBe(true)
        if (!keepsFile) rmSync(join(folder, 'bases'), { recursive: true })
        expect(await figures(scenario, service, as)).toEqual(before)
      })
    }
  })

  test('independent changes may be done in any order: any of them, however they are shuffled (property)', async () => {
    // Of streams of their own each, and all where they can be seen together: one clinic, one town, one region's cap.
    const independent = [
      add('move', move('a-k-0', holstebro, copenhagen)),
      add('away', move('a-k-4', aarhus, vinderup)),
      add('document', document('person-7', 'multiple-sclerosis')),
      add('cap', quota(2)),
      add('close', {
        type: 'ClosePracticeAddress',
        data: { addressId: 'a-k-3', effectiveFrom: '2027-01-10', reason: 'Ophør' },
      }),
      add('number', specialist('900007', 'person-7', 'k-0')[0]?.command ?? {}),
      add('capacity', {
        type: 'AllocateKrCapacity',
        data: {
          clinic: 'k-2',
          effectiveFrom: '2027-01-01',
          specialty: '51',
          unitsHundredths: 500,
          levelYear: 2024,
          reason: 'correction',
        },
      }),
      add('offer', {
        type: 'CloseMunicipalOffer',
        data: { municipality: '0751', effectiveFrom: '2027-01-05', reason: 'Ophør' },
      }),
    ]
    const base = unlisted(await figures())
    await fc.assert(
      fc.asyncProperty(
        fc
          .shuffledSubarray(independent, { minLength: 2 })
          .chain((some) =>
            fc.record({ one: fc.constant(some), other: fc.shuffledSubarray(some, { minLength: some.length }) }),
          ),
        async ({ one, other }) => {
          const scenario = await create(one)
          expect((await seen(scenario)).problems).toMatchObject({ errors: 0, informations: 0 })
          const inside = unlisted(await figures(scenario))
          expect(inside).not.toEqual(base)
          expect(unlisted(await figures(await create(other)))).toEqual(inside)
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)
})

describe('what there is to know about changes', () => {
  test('all problems of all changes at once; what is refused is left out and the rest is done', async () => {
    const scenario = await create([
      add('gone', move('a-nowhere', holstebro, copenhagen)),
      add('good', move('a-k-1', aarhus, copenhagen)),
      add('again', move('a-k-1', copenhagen, vinderup, '2027-01-20')),
      add('already', document('person-2', 'multiple-sclerosis')),
      add('twice', document('person-2', 'multiple-sclerosis')),
      add('late', move('a-new', vinderup, aarhus, '2027-03-01')),
      add('opens', {
        type: 'OpenPracticeAddress',
        data: {
          addressId: 'a-new',
          effectiveFrom: '2027-01-01',
          clinic: 'k-2',
          kind: 'extra',
          address: vinderup,
          until: null,
        },
      }),
    ])
    const { changes, problems } = await seen(scenario)
    const of = (name: string) =>
      changes
        .find(({ change }: { change: string }) => change === name)
        .problems.map(({ severity, code, params }: { severity: string; code: string; params: object }) => ({
          severity,
          code,
          params,
        }))
    expect(of('gone')).toMatchObject([{ severity: 'error', code: 'practiceAddress.unknown' }])
    expect(of('good')).toMatchObject([
      { severity: 'warning', code: 'scenario.sameThing', params: { changes: ['again'] } },
    ])
    expect(of('twice')).toMatchObject([
      { severity: 'information', code: 'scenario.noEffect' },
      { severity: 'warning', code: 'scenario.sameThing' },
    ])
    expect(of('late')).toMatchObject([
      { severity: 'error', code: 'practiceAddress.unknown' },
      { severity: 'warning', code: 'scenario.dependsOn', params: { change: 'opens' } },
    ])
    expect(of('opens')).toEqual([])
    expect(problems).toMatchObject({ errors: 2, informations: 1 })
    expect(changes[0].touches).toEqual({ address: 'a-nowhere' })
    // The clinic of an address is told, so that a move can be told of by its name.
    expect(changes[1].touches).toEqual({ address: 'a-k-1', clinic: 'k-1' })
    const clinic = await get(`/views/clinic?clinic=k-1&asOf=2027-02-01&scenario=${scenario}`)
    expect(JSON.stringify(clinic.body)).toContain('Vestergade 2')
    await sent('edit-scenario', { scenario, edits: [{ kind: 'move', change: 'late', after: 'opens' }] })
    expect((await seen(scenario)).problems.errors).toBe(1)
  })

  test('a clinic that is made up and given capacity is one wish; only what can undo the other is the same thing', async () => {
    const allocate = (specialty: string, unitsHundredths: number) => ({
      type: 'AllocateKrCapacity',
      data: {
        clinic: 'k-new',
        effectiveFrom: '2027-01-01',
        specialty,
        unitsHundredths,
        levelYear: 2024,
        reason: 'newEstablishment',
      },
    })
    const made = {
      type: 'RegisterClinic',
      data: { clinic: 'k-new', effectiveFrom: '2027-01-01', name: 'Opdigtet', cvr: null, formOfPractice: 'solo' },
    }
    const intake = {
      type: 'StateClinicIntake',
      data: {
        clinic: 'k-new',
        effectiveFrom: '2027-01-01',
        accepts: true,
      },
    }
    const scenario = await create([
      add('made', made),
      add('general', allocate('51', 100)),
      add('riding', allocate('62', 100)),
      add('intake', intake),
    ])
    expect(await seen(scenario)).toMatchObject({ problems: { errors: 0, warnings: 0, informations: 0 } })
    await sent('edit-scenario', { scenario, edits: [add('more', allocate('51', 200))] })
    const same = (await seen(scenario)).changes.map(({ problems }: { problems: { params: { changes: string[] } }[] }) =>
      problems.flatMap(({ params }) => params.changes),
    )
    expect(same).toEqual([[], ['more'], [], [], ['general']])
  })

  test('a cap that more are documented than is pointed at, on the scenario’s date', async () => {
    const cap = (most: number, effectiveFrom: string) => ({
      ...quota(most),
      data: { ...quota(most).data, effectiveFrom },
    })
    const scenario = await create([
      ...specialist('900005', 'person-25', 'k-0'),
      ...specialist('900006', 'person-26', 'k-3'),
      add('low', cap(1, '2027-01-15')),
    ])
    const problemsOf = async () => (await seen(scenario)).changes.at(-1).problems
    expect(await problemsOf()).toEqual([
      { severity: 'warning', code: 'scenario.aboveCap', params: { documented: 2, cap: 1, excess: 1 } },
    ])
    await sent('edit-scenario', {
      scenario,
      edits: [{ kind: 'replace', change: 'low', command: cap(2, '2027-01-15') }],
    })
    expect(await problemsOf()).toEqual([])
  })

  test('a bad edit is refused whole, with every fault', async () => {
    const scenario = await create()
    const answer = await send('edit-scenario', {
      scenario,
      edits: [add('a', quota(-1)), add('b', { type: 'IssueRuling', data: {} })],
    })
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'scenario.changeInvalid', params: { changes: ['a', 'b'] } },
    })
    expect((await seen(scenario)).changes).toEqual([])
  })
})

describe('comparison', () => {
  type Row = { municipality: string; base: number; a: number; b: number; difference: number }

  test('base, A and B in one table; where no change reaches, the difference is exactly nothing', async () => {
    const a = await create(specialist('900001', 'person-21', 'k-0'))
    const b = await create([...specialist('900001', 'person-21', 'k-0'), ...specialist('900002', 'person-22', 'k-2')])
    const url = `/views/scenario-comparison?a=${a}&group=multiple-sclerosis`
    const { status, body } = await get(`${url}&b=${b}`)
    expect({ status, code: body.code }).toEqual({ status: 200, code: undefined })
    const figure = (name: string) => body.figures.find((one: { figure: string }) => one.figure === name)
    expect(figure('specialists')).toMatchObject({ unit: 'count', base: 0, a: 1, b: 2 })
    expect(figure('coveredPeople').base).toBe(0)
    expect(figure('coveredPeople').b).toBeGreaterThan(figure('coveredPeople').a)
    expect(figure('percentile95').base).toBeNull()
    expect(figure('percentile95').a).toBeGreaterThan(figure('meanCost').a)
    expect(figure('worstTenth').a).toBeGreaterThan(figure('worstTenth').b)
    expect(body).toMatchObject({ sameBase: true, a: { scenario: a, asOf: '2027-02-01' }, b: { scenario: b } })
    const row = (code: string) => body.rows.find(({ municipality }: Row) => municipality === code)
    // What B adds is in Copenhagen: Holstebro and Aarhus lie far from it.
    for (const code of ['0661', '0751', '0849']) expect(row(code).difference).toBe(0)
    expect(row('0661').a).toBeGreaterThan(row('0661').base)
    expect(row('0101')).toMatchObject({ base: 0, a: 0, difference: row('0101').b * 100 })
    expect(row('0101').b).toBeGreaterThan(0.99)
    // Against its own base, and A against itself.
    const alone = (await get(url)).body
    expect(alone.rows.every((one: Row) => one.b === one.base)).toBe(true)
    const itself = (await get(`${url}&b=${a}`)).body
    expect(itself.rows.every(({ difference }: Row) => difference === 0)).toBe(true)
    expect(await get(`${url}&b=${b}`, await run.signIn('planlaegger-1084'))).toMatchObject({ status: 404 })
  }, 60_000)
})

describe('what a structured pathway saves (S0-5)', () => {
  test('is a change of the scenario: in its caps, its comparison and its file; a committee of one region cannot adopt it', async () => {
    const pathway = (savesPermille: number, group = 'multiple-sclerosis') => ({
      type: 'SetStructuredPathway',
      data: { effectiveFrom: '2027-01-01', group, savesPermille, source: null },
    })
    const scenario = await create([add('goal', pathway(200))])
    const { changes, problems } = await seen(scenario)
    expect(changes[0]).toMatchObject({ touches: { group: 'multiple-sclerosis' }, problems: [] })
    expect(problems).toEqual({ errors: 0, warnings: 0, informations: 0 })
    const groupIn = async (at: string) =>
      (await get(`/views/caps?asOf=2027-02-01${at}`)).body.groups.find(
        ({ id }: { id: string }) => id === 'multiple-sclerosis',
      )
    expect(await groupIn('')).toMatchObject({
      pathwaySavesPercent: 2.5,
      structuredPathway: { from: null, source: { kind: 'SEED', id: 'S_SEED000' } },
    })
    expect(await groupIn(`&scenario=${scenario}`)).toMatchObject({
      pathwaySavesPercent: 20,
      structuredPathway: { from: '2027-01-01', source: { kind: 'ASSUMPTION', id: 'structuredPathway' } },
    })
    const expected = async (question: string) =>
      (await get(`/views/scenario-comparison?a=${scenario}&group=multiple-sclerosis${question}`)).body.figures.find(
        ({ figure }: { figure: string }) => figure === 'expectedUsers',
      )
    const { base, a, b } = await expected('')
    expect(b).toBe(base)
    // 2.5 and 20 per cent of the same users, each rounded to whole persons.
    expect(Math.abs(a / 0.8 - base / 0.975)).toBeLessThan(2)
    expect(base).toBeGreaterThan(1000)
    const { body: file } = await get(`/scenarios/${scenario}/file`)
    expect(file.changes).toMatchObject([{ command: pathway(200) }])
    await sent('edit-scenario', { scenario, edits: [{ kind: 'switch', change: 'goal', on: false }] })
    expect(await expected('')).toMatchObject({ base, a: base })

    const unknown = await create([add('goal', pathway(25, 'no-group'))])
    expect((await seen(unknown)).changes[0].problems).toMatchObject([
      { severity: 'error', code: 'pathway.unknownGroup', params: { group: 'no-group' } },
    ])
    await sent('edit-scenario', { scenario, edits: [{ kind: 'switch', change: 'goal', on: true }] })
    const { revision, nextCase } = await seen(scenario)
    const submission = { case: nextCase, region: '1082', scenario, revision, planRef: 'Plan', documentRef: null }
    expect(
      await send('submit-scenario', { ...submission, note: null, applicant: 'Planlægger', wantedFrom: '2027-01-01' }),
    ).toMatchObject({ status: 409, body: { code: 'scenario.wholeCountry', params: { changes: ['goal'] } } })
  }, 60_000)
})

describe('rebase', () => {
  test('puts the scenario on the register of now, and lists what its changes meet there', async () => {
    const scenario = await create([
      add('moved', move('a-k-2', copenhagen, aarhus)),
      add('free', document('person-9', 'multiple-sclerosis')),
    ])
    expect((await seen(scenario)).problems.errors).toBe(0)
    const gone = { addressId: 'a-k-2', effectiveFrom: '2026-12-15', reason: 'Ophør' }
    await sent('close-practice-address', gone, await run.signIn('sekretariat-1084'))
    expect(await seen(scenario)).toMatchObject({ behind: 1, problems: { errors: 0 } })
    await sent('rebase-scenario', { scenario })
    const after = await seen(scenario)
    expect(after).toMatchObject({ behind: 0, problems: { errors: 1 } })
    expect(after.conflicts).toMatchObject([{ change: 'moved', kind: 'refused', code: 'practiceAddress.closed' }])
  })
})

describe('who may', () => {
  test('a scenario is its owner’s: others do not know of it until it is shared, and then may only look', async () => {
    const scenario = await create([add('a', quota(3))])
    const committee = await run.signIn('udvalg-1082')
    const elsewhere = await run.signIn('planlaegger-1084')
    const listed = async (as: { cookie: string }) =>
      (await get('/views/scenarios', as)).body.rows.filter((row: { scenario: string }) => row.scenario === scenario)
    for (const as of [committee, elsewhere]) {
      expect(await listed(as)).toEqual([])
      for (const url of [
        `/views/scenario?scenario=${scenario}`,
        `/views/caps?scenario=${scenario}`,
        `/scenarios/${scenario}/file`,
      ])
        expect(await get(url, as)).toMatchObject({ status: 404 })
      expect(await send('rename-scenario', { scenario, name: 'Mit', note: null }, as)).toMatchObject({ status: 404 })
    }
    expect((await get(`/views/caps?scenario=${scenario}`, { cookie: '' })).status).toBe(401)
    await sent('share-scenario', { scenario, with: [{ role: 'committee', organisation: '1082' }] })
    expect(await listed(committee)).toMatchObject([{ mine: false, name: 'Prøve' }])
    expect(await listed(elsewhere)).toEqual([])
    expect(await get(`/views/caps?scenario=${scenario}`, committee)).toMatchObject({ status: 200 })
    expect(await send('rename-scenario', { scenario, name: 'Mit', note: null }, committee)).toMatchObject({
      status: 403,
    })
    const copy = { scenario: freshId(), name: 'Kopi', note: null, asOf: '2027-02-01', copiedFrom: scenario }
    expect(await send('create-scenario', copy, elsewhere)).toMatchObject({ status: 404 })
    await sent('create-scenario', { ...copy, scenario: freshId() }, committee)
  })
})

describe('files (D3)', () => {
  test('a scenario opens in another service with the same figures and the same key', async () => {
    const scenario = await create([
      add('a', move('a-k-0', holstebro, copenhagen)),
      add('b', quota(5)),
      add('c', document('person-5', 'multiple-sclerosis')),
    ])
    await sent('edit-scenario', { scenario, edits: [{ kind: 'switch', change: 'b', on: false }] })
    const { body: file } = await get(`/scenarios/${scenario}/file`)
    expect(file.dataVersions.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['boundaries', 'roads', 'travelTimes', 'inhabitants', 'population', 'ruleSet.1082']),
    )
    const before = await figures(scenario)
    const { key } = await seen(scenario)
    await copied(async (service, as) => {
      const post = async (payload: object) => {
        const answer = await service.app.inject({ method: 'POST', url: '/api/scenarios/import', headers: as, payload })
        return { status: answer.statusCode, body: answer.json() }
      }
      const dry = await post({ file })
      expect(dry).toEqual({
        status: 200,
        body: {
          ...{ scenario: null, name: 'Prøve', asOf: file.asOf, changes: 3, base: 'same' },
          ...{ dataDiffers: [], unreadable: [] },
        },
      })
      const imported = freshId()
      expect(await post({ file, create: imported })).toMatchObject({ status: 200, body: { scenario: imported } })
      expect(await figures(imported, service, as)).toEqual(before)
      const opened = await service.app.inject({ url: `/api/views/scenario?scenario=${imported}`, headers: as })
      expect(opened.json()).toMatchObject({ key, count: { changes: 3, on: 2 } })
      // Out again, and it is the same file.
      const again = await service.app.inject({ url: `/api/scenarios/${imported}/file`, headers: as })
      expect(again.json()).toEqual(file)
      expect(again.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''Pr%C3%B8ve-${file.asOf}.json`)
      // Under another name where the person who opens it says so.
      const renamed = freshId()
      expect(await post({ file, create: renamed, name: ' Prøve (2) ' })).toMatchObject({ body: { name: 'Prøve (2)' } })
      const other = await service.app.inject({ url: `/api/views/scenario?scenario=${renamed}`, headers: as })
      expect(other.json()).toMatchObject({ name: 'Prøve (2)', key })
    })
  })

  test('what differs is said, all at once; another version or no file of ours is refused', async () => {
    const scenario = await create([add('a', quota(5))])
    const { body: file } = await get(`/scenarios/${scenario}/file`)
    const post = async (changed: object) => {
      const payload = { file: { ...file, ...changed } }
      const answer = await run.app.inject({ method: 'POST', url: '/api/scenarios/import', headers: planner, payload })
      return { status: answer.statusCode, body: answer.json() }
    }
    const change = (name: string, command: object) => ({ change: name, command, on: true, comment: null })
    expect(
      await post({
        base: { ...file.base, event: randomUUID() },
        dataVersions: [{ name: 'boundaries', version: 'other' }],
        changes: [
          change('a', quota(5)),
          change('a', quota(6)),
          change('b', quota(-5)),
          change('c', { type: 'OpenCase', data: {} }),
          change('d', { type: 'Later', data: { clinic: 'k-9', name: 'Ny', since: 7 } }),
        ],
      }),
    ).toMatchObject({
      status: 200,
      body: {
        base: 'newest',
        changes: 1,
        unreadable: [
          { change: 'a', place: 2, reason: 'taken', touches: { group: 'multiple-sclerosis' } },
          {
            ...{ change: 'b', place: 3, reason: 'fields', fields: [{ path: 'data.cap' }] },
            touches: { group: 'multiple-sclerosis', area: { kind: 'region', code: '1082' } },
          },
          { change: 'c', place: 4, reason: 'notAllowed', touches: {} },
          {
            ...{ change: 'd', place: 5, reason: 'unknownCommand', command: 'Later' },
            ...{ told: { name: 'Ny' }, touches: { clinic: 'k-9' } },
          },
        ],
      },
    })
    expect(
      (await post({ dataVersions: [{ name: 'boundaries', version: 'other' }] })).body.dataDiffers[0],
    ).toMatchObject({
      name: 'boundaries',
      was: 'other',
    })
    const without = (...left: string[]) => ({
      dataVersions: file.dataVersions.filter(({ name }: { name: string }) => !left.includes(name)),
    })
    // Files from before roads were noted do not say that they were others.
    expect((await post(without('roads', 'travelTimes'))).body.dataDiffers).toEqual([])
    expect((await post(without('boundaries'))).body.dataDiffers).toMatchObject([{ name: 'boundaries', was: null }])
    const otherRoads = file.dataVersions.map((one: { name: string }) =>
      one.name === 'roads' ? { name: 'roads', version: 'other' } : one,
    )
    expect((await post({ dataVersions: otherRoads })).body.dataDiffers).toMatchObject([{ name: 'roads', was: 'other' }])
    expect(await post({ version: 2 })).toMatchObject({
      status: 409,
      body: { code: 'scenario.fileVersion', params: { version: 2, readsVersion: 1 } },
    })
    expect(await post({ format: 'something' })).toMatchObject({ status: 409, body: { code: 'scenario.fileVersion' } })
    expect(await post({ asOf: 'tomorrow', locks: 3 })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'body.file.asOf' }, { path: 'body.file.locks' }] },
    })
  })

  test('what a scenario cannot be called, or cannot hold, is a field of the file: 120 letters and 2000 changes are the most', async () => {
    const scenario = await create()
    const { body: file } = await get(`/scenarios/${scenario}/file`)
    const post = async (changed: object) => {
      const payload = { file: { ...file, ...changed }, create: freshId() }
      const answer = await run.app.inject({ method: 'POST', url: '/api/scenarios/import', headers: planner, payload })
      return { status: answer.statusCode, body: answer.json() }
    }
    const changes = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ change: `c-${at}`, command: quota(at), on: false, comment: null }))
    const isField = (path: string) => ({ status: 400, body: { fields: [{ path: `body.file.${path}` }] } })
    expect(await post({ name: 'n'.repeat(120), note: null })).toMatchObject({ status: 200 })
    expect(await post({ name: 'n'.repeat(121) })).toMatchObject(isField('name'))
    expect(await post({ name: '' })).toMatchObject(isField('name'))
    expect(await post({ note: 'n'.repeat(4001) })).toMatchObject(isField('note'))
    expect(await post({ changes: changes(2001) })).toMatchObject(isField('changes'))
  })
})

/** Without the lists of what happened, which name changes in the order in which they were made. */
function unlisted(answers: readonly unknown[]): unknown {
  return JSON.parse(JSON.stringify(answers, (key, value) => (key === 'events' || key === 'notable' ? [] : value)))
}

function changedMunicipalities(before: readonly unknown[], after: readonly unknown[]): string[] {
  // The first answer is the list of municipalities.
  const rows = (answers: readonly unknown[]) => (answers[0] as { rows: { code: string }[] }).rows
  return rows(after)
    .filter((row) => JSON.stringify(row) !== JSON.stringify(rows(before).find(({ code }) => code === row.code)))
    .map(({ code }) => code)
}

/** Another service on a copy of the log as it is now. */
async function copied(
  use: (service: Pick<Running, 'app'>, as: { cookie: string }, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-copy-'))
  try {
    new Database(join(run.folder, 'log.db'), { readonly: true }).prepare('VACUUM INTO ?').run(join(folder, 'log.db'))
    cpSync(join(run.folder, 'bases'), join(folder, 'bases'), { recursive: true })
    const clock = { today: () => today, now: () => RecordedAt.parse('2026-11-22T12:00:00.000Z') }
    const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' })
    const store = openSqliteStore({ file: join(folder, 'log.db'), now: clock.now })
    const service = await startService({ config, store, clock, webRoot: join(folder, 'web') })
    try {
      const signedIn = await service.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { userId: 'planlaegger-1082' },
      })
      const [cookie = ''] = String(signedIn.headers['set-cookie'] ?? '').split(';')
      await use(service, { cookie }, folder)
    } finally {
      await service.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

afterAll(() => run.stop())
