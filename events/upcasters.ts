/**
 * Lifts the data of an older event version to the next one. Entries are added, never changed: every version that was
 * ever stored stays readable. Key: `<type>@<version>`, the version that the entry lifts from.
 */
export const upcasters: Readonly<Record<string, (data: Record<string, unknown>) => Record<string, unknown>>> = {}

/** Lifts data from `version` to `current`; throws when a step is missing. */
export function upcast(
  type: string,
  version: number,
  current: number,
  data: Record<string, unknown>,
  steps: typeof upcasters = upcasters,
): Record<string, unknown> {
  let lifted = data
  for (let from = version; from < current; from += 1) {
    const step = steps[`${type}@${from}`]
    if (step === undefined) throw new Error(`No upcaster from ${type} version ${from} to ${from + 1}`)
    lifted = step(lifted)
  }
  return lifted
}
