import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { EffectiveDate, RecordedAt } from '#events/time'
import { endOfDanishDay, systemClock } from '#service/clock'
import { readConfig, settings, settingsTable } from '#service/config'
import { sessionKey } from '#service/http/sessionKey'
import { danishDay } from '#service/projections/danishDay'

describe('settings', () => {
  it('start with nothing set on the demonstration, on this computer only', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, sessionSecret: undefined })
    expect(config.eventStore).toEqual({ kind: 'sqlite', file: join(process.cwd(), 'data', 'log.db') })
  })

  it('keep the log in the data folder unless the log is named', () => {
    expect(readConfig({ DATA_DIR: '/srv/p' }).eventStore).toEqual({ kind: 'sqlite', file: '/srv/p/log.db' })
    expect(readConfig({ DATA_DIR: '/srv/p', EVENT_STORE: 'sqlite:/l/log.db' }).eventStore).toEqual({
      kind: 'sqlite',
      file: '/l/log.db',
    })
    const connectionString = 'esdb://a:2113,b:2113,c:2113?tls=true'
    expect(readConfig({ EVENT_STORE: connectionString }).eventStore).toEqual({ kind: 'eventStoreDb', connectionString })
  })

  it('take an empty value for one that is not set', () => {
    expect(readConfig({ PORT: '', DEMO: '' })).toMatchObject({ port: 3000, demo: true })
  })

  it('need an address for a routing service, and only then', () => {
    expect(readConfig({}).reach).toEqual({ engine: 'surface' })
    expect(messageOf(() => readConfig({ REACH_ENGINE: 'osrm' }))).toContain('REACH_ENGINE_URL: ')
    expect(messageOf(() => readConfig({ REACH_ENGINE: 'valhalla', REACH_ENGINE_URL: 'ftp://x' }))).toContain(
      'REACH_ENGINE_URL: ',
    )
    expect(readConfig({ REACH_ENGINE: 'osrm', REACH_ENGINE_URL: 'http://roads:5000/' }).reach).toEqual({
      engine: 'osrm',
      url: 'http://roads:5000',
      locations: 100,
      timeoutMs: 10_000,
    })
  })

  it('name everything that is wrong at once', () => {
    const wrong = {
      PORT: '70000',
      DEMO: 'off',
      EVENT_STORE: 'postgres://x',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'production',
    }
    const message = messageOf(() => readConfig(wrong))
    for (const name of ['PORT', 'EVENT_STORE', 'LOG_LEVEL', 'SESSION_SECRET']) expect(message).toContain(`${name}: `)
    expect(message).not.toContain('DEMO: ')
  })

  it('need a secret for production without the demonstration, and only then', () => {
    expect(messageOf(() => readConfig({ NODE_ENV: 'production', DEMO: 'off' }))).toContain('SESSION_SECRET: ')
    expect(messageOf(() => readConfig({ SESSION_SECRET: 'short' }))).toContain('SESSION_SECRET: ')
    expect(readConfig({ NODE_ENV: 'production' }).demo).toBe(true)
    expect(readConfig({ NODE_ENV: 'production', DEMO: 'off', SESSION_SECRET: 'x'.repeat(32) }).demo).toBe(false)
  })

  it('have a meaning and a default each, for README', () => {
    const table = settingsTable()
    expect(table.map(({ name }) => name)).toEqual(Object.keys(settings.shape))
    expect(table.filter(({ meaning, default: value }) => meaning === '' || value === 'undefined')).toEqual([])
  })
})

describe('the session key', () => {
  const folders: string[] = []
  const folder = () => {
    folders.push(mkdtempSync(join(tmpdir(), 'http-key-')))
    return folders.at(-1) ?? ''
  }
  afterEach(() => {
    for (const path of folders.splice(0)) rmSync(path, { recursive: true })
  })

  it('is made once and kept where only the owner can read it', () => {
    const data = join(folder(), 'new')
    const key = sessionKey(undefined, data)
    expect(key).toHaveLength(32)
    expect(sessionKey(undefined, data)).toEqual(key)
    expect(statSync(join(data, 'session.key')).mode & 0o777).toBe(0o600)
    expect(sessionKey(undefined, folder())).not.toEqual(key)
  })

  it('follows the secret when there is one, and then leaves no file', () => {
    const data = folder()
    const secret = 'a secret that is long enough for it'
    expect(sessionKey(secret, data)).toEqual(sessionKey(secret, folder()))
    expect(sessionKey(`${secret}!`, data)).not.toEqual(sessionKey(secret, data))
    expect(() => readFileSync(join(data, 'session.key'))).toThrow('ENOENT')
  })

  it('is refused when the kept file is something else', () => {
    const data = folder()
    writeFileSync(join(data, 'session.key'), 'not a key')
    expect(messageOf(() => sessionKey(undefined, data))).toContain('session.key is not a key')
  })
})

describe('days in Denmark', () => {
  it('end an hour earlier in UTC in summer than in winter', () => {
    expect(endOfDanishDay(EffectiveDate.parse('2026-01-15'))).toBe('2026-01-15T22:59:59.999Z')
    expect(endOfDanishDay(EffectiveDate.parse('2026-07-15'))).toBe('2026-07-15T21:59:59.999Z')
    // The day of 25 hours: the clock is set back at 3 in the morning.
    expect(endOfDanishDay(EffectiveDate.parse('2026-10-25'))).toBe('2026-10-25T22:59:59.999Z')
  })

  it('begin before midnight UTC', () => {
    expect(danishDay(RecordedAt.parse('2026-01-15T22:59:59.999Z'))).toBe('2026-01-15')
    expect(danishDay(RecordedAt.parse('2026-01-15T23:00:00.000Z'))).toBe('2026-01-16')
  })

  it('are what the clock says today is', () => {
    const before = danishDay(systemClock.now())
    const today = systemClock.today()
    expect([before, danishDay(systemClock.now())]).toContain(today)
  })
})

function messageOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  return 'nothing was thrown'
}
