import { type DiagnosisGroup, diagnosisGroups } from '#events/diagnosisGroups'

/** Groups whose name holds the text in either language; all of them for nothing typed. */
export function groupsLike(text: string): readonly DiagnosisGroup[] {
  const sought = text.trim().toLocaleLowerCase('da')
  return diagnosisGroups.filter(({ words }) =>
    [words.da, words.en].some((name) => name.toLocaleLowerCase('da').includes(sought)),
  )
}
