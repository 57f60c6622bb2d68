import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { AccessLogPage } from '#api/accessLog'
import { views } from '#api/contract'
import { EffectiveDate, RecordedAt } from '#events/time'
import { openAccessLog } from '#service/accessLog'
import { openingOf, running } from './running.ts'

let hour = 12
const service = await running({ now: () => RecordedAt.parse(`2026-11-22T${hour}:00:00.000Z`) })
const secretariat = await service.signIn('sekretariat-1082')
await service.send('open-case', openingOf('26-0301'), { headers: secretariat })

const get = (url: string, headers: Record<string, string>) => service.app.inject({ url, headers })
async function readings(headers: Record<string, string> = secretariat, query = ''): Promise<AccessLogPage> {
  return AccessLogPage.parse((await get(`/api/access-log${query}`, headers)).json())
}

describe('the access log', () => {
  it('holds who read what the committee alone may know, about what, and as of when; and no name', async () => {
    const committee = await service.signIn('udvalg-1082')
    await get('/api/views/case-file?case=26-0301&asOf=2027-03-01', committee)
    await get('/api/views/follow-up?region=1082&period=2025&asKnownAt=2026-11-20', secretariat)
    const { rows, total } = await readings()
    expect(total).toBe(rows.length)
    expect(rows.slice(0, 2)).toEqual([
      {
        number: 2,
        at: '2026-11-22T12:00:00.000Z',
        userId: 'sekretariat-1082',
        role: 'secretariat',
        organisation: '1082',
        what: 'followUp',
        about: { region: '1082', period: '2025' },
        region: '1082',
        effectiveOn: '2026-11-22',
        knownAt: '2026-11-20T22:59:59.999Z',
      },
      {
        number: 1,
        at: '2026-11-22T12:00:00.000Z',
        userId: 'udvalg-1082',
        role: 'committee',
        organisation: '1082',
        what: 'caseFile',
        about: { case: '26-0301' },
        region: '1082',
        effectiveOn: '2027-03-01',
        knownAt: 'now',
      },
    ])
  })

  it('notes an answer that the browser still had, and none that was refused or was not for the committee alone', async () => {
    const url = '/api/views/case-file?case=26-0301'
    const { headers } = await get(url, secretariat)
    const before = (await readings()).total
    hour += 1
    const again = await get(url, { ...secretariat, 'if-none-match': String(headers.etag) })
    expect([again.statusCode, (await readings()).total]).toEqual([304, before + 1])
    for (const other of [
      '/api/views/case-file?case=26-9999',
      '/api/views/follow-up?region=1084',
      '/api/views/cases',
      '/ogc',
    ])
      await get(other, secretariat)
    await get('/api/views/case-file?case=26-0301', await service.signIn('sekretariat-1084'))
    await get('/api/views/case-file?case=26-0301', {})
    expect((await readings()).total).toBe(before + 1)
  })

  it('holds one entry for what a page asks for over and over within the hour, and one more for all that differs', async () => {
    hour += 1
    const before = (await readings()).total
    const urls = ['26-0301', '26-0301&asOf=2027-03-01', '26-0301&asOf=2027-04-01'].map(
      (rest) => `/api/views/case-file?case=${rest}`,
    )
    const committee = await service.signIn('udvalg-1082')
    const readAll = async () => {
      for (const headers of [secretariat, committee]) for (const url of urls) await get(url, headers)
    }
    await readAll()
    await readAll()
    expect((await readings()).total).toBe(before + 6)
    hour += 1
    await readAll()
    expect((await readings()).total).toBe(before + 12)
  })

  it('leaves out municipalities, who are told their own only', async () => {
    const before = (await readings()).total
    const answer = await get('/api/views/case-file?case=26-0301', await service.signIn('kommune-0661'))
    expect([answer.statusCode, (await readings()).total]).toEqual([200, before])
  })

  it('follows the contract: every view that says so is noted, and no other', async () => {
    const noted = new Set((await readings(secretariat, '?limit=200')).rows.map(({ what }) => what))
    const declared = Object.entries(views).flatMap(([name, view]) => ('committeeOnly' in view ? [name] : []))
    expect(declared).toEqual(expect.arrayContaining(['followUp', 'caseFile', 'consultations', 'clinic']))
    expect([...noted].filter((name) => !declared.includes(name))).toEqual([])
  })

  it("is read by a region's secretariat, about its own region", async () => {
    const other = await service.signIn('sekretariat-1084')
    await get('/api/views/consultations', other)
    const { rows } = await readings(other)
    expect(rows.map(({ userId, what, region }) => [userId, what, region])).toEqual([
      ['sekretariat-1084', 'consultations', '1084'],
    ])
    expect((await readings()).rows.some(({ userId }) => userId === 'sekretariat-1084')).toBe(false)
    for (const userId of ['udvalg-1082', 'kommune-0661', 'planlaegger-1082'])
      expect((await get('/api/access-log', await service.signIn(userId))).statusCode).toBe(403)
    expect((await get('/api/access-log', {})).statusCode).toBe(401)
  })

  it('comes in pages, the newest first, and is never kept by the browser', async () => {
    const all = (await readings()).rows.map(({ number }) => number)
    const first = await readings(secretariat, '?limit=1')
    const second = await readings(secretariat, `?limit=1&before=${first.next}`)
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual(all.slice(0, 2))
    expect((await readings(secretariat, '?year=2025')).rows).toEqual([])
    expect((await get('/api/access-log', secretariat)).headers['cache-control']).toBe('no-store')
  })

  it('stands in files of its own beside the event log', () => {
    expect(readdirSync(join(service.folder, 'access'))).toContain('2026.db')
    const log = new Database(join(service.folder, 'log.db'), { readonly: true })
    const tables = log.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
    log.close()
    expect(tables).not.toContain('reading')
  })
})

