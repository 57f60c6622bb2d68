import type { CaseSubject } from '#events/caseSubject'
import { statusEffect } from './capacity.ts'
import { competenceEffect } from './competence.ts'
import type { Effect, Occasion } from './effect.ts'
import { section2Effect } from './palliative.ts'
import { relocationEffect } from './relocation.ts'
import {
  newAgreementEffect,
  ridingCessationEffect,
  ridingExpansionEffect,
  ridingMoveEffect,
  ridingTakeoverEffect,
} from './riding.ts'

/**
 * What granting an application does to the register: the same commands in a what-if and after the ruling. An application
 * that lacks what a command needs has no effect until it is supplied.
 */
export function effectOf(subject: CaseSubject, occasion: Occasion): Effect {
  switch (subject.type) {
    case 'A2':
      return ridingTakeoverEffect(subject, occasion)
    case 'A3':
      return relocationEffect(subject, occasion)
    case 'A5':
      return statusEffect(subject, occasion)
    case 'A7':
    case 'A8':
      return newAgreementEffect(subject, occasion)
    case 'A9':
      return ridingMoveEffect(subject, occasion)
    case 'A10':
      return ridingExpansionEffect(subject, occasion)
    case 'A12':
      return ridingCessationEffect(subject, occasion)
    case 'A14':
      return competenceEffect(subject, occasion)
    case 'A15':
      return section2Effect(subject, occasion)
    default:
      return { commands: [] }
  }
}
