import type { CaseSubject } from '#events/caseSubject'
import { AddressId, CaseId, PersonId, ProviderNumber, type RegionCode } from '#events/identifiers'
import { type Cast, date } from './caseCast.ts'
import type { CaseScript } from './caseScript.ts'
import type { SteadyClinic } from './register.ts'
import type { Tenure } from './tenure.ts'

/** A newcomer of the cases: somebody without a number or a clinic. */
const newcomer = (index: number) => PersonId.parse(`p-ny-${index}`)
/** A number that the register has not given yet. */
const unused = (index: number) => ProviderNumber.parse(`99900${index}`)

/** Open cases about capacity on 2026-11-22, one of each kind. `mobile` is one of the mobile numbers on Bornholm. */
export function capacityCases(
  cast: Cast,
  mobile: Pick<Tenure, 'number' | 'clinic'> | undefined,
): readonly CaseScript[] {
  return [
    takeover(cast.clinicIn('0657', 1)),
    extraAddress(cast),
    newEstablishment(cast.clinicIn('0740', 1)),
    ...(mobile === undefined ? [] : [leavingMobile(mobile)]),
    cessation(cast.clinicIn('0791', 1)),
    employment(cast.clinicIn('0615', 1)),
  ]
}

/** 0.60 of a number to somebody new. */
function takeover(steady: SteadyClinic): CaseScript {
  const { number, holder } = first(steady)
  return script('26-0130', steady.clinic, ['2026-10-05', '2026-10-07', '2027-01-01'], {
    type: 'A2',
    provider: number,
    fromHolder: holder,
    toHolder: newcomer(1),
    shareHundredths: 60,
    newNumber: unused(1),
    schools: [],
    place: steady.address,
  })
}

/** A second place in the same town, open to all. */
function extraAddress(cast: Cast): CaseScript {
  const steady = cast.clinicIn('0661', 1)
  return script('26-0131', steady.clinic, ['2026-11-09', '2026-11-10', '2027-01-01'], {
    type: 'A4',
    clinic: steady.clinic.id,
    address: AddressId.parse('a-26-0131'),
    place: steady.address,
    to: cast.within('0661'),
    plannedMain: 90,
    plannedExtra: 30,
    openToAllPatients: true,
    notifiedOn: date('2026-11-09'),
  })
}

/** 1.5 million kroner on 62, and a million is left of the pool. */
function newEstablishment(steady: SteadyClinic): CaseScript {
  return script('26-0132', steady.clinic, ['2026-10-19', '2026-10-20', '2027-03-01'], {
    type: 'A13',
    clinic: steady.clinic.id,
    holder: newcomer(2),
    newNumber: unused(2),
    specialty: '62',
    requestedOere: 150_000_000,
    place: steady.address,
  })
}

/** From mobile to lessee. */
function leavingMobile({ number, clinic }: Pick<Tenure, 'number' | 'clinic'>): CaseScript {
  return script('26-0133', clinic, ['2026-10-26', '2026-10-28', '2026-12-01'], {
    type: 'A5',
    provider: number,
    from: 'mobile',
    to: 'lessee',
    place: null,
  })
}

/** A number stops, and nobody takes it over. */
function cessation(steady: SteadyClinic): CaseScript {
  return script('26-0134', steady.clinic, ['2026-10-12', '2026-10-13', '2027-01-01'], {
    type: 'A12',
    provider: first(steady).number,
    transferredTo: null,
    agreements: [],
    reason: 'Indehaveren går på pension',
    place: steady.address,
  })
}

/** Somebody employed under section 24, three years after the ceilings lapsed. */
function employment(steady: SteadyClinic): CaseScript {
  return script('26-0135', steady.clinic, ['2026-11-03', '2026-11-04', '2027-01-01'], {
    type: 'A6',
    provider: first(steady).number,
    employee: newcomer(3),
    hoursTenths: 200,
    turnoverLast12Oere: null,
    turnoverThisYearOere: null,
    place: steady.address,
  })
}

function script(
  id: string,
  clinic: { readonly name: string; readonly region: RegionCode },
  [receivedOn, openedOn, wantedFrom]: readonly [string, string, string],
  subject: CaseSubject,
): CaseScript {
  return {
    case: CaseId.parse(id),
    region: clinic.region,
    subject,
    applicant: clinic.name,
    receivedOn: date(receivedOn),
    wantedFrom: date(wantedFrom),
    steps: [{ on: date(openedOn), do: 'open' }],
  }
}

function first({ numbers, clinic }: SteadyClinic): SteadyClinic['numbers'][number] {
  const [found] = numbers
  if (found === undefined) throw new Error(`Clinic ${clinic.id} has no number`)
  return found
}
