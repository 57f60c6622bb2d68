import { type CaseSubject, placesOf } from '#events/caseSubject'
import type { EffectiveDate } from '#events/time'
import type { PermissionFact, RidingNumberFact } from '../../rules/facts/riding.ts'
import { counts, holdingOn, type Ledger, municipalityOfSchool, type Stretch } from '../ridingLedger.ts'
import { reportedHours } from './reportedHours.ts'
import { agreementOn, type Setting, schoolFact, under } from './ridingSetting.ts'

/** What becomes of the riding number that the application is about; null where it is about none. */
export function numberFact(subject: CaseSubject, { before, on }: Setting): RidingNumberFact | null {
  switch (subject.type) {
    case 'A1':
      return { kind: 'new' }
    case 'A7':
    case 'A8':
      return { kind: 'agreement', provider: subject.provider }
    case 'A11':
    case 'A12': {
      const named = subject.type === 'A12' ? subject.agreements : []
      const stops = named.flatMap((id) => agreementOn(before, id, on) ?? [])
      return {
        kind: 'stops',
        transferredTo: subject.type === 'A12' ? subject.transferredTo : null,
        agreements: stops.map(({ agreement, school, hoursTenths }) => ({
          agreement,
          municipality: municipalityOfSchool(before, school),
          position: before.schools.get(school)?.address.position ?? null,
          hoursTenths,
        })),
        unnamed: under(before, subject.provider, on)
          .map(({ agreement }) => agreement)
          .filter((agreement) => !named.some((one) => one === agreement)),
      }
    }
    default:
      return null
  }
}

/** The permission that the application asks for, and what is held already; null where it asks for none. */
export function permissionFact(subject: CaseSubject, setting: Setting): PermissionFact | null {
  const { before, on } = setting
  const places = placesOf(subject)
  switch (subject.type) {
    case 'A7':
    case 'A8': {
      const { therapist, school, hoursTenths, contractFrom } = subject
      const here = holdingOn(before.stretches, on).find(
        (one) => counts(one) && one.therapist === therapist && one.school === school,
      )
      return {
        school: schoolFact(school, subject.place, setting),
        agreement: subject.agreement,
        hoursTenths,
        contractFrom,
        permittedFrom: here === undefined ? null : permittedFrom(before, here),
        held: here === undefined ? null : { hoursTenths: here.hoursTenths, permittedTenths: here.permittedTenths },
        reported: here === undefined ? null : reportedHours(setting, here),
      }
    }
    case 'A9':
    case 'A10': {
      const here = agreementOn(before, subject.agreement, on)
      const school = subject.type === 'A9' ? subject.toSchool : subject.school
      return {
        school: schoolFact(school, places.to, setting),
        agreement: here?.agreement ?? null,
        hoursTenths: subject.type === 'A10' ? subject.hoursTenths : (here?.hoursTenths ?? null),
        contractFrom: undefined,
        permittedFrom: null,
        held: here === null ? null : { hoursTenths: here.hoursTenths, permittedTenths: here.permittedTenths },
        reported: here === null ? null : reportedHours(setting, here),
      }
    }
    default:
      return null
  }
}

/** First day from which the agreement has been permitted at its school without a break. */
function permittedFrom({ stretches }: Ledger, here: Stretch): EffectiveDate {
  return (
    stretches
      .filter(({ agreement, school }) => agreement === here.agreement && school === here.school)
      .filter(counts)
      .map(({ from }) => from)
      .toSorted()[0] ?? here.from
  )
}
