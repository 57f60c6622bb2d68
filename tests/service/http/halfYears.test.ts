import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { views } from '#api/contract'
import { RecordedAt } from '#events/time'
import { municipalitiesOfRegion } from '#geo/hierarchy'
import { loadGeography } from '#service/geography'
import { running } from './running.ts'

type Answer<Name extends keyof typeof views> = z.infer<(typeof views)[Name]['response']>

// A second passes with every event, as it does when people report and publish.
let second = 0
const service = await running({
  now: () => {
    second += 1
    const [minutes, seconds] = [Math.floor(second / 60), second % 60].map((part) => String(part).padStart(2, '0'))
    return RecordedAt.parse(`2026-11-22T12:${minutes}:${seconds}.000Z`)
  },
})
const secretariat = await service.signIn('sekretariat-1082')
const samso = await service.signIn('kommune-0741')
const codes = municipalitiesOfRegion(loadGeography().areas, '1082', '2026-06-30')

/** Samsø has four patients of riding therapy; the others have plenty of everything. */
const patientsOf = (code: string) => (code === '0741' ? 4 : 100 + codes.indexOf(code))
const figures = (code: string, more: object = {}) => ({
  patients: patientsOf(code),
  groupServices: 300,
  individualServices: 700,
  homeServices: 60,
  progressivePatients: null,
  progressiveIndividualServices: null,
  oere: 1_000_000 * patientsOf(code),
  priceLevelYear: 2024,
  ...more,
})
const progressive = { patients: 400, progressivePatients: 200, progressiveIndividualServices: 700 }
const key = (code: string, specialty: string, period: string) => ({
  about: { level: 'municipality', id: code },
  region: '1082',
  period,
  specialty,
})
async function report(code: string, period = '2026-H1', home: number | null = 60) {
  for (const [specialty, more] of [
    ['62', { ...progressive, homeServices: home }],
    ['65', {}],
  ] as const) {
    const data = { ...key(code, specialty, period), figures: figures(code, more), published: [], source: 'Udtræk' }
    const { statusCode, body } = await service.send('report-activity', data, { headers: secretariat })
    if (statusCode !== 200) throw new Error(body)
  }
}
async function correct(code: string, specialty: string, more: object) {
  const data = { ...key(code, specialty, '2026-H1'), figures: figures(code, more), reason: 'Talt forkert' }
  return await service.send('correct-activity', data, { headers: secretariat })
}
async function publish(
  municipality: string,
  reason: string | null = null,
  headers: Record<string, string> = secretariat,
) {
  const body = { municipality, region: '1082', period: '2026-H1', reason }
  const answer = await service.send('publish-half-yearly-data', body, { headers })
  return { status: answer.statusCode, body: JSON.parse(answer.body) as { code?: string; events?: unknown[] } }
}
async function get<Name extends keyof typeof views>(url: string, headers: Record<string, string>) {
  const answer = await service.app.inject({ url: `/api/views/${url}`, headers })
  // What the service answers is checked against the contract before it leaves.
  return { status: answer.statusCode, data: JSON.parse(answer.body) as Answer<Name> }
}
const packageOf = (code: string, headers: Record<string, string>, more = '') =>
  get<'halfYearPackage'>(`half-year-package?municipality=${code}&period=2026-H1${more}`, headers)
function rowOf(data: Answer<'halfYearPackage'>, specialty: string, measure: string) {
  return data.content?.specialties
    .find((one) => one.specialty === specialty)
    ?.rows.find((row) => row.measure === measure)
}
const board = async (code: string) => {
  const { data } = await get<'halfYearBoard'>('half-year-board?region=1082', secretariat)
  return data.rows.find(({ municipality, period }) => municipality === code && period === '2026-H1')
}

