import { z } from 'zod'
import { type ParameterKey, PlanParameters } from './planParameters.ts'

/** What a parameter of a rule set can be. Numbers are whole, in the key's own step; `max` is null where nothing bounds them. */
export type ParameterBounds =
  | { readonly kind: 'number'; readonly min: number; readonly max: number | null }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'date' }
  | { readonly kind: 'month-and-day' }

/** The parameters' own schema as JSON Schema says it, as far as bounds go. */
const Described = z.union([
  z.object({ type: z.literal('integer'), minimum: z.number().default(0), maximum: z.number() }),
  z.object({ type: z.literal('boolean') }),
  z.object({ type: z.literal('string'), enum: z.array(z.string()) }),
  z.object({ type: z.literal('string'), const: z.string() }),
  z.object({ type: z.literal('string'), format: z.literal('date') }),
  z.object({ type: z.literal('string'), pattern: z.string() }),
])

/** What the parameter can be, read from its schema, so that a bound is written once. */
export function boundsOf(key: ParameterKey): ParameterBounds {
  const described = Described.parse(z.toJSONSchema(PlanParameters.shape[key]))
  if (described.type === 'integer') {
    const { minimum: min, maximum } = described
    return { kind: 'number', min, max: maximum === Number.MAX_SAFE_INTEGER ? null : maximum }
  }
  if (described.type === 'boolean') return { kind: 'yes-no' }
  if ('enum' in described) return { kind: 'choice', options: described.enum }
  if ('const' in described) return { kind: 'choice', options: [described.const] }
  return { kind: 'format' in described ? 'date' : 'month-and-day' }
}

/** True for a name that a rule set has a value for. */
export function isParameter(key: string): key is ParameterKey {
  return Object.hasOwn(PlanParameters.shape, key)
}

/** True when the parameter can be that. */
export function isWithin(key: ParameterKey, value: unknown): boolean {
  return PlanParameters.shape[key].safeParse(value).success
}
