import type { ApplicationForm, ApplicationType } from './form.ts'
import { cessation } from './forms/cessation.ts'
import { competence } from './forms/competence.ts'
import { employment } from './forms/employment.ts'
import { extraAddress } from './forms/extraAddress.ts'
import { newEstablishment } from './forms/newEstablishment.ts'
import { newNumber } from './forms/newNumber.ts'
import { extraRidingSchool, newRidingAgreement } from './forms/newRidingAgreement.ts'
import { relocation } from './forms/relocation.ts'
import { ridingExpansion } from './forms/ridingExpansion.ts'
import { ridingRelocation } from './forms/ridingRelocation.ts'
import { section2Member } from './forms/section2Member.ts'
import { split } from './forms/split.ts'
import { statusChange } from './forms/statusChange.ts'
import { takeover } from './forms/takeover.ts'

/** The form of each type of application. */
export const forms = {
  A1: newNumber,
  A2: takeover,
  A3: relocation,
  A4: extraAddress,
  A5: statusChange,
  A6: employment,
  A7: newRidingAgreement,
  A8: extraRidingSchool,
  A9: ridingRelocation,
  A10: ridingExpansion,
  A11: split,
  A12: cessation,
  A13: newEstablishment,
  A14: competence,
  A15: section2Member,
} as const satisfies Readonly<Record<ApplicationType, ApplicationForm>>

/** Types as a person chooses among them, by what they are about. */
export const typeGroups = {
  number: ['A1', 'A2', 'A5', 'A6', 'A11', 'A12', 'A13'],
  address: ['A3', 'A4'],
  riding: ['A7', 'A8', 'A9', 'A10'],
  competence: ['A14', 'A15'],
} as const satisfies Readonly<Record<string, readonly ApplicationType[]>>
