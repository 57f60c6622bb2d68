import { bySeverity, type Finding, type FindingSet } from '#events/finding'
import { findingToken } from '#events/say/tokens'

/** A finding with the short name that people type into the reasons: `F02` is what R-02 found. */
export interface TokenedFinding {
  readonly token: string
  readonly finding: Finding
}

/** Findings worst first, each named by its rule, so that its name is the same whatever the outcomes come to be. */
export function tokened(set: FindingSet | null): readonly TokenedFinding[] {
  return (set?.findings ?? []).toSorted(bySeverity).map((finding) => ({ token: findingToken(finding.rule), finding }))
}

/**
 * True when the text names the token as a word of its own, in upper or lower case: `F02`, not `F021`. A finding's leading
 * zero may be left out.
 */
export function mentions(text: string, token: string): boolean {
  const name = token.replace(/^F0/, 'F0?')
  return new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'iu').test(text)
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
