import { diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import type { DiagnosisGroupId } from '#events/identifiers'

/** What coverage can be asked for: a diagnosis group, or a family of them. */
export interface Choosable {
  readonly id: DiagnosisGroupId
  readonly words: { readonly da: string; readonly en: string }
  /** Patients in the country; null where no source says. */
  readonly persons: number | null
  /** How many groups a family has; null for a group. */
  readonly members: number | null
}

/** All groups, and after them the families. */
export const groupsAndFamilies: readonly Choosable[] = [
  ...diagnosisGroups.map(({ id, words, persons }) => ({ id, words, persons, members: null })),
  ...diagnosisFamilies.map(({ id, words, groups }) => ({ id, words, persons: null, members: groups.length })),
]

/** Those whose name holds the text in either language; all of them for nothing typed. */
export function groupsLike(text: string): readonly Choosable[] {
  const sought = text.trim().toLocaleLowerCase('da')
  return groupsAndFamilies.filter(({ words }) =>
    [words.da, words.en].some((name) => name.toLocaleLowerCase('da').includes(sought)),
  )
}