describe('a half-year of a region, from nothing to a second edition (R-36, R-40)', () => {
  it('there is nothing to publish before something is reported, and the delivery is missing since the day after it was due', async () => {
    expect(await publish('0741')).toMatchObject({ status: 409, body: { code: 'activity.nothingToPublish' } })
    expect(await board('0741')).toMatchObject({
      ready: 'nothing',
      latest: null,
      // 30 September to 22 November.
      finding: { code: 'R-36.missing', outcome: 'breach', params: { dueOn: '2026-09-30', days: 53 } },
    })
  })

  it('is published late with what may be told: four riders on Samsø hide with those of the next smallest', async () => {
    for (const code of codes) await report(code, '2026-H1', code === '0665' ? null : 60)
    expect(await board('0741')).toMatchObject({ ready: 'whole', differs: false })
    expect(await publish('0741')).toMatchObject({ status: 200 })
    const { status, data } = await packageOf('0741', samso)
    expect(status).toBe(200)
    expect(data).toMatchObject({ shown: 1, intact: true, previous: null, finding: { code: 'R-36.late' } })
    expect(rowOf(data, '65', 'patients')).toMatchObject({ own: 'hidden', ownBefore: 'unknown' })
    expect(rowOf(data, '65', 'oere')).toMatchObject({ own: 'hidden' })
    const all = codes.reduce((sum, code) => sum + patientsOf(code), 0)
    expect(rowOf(data, '65', 'patients')?.region).toBe(all)
    expect(rowOf(data, '62', 'otherPatients')).toMatchObject({ own: 200, region: 200 * codes.length })
    expect(data.editions).toMatchObject([{ edition: 1, complete: true, suppressedCells: 1, reason: null }])
    // The sum tells nobody of the four: another municipality is hidden in its own package too.
    const hidden = []
    for (const code of codes) {
      await publish(code)
      const { data: own } = await packageOf(code, secretariat)
      if (rowOf(own, '65', 'patients')?.own === 'hidden') hidden.push(code)
    }
    expect(hidden).toHaveLength(2)
    expect(hidden).toContain('0741')
  })

  it('one whose treatments at home are missing needs information', async () => {
    expect(await board('0665')).toMatchObject({ ready: 'partial', latest: { complete: false } })
  })

  it('the same package is not published twice, and another one only for a reason', async () => {
    expect(await publish('0741')).toMatchObject({ status: 200, body: { events: [] } })
    expect((await correct('0741', '65', { patients: 6 })).statusCode).toBe(200)
    // Six would be told, were it not known that its neighbour in the shield is what it was.
    expect(await board('0741')).toMatchObject({ differs: true })
    expect(await publish('0741')).toMatchObject({ status: 409, body: { code: 'activity.republishReason' } })
    expect(await publish('0741', 'Patienter talt forkert')).toMatchObject({ status: 200 })
    const { data } = await packageOf('0741', samso)
    expect(data).toMatchObject({
      shown: 2,
      editions: [{ edition: 2, reason: 'Patienter talt forkert' }, { edition: 1 }],
    })
    expect(rowOf(data, '65', 'patients')).toMatchObject({ own: 'hidden' })
    const first = await packageOf('0741', samso, '&edition=1')
    expect(first.data).toMatchObject({ shown: 1, intact: true })
    expect(data.previous).toEqual(first.data.content)
  })

  it('what was known before the second edition is still the first', async () => {
    const { data } = await packageOf('0741', samso)
    const before = data.editions.find(({ edition }) => edition === 1)?.recordedAt ?? ''
    const past = await packageOf('0741', samso, `&asKnownAt=${before}`)
    expect(past.data).toMatchObject({ shown: 1, editions: [{ edition: 1 }] })
  })
})

describe('who may read and publish', () => {
  it('a municipality reads its own and nobody else’s; another region, a planner and the public none', async () => {
    expect((await packageOf('0751', samso)).status).toBe(404)
    expect((await packageOf('0741', await service.signIn('sekretariat-1083'))).status).toBe(404)
    expect((await packageOf('0741', await service.signIn('planlaegger-1082'))).status).toBe(403)
    expect((await packageOf('0741', {})).status).toBe(401)
    expect((await get<'ownFigures'>('own-figures?municipality=0751', samso)).status).toBe(404)
    expect((await get<'halfYearBoard'>('half-year-board?region=1082', samso)).status).toBe(403)
    expect((await get<'halfYearBoard'>('half-year-board?region=1083', secretariat)).status).toBe(404)
    expect((await publish('0741', null, samso)).status).toBe(403)
  })

  it('the events tell of the delivery and not of its figures, and only to whom it concerns', async () => {
    const events = async (headers: Record<string, string>) =>
      (await service.app.inject({ url: '/api/views/events?type=HalfYearlyDataPublished', headers })).body
    expect(await events(samso)).toContain('0741')
    expect(await events(samso)).not.toContain('0751')
    expect(await events(samso)).not.toContain('minCell')
    expect(await events({ ...(await service.signIn('planlaegger-1082')) })).not.toContain('HalfYearlyDataPublished"')
  })
})

