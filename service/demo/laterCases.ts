import type { CaseSubject } from '#events/caseSubject'
import { CaseId, PersonId, type RegionCode } from '#events/identifiers'
import { type Cast, date } from './caseCast.ts'
import type { CaseScript } from './caseScript.ts'
import type { RidingCast } from './ridingPlans.ts'

/**
 * Open cases of the last days before 2026-11-22: two that want the same riding hours, each of them lawful and both together
 * not, and a therapist who joins the agreement on palliative treatment.
 */
export function laterCases(cast: Cast, riding: RidingCast): readonly CaseScript[] {
  return [sameHours('26-0120', riding), sameHours('26-0121', riding), joining(cast)]
}

/** As many hours more as another's lapse gives back, from the day on which it does. */
function sameHours(id: string, { agreement: quiet, freed, region }: RidingCast): CaseScript {
  const { agreement, school, hoursTenths } = quiet((one) => one.hoursTenths >= 100 && one.provider !== null)
  return script(id, { name: school.name, region }, ['2026-11-19', freed.from], {
    type: 'A10',
    agreement,
    school: school.id,
    place: school.address,
    hoursTenths: hoursTenths + freed.hoursTenths,
    reductions: [],
  })
}

/** A newcomer in Copenhagen who has the training and takes new patients. */
function joining(cast: Cast): CaseScript {
  const { clinic, address } = cast.clinicIn('0101', 1)
  return script('26-0136', clinic, ['2026-11-18', '2026-12-15'], {
    type: 'A15',
    person: PersonId.parse('p-ny-4'),
    provider: null,
    place: address,
    homeRadiusKm: 20,
    acceptsNew: true,
    trainingDone: true,
  })
}

function script(
  id: string,
  { name, region }: { readonly name: string; readonly region: RegionCode },
  [receivedOn, wantedFrom]: readonly [string, string],
  subject: CaseSubject,
): CaseScript {
  return {
    case: CaseId.parse(id),
    region,
    applicant: name,
    receivedOn: date(receivedOn),
    wantedFrom: date(wantedFrom),
    subject,
    steps: [{ on: date('2026-11-20'), do: 'open' }],
  }
}
