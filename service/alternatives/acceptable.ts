import { bySeverity, type Finding, type RuleId } from '#events/finding'

type Findings = readonly Finding[]

/** A small group loses the care that it has near home: advice, and yet a reason to look for another place. */
const losesCover = 'R-28.newGap'

/** What an application must be cured of: breaches that count; where there are none, cover that a small group loses. */
export function faultsIn(findings: Findings): readonly RuleId[] {
  const counting = findings.filter(
    ({ outcome, strength }) => outcome === 'breach' && (strength === 'binding' || strength === 'principle'),
  )
  const found = counting.length > 0 ? counting : findings.filter(({ code }) => code === losesCover)
  return found.map(({ rule }) => rule)
}

/**
 * True when the findings are cured of the original's faults and none of them is worse than it was. A binding rule must be
 * met; a principle may still wait for information that was missing before as well.
 */
export function isAcceptable(original: Findings, findings: Findings): boolean {
  const faults = faultsIn(original)
  return original.every((was) => {
    const is = findings.find(({ rule }) => rule === was.rule)
    if (is === undefined) return false
    return faults.includes(was.rule) ? isCured(was, is) : !isWorse(was, is)
  })
}

/** Faults that the findings still have. */
export function uncured(original: Findings, findings: Findings): readonly RuleId[] {
  return original.flatMap((was) => {
    const is = findings.find(({ rule }) => rule === was.rule)
    return faultsIn(original).includes(was.rule) && (is === undefined || !isCured(was, is)) ? [was.rule] : []
  })
}

function isCured(was: Finding, is: Finding): boolean {
  if (was.code === losesCover) return is.code !== losesCover
  if (is.outcome === 'pass' || is.outcome === 'not-applicable') return true
  const wasMissing = is.missing.length > 0 && is.missing.every((item) => was.missing.includes(item))
  return is.outcome === 'needs-information' && is.strength !== 'binding' && wasMissing
}

function isWorse(was: Finding, is: Finding): boolean {
  const isMet = is.outcome === 'pass' || is.outcome === 'not-applicable'
  return (!isMet && bySeverity(is, was) < 0) || (is.code === losesCover && was.code !== losesCover)
}
