import type { z } from 'zod'
import type { Problem } from './problem.ts'

export type Field = NonNullable<Problem['fields']>[number]

/** Every field at fault of a failed parse. Unknown fields are named one by one. `prefix` is where the whole is: `body`. */
export function fieldsOf(issues: readonly z.core.$ZodIssue[], prefix: string): Field[] {
  return issues.flatMap((issue): Field[] => {
    const path = [prefix, ...issue.path].join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: `${path}.${key}`, expected: 'no such field', code: 'unknown' }))
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      // The reader is told about the form that came nearest: the one with the fewest faults.
      const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? []
      const deeper = nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
      return fieldsOf(deeper, prefix)
    }
    return [{ path, expected: issue.message, code: issue.code }]
  })
}
