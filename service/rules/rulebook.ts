import type { ApplicationType } from '#events/case'
import type { Finding } from '#events/finding'
import type { PlanParameters } from '#events/plan'
import { capacityStays } from './capacityStays.ts'
import { committeeDecision } from './committeeDecision.ts'
import { consultationProcedure } from './consultationProcedure.ts'
import { datedGeography } from './datedGeography.ts'
import type { CaseFacts } from './facts.ts'
import { involvedMunicipalities } from './involvedMunicipalities.ts'
import { oneAddress } from './oneAddress.ts'
import { relocation } from './relocation.ts'
import type { Rule } from './rule.ts'
import { transfer } from './transfer.ts'

/** Every rule that exists, in the catalogue's order. */
export const rules: readonly Rule[] = [
  capacityStays,
  oneAddress,
  relocation,
  transfer,
  involvedMunicipalities,
  consultationProcedure,
  committeeDecision,
  datedGeography,
]

/**
 * Which rules govern which application: the catalogue's table, restricted to the rules that exist, and R-41 for all of
 * them. Rules of the catalogue that are missing here are not evaluated, and no finding pretends that they were.
 */
const governing: Readonly<Record<ApplicationType, readonly Rule[]>> = {
  A1: [involvedMunicipalities, consultationProcedure, committeeDecision, datedGeography],
  A2: [capacityStays, oneAddress, transfer, consultationProcedure, committeeDecision, datedGeography],
  A3: [
    capacityStays,
    oneAddress,
    relocation,
    involvedMunicipalities,
    consultationProcedure,
    committeeDecision,
    datedGeography,
  ],
  A4: [oneAddress, capacityStays, consultationProcedure, committeeDecision, datedGeography],
  A5: [transfer, committeeDecision, datedGeography],
  A6: [committeeDecision, datedGeography],
  A7: [involvedMunicipalities, consultationProcedure, committeeDecision, datedGeography],
  A8: [involvedMunicipalities, consultationProcedure, committeeDecision, datedGeography],
  A9: [involvedMunicipalities, consultationProcedure, committeeDecision, datedGeography],
  A10: [involvedMunicipalities, consultationProcedure, committeeDecision, datedGeography],
  A11: [transfer, committeeDecision, datedGeography],
  A12: [transfer, committeeDecision, datedGeography],
  A13: [involvedMunicipalities, consultationProcedure, committeeDecision, datedGeography],
  A14: [datedGeography],
  A15: [datedGeography],
}

/** Rules that govern an application of the type, in the order they are shown. */
export function rulesFor(type: ApplicationType): readonly Rule[] {
  return governing[type]
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
