import type { Command } from '#api/contract'
import type { SubjectOf } from '#events/caseSubject'
import type { EffectiveDate } from '#events/time'
import type { Effect, Occasion } from './effect.ts'

type Reductions = SubjectOf<'A10'>['reductions']

/** A7 and A8: the agreement is permitted with its hours and its area; that it started is registered by itself. */
export function newAgreementEffect(
  subject: SubjectOf<'A7'> | SubjectOf<'A8'>,
  { from: effectiveFrom }: Occasion,
): Effect {
  const { agreement, school, therapist, provider, hoursTenths, area, reductions } = subject
  const base = { agreement, effectiveFrom }
  return {
    commands: [
      ...reduced(reductions, effectiveFrom),
      { type: 'RequestRidingAgreement', data: { ...base, school, therapist, provider, hoursTenths } },
      { type: 'PermitRidingAgreement', data: { ...base, hoursTenths, conditions: null } },
      { type: 'RecordCoverageArea', data: { ...base, area, accessionDate: effectiveFrom, sourceDocument: null } },
    ],
  }
}

function reduced(reductions: Reductions, effectiveFrom: EffectiveDate): Command[] {
  return reductions.map(({ agreement, hoursTenths: to }) =>
    to === 0
      ? { type: 'EndRidingAgreement', data: { agreement, effectiveFrom, reason: 'Timerne bruges i en anden aftale' } }
      : { type: 'ChangeRidingHours', data: { agreement, effectiveFrom, to } },
  )
}
