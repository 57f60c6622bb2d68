import type { CaseFile } from './caseFile.ts'

/**
 * Why the case hears no municipality: its type's rules have none, the rule set hears riding cases only, or nothing moves.
 * Null while somebody is or may be heard: one is named, was asked, or is not known yet.
 */
export function noHearing({
  findings,
  involved,
  consultations,
}: Pick<CaseFile, 'findings' | 'involved' | 'consultations'>): 'type' | 'ridingOnly' | 'nothingMoves' | null {
  if (findings === null || involved.length > 0 || consultations.length > 0) return null
  const rule = findings.findings.find((finding) => finding.rule === 'R-18')
  if (rule === undefined) return 'type'
  if (rule.outcome !== 'not-applicable') return null
  return rule.parameters.hearCapacityCases === false ? 'ridingOnly' : 'nothingMoves'
}
