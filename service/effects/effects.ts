import type { CaseSubject } from '#events/caseSubject'
import {
  cessationEffect,
  employmentEffect,
  establishmentEffect,
  extraAddressEffect,
  newNumberEffect,
  splitEffect,
  statusEffect,
  takeoverEffect,
} from './capacity.ts'
import { competenceEffect } from './competence.ts'
import { type Effect, type Occasion, together } from './effect.ts'
import type { Known } from './known.ts'
import { section2Effect } from './palliative.ts'
import { proposalEffect } from './proposal.ts'
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
 * that lacks what a command needs has no effect until it is supplied. Without what the register knows of the number and
 * the clinic, the answer is what happens at riding schools and addresses alone.
 */
export function effectOf(subject: CaseSubject, occasion: Occasion, known: Known | null): Effect {
  switch (subject.type) {
    case 'A1':
      return newNumberEffect(subject, occasion)
    case 'A2': {
      const riding = ridingTakeoverEffect(subject, occasion)
      return known === null ? riding : together(takeoverEffect(subject, occasion, known), riding)
    }
    case 'A3':
      return relocationEffect(subject, occasion)
    case 'A4':
      return extraAddressEffect(subject, occasion)
    case 'A5':
      return statusEffect(subject, occasion)
    case 'A6':
      return employmentEffect(subject, occasion)
    case 'A7':
    case 'A8':
      return newAgreementEffect(subject, occasion)
    case 'A9':
      return ridingMoveEffect(subject, occasion)
    case 'A10':
      return ridingExpansionEffect(subject, occasion)
    case 'A11':
      return splitEffect(subject, occasion)
    case 'A12': {
      const riding = ridingCessationEffect(subject, occasion)
      return known === null ? riding : together(riding, cessationEffect(subject, occasion, known))
    }
    case 'A13':
      return known === null ? { commands: [] } : establishmentEffect(subject, occasion, known)
    case 'A14':
      return competenceEffect(subject, occasion)
    case 'A15':
      return section2Effect(subject, occasion)
    case 'A16':
      return proposalEffect(known?.changes ?? [], occasion)
    default:
      return subject satisfies never
  }
}
