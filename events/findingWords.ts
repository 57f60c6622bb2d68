import { capacityFindings, capacityRules } from './findings/capacity.ts'
import { capacityConditions, capacityMeasures } from './findings/capacityMeasures.ts'
import { coverageConditions, coverageFindings, coverageMeasures, coverageRules } from './findings/coverage.ts'
import { followUpConditions, followUpFindings, followUpRules } from './findings/followUp.ts'
import { followUpMeasures } from './findings/followUpMeasures.ts'
import { procedureConditions, procedureFindings, procedureMeasures, procedureRules } from './findings/procedure.ts'
import { ridingConditions, ridingFindings, ridingMeasures, ridingRules } from './findings/riding.ts'
import {
  specialisationConditions,
  specialisationFindings,
  specialisationMeasures,
  specialisationRules,
} from './findings/specialisation.ts'
import type { Words } from './words.ts'

/** Name of each rule as a heading. */
export const ruleWords = {
  ...capacityRules,
  ...ridingRules,
  ...followUpRules,
  ...coverageRules,
  ...specialisationRules,
  ...procedureRules,
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding's `params`. Codes are dates, municipality codes and numbers. */
export const findingWords = {
  ...capacityFindings,
  ...ridingFindings,
  ...followUpFindings,
  ...coverageFindings,
  ...specialisationFindings,
  ...procedureFindings,
} as const satisfies Record<string, Words>

export type FindingCode = keyof typeof findingWords

/** A number that a rule measured, by its key. */
export const measureWords = {
  ...capacityMeasures,
  ...ridingMeasures,
  ...followUpMeasures,
  ...coverageMeasures,
  ...specialisationMeasures,
  ...procedureMeasures,
} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const conditionWords = {
  ...capacityConditions,
  ...ridingConditions,
  ...followUpConditions,
  ...coverageConditions,
  ...specialisationConditions,
  ...procedureConditions,
} as const satisfies Record<string, Words>
