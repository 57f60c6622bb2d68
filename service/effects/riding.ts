import type { Command } from '#api/contract'
import type { SubjectOf } from '#events/caseSubject'
import { AgreementId } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { Effect, Occasion } from './effect.ts'

type Reductions = SubjectOf<'A10'>['reductions']
const taken = 'Timerne bruges i en anden aftale'
const takenOver = 'Overtaget af en anden fysioterapeut'

/** A7 and A8: the agreement is permitted with its hours and its area; that it started is registered by itself. */
export function newAgreementEffect(
  subject: SubjectOf<'A7'> | SubjectOf<'A8'>,
  { from: effectiveFrom, ruling }: Occasion,
): Effect {
  const { agreement, school, therapist, provider, hoursTenths, area, reductions } = subject
  const base = { agreement, effectiveFrom }
  const recorded = { area, accessionDate: effectiveFrom, sourceDocument: documentOf(ruling) }
  return {
    commands: [
      ...reduced(reductions, effectiveFrom),
      { type: 'RequestRidingAgreement', data: { ...base, school, therapist, provider, hoursTenths } },
      { type: 'PermitRidingAgreement', data: { ...base, hoursTenths, conditions: null } },
      // An area agreed with a county needs an accession before 2007, which a new agreement cannot give it.
      ...(area.kind === 'county' ? [] : [{ type: 'RecordCoverageArea' as const, data: { ...base, ...recorded } }]),
    ],
  }
}

/** A9: the agreement is permitted at the new school and moves there with its hours. */
export function ridingMoveEffect(subject: SubjectOf<'A9'>, { from: effectiveFrom, ruling }: Occasion): Effect {
  const { agreement, fromSchool: from, toSchool: to } = subject
  const municipality = subject.to?.municipality ?? null
  const data = { agreement, effectiveFrom, from, to, municipality, sourceDocument: documentOf(ruling) }
  return { commands: [{ type: 'MoveRidingAgreement', data }] }
}

/** A10: more hours are permitted, and held from the same day. */
export function ridingExpansionEffect(subject: SubjectOf<'A10'>, { from: effectiveFrom }: Occasion): Effect {
  const { agreement, hoursTenths, reductions } = subject
  const base = { agreement, effectiveFrom }
  return {
    commands: [
      ...reduced(reductions, effectiveFrom),
      { type: 'PermitRidingAgreement', data: { ...base, hoursTenths, conditions: null } },
      { type: 'ChangeRidingHours', data: { ...base, to: hoursTenths } },
    ],
  }
}

/**
 * A2 at riding schools: at each school asked for the giver's agreement ends, and the receiver gets one of its own with the
 * same hours and the school's municipality as its area. Lacks what the application does not say of a school.
 */
export function ridingTakeoverEffect(subject: SubjectOf<'A2'>, { from: effectiveFrom, ruling }: Occasion): Effect {
  const { schools, toHolder: therapist, newNumber: provider } = subject
  const lacks = [
    ...(schools.some(({ agreement }) => agreement === undefined) ? ['agreement'] : []),
    ...(schools.some(({ hoursTenths }) => hoursTenths === undefined) ? ['hoursTenths'] : []),
  ]
  if (lacks.length > 0) return { lacks }
  return {
    commands: schools.flatMap(({ school, codes, agreement: given, hoursTenths }): Command[] => {
      if (given === undefined || hoursTenths === undefined) return []
      const base = { agreement: successorOf(given), effectiveFrom }
      const area = codes.length === 0 ? ({ kind: 'unknown' } as const) : ({ kind: 'municipality', codes } as const)
      const recorded = { area, accessionDate: effectiveFrom, sourceDocument: documentOf(ruling) }
      return [
        { type: 'EndRidingAgreement', data: { agreement: given, effectiveFrom, reason: takenOver } },
        { type: 'RequestRidingAgreement', data: { ...base, school, therapist, provider, hoursTenths } },
        { type: 'PermitRidingAgreement', data: { ...base, hoursTenths, conditions: null } },
        { type: 'RecordCoverageArea', data: { ...base, ...recorded } },
      ]
    }),
  }
}

/**
 * A12: riding agreements stop with their number. Without a receiver their hours lapse; with one they end, and go on
 * only as far as the receiver's own takeover is granted.
 */
export function ridingCessationEffect(subject: SubjectOf<'A12'>, { from: effectiveFrom }: Occasion): Effect {
  const { agreements, transferredTo, reason } = subject
  return {
    commands: agreements.map((agreement) =>
      transferredTo === null
        ? { type: 'LapseRidingNumber', data: { agreement, effectiveFrom } }
        : { type: 'EndRidingAgreement', data: { agreement, effectiveFrom, reason } },
    ),
  }
}

/** Id of the agreement that a takeover makes of another: the same for the same one, so that nothing is made twice. */
function successorOf(agreement: AgreementId): AgreementId {
  return AgreementId.parse(`${agreement.slice(0, 62)}-n`)
}

function documentOf(ruling: string | null): string | null {
  return ruling === null ? null : `Afgørelse nr. ${ruling}`
}

function reduced(reductions: Reductions, effectiveFrom: EffectiveDate): Command[] {
  return reductions.map(({ agreement, hoursTenths: to }) =>
    to === 0
      ? { type: 'EndRidingAgreement', data: { agreement, effectiveFrom, reason: taken } }
      : { type: 'ChangeRidingHours', data: { agreement, effectiveFrom, to } },
  )
}
