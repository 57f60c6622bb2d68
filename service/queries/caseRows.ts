import type { CaseRow, FindingCounts } from '#api/views/case'
import { type Finding, worstOutcome } from '#events/finding'
import { type CaseRecord, isOpen } from './caseRecords.ts'

/** The case as lists show it. */
export function caseRow(record: CaseRecord): CaseRow {
  const open = isOpen(record)
  const deadlines = [
    ...record.missing.map(({ dueOn }) => dueOn),
    ...record.hearings.filter(({ answered, lapsed }) => !answered && !lapsed).map(({ dueOn }) => dueOn),
  ].toSorted()
  return {
    case: record.case,
    number: record.number,
    type: record.type,
    proposal: proposalName(record),
    status: record.status,
    region: record.region,
    applicant: record.applicant,
    fromMunicipality: record.fromMunicipality,
    toMunicipality: record.toMunicipality,
    involved: [...record.involved],
    receivedOn: record.receivedOn,
    wantedFrom: record.wantedFrom,
    worst: worstOutcome(record.findings?.findings ?? []),
    counts: findingCounts(record.findings?.findings ?? []),
    dueOn: open ? (deadlines[0] ?? null) : null,
  }
}

/** Name of the scenario that a case hands in; null for any other application. */
export function proposalName({ subject }: Pick<CaseRecord, 'subject'>): string | null {
  return subject.type === 'A16' ? subject.name : null
}

/** Findings of each outcome; advice and proposals are left out. */
export function findingCounts(findings: readonly Finding[]): FindingCounts {
  const counting = findings.filter(({ strength }) => strength === 'binding' || strength === 'principle')
  const count = (outcome: Finding['outcome']) => counting.filter((finding) => finding.outcome === outcome).length
  return {
    breach: count('breach'),
    needsInformation: count('needs-information'),
    needsConsultation: count('needs-consultation'),
    pass: count('pass'),
  }
}
