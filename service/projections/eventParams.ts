import type { DomainEvent } from '#events/catalogue'

/**
 * What the sentence about an event is filled with: the plain words and numbers of its data under their own names. An
 * address gives its text, and its municipality under `<name>Municipality`; lists give their words with commas. Long texts,
 * findings and files are left out.
 */
export function eventParams(event: DomainEvent): Record<string, string | number> {
  const params: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(event.data)) add(params, name, value, true)
  return params
}

/** Longer than this it is no word in a sentence. */
const longestWord = 200

function add(params: Record<string, string | number>, name: string, value: unknown, deep: boolean): void {
  if (typeof value === 'number') params[name] = value
  else if (typeof value === 'boolean') params[name] = String(value)
  else if (typeof value === 'string') {
    if (value.length <= longestWord) params[name] = value
  } else if (Array.isArray(value)) {
    const words = value.filter((word) => typeof word === 'string' || typeof word === 'number').join(', ')
    if (words !== '' && words.length <= longestWord) params[name] = words
  } else if (typeof value === 'object' && value !== null && deep) addParts(params, name, value)
}

function addParts(params: Record<string, string | number>, name: string, value: object): void {
  const parts: ReadonlyMap<string, unknown> = new Map(Object.entries(value))
  if (parts.has('text') && parts.has('certainty')) {
    add(params, name, parts.get('text'), false)
    add(params, `${name}Municipality`, parts.get('municipality'), false)
  } else if (name === 'correction' || name === 'change' || name === 'subject' || name === 'target') {
    // These say what the event is about; their fields are words of the sentence itself.
    for (const [field, part] of parts) add(params, field, part, true)
  }
}
