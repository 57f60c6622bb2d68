import type { SubjectOf } from '#events/caseSubject'
import type { Effect, Occasion } from './effect.ts'

/** A5: the number is used in another way. */
export function statusEffect({ provider: number, to }: SubjectOf<'A5'>, { from: effectiveFrom }: Occasion): Effect {
  return { commands: [{ type: 'ChangeCapacityStatus', data: { number, effectiveFrom, to } }] }
}
