import type { Words } from '../words.ts'

/** Words of the rules on follow-up on activity. */

/** Name of each rule as a heading. */
export const followUpRules = {} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const followUpFindings = {} as const satisfies Record<string, Words>

/** A number that a rule measured, by its key. */
export const followUpMeasures = {} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const followUpConditions = {} as const satisfies Record<string, Words>
