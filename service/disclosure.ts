import type { Finding } from '#events/finding'

/**
 * Small numbers stay in the service: a count of persons below the smallest cell is hidden, and with it every
 * quotient from which it could be had again. This is the one place where figures of follow-up are disclosed. It hides
 * single cells only: it does not hide a second cell of the same total, and does not roll up to a larger area. Zero counts
 * as small, because nobody has said that it cannot be otherwise.
 */
export interface Disclosed {
  /** Null when it is not known, and when it is hidden. */
  readonly value: number | null
  /** True when it is known and below the smallest cell. */
  readonly hidden: boolean
}

/** A count of persons as it may be told. */
export function disclosed(count: number | null, minCell: number): Disclosed {
  const hidden = count !== null && count < minCell
  return { value: hidden ? null : count, hidden }
}

/** Measures that count persons. */
const persons: ReadonlySet<string> = new Set(['patients', 'progressivePatients'])
/** Measures and parameters that are an amount or a sum divided by persons. */
const perPerson: ReadonlySet<string> = new Set([
  'costPerPatient',
  'costPerPatientBefore',
  'servicesPerPatient',
  'deviation',
  'patients',
  'costPerPatientOere',
  'deviationPermille',
  'perPatientTenths',
  'costBeforeOere',
  'costAfterOere',
  'paidOere',
  'overOere',
  'overCeiling',
  'paid',
])

/** The finding without its small counts of persons, and without what would give them away. */
export function disclosedFinding(finding: Finding, minCell: number): Finding {
  const small = finding.measured.some(({ key, value }) => persons.has(key) && value !== null && value < minCell)
  return small ? withoutPersons(finding) : finding
}

/** The finding without counts of persons, and without every quotient by them. */
export function withoutPersons(finding: Finding): Finding {
  return {
    ...finding,
    measured: finding.measured.map((measure) =>
      persons.has(measure.key) || perPerson.has(measure.key) ? { ...measure, value: null } : measure,
    ),
    params: Object.fromEntries(
      Object.entries(finding.params).map(([key, value]) => [key, perPerson.has(key) ? '' : value]),
    ),
    // How far an input is from its edge tells the input.
    flips: [],
  }
}
