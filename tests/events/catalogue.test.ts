import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { categoryOf, eventTypes, parse, streams, UnreadableEvent } from '#events/catalogue'
import { EventId, Position, type RecordedEvent } from '#events/envelope'
import { EffectiveDate, RecordedAt } from '#events/time'
import { upcast, upcasters } from '#events/upcasters'
import { samples } from './samples.ts'

const Golden = z.object({ type: z.string(), version: z.int(), data: z.record(z.string(), z.unknown()) })
const folder = new URL('golden/', import.meta.url)
const golden = readdirSync(folder).map((name) => {
  const stored = Golden.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  return { name, stored }
})

/** The event as the log would give it back. */
function recorded({ type, version, data }: z.infer<typeof Golden>): RecordedEvent {
  const category = Object.entries(streams).find(([, events]) => type in events)?.[0] ?? 'clinic'
  return {
    id: EventId.parse(randomUUID()),
    stream: `${category}-golden`,
    type,
    version,
    data,
    revision: 0,
    position: Position.parse('1'),
    effectiveFrom: EffectiveDate.parse('2026-01-01'),
    recordedAt: RecordedAt.parse('2026-01-01T00:00:00.000Z'),
    metadata: {
      commandId: randomUUID(),
      correlationId: randomUUID(),
      actor: { userId: 'u', role: 'registrar', organisation: null },
      dataClass: 'open',
    },
  }
}

describe('every event version ever stored', () => {
  test.each(golden)('$name is read', ({ name, stored }) => {
    expect(name).toBe(`${stored.type}.v${stored.version}.json`)
    const event = parse(recorded(stored))
    // What is written today comes back whole: a field that the shape does not know would be lost silently.
    if (stored.version === eventTypes.get(stored.type)?.version) expect(event.data).toEqual(stored.data)
  })

  test('has a golden file at its current version, for every type there is', () => {
    const wanted = [...eventTypes].map(([type, { version }]) => `${type}.v${version}.json`)
    expect(golden.map(({ name }) => name).toSorted()).toEqual(expect.arrayContaining(wanted.toSorted()))
    expect(golden.map(({ name }) => name).filter((name) => !eventTypes.has(name.split('.')[0] ?? ''))).toEqual([])
    expect(Object.keys(samples).toSorted()).toEqual([...eventTypes.keys()].toSorted())
  })

  test('is reached by upcasters from version 1', () => {
    for (const [type, { version }] of eventTypes)
      for (let from = 1; from < version; from += 1) expect(upcasters).toHaveProperty([`${type}@${from}`])
  })
})

describe('an older version', () => {
  const steps = {
    'Old@1': ({ hours, ...rest }: Record<string, unknown>) => ({ ...rest, hoursTenths: Number(hours) * 10 }),
    'Old@2': (data: Record<string, unknown>) => ({ ...data, specialty: '62' }),
  }

  test('is lifted step by step to the current one', () => {
    expect(upcast('Old', 1, 3, { hours: 37 }, steps)).toEqual({ hoursTenths: 370, specialty: '62' })
    expect(upcast('Old', 2, 3, { hoursTenths: 370 }, steps)).toEqual({ hoursTenths: 370, specialty: '62' })
    expect(upcast('Old', 3, 3, { hoursTenths: 370, specialty: '51' }, steps)).toEqual({
      hoursTenths: 370,
      specialty: '51',
    })
  })

  test('is refused where a step is missing', () => {
    expect(() => upcast('Old', 1, 4, { hours: 37 }, steps)).toThrow('No upcaster from Old version 3 to 4')
  })
})

describe('an event that cannot be read', () => {
  const sound = { type: 'ClinicClosed', version: 1, data: { reason: 'Ophør' } }

  test.each([
    ['an unknown type', { ...sound, type: 'ClinicExploded' }, /unknown event type/],
    ['a version newer than this program', { ...sound, version: 2 }, /newer than this program/],
    ['data that does not fit', { ...sound, data: { reason: 7 } }, /reason: /],
  ])('%s: the error names the event', (_, stored, message) => {
    const event = recorded(stored)
    expect(() => parse(event)).toThrow(UnreadableEvent)
    expect(() => parse(event)).toThrow(message)
    expect(() => parse(event)).toThrow(event.id)
  })

  test('a stream without a known category is told', () => {
    expect(categoryOf('providerNumber-000001')).toBe('providerNumber')
    expect(() => categoryOf('nonsense-1')).toThrow('nonsense-1')
  })
})
