/** Longest name of a scenario. */
const longest = 120

/** A name that nobody has: the wanted one, or the first of "(2)", "(3)" and so on after it that is free. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const own = wanted.trim()
  const stem = own.replace(/ \(\d+\)$/, '')
  let name = own
  for (let number = 2; taken.includes(name); number += 1) {
    const end = ` (${number})`
    name = stem.slice(0, longest - end.length) + end
  }
  return name
}
