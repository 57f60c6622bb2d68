import { madeUpNumbers } from '#events/madeUp'

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Ten letters or digits by chance, after a word that says what it is: `madeUpPrefix` for what does not exist. */
export function madeUpId(word: string): string {
  const chance = crypto.getRandomValues(new Uint8Array(10))
  return `${word}-${[...chance].map((byte) => letters[byte % letters.length]).join('')}`
}

/** A provider number that does not exist, and is none of those given. The register refuses one that is taken after all. */
export function madeUpNumber(taken: ReadonlySet<string>): string {
  for (;;) {
    const [chance = 0] = crypto.getRandomValues(new Uint32Array(1))
    const number = String(madeUpNumbers.first + (chance % madeUpNumbers.count))
    if (!taken.has(number)) return number
  }
}

/** Provider numbers that changes have made up. */
export function numbersIn(
  changes: readonly { readonly command: { readonly data: Record<string, unknown> } }[],
): Set<string> {
  return new Set(changes.flatMap(({ command }) => (typeof command.data.number === 'string' ? command.data.number : [])))
}
