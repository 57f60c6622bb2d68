import { madeUpNumbers, madeUpPrefix } from '#events/madeUp'
import { chanceId } from '../chanceId.ts'

/** An id of a clinic or a person that does not exist, and says so. */
export function madeUpId(): string {
  return chanceId(madeUpPrefix)
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
