import type { ApplicationType } from '#events/case'
import type { Finding } from '#events/finding'
import type { PlanParameters } from '#events/planParameters'
import { capacityStays } from './capacity/capacityStays.ts'
import { extraAddress } from './capacity/extraAddress.ts'
import { krCapacity } from './capacity/krCapacity.ts'
import { mobileNumbers } from './capacity/mobileNumbers.ts'
import { newNumber } from './capacity/newNumber.ts'
import { oneAddress } from './capacity/oneAddress.ts'
import { relocation } from './capacity/relocation.ts'
import { transfer } from './capacity/transfer.ts'
import { turnoverCeiling } from './capacity/turnoverCeiling.ts'
import { childrensClinic } from './coverage/childrensClinic.ts'
import { competenceValidity } from './coverage/competenceValidity.ts'
import { crossDiagnostic } from './coverage/crossDiagnostic.ts'
import { documentedCap } from './coverage/documentedCap.ts'
import { palliativeCoverage } from './coverage/palliativeCoverage.ts'
import { section2Sizing } from './coverage/section2Sizing.ts'
import { smallGroupsNearHome } from './coverage/smallGroupsNearHome.ts'
import { smallNumbers } from './coverage/smallNumbers.ts'
import type { CaseFacts } from './facts.ts'
import { followUpRules } from './followUp/followUpRules.ts'
import { smallCapacity } from './followUp/smallCapacity.ts'
import { municipalRules } from './municipal/municipalRules.ts'
import { committeeDecision } from './procedure/committeeDecision.ts'
import { consultationProcedure } from './procedure/consultationProcedure.ts'
import { datedGeography } from './procedure/datedGeography.ts'
import { involvedMunicipalities } from './procedure/involvedMunicipalities.ts'
import { areasDocumented } from './riding/areasDocumented.ts'
import { countyAgreedArea } from './riding/countyAgreedArea.ts'
import { newRidingAgreement } from './riding/newRidingAgreement.ts'
import { ridingArea } from './riding/ridingArea.ts'
import { ridingChangePermitted } from './riding/ridingChangePermitted.ts'
import { ridingLeastHours } from './riding/ridingLeastHours.ts'
import { ridingNumber } from './riding/ridingNumber.ts'
import { ridingTotal } from './riding/ridingTotal.ts'
import type { Rule } from './rule.ts'

/** Every rule that judges an application, in the catalogue's order. */
export const caseRules: readonly Rule[] = [
  newNumber,
  capacityStays,
  oneAddress,
  extraAddress,
  relocation,
  transfer,
  turnoverCeiling,
  krCapacity,
  smallCapacity,
  mobileNumbers,
  ridingNumber,
  newRidingAgreement,
  ridingChangePermitted,
  ridingTotal,
  ridingArea,
  countyAgreedArea,
  ridingLeastHours,
  involvedMunicipalities,
  areasDocumented,
  documentedCap,
  crossDiagnostic,
  competenceValidity,
  childrensClinic,
  palliativeCoverage,
  section2Sizing,
  consultationProcedure,
  committeeDecision,
  datedGeography,
  smallGroupsNearHome,
  smallNumbers,
]

/** What is known of a rule without asking it. */
export type RuleCard = Omit<Rule, 'evaluate' | 'levers'>

/** Every rule that exists, whatever it judges, in the catalogue's order. */
export const rules: readonly RuleCard[] = [...caseRules, ...municipalRules, ...followUpRules].toSorted((a, b) =>
  a.id.localeCompare(b.id),
)

/** All riding applications run all riding rules (rules.md, type table). */
const ridingRules = 'R-11 R-12 R-13 R-14 R-15 R-16 R-17 R-18 R-19 R-28 R-38 R-39 R-41'

/**
 * The catalogue's type table, with R-41 for every case that has an address. A rule of the table that is not written yet
 * is not evaluated, and no finding pretends that it was.
 */
const governing: Readonly<Record<ApplicationType, string>> = {
  A1: 'R-01 R-11 R-18 R-38 R-39 R-41',
  A2: 'R-02 R-03 R-06 R-14 R-15 R-18 R-28 R-38 R-39 R-41',
  A3: 'R-02 R-03 R-05 R-28 R-32 R-18 R-38 R-39 R-41',
  A4: 'R-03 R-04 R-02 R-18 R-28 R-38 R-39 R-41',
  A5: 'R-10 R-06 R-32 R-39 R-41',
  A6: 'R-07 R-08 R-39 R-41',
  A7: ridingRules,
  A8: ridingRules,
  A9: `R-02 ${ridingRules}`,
  A10: ridingRules,
  A11: 'R-06 R-09 R-11 R-28 R-32 R-39 R-41',
  // A riding number that stops changes riding capacity, and for that municipalities are always heard.
  A12: 'R-06 R-09 R-10 R-11 R-18 R-28 R-32 R-38 R-39 R-41',
  A13: 'R-01 R-08 R-28 R-18 R-38 R-39 R-41',
  A14: 'R-27 R-28 R-29 R-30 R-31 R-40 R-41',
  A15: 'R-32 R-33 R-41',
  // Not in the catalogue (ASSUMPTION): caps, whoever they concern, and the committee's own procedure.
  A16: 'R-27 R-18 R-38 R-39 R-41',
}

/** Rules that govern an application of the type, in the order they are shown. */
export function rulesFor(type: ApplicationType): readonly Rule[] {
  return governing[type].split(' ').flatMap((id) => caseRules.find((rule) => rule.id === id) ?? [])
}

/** All findings at once: no rule stops another. R-39 comes with the others in hand, because it speaks of them. */
export function evaluate(facts: CaseFacts, parameters: PlanParameters): Finding[] {
  const others = rulesFor(facts.type)
    .filter((rule) => rule !== committeeDecision)
    .map((rule) => rule.evaluate(facts, parameters))
  return rulesFor(facts.type).map(
    (rule) => others.find((finding) => finding.rule === rule.id) ?? rule.evaluate(facts, parameters, others),
  )
}
