import { Refusal } from './deciders/decider.ts'
import type { Persons } from './persons.ts'

/** Day, month and year of birth, then four digits: how a civil registration number is written. */
const civilNumber = /(?<![\w-])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\w-])/

/** Fields whose digits mean something else. */
const otherNumbers = new Set(['phone', 'locationNumber'])

/**
 * Keeps out of the log what could never be taken out of it again. Throws `Refusal` for a text that looks like a civil
 * registration number or holds the whole name of somebody who is among the persons; it names the command and the field,
 * never the text.
 */
export function refusePersonalText(
  { type: command, data }: { readonly type: string; readonly data: unknown },
  persons: Pick<Persons, 'namedIn'>,
): void {
  const texts = [...textsIn(data, [])]
  const numbered = texts.find(({ path, text }) => !otherNumbers.has(path.at(-1) ?? '') && civilNumber.test(text))
  if (numbered !== undefined) throw new Refusal('text.civilNumber', { command, field: numbered.path.join('.') })
  // A name is two words at least.
  const worded = texts.filter(({ text }) => text.includes(' '))
  const named = worded[persons.namedIn(worded.map(({ text }) => text)) ?? -1]
  if (named !== undefined) throw new Refusal('text.personalName', { command, field: named.path.join('.') })
}

function* textsIn(
  value: unknown,
  path: readonly string[],
): Generator<{ readonly path: readonly string[]; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) yield* textsIn(inside, [...path, key])
}
