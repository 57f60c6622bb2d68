import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { running } from './running.ts'

const page = '<!doctype html><title>Praksiskort</title>'
const { app } = await running({
  web: { 'index.html': page, 'assets/main-Ab12.js': 'export {}', 'ikon æ.svg': '<svg/>' },
})

describe('the web build', () => {
  it('gives every page of the web the same document, asked for anew each time', async () => {
    for (const url of ['/', '/kort', '/sager/26-0147?lang=en', '/index.html']) {
      const { statusCode, body, headers } = await app.inject(url)
      expect([url, statusCode, body, headers['cache-control']]).toEqual([url, 200, page, 'no-cache'])
      expect(headers['content-type']).toMatch(/^text\/html/)
    }
    const { etag } = (await app.inject('/kort')).headers
    expect((await app.inject({ url: '/kort', headers: { 'if-none-match': String(etag) } })).statusCode).toBe(304)
  })

  it('lets files with a hash in their name be kept for ever, and others not', async () => {
    const asset = await app.inject('/assets/main-Ab12.js')
    expect([asset.statusCode, asset.body]).toEqual([200, 'export {}'])
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await app.inject('/ikon%20%C3%A6.svg')).headers['cache-control']).toBe('no-cache')
  })

  it('answers a missing file, a missing route and a way out of the folder with a problem, never with the page', async () => {
    const lost = ['/assets/gone.js', '/favicon.ico', '/api/nothing', '/ogc/nothing', '/healthz/x', '/api']
    const out = ['/../package.json', '/..%2fpackage.json', '/assets/..%2f..%2flog.db', '/%00.svg', '/%ff']
    for (const url of [...lost, ...out]) {
      const { statusCode, headers } = await app.inject(url)
      expect([url, statusCode >= 400 && statusCode < 500]).toEqual([url, true])
      expect(headers['content-type']).toMatch(/^application\/problem\+json/)
    }
  })

  it('sends the packed copy of a file that has one, under the name and type of the file', async () => {
    const packed = brotliCompressSync('export const packed = true')
    const { app } = await running({
      web: { 'assets/a-1.js': 'export const packed = true', 'assets/a-1.js.br': packed },
    })
    const asked = { url: '/assets/a-1.js', headers: { 'accept-encoding': 'gzip, br' } }
    const { rawPayload, headers } = await app.inject(asked)
    expect(rawPayload.equals(packed)).toBe(true)
    expect(headers).toMatchObject({ 'content-encoding': 'br', 'content-type': expect.stringMatching(/javascript/) })
    expect(headers.vary).toMatch(/accept-encoding/i)
    expect((await app.inject('/assets/a-1.js')).body).toBe('export const packed = true')
    expect((await app.inject('/assets/a-1.js.br')).statusCode).toBe(404)
  })

  it('is missing without a build, and everything else works', async () => {
    const bare = await running()
    expect((await bare.app.inject('/')).statusCode).toBe(404)
    expect((await bare.app.inject('/healthz')).statusCode).toBe(200)
  })
})
