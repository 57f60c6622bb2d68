import type { SubjectOf } from '#events/caseSubject'
import type { Effect, Occasion } from './effect.ts'

/** A14: the competence is documented from the date on. */
export function competenceEffect(subject: SubjectOf<'A14'>, { from: effectiveFrom }: Occasion): Effect {
  const { person, target, issuer, issuedOn, expiresOn, evidenceRef } = subject
  if (issuer === null || issuedOn === null)
    return { lacks: [...(issuer === null ? ['issuer'] : []), ...(issuedOn === null ? ['issuedOn'] : [])] }
  return {
    commands: [
      {
        type: 'DocumentCompetence',
        data: { effectiveFrom, person, target, issuer, issuedOn, expiresOn, evidenceRef },
      },
    ],
  }
}
