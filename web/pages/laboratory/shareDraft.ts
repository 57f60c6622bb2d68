import type { Scenario } from './scenarioAnswer.ts'

export type Reader = Scenario['sharedWith'][number]

/** What the form of sharing holds: who is on its list, and who is chosen below it, if anybody. */
interface ShareDraft {
  readonly readers: readonly Reader[]
  readonly chosen: Reader | null
}

/** Readers that the form would save: whoever is chosen counts as added. */
export function readersOf({ readers, chosen }: ShareDraft): readonly Reader[] {
  return chosen === null || holds(readers, chosen) ? readers : [...readers, chosen]
}

/** True when saving would leave the sharing as it is. */
export function sharesNothingNew(draft: ShareDraft, sharedWith: readonly Reader[]): boolean {
  const wanted = readersOf(draft)
  return wanted.length === sharedWith.length && wanted.every((one) => holds(sharedWith, one))
}

export function holds(readers: readonly Reader[], { role, organisation }: Reader): boolean {
  return readers.some((one) => one.role === role && one.organisation === organisation)
}
