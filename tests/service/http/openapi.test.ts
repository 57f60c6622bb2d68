import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands, views } from '#api/contract'
import { running } from './running.ts'

const { app } = await running()
const document = (await app.inject('/api/openapi.json')).json()

/** The fixed parts of an OpenAPI 3.1 document, as far as this service uses them; nothing else may stand in them. */
const Schema = z.union([z.boolean(), z.record(z.string(), z.unknown())])
const Content = z.record(z.string().regex(/^\w+\/[\w.+-]+$/), z.strictObject({ schema: Schema.optional() }))
const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['query', 'header', 'path', 'cookie']),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: Schema,
})
const Operation = z.strictObject({
  operationId: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean().optional(), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^([1-5]\d\d|default)$/),
    z.strictObject({ description: z.string(), content: Content.optional() }),
  ),
})
const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), license: z.strictObject({ name: z.string() }) }),
  components: z.strictObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema) }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'delete']), Operation)),
})

describe('the OpenAPI document', () => {
  it('is an OpenAPI 3.1 document', () => {
    expect(Document.safeParse(document).error?.issues.slice(0, 5)).toBe(undefined)
  })

  it('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '')
    expect(references.length).toBeGreaterThan(100)
    const lost = references.filter((target) => {
      const parts = target.replace(/^#\//, '').split('/')
      return parts.reduce<unknown>((place, part) => Object(place)[part], document) === undefined
    })
    expect([...new Set(lost)]).toEqual([])
  })

  it('declares every parameter that a path has, and no operation twice', () => {
    const { paths } = Document.parse(document)
    const ids: string[] = []
    for (const [path, operations] of Object.entries(paths)) {
      for (const operation of Object.values(operations)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        const declared = (operation?.parameters ?? []).filter((parameter) => parameter.in === 'path')
        expect([path, declared.map(({ name }) => name).toSorted()]).toEqual([path, inPath.toSorted()])
        if (operation?.operationId) ids.push(operation.operationId)
      }
    }
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('holds every command that can be sent and every view, and no command of the process itself', () => {
    const { paths } = Document.parse(document)
    for (const { path, action, type } of commands) {
      const operation = paths[`/api${path}`]?.post
      expect([type, operation === undefined]).toEqual([type, action === 'process.run'])
      if (operation === undefined) continue
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '202', '400', '409', '412']))
      expect(operation.parameters?.map(({ name }) => name)).toContain('idempotency-key')
    }
    for (const [name, { path }] of Object.entries(views)) {
      expect([name, paths[`/api${path}`]?.get?.operationId]).toEqual([name, name])
    }
    for (const path of ['/ogc', '/ogc/collections', '/ogc/collections/clinics/items', '/api/changes', '/healthz']) {
      expect([path, paths[path]?.get === undefined]).toEqual([path, false])
    }
  })

  it('refuses unknown fields in writing, as the service does', () => {
    const body = document.paths['/api/commands/compute-findings'].post.requestBody.content['application/json'].schema
    expect(body).toMatchObject({ type: 'object', additionalProperties: false, required: ['case'] })
  })

  it('has a page to be read on, that loads nothing from elsewhere', async () => {
    const page = await app.inject('/api/docs/')
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(src|href)="https?:/)
    expect((await app.inject('/api/docs/static/swagger-ui-bundle.js')).statusCode).toBe(200)
  })
})
