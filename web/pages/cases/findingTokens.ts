import { bySeverity, type Finding, type FindingSet } from '#events/finding'

/** A finding with the short name that people type into the reasons: `F1` is the worst. */
export interface TokenedFinding {
  readonly token: string
  readonly finding: Finding
}

/** Findings worst first, named F1, F2 ... in that order. The same set always gives the same names. */
export function tokened(set: FindingSet | null): readonly TokenedFinding[] {
  return (set?.findings ?? []).toSorted(bySeverity).map((finding, index) => ({ token: `F${index + 1}`, finding }))
}

/** True when the text names the token as a word of its own, in upper or lower case: `F1`, not `F12`. */
export function mentions(text: string, token: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${token}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}

/** The paragraphs of the text that name the token, joined; empty when none does. */
export function paragraphsAbout(text: string, token: string): string {
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => mentions(paragraph, token))
    .join('\n')
}

/** The same rule's finding in another set, or undefined. */
export function sameRule(set: FindingSet | undefined, finding: Finding): Finding | undefined {
  return set?.findings.find(({ rule }) => rule === finding.rule)
}

/** The latest earlier set in which the rule had another outcome or explanation; undefined when it never changed. */
export function changedSince(
  finding: Finding,
  earlier: readonly FindingSet[],
): { readonly set: FindingSet; readonly finding: Finding } | undefined {
  for (const set of earlier) {
    const before = sameRule(set, finding)
    if (before !== undefined && before.outcome !== finding.outcome) return { set, finding: before }
  }
  return undefined
}
