/** One text in the two languages of the interface, Danish first. `{name}` is filled from parameters. */
export interface Words {
  readonly da: string
  readonly en: string
}

/** Names of the places to fill in a text, in order of appearance, each once. */
export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))]
}

/** The text with every `{name}` filled. What has no value becomes an en dash, so that nothing looks like a fact. */
export function fill(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === null || value === '') return '–'
    return Array.isArray(value) ? value.join(', ') || '–' : String(value)
  })
}

/** The texts of a list in one language. */
export function inLanguage<Key extends string>(
  list: Readonly<Record<Key, Words>>,
  language: 'da' | 'en',
): Readonly<Record<Key, string>> {
  // Every key of the list, and no other.
  return Object.fromEntries(Object.entries<Words>(list).map(([key, words]) => [key, words[language]])) as Record<
    Key,
    string
  >
}
