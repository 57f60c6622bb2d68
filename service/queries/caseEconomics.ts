import { readsCommitteeOnly, type Scope } from '#api/policy'
import type { CaseCorrection } from '#events/case'
import type { CaseSubject } from '#events/caseSubject'
import type { Finding, FindingSet } from '#events/finding'

/** Rules whose findings tell of a clinic's economy: for the committee and its secretariat. */
const economic: ReadonlySet<string> = new Set(['R-07', 'R-08', 'R-09'])

/** What an application says, without the turnover for who may not know of it. */
export function subjectFor(scope: Scope, subject: CaseSubject): CaseSubject {
  if (subject.type !== 'A6' || readsCommitteeOnly(scope.role)) return subject
  return { ...subject, turnoverLast12Oere: null, turnoverThisYearOere: null }
}

/** A correction of an application, likewise. */
export function correctionFor(scope: Scope, correction: CaseCorrection): CaseCorrection {
  if (correction.field !== 'subject') return correction
  return { ...correction, old: subjectFor(scope, correction.old), new: subjectFor(scope, correction.new) }
}

/** Findings as the asker may see them: the verdict stands, the amounts of a clinic's economy are gone. */
export function findingsFor(scope: Scope, set: FindingSet): FindingSet {
  return readsCommitteeOnly(scope.role) ? set : { ...set, findings: set.findings.map(withoutEconomics) }
}

/** What a finding's sentence says, likewise. */
export function paramsFor(scope: Scope, { rule, params }: Pick<Finding, 'rule' | 'params'>): Finding['params'] {
  return readsCommitteeOnly(scope.role) || !economic.has(rule) ? params : withoutAmounts(params)
}

/** What became of a ruling's effect, or of a change among others: the refusal stands, its amounts are gone. */
export function refusedFor<Refused extends { readonly params: Readonly<Record<string, unknown>> }>(
  scope: Scope,
  refused: Refused,
): Refused {
  return readsCommitteeOnly(scope.role) ? refused : { ...refused, params: withoutAmounts(refused.params) }
}

function withoutEconomics(finding: Finding): Finding {
  if (!economic.has(finding.rule)) return finding
  return {
    ...finding,
    measured: finding.measured.filter(({ unit }) => unit !== 'oere'),
    // How far the hours of R-09 are from the band tells the turnover.
    flips: finding.rule === 'R-09' ? [] : finding.flips.filter(({ unit }) => unit !== 'oere'),
    params: withoutAmounts(finding.params),
  }
}

function withoutAmounts<Value>(params: Readonly<Record<string, Value>>): Record<string, Value | ''> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, /(oere|oerePerYear|permille)$/i.test(key) ? '' : value]),
  )
}
