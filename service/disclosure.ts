import type { Finding } from '#events/finding'

/**
 * Small numbers stay in the service: a count of persons below the smallest cell is hidden, and with it every
 * quotient from which it could be had again. This is the one place where counts of persons are disclosed. Zero counts as
 * small, because nobody has said that it cannot be otherwise.
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

/**
 * The cells of a total that is shown itself. Small cells are hidden, and as many more, the smallest first, as it
 * takes that no hidden cell can be had by subtraction: at least two are hidden, and together they are at least the
 * smallest cell. Of 8 and 4 that make 12 both are hidden. An unknown cell stays unknown, and hides as well as one hidden.
 */
export function disclosedCells(cells: readonly (number | null)[], minCell: number): readonly Disclosed[] {
  const hidden = new Set([...cells.keys()].filter((at) => disclosed(cells[at] ?? null, minCell).hidden))
  const unknown = cells.filter((count) => count === null).length
  const rest = [...cells.keys()]
    .filter((at) => cells[at] !== null && !hidden.has(at))
    .toSorted((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0) || a - b)
  const together = () => [...hidden].reduce((sum, at) => sum + (cells[at] ?? 0), 0)
  while (hidden.size > 0 && unknown === 0 && rest.length > 0 && (hidden.size < 2 || together() < minCell)) {
    const [next = 0] = rest.splice(0, 1)
    hidden.add(next)
  }
  return cells.map((count, at) => (hidden.has(at) ? { value: null, hidden: true } : { value: count, hidden: false }))
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
