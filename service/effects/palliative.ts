import type { SubjectOf } from '#events/caseSubject'
import type { Effect, Occasion } from './effect.ts'

/** A15: the therapist joins the region's agreement, and says whether new patients are taken. */
export function section2Effect(subject: SubjectOf<'A15'>, { from: effectiveFrom, region }: Occasion): Effect {
  const { person, provider, place, homeRadiusKm, trainingDone, acceptsNew } = subject
  // A number has a practice; without either nobody knows which area is covered.
  if (place === null && provider === null) return { lacks: ['place'] }
  const base = { region, effectiveFrom, person }
  return {
    commands: [
      { type: 'JoinSection2Agreement', data: { ...base, provider, place, trainingDone, homeRadiusKm } },
      { type: 'ChangeAcceptance', data: { ...base, acceptsNew } },
    ],
  }
}