describe('its file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'access-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const reading = (at: string) => ({
    at: RecordedAt.parse(at),
    userId: 'u-1',
    role: 'committee' as const,
    organisation: '1082',
    what: 'followUp',
    about: {},
    region: '1082',
    effectiveOn: EffectiveDate.parse('2026-12-31'),
    knownAt: 'now' as const,
  })

  it('begins a new entry with the clock’s hour, and only looks back', () => {
    const log = openAccessLog(join(folder, 'hours'))
    const times = ['11:59:59.999', '12:00:00.000', '12:00:00.001', '12:59:59.999', '13:00:00.000', '12:30:00.000']
    for (const time of times) log.note(reading(`2026-06-01T${time}Z`))
    log.note({ ...reading('2026-06-01T13:00:00.001Z'), organisation: null })
    const { rows } = log.page({ year: 2026, regions: ['1082'], before: undefined, limit: 10 })
    expect(rows.map(({ at }) => at.slice(11, 23)).toReversed()).toEqual([
      '11:59:59.999',
      '12:00:00.000',
      '13:00:00.000',
      '13:00:00.001',
    ])
    log.close()
  })

  it('is one a Danish year, and is only ever added to', () => {
    const log = openAccessLog(folder)
    log.note(reading('2026-12-31T22:59:59.999Z'))
    log.note(reading('2026-12-31T23:00:00.000Z'))
    log.close()
    const raw = new Database(join(folder, '2026.db'))
    for (const sql of [
      "UPDATE reading SET user_id = 'u-2'",
      'DELETE FROM reading',
      'INSERT OR REPLACE INTO reading SELECT * FROM reading',
    ])
      expect(() => raw.exec(sql)).toThrow('append-only')
    raw.close()
    const again = openAccessLog(folder)
    const asked = { regions: ['1082'], before: undefined, limit: 10 }
    expect(again.page({ year: 2026, ...asked })).toMatchObject({ total: 1, years: [2027, 2026] })
    expect(again.page({ year: 2027, ...asked }).rows.map(({ at }) => at)).toEqual(['2026-12-31T23:00:00.000Z'])
    again.close()
  })
})
