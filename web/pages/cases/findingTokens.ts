import { bySeverity, type Finding, type FindingSet } from '#events/finding'

/** Findings worst first. Each is named by its rule, so that its name is the same whatever the outcomes come to be. */
export function worstFirst(set: FindingSet | null): readonly Finding[] {
  return (set?.findings ?? []).toSorted(bySeverity)
}

/**
 * True when the text names a rule (`R-02`) or an answer (`K0746`) as a word of its own, in upper or lower case: `R-02`, not
 * `R-021`. What R-02 found may be written `F02` as well, and a leading zero left out.
 */
export function mentions(text: string, token: string): boolean {
  const name = token.replace(/^R-0?/, '(?:R-?|F)0?')
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
