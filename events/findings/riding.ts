import type { Words } from '../words.ts'

/** Words of the rules on riding therapy. */

/** Name of each rule as a heading. */
export const ridingRules = {} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const ridingFindings = {} as const satisfies Record<string, Words>

/** A number that a rule measured, by its key. */
export const ridingMeasures = {} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const ridingConditions = {} as const satisfies Record<string, Words>
