import { type MunicipalityCode, RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { committee, secretariat } from './actors.ts'
import { dateOf, day } from './days.ts'
import type { DemoEvent } from './journal.ts'
import { type RidingAgreement, type RidingRegister, requested, type School, type Told, when } from './riding.ts'
import type { Tenure } from './tenure.ts'

/** What the open riding cases are about: agreements and schools of Region Midtjylland that nothing else happens to. */
export interface RidingCast {
  /** A quiet agreement with at least so many hours, each given away once. Throws when there is none left. */
  agreement(wanted: (agreement: RidingAgreement) => boolean): RidingAgreement
  school(municipality: string): School
  /** A number of the region that has no riding agreement yet. */
  number(): Tenure
  /** Two agreements under one number, in Viborg and in Skive. */
  readonly pair: readonly [RidingAgreement, RidingAgreement]
  readonly region: RegionCode
  /** Hours that lapse in spring 2027, and the first day without them. */
  readonly freed: { readonly from: string; readonly hoursTenths: number }
}

const region = RegionCode.parse('1082')

/**
 * The riding register of Region Midtjylland goes on: agreements that are permitted and have not started, each paid for by
 * hours that another gives up on the same day; one that stops in spring 2027 without a successor; and one number at two
 * schools. The region's total rises on no day.
 */
export function tellRidingPlans(
  { schools, agreements }: RidingRegister,
  tenures: readonly Tenure[],
  told: Told,
): RidingCast {
  const { random } = told
  const quiet = random.shuffled(
    agreements.filter((one) => one.quiet && one.school.region === region && one.area.kind === 'municipality'),
  )
  const taken = new Set<string>()
  const here = schools.filter((school) => school.region === region)
  const school = (municipality: string) => {
    const found = here.find((one) => one.municipality === municipality)
    if (found === undefined) throw new Error(`No riding school in municipality ${municipality}`)
    return found
  }
  const agreement = (wanted: (one: RidingAgreement) => boolean) => {
    const found = quiet.find((one) => !taken.has(one.agreement) && wanted(one))
    if (found === undefined) throw new Error('No riding agreement is left that fits')
    taken.add(found.agreement)
    return found
  }
  const busy = new Set(agreements.map(({ provider }) => provider))
  const free = random.shuffled(tenures.filter(({ clinic, number }) => clinic.region === region && !busy.has(number)))
  const number = () => {
    const found = free.shift()
    if (found === undefined) throw new Error('No provider number is left')
    return found
  }
  permitted(school('0791'), 80, '2026-09-01', agreement(payer(190)), number(), told)
  permitted(school('0706'), 100, '2027-02-01', agreement(payer(210)), number(), told)
  const giver = number()
  const pair = [
    running(school('0791'), 125, '2012-02-01', giver, told),
    running(school('0779'), 110, '2012-02-01', giver, told),
  ] as const
  const leaving = agreement((one) => one.hoursTenths >= 60 && one.hoursTenths < 160)
  const from = '2027-04-01'
  stopping(leaving, from, told)
  return { agreement, school, number, pair, region, freed: { from, hoursTenths: leaving.hoursTenths } }
}

/** Agreements with at least so many tenths of hours, of therapists whose number is not known here. */
export function payer(tenths: number): (agreement: RidingAgreement) => boolean {
  return ({ hoursTenths, provider }) => provider === null && hoursTenths >= tenths
}

/** Permitted from the date, not started; another agreement gives up the same hours on the same day. */
function permitted(
  school: School,
  hoursTenths: number,
  from: string,
  payer: RidingAgreement,
  { number, holder }: Tenure,
  { journal, ids, random }: Told,
): void {
  const starts = day(from)
  const at = when(starts, random)
  const effectiveFrom = dateOf(starts)
  const agreement = ids.agreement()
  const less = payer.hoursTenths - hoursTenths
  journal.write({
    stream: `ridingAgreement-${payer.agreement}`,
    at,
    by: secretariat(region),
    events: [{ type: 'RidingHoursChanged', data: { old: payer.hoursTenths, new: less }, effectiveFrom }],
  })
  journal.write({
    stream: `ridingAgreement-${agreement}`,
    at,
    by: committee(region),
    after: [`ridingAgreement-${payer.agreement}`, `ridingSchool-${school.id}`],
    events: [
      requested(agreement, school.id, holder, number, hoursTenths, effectiveFrom),
      permission(school, hoursTenths, effectiveFrom),
      area([school.municipality], effectiveFrom, null),
    ],
  })
}

/** Started on the date, and documented. */
function running(
  school: School,
  hoursTenths: number,
  from: string,
  { number, holder }: Tenure,
  { journal, ids, random }: Told,
): RidingAgreement {
  const starts = day(from)
  const effectiveFrom = dateOf(starts)
  const agreement = ids.agreement()
  journal.write({
    stream: `ridingAgreement-${agreement}`,
    at: when(starts, random),
    by: secretariat(region),
    after: [`ridingSchool-${school.id}`],
    events: [
      requested(agreement, school.id, holder, number, hoursTenths, effectiveFrom),
      permission(school, hoursTenths, effectiveFrom),
      { type: 'RidingAgreementStarted', data: { hoursTenths }, effectiveFrom },
      area([school.municipality], effectiveFrom, `Aftaledokument ${from.slice(0, 4)} (demo)`),
    ],
  })
  const codes = [school.municipality]
  const known = { area: { kind: 'municipality' as const, codes }, accession: effectiveFrom, quiet: true }
  return { agreement, school, therapist: holder, provider: number, hoursTenths, ...known }
}

/** Nobody takes it over: the hours lapse. */
function stopping({ agreement, hoursTenths }: RidingAgreement, from: string, { journal, random }: Told): void {
  const ends = day(from)
  const effectiveFrom = dateOf(ends)
  journal.write({
    stream: `ridingAgreement-${agreement}`,
    at: when(ends, random),
    by: secretariat(region),
    events: [
      { type: 'RidingAgreementEnded', data: { reason: 'Behandleren ophører uden efterfølger' }, effectiveFrom },
      { type: 'RidingNumberLapsed', data: { hoursTenths }, effectiveFrom },
    ],
  })
}

function permission(school: School, hoursTenths: number, effectiveFrom: EffectiveDate): DemoEvent {
  return {
    type: 'RidingAgreementPermitted',
    data: { school: school.id, hoursTenths, conditions: null },
    effectiveFrom,
  }
}

function area(codes: MunicipalityCode[], effectiveFrom: EffectiveDate, sourceDocument: string | null): DemoEvent {
  return {
    type: 'CoverageAreaRecorded',
    data: { area: { kind: 'municipality', codes }, accessionDate: effectiveFrom, sourceDocument },
    effectiveFrom,
  }
}
