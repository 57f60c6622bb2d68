import type { SubjectOf } from '#events/caseSubject'
import type { EffectiveDate } from '#events/time'
import type { Effect, Occasion } from './effect.ts'

/** A3: the address moves with everything at it. */
export function relocationEffect({ address, from, to, previousUntil }: SubjectOf<'A3'>, occasion: Occasion): Effect {
  const { from: effectiveFrom, ruling } = occasion
  // An overlap asked for does not outlive a later start; a gap is never made.
  const until = later(previousUntil, effectiveFrom)
  return {
    commands: [
      {
        type: 'MovePracticeAddress',
        data: { addressId: address, effectiveFrom, from, to, previousUntil: until, ruling },
      },
    ],
  }
}

function later(a: EffectiveDate, b: EffectiveDate): EffectiveDate {
  return a < b ? b : a
}