describe('own key figures', () => {
  it('years stand beside region and peers; a figure of hidden patients is hidden with them', async () => {
    for (const code of codes) await report(code, '2025')
    const { data } = await get<'ownFigures'>('own-figures?municipality=0741', samso)
    expect(data.years.map(({ period, specialty }) => [period, specialty])).toEqual([
      ['2025', '62'],
      ['2025', '65'],
    ])
    const [free, riding] = data.years
    expect(free).toMatchObject({ own: { patients: 400 }, peers: { groupShare: { middle: 0.3, of: codes.length } } })
    expect(riding?.own).toMatchObject({ patients: 'hidden', oere: 'hidden' })
    // Two of nineteen are hidden, and so are not among those whose cost per patient is told.
    expect(riding?.peers.costPerPatient).toMatchObject({ middle: 1_000_000, of: codes.length - 2 })
    expect(data.halfYears).toMatchObject([{ period: '2026-H1', edition: 2 }])
    expect(data.deliveries[0]).toMatchObject({ period: '2026-H1', editions: 2, finding: { params: { days: 53 } } })
  })

  it('a year that one municipality has not been reported for is not told', async () => {
    for (const code of codes.slice(1)) await report(code, '2024')
    const { data } = await get<'ownFigures'>('own-figures?municipality=0741', samso)
    expect(new Set(data.years.map(({ period }) => period))).toEqual(new Set(['2025']))
  })
})

describe('the package as a file', () => {
  const file = async (more: string, headers: Record<string, string> = samso) =>
    await service.app.inject({
      url: `/api/half-year-packages/file?municipality=0741&period=2026-H1&${more}`,
      headers,
    })

  it('is a table that says of every row whose it is, of which edition, and what was hidden', async () => {
    const { headers, body } = await file('format=csv')
    expect(headers['content-disposition']).toBe('attachment; filename="halvaarsdata-0741-2026-H1-2.csv"')
    const [head, ...rows] = body.trim().split('\r\n')
    expect(head).toContain('Kommune;Kommunekode;Halvår;Udgave;Speciale;Tal;Enhed;Kommunen;Regionen;')
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^Samsø;0741;2026-H1;2;Vederlagsfri ridefysioterapi;Patienter;personer;skjult;\d+;ikke opl/,
      ),
    )
    expect(rows).toContainEqual(expect.stringMatching(/;Andel af ydelser på hold;%;30,0;30,0;/))
    expect(new Set(rows.map((row) => /;[0-9a-f]{64}$/.test(row)))).toEqual(new Set([true]))
    const english = (await file('format=csv&language=en&edition=1')).body
    expect(english).toMatch(/Samsø;0741;2026-H1;1;Free physiotherapy;Share of services in groups;%;30\.0;/)
  })

  it('is a workbook of three sheets', async () => {
    const { statusCode, headers, rawPayload } = await file('format=xlsx')
    expect([statusCode, headers['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    // A ZIP archive, with a sheet for each.
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK')
    for (const sheet of [1, 2, 3]) expect(rawPayload.includes(`xl/worksheets/sheet${sheet}.xml`)).toBe(true)
  })

  it('is printed for A4, the same bytes each time', async () => {
    const [first, again] = [await file('format=pdf'), await file('format=pdf')]
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(first.rawPayload.equals(again.rawPayload)).toBe(true)
  })

  it('nobody gets it who may not see the package, and there is none of what was not published', async () => {
    expect((await file('format=csv', await service.signIn('kommune-0751'))).statusCode).toBe(404)
    expect((await file('format=csv', {})).statusCode).toBe(401)
    const other = '/api/half-year-packages/file?municipality=0741&period=2025-H1&format=csv'
    expect((await service.app.inject({ url: other, headers: samso })).statusCode).toBe(404)
  })
})
