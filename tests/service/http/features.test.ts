import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { running } from './running.ts'

const service = await running()
const { app } = service
const get = async (url: string, headers: Record<string, string> = {}) => await app.inject({ url, headers })
const items = '/ogc/collections/clinics/items'
type Link = { rel: string; href: string; type?: string }
const linkOf = (links: Link[], rel: string) => links.find((link) => link.rel === rel)?.href ?? ''
const namesIn = (page: { features: { properties: { clinic: string } }[] }) =>
  page.features.map(({ properties }) => properties.clinic)

describe('OGC API Features', () => {
  it('leads from the landing page to every item by links alone', async () => {
    const landing = (await get('/ogc')).json()
    const pathOf = (href: string) => new URL(href).pathname + new URL(href).search
    const conformance = (await get(pathOf(linkOf(landing.links, 'conformance')))).json()
    expect(conformance.conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core')
    const description = await get(pathOf(linkOf(landing.links, 'service-desc')))
    expect(description.headers['content-type']).toMatch(/^application\/vnd\.oai\.openapi\+json;\s?version=3\.1/)
    const { collections } = (await get(pathOf(linkOf(landing.links, 'data')))).json()
    expect(collections.map(({ id }: { id: string }) => id)).toEqual([
      'municipalities',
      'clinics',
      'ridingSchools',
      'municipalOffers',
    ])
    for (const collection of collections) {
      expect((await get(pathOf(linkOf(collection.links, 'self')))).json()).toEqual(collection)
      const page = await get(pathOf(linkOf(collection.links, 'items')))
      expect(page.headers['content-type']).toMatch(/^application\/geo\+json/)
      const { type, numberMatched, numberReturned, features } = page.json()
      expect({ type, numberReturned }).toEqual({ type: 'FeatureCollection', numberReturned: features.length })
      expect(numberMatched).toBe(features.length)
      const [first] = features
      const one = await get(`/ogc/collections/${collection.id}/items/${first.id}`)
      expect(one.json()).toMatchObject({ ...first, links: expect.anything() })
    }
    expect((await get('/ogc/collections/municipalities/items')).json().numberMatched).toBe(98)
    expect((await get('/ogc/collections/nothing/items')).statusCode).toBe(404)
    expect((await get(`${items}/999999`)).statusCode).toBe(404)
  })

  it('pages by links until there are no more, each feature once', async () => {
    const all = namesIn((await get(items)).json())
    expect(all).toHaveLength(5)
    const seen: string[] = []
    let url = `${items}?limit=2&asOf=2025-01-01`
    for (let pages = 0; url !== '' && pages < 9; pages += 1) {
      const answer = await get(url)
      const page = answer.json()
      expect(page).toMatchObject({ numberMatched: 5, effectiveOn: '2025-01-01' })
      seen.push(...namesIn(page))
      const next = linkOf(page.links, 'next')
      expect(answer.headers.link).toBe(next === '' ? undefined : `<${next}>; rel="next"`)
      url = next.replace('http://localhost:80', '')
    }
    expect(seen).toEqual(all)
  })

  it('keeps to a box and to a date', async () => {
    expect(namesIn((await get(`${items}?bbox=8,56,9,57`)).json())).toEqual(['k-0', 'k-3'])
    expect(namesIn((await get(`${items}?bbox=8,56,0,9,57,50`)).json())).toEqual(['k-0', 'k-3'])
    expect((await get(`${items}?bbox=1,1,2,2`)).json().numberMatched).toBe(0)
    expect((await get(`${items}?datetime=2019-12-31`)).json()).toMatchObject({
      numberMatched: 0,
      effectiveOn: '2019-12-31',
    })
    expect((await get(`${items}?datetime=2020-01-01T00:00:00Z`)).json().numberMatched).toBe(5)
    expect((await get(`${items}?datetime=../2019-06-01`)).json().effectiveOn).toBe('2019-06-01')
    // Recorded today, so nobody knew of it yesterday.
    expect((await get(`${items}?asKnownAt=2026-11-21`)).json().numberMatched).toBe(0)
  })

  it('names every parameter that it does not understand', async () => {
    const answer = await get(`${items}?bbox=9,9&limit=0&datetime=soon&nonsense=1&f=shape`)
    expect(answer.statusCode).toBe(400)
    const paths = answer.json().fields.map(({ path }: { path: string }) => path)
    expect(paths.toSorted()).toEqual(['query.bbox', 'query.datetime', 'query.f', 'query.limit', 'query.nonsense'])
    expect((await get(`${items}?datetime=2020-01-01&asOf=2020-01-01`)).statusCode).toBe(400)
    expect((await get(`${items}/abc`)).statusCode).toBe(400)
  })

  it('gives the same rows as a table that a spreadsheet opens without harm', async () => {
    const answer = await get(`${items}?f=csv`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain('clinics-2026-11-22.csv')
    const [head = '', ...rows] = answer.body.trimEnd().split('\r\n')
    expect(head.startsWith('\uFEFFid;clinic;name;')).toBe(true)
    const columns = head.split(';')
    expect(columns).toEqual(expect.arrayContaining(['synthetic', 'lng', 'lat', 'effectiveOn', 'recordedAt']))
    expect(rows).toHaveLength(5)
    expect(rows[0]).toContain(`;"'=HYPERLINK(""x"")";`)
    expect(rows[1]).toContain(';"Åens Fysioterapi; Aarhus";')
    expect(rows[0]?.split(';')[columns.indexOf('synthetic')]).toBe('true')
    expect((await get(items, { accept: 'text/csv' })).body).toBe(answer.body)
  })

  it('says that demonstration data is demonstration data', async () => {
    const page = (await get(items)).json()
    expect(page.synthetic).toBe(true)
    for (const { properties } of page.features) expect(properties.synthetic).toBe(true)
    const real = await running({ demo: false })
    const realPage = (await real.app.inject(items)).json()
    expect(realPage.synthetic).toBe(false)
    for (const { properties } of realPage.features) expect(properties.synthetic).toBe(false)
  })
})

describe('vector tiles', () => {
  const tile = '/ogc/collections/clinics/tiles/6/33/19'

  it('hold the same features in one layer of the collection', async () => {
    const answer = await get('/ogc/collections/clinics/tiles/0/0/0')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/vnd.mapbox-vector-tile'])
    const { clinics } = new VectorTile(new PbfReader(answer.rawPayload)).layers
    const features = Array.from({ length: clinics?.length ?? 0 }, (_, at) => clinics?.feature(at))
    const { features: wanted } = (await get(items)).json()
    expect(features.map((feature) => feature?.id).toSorted()).toEqual(
      wanted.map(({ id }: { id: number }) => id).toSorted(),
    )
    expect(features.map((feature) => feature?.properties.clinic).toSorted()).toEqual([
      'k-0',
      'k-1',
      'k-2',
      'k-3',
      'k-4',
    ])
  })

  it('are 204 where there is nothing', async () => {
    expect((await get('/ogc/collections/clinics/tiles/6/0/0')).statusCode).toBe(204)
    expect((await get(`${tile}?asOf=2019-01-01`)).statusCode).toBe(204)
    expect((await get('/ogc/collections/clinics/tiles/2/9/9')).statusCode).toBe(204)
    expect((await get('/ogc/collections/clinics/tiles/99/0/0')).statusCode).toBe(400)
    expect((await get(`${tile}?nonsense=1`)).statusCode).toBe(400)
  })

  it('are not sent again until their collection moves', async () => {
    const asked = async (etag: string) => (await get(tile, { 'if-none-match': etag })).statusCode
    const etag = String((await get(tile)).headers.etag)
    const schools = '/ogc/collections/ridingSchools/tiles/0/0/0'
    const schoolsTag = String((await get(schools)).headers.etag)
    expect(await asked(etag)).toBe(304)
    expect((await get(`${tile}?asOf=2025-01-01`, { 'if-none-match': etag })).statusCode).toBe(200)
    const secretariat = await service.signIn('sekretariat-1082')
    const close = { clinic: 'k-4', effectiveFrom: '2026-11-22', reason: 'ophør' }
    expect((await service.send('close-clinic', close, { headers: secretariat })).statusCode).toBe(200)
    expect(await asked(etag)).toBe(200)
    expect((await get(schools, { 'if-none-match': schoolsTag })).statusCode).toBe(304)
    expect(namesIn((await get(items)).json())).toEqual(['k-0', 'k-1', 'k-2', 'k-3'])
  })
})
