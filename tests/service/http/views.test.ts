import { describe, expect, it } from 'vitest'
import { areasView, municipalitiesView } from '#api/views/register'
import { readTile } from '../../geo/readTile.ts'
import { openingOf, running } from './running.ts'

const service = await running()
const { app } = service
const get = async (url: string, headers: Record<string, string> = {}) => await app.inject({ url, headers })

describe('a view', () => {
  it('answers the public what is open, by the two times it was asked for', async () => {
    const now = municipalitiesView.response.parse((await get('/api/views/municipalities')).json())
    expect(now.at).toMatchObject({ effectiveOn: '2026-11-22', recordedAt: 'now', scenario: null, synthetic: true })
    expect(now.rows.find(({ code }) => code === '0751')?.clinics).toBe(2)
    const before = (await get('/api/views/municipalities?asOf=2019-12-31&asKnownAt=2026-11-22')).json()
    expect(before.at).toMatchObject({ effectiveOn: '2019-12-31', recordedAt: 'now' })
    expect(before.rows.find(({ code }: { code: string }) => code === '0751').clinics).toBe(0)
    const unknown = (await get('/api/views/municipalities?asKnownAt=2026-11-21')).json()
    expect(unknown.at.recordedAt).toBe('2026-11-21T22:59:59.999Z')
    expect(unknown.rows.find(({ code }: { code: string }) => code === '0751').clinics).toBe(0)
  })

  it('that asks what would happen answers when it has worked it out, twice the same', async () => {
    const cookie = await service.signIn('udvalg-1082')
    const url = '/api/views/parameter-preview?region=1082&ruleSet=OK-2024&key=noticeDays&value=45&from=2026-11-22'
    const first = await get(url, cookie)
    expect([first.statusCode, first.json().examined >= 0]).toEqual([200, true])
    expect((await get(url, cookie)).body).toBe(first.body)
    const refused = await get(url.replace('value=45', 'value=1000'), cookie)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'plan.badValue'])
    expect((await get(url)).statusCode).toBe(401)
  })

  it('names every parameter at fault', async () => {
    const { statusCode, body } = await get('/api/views/timeline?from=2020-13-01&asOf=x&asKnownAt=y&nonsense=1')
    expect(statusCode).toBe(400)
    const { fields } = JSON.parse(body)
    expect(fields.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'query.asKnownAt',
      'query.asOf',
      'query.from',
      'query.nonsense',
      'query.to',
    ])
  })

  it('refuses knowledge from the future and says so', async () => {
    const { statusCode, body } = await get('/api/views/municipalities?asKnownAt=2026-11-23')
    expect(statusCode).toBe(400)
    expect(JSON.parse(body).fields).toEqual([
      { path: 'query.asKnownAt', expected: 'a date not after today, 2026-11-22', code: 'future' },
    ])
    expect((await get('/api/views/municipalities?asOf=2030-01-01')).statusCode).toBe(200)
  })

  it('answers 404 for what is not there', async () => {
    const { statusCode, body } = await get('/api/views/clinic?clinic=k-99')
    expect([statusCode, JSON.parse(body).code]).toEqual([404, 'request.notFound'])
    expect((await get('/api/views/nothing')).json()).toMatchObject({ code: 'request.unknownRoute', status: 404 })
  })

  it('is not sent again until something moved, and never to somebody else from a shared cache', async () => {
    const url = '/api/views/municipalities'
    const first = await get(url)
    const tag = { 'if-none-match': String(first.headers.etag) }
    expect(first.headers['cache-control']).toBe('private, no-cache')
    expect((await get(url, tag)).statusCode).toBe(304)
    expect((await get(`${url}?region=1082`, tag)).statusCode).toBe(200)
    const secretariat = await service.signIn('sekretariat-1082')
    expect((await get(url, { ...secretariat, ...tag })).statusCode).toBe(200)
    expect((await service.send('open-case', openingOf('26-0001'), { headers: secretariat })).statusCode).toBe(200)
    expect((await get(url, tag)).statusCode).toBe(200)
  })
})

