import { z } from 'zod'

/**
 * The same schema, refusing unknown fields at every depth instead of dropping them. What a caller misspelt is named,
 * not ignored. Descriptions are kept; ids are not, so that OpenAPI shows the strict shape where it holds.
 */
export function strict<Schema extends z.ZodType>(schema: Schema): Schema {
  // Rebuilding a schema from its own definition gives the same type of schema.
  return rebuilt(schema) as Schema
}

function rebuilt(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod
  const change = insideOf(def)
  if (change === null) return schema
  const clone = z.core.clone(schema, { ...def, ...change })
  const meta = z.globalRegistry.get(schema)
  if (meta?.description !== undefined) z.globalRegistry.add(clone, { description: meta.description })
  return clone
}

/** The strict parts of a definition, or null when it has no parts. */
function insideOf(definition: z.core.$ZodTypeDef): object | null {
  // The union of all definitions that zod itself makes; others have no parts that we know.
  const def = definition as z.core.$ZodTypes['_zod']['def']
  switch (def.type) {
    case 'object': {
      const shape = Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, rebuilt(part)]))
      return { shape, catchall: def.catchall ?? z.never() }
    }
    case 'array':
      return { element: rebuilt(def.element) }
    case 'union':
      return { options: def.options.map(rebuilt) }
    case 'record':
      return { valueType: rebuilt(def.valueType) }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return { innerType: rebuilt(def.innerType) }
    default:
      return null
  }
}
