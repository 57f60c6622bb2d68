import { z } from 'zod'

/** Texts of every form that the contract asks for; the first that a schema takes is its sample. */
const texts = [
  'x-1',
  '2026-12-01',
  '2026-11-22T12:00:00.000Z',
  '0661',
  '1082',
  '000001',
  '2025',
  '2025-H1',
  'sc-abcdefghij',
  '09-30',
  '51',
  '5790000000005',
  'a@b.example',
  '12345678',
  '26-0147',
  '7500',
  '4b2d4f2e-3c7f-4f0e-9a63-0d9c2f9a1b11',
  'https://example.org',
  '8,56,9,57',
  'a'.repeat(64),
]
const numbers = [1, 10, 0, 5, 2026, 100, 10_000, 0.5, 56.3]

/** What a sample named: fields of `given` that found a place in it. */
export interface Sample {
  readonly value: unknown
  readonly named: ReadonlySet<string>
}

/**
 * A value that a schema of the contract takes, made from the schema alone. Where a field of a name in `given` fits, its
 * value stands there, also in fields that may be left out; all other fields that may be left out are.
 */
export function sampled(schema: z.core.$ZodType, given: Readonly<Record<string, unknown>>): Sample {
  const named = new Set<string>()

  function inGiven(name: string, inside: z.core.$ZodType): boolean {
    return Object.hasOwn(given, name) && z.safeParse(inside, given[name]).success
  }

  function make(inside: z.core.$ZodType, name: string): unknown {
    if (inGiven(name, inside)) {
      named.add(name)
      return given[name]
    }
    // The union of all definitions that zod itself makes.
    const def = inside._zod.def as z.core.$ZodTypes['_zod']['def']
    switch (def.type) {
      case 'object': {
        const fields = Object.entries(def.shape).map(([key, part]) => [key, make(part, key)] as const)
        return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
      }
      case 'optional':
      case 'default':
      case 'prefault':
        return undefined
      case 'nullable':
        return null
      case 'readonly':
      case 'nonoptional':
      case 'catch':
        return make(def.innerType, name)
      case 'lazy':
        return make(def.getter(), name)
      case 'pipe':
        return make(def.in, name)
      case 'array': {
        const none = z.safeParse(inside, []).success
        return none ? [] : [make(def.element, name)]
      }
      case 'tuple':
        return def.items.map((item) => make(item, name))
      case 'union':
        return def.options.map((option) => make(option, name)).find((value) => z.safeParse(inside, value).success)
      case 'enum':
        return Object.values(def.entries)[0]
      case 'literal':
        return def.values[0]
      case 'record':
        return {}
      case 'boolean':
        return true
      case 'number':
        return numbers.find((value) => z.safeParse(inside, value).success)
      default:
        return texts.find((value) => z.safeParse(inside, value).success)
    }
  }
  const value = make(schema, '')
  return { value, named }
}
