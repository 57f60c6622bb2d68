import type { Words } from '../words.ts'

/** Words of the rules on competence, palliative care, municipal offers, contacts. */

/** Name of each rule as a heading. */
export const coverageRules = {} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const coverageFindings = {} as const satisfies Record<string, Words>

/** A number that a rule measured, by its key. */
export const coverageMeasures = {} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const coverageConditions = {
  'R-28': { da: 'dækning for små grupper (R-28)', en: 'coverage of small groups (R-28)' },
  'R-32': { da: 'palliativ dækning (R-32)', en: 'palliative coverage (R-32)' },
} as const satisfies Record<string, Words>