describe('the geography', () => {
  it('comes as files named by their content, to be kept for ever', async () => {
    const { boundaries } = areasView.response.parse((await get('/api/views/areas')).json())
    const shapes = await get(boundaries.href)
    expect(shapes.statusCode).toBe(200)
    expect(shapes.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    // Christiansø is drawn too; it belongs to no municipality.
    expect(shapes.json().objects.municipalities.geometries).toHaveLength(99)
    expect((await get(`/api/geography/${'0'.repeat(64)}.topojson`)).statusCode).toBe(404)
    expect((await get('/api/geography/..%2f..%2fpackage.json')).statusCode).toBe(400)
    const towns = (await get('/api/geography/towns.json')).json()
    expect(towns.map(({ name }: { name: string }) => name)).toContain('Aarhus')
  })
})

describe('the ground of the map', () => {
  it('comes as tiles to be kept for ever, with a label and a box of every municipality in them', async () => {
    const { tiles, places } = areasView.response.parse((await get('/api/views/areas')).json()).boundaries
    const at = (z: number, x: number, y: number, href = tiles.href) =>
      get(href.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)))
    const country = await at(4, 8, 4)
    expect([country.statusCode, country.headers['content-type']]).toEqual([200, 'application/vnd.mapbox-vector-tile'])
    expect(country.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const layers = new Map(readTile(country.rawPayload).map(({ name, features }) => [name, features]))
    // Towns are not named at this zoom.
    expect([...layers.keys()]).toEqual(['municipalities', 'lakes', 'lines'])
    const south = readTile((await at(4, 8, 5)).rawPayload).flatMap(({ features }) => features)
    const drawn = [...(layers.get('municipalities') ?? []), ...south].flatMap(({ code }) =>
      code === undefined ? [] : [code],
    )
    // Christiansø is less than a unit of such a tile.
    expect([...new Set(drawn), '0411'].toSorted()).toEqual(places.map(({ code }) => code).toSorted())
    expect(places).toHaveLength(99)
    for (const { label, bounds, name } of places) {
      const inside = bounds[0] < label[0] && label[0] < bounds[2] && bounds[1] < label[1] && label[1] < bounds[3]
      expect(inside, name).toBe(true)
    }
    const aarhus = readTile((await at(9, 270, 159)).rawPayload).find(({ name }) => name === 'towns')
    expect(aarhus?.features.map(({ name }) => name)).toContain('Aarhus')

    expect((await at(10, 0, 0)).statusCode).toBe(204)
    expect((await at(tiles.maxZoom + 1, 0, 0)).statusCode).toBe(400)
    expect((await at(4, 8, 4, tiles.href.replace(/[0-9a-f]{64}/, '0'.repeat(64)))).statusCode).toBe(404)
    const older = await at(4, 8, 4, tiles.href.replace(/tiles\/\w+/, 'tiles/older'))
    expect([older.statusCode, older.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect(older.rawPayload).toEqual(country.rawPayload)
  })
})

describe('every answer', () => {
  it('lets a page load from this service alone, and is not framed', async () => {
    const { headers } = await get('/api/session')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('http')
    expect(policy).not.toContain('unsafe-eval')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('is packed when the caller can unpack it', async () => {
    const url = '/api/views/municipalities'
    expect((await get(url, { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br')
    expect((await get(url, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip')
    expect((await get(url)).headers['content-encoding']).toBe(undefined)
  })

  it('is limited per address, more so for what does not exist', async () => {
    const limited = await running({ settings: { RATE_LIMIT: '3' } })
    const codes = []
    for (let at = 0; at < 5; at += 1) codes.push((await limited.app.inject('/healthz')).statusCode)
    expect(codes).toEqual([200, 200, 200, 429, 429])
    const other = await limited.app.inject({ url: '/healthz', remoteAddress: '192.0.2.1' })
    expect(other.statusCode).toBe(200)
    const unknown = []
    for (let at = 0; at < 130; at += 1)
      unknown.push((await app.inject({ method: 'POST', url: '/wp-login.php' })).statusCode)
    expect(unknown.slice(0, 120).every((code) => code === 404)).toBe(true)
    expect(unknown.slice(121).every((code) => code === 429)).toBe(true)
  })

  it('counts what the gate refuses as well, so that nobody may knock for ever', async () => {
    const limited = await running({ settings: { RATE_LIMIT: '3' } })
    const foreign = { origin: 'https://elsewhere.example' }
    const answers = []
    for (const request of [
      { url: '/api/views/events' },
      { url: '/api/views/events', headers: { authorization: 'Bearer nonsense' } },
      { method: 'POST', url: '/api/session', headers: foreign, payload: {} },
      { url: '/api/views/events' },
    ] as const)
      answers.push(await limited.app.inject({ ...request, remoteAddress: '192.0.2.7' }))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 403, 429])
    expect(answers.map(({ headers }) => headers['x-ratelimit-remaining'])).toEqual(['2', '1', '0', '0'])
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0)
    expect(answers[3]?.json()).toMatchObject({ code: 'request.tooMany' })
  })
})
