import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands, views } from '#api/contract'
import { fieldsOf } from '#api/fields'
import { strict } from '#api/strict'
import { EffectiveDate } from '#events/time'

const openCase = commands.find(({ type }) => type === 'OpenCase')
const place = {
  text: 'Nørregade 1',
  postcode: '7500',
  town: 'Holstebro',
  darId: null,
  position: [8.61, 56.36],
  municipality: '0661',
  certainty: 'registered',
}
const good = {
  case: '26-0147',
  region: '1082',
  subject: {
    type: 'A3',
    clinic: 'k-1',
    address: 'a-1',
    from: place,
    to: place,
    previousUntil: '2026-12-01',
    accessibility: null,
  },
  applicant: 'Klinik 1',
  receivedOn: '2026-11-01',
  wantedFrom: '2026-12-01',
}

function fieldsFor(schema: z.ZodType, value: unknown): string[] {
  const { error } = strict(schema).safeParse(value)
  return fieldsOf(error?.issues ?? [], 'body').map(({ path, code }) => `${path} ${code}`)
}

describe('strict schemas', () => {
  it('take what the contract takes', () => {
    expect(openCase?.body.parse(good)).toEqual(good)
    expect(strict<z.ZodObject>(openCase?.body ?? z.object({})).parse(good)).toEqual(good)
  })

  it('name unknown fields at every depth, together with everything else that is wrong', () => {
    const { receivedOn: _, ...rest } = good
    const bad = {
      ...rest,
      wantedFrom: '2026-02-30',
      colour: 'red',
      subject: { ...good.subject, to: { ...place, municipality: '66', floor: 2, lat: 1 } },
    }
    expect(fieldsFor(openCase?.body ?? z.never(), bad).toSorted()).toEqual([
      'body.colour unknown',
      'body.receivedOn invalid_type',
      'body.subject.to.floor unknown',
      'body.subject.to.lat unknown',
      'body.subject.to.municipality invalid_format',
      'body.wantedFrom custom',
    ])
  })

  it('go into lists, unions, records and what may be missing, and keep checks and defaults', () => {
    const inner = z.object({ a: z.int() })
    const schema = z
      .object({
        list: z.array(inner),
        either: z.union([z.string(), inner]),
        named: z.record(z.string(), inner),
        maybe: inner.nullable().optional(),
        limit: z.coerce.number().default(7),
        day: EffectiveDate.optional(),
      })
      .refine(({ list }) => list.length < 3, { error: 'fewer than three', path: ['list'] })
    const fields = {
      list: [{ a: 1, b: 2 }],
      either: { a: 1, b: 2 },
      named: { x: { a: 1, b: 2 } },
      maybe: { a: 1, b: 2 },
    }
    expect(fieldsFor(schema, fields)).toEqual([
      'body.list.0.b unknown',
      'body.either.b unknown',
      'body.named.x.b unknown',
      'body.maybe.b unknown',
    ])
    const right = { list: [], either: 'x', named: {}, maybe: null }
    expect(strict(schema).parse(right)).toEqual({ ...right, limit: 7 })
    expect(fieldsFor(schema, { ...right, list: [{ a: 1 }, { a: 1 }, { a: 1 }] })).toEqual(['body.list custom'])
  })

  it('can be made of every command and every view of the contract', () => {
    for (const { body } of commands) expect(strict<z.ZodObject>(body).safeParse({ nonsense: 1 }).success).toBe(false)
    for (const { params } of Object.values(views)) {
      const fields = fieldsFor(params, { nonsense: 1 })
      expect(fields).toContain('body.nonsense unknown')
    }
  })
})
