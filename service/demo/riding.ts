import {
  type AgreementId,
  MunicipalityCode,
  type PersonId,
  type ProviderNumber,
  RegionCode,
  type SchoolId,
} from '#events/identifiers'
import type { Address } from '#events/place'
import type { CoverageArea } from '#events/ridingAgreement'
import { EffectiveDate } from '#events/time'
import { countyOf, regionOf } from '#geo/hierarchy'
import { committee, registrar, secretariat } from './actors.ts'
import {
  type Day,
  dateOf,
  day,
  firstOfMonth,
  heardOn,
  importDay,
  instant,
  lastRecordedDay,
  officeHour,
} from './days.ts'
import type { Identities } from './identities.ts'
import type { DemoEvent, Journal } from './journal.ts'
import { schoolNames } from './names.ts'
import { addressIn, liesIn, nudged, type Places } from './places.ts'
import type { Random } from './random.ts'
import type { Tenure } from './tenure.ts'

const schools = 60
/** Named in the rule catalogue's examples: they have a school. Haderslev has none (SEED 004). */
const certain = ['0665', '0671', '0791', '0779', '0766', '0746', '0657', '0706', '0730']
const without = '0510'

export interface School {
  readonly id: SchoolId
  readonly name: string
  readonly address: Address
  readonly municipality: MunicipalityCode
  readonly region: RegionCode
}

/** An agreement as it began. */
export interface RidingAgreement {
  readonly agreement: AgreementId
  readonly school: School
  readonly therapist: PersonId
  readonly provider: ProviderNumber | null
  readonly accession: EffectiveDate
  readonly hoursTenths: number
  readonly area: CoverageArea
  /** Nothing happens to it later, so that something may. */
  readonly quiet: boolean
}

/** What the register holds of riding therapy. */
export interface RidingRegister {
  readonly schools: readonly School[]
  readonly agreements: readonly RidingAgreement[]
}

export interface Told {
  readonly journal: Journal
  readonly places: Places
  readonly ids: Identities
  readonly random: Random
}

/** Riding schools with their approvals, and the agreements of therapists with them (SEED 001 section 3). */
export function tellRiding(tenures: readonly Tenure[], told: Told): RidingRegister {
  const { places, random } = told
  const rural = places.areas.municipalities.filter(({ code, areaKm2 }) => code !== without && areaKm2 >= 100)
  const drawn = Array.from({ length: schools - certain.length }, () =>
    random.weighted(rural, ({ areaKm2 }) => Math.min(areaKm2, 700)),
  )
  const codes = [...certain, ...drawn.map(({ code }) => code)]
  const names = schoolNames(schools, random)
  const approved: School[] = []
  const agreed: RidingAgreement[] = []
  for (const [index, code] of codes.entries()) {
    const school = tellSchool(code, names[index] ?? '', told, index >= codes.length - 3)
    if (index >= codes.length - 3) continue
    approved.push(school)
    const agreements = random.chance(0.45) ? 2 : 1
    for (let count = 0; count < agreements; count += 1) agreed.push(tellAgreement(school, tenures, told))
  }
  return { schools: approved, agreements: agreed }
}

/** `fresh` schools are new and wait for their approval. */
function tellSchool(code: string, name: string, { journal, places, ids, random }: Told, fresh: boolean): School {
  const region = RegionCode.parse(regionOf(places.areas, code, '2026-01-01')?.code)
  const id = ids.school()
  const opened = fresh
    ? lastRecordedDay - random.int(20, 200)
    : random.chance(0.7)
      ? 0
      : random.int(200, day('2023-01-01'))
  const effectiveFrom = dateOf(opened)
  const stream = `ridingSchool-${id}`
  const at = when(opened, random)
  const address = countryside(places, code, random)
  const registration: DemoEvent = {
    type: 'RidingSchoolRegistered',
    data: { school: id, name, address },
    effectiveFrom,
  }
  const approval: DemoEvent = {
    type: 'RidingSchoolApproved',
    data: {
      documentRef: random.chance(0.7) ? `Godkendelse ${effectiveFrom.slice(0, 4)}/${random.int(10, 99)} (demo)` : null,
    },
    effectiveFrom,
  }
  journal.write({ stream, at, by: writer(region, opened), events: [registration] })
  if (!fresh) journal.write({ stream, at, by: opened <= importDay ? registrar : committee(region), events: [approval] })
  return { id, name, address, municipality: MunicipalityCode.parse(code), region }
}

function tellAgreement(school: School, tenures: readonly Tenure[], told: Told): RidingAgreement {
  const { journal, ids, random } = told
  const old = random.chance(0.42)
  const starts = old ? 0 : firstOfMonth(random.int(day('2007-02-01'), day('2024-06-01')))
  const accession = old
    ? EffectiveDate.parse(`${random.int(1998, 2004)}-${String(random.int(1, 12)).padStart(2, '0')}-01`)
    : dateOf(starts)
  const near = tenures.filter(({ clinic, since }) => clinic.region === school.region && since <= starts)
  const own = near.length > 0 && random.chance(0.5) ? random.pick(near) : null
  const agreement = ids.agreement()
  const hoursTenths = random.chance(0.12) ? random.int(40, 95) : random.int(20, 60) * 5
  const area = coverage(school, old, told)
  const documented = area.kind === 'municipality' || (area.kind === 'county' && area.codes.length > 0)
  const from = dateOf(starts)
  const stream = `ridingAgreement-${agreement}`
  const therapist = own?.holder ?? ids.person()
  journal.write({
    stream,
    at: when(starts, random),
    by: writer(school.region, starts),
    after: [`ridingSchool-${school.id}`],
    events: [
      requested(agreement, school.id, therapist, own?.number ?? null, hoursTenths, from),
      {
        type: 'RidingAgreementPermitted',
        data: { school: school.id, hoursTenths, conditions: null },
        effectiveFrom: from,
      },
      { type: 'RidingAgreementStarted', data: { hoursTenths }, effectiveFrom: from },
      {
        type: 'CoverageAreaRecorded',
        data: {
          area,
          accessionDate: area.kind === 'unknown' && random.chance(0.5) ? null : accession,
          sourceDocument: documented ? `Aftaledokument ${accession.slice(0, 4)} (demo)` : null,
        },
        effectiveFrom: from,
      },
    ],
  })
  const quiet = !tellLater({ stream, school, starts, hoursTenths, area }, told)
  return { agreement, school, therapist, provider: own?.number ?? null, accession, hoursTenths, area, quiet }
}

/** What happens to an agreement later: its area clarified, its hours changed, or its end without a successor. True if anything does. */
function tellLater(
  agreement: {
    readonly stream: string
    readonly school: School
    readonly starts: Day
    readonly hoursTenths: number
    readonly area: CoverageArea
  },
  { journal, random }: Told,
): boolean {
  let happens = false
  const { stream, school, starts, hoursTenths, area } = agreement
  const note = (effective: Day, events: readonly DemoEvent[], by = secretariat(school.region)) => {
    happens = true
    journal.write({ stream, at: when(effective, random), by, events })
  }
  const ends =
    random.chance(0.1) && starts < day('2019-01-01')
      ? firstOfMonth(random.int(day('2019-06-01'), day('2026-12-31')))
      : null
  if (school.region === '1082' && area.kind !== 'municipality' && random.chance(0.5)) {
    const clarified = random.int(Math.max(starts, day('2016-03-01')), Math.max(starts, day('2018-11-01')))
    const found: CoverageArea = { kind: 'municipality', codes: [school.municipality] }
    const data = {
      previous: area,
      area: found,
      sourceDocument: 'Samarbejdsudvalgets afklaring (demo)',
      reason: 'Afklaring af dækningsområder efter praksisplanen 2015',
    }
    note(
      clarified,
      [{ type: 'CoverageAreaClarified', data, effectiveFrom: dateOf(clarified) }],
      committee(school.region),
    )
  } else if (random.chance(0.15) && ends === null) {
    const changed = firstOfMonth(random.int(Math.max(starts + 200, importDay), day('2026-08-01')))
    const less = Math.max(30, hoursTenths - random.int(2, 8) * 5)
    note(changed, [
      { type: 'RidingHoursChanged', data: { old: hoursTenths, new: less }, effectiveFrom: dateOf(changed) },
    ])
  }
  if (ends === null) return happens
  note(ends, [{ type: 'RidingAgreementEnded', data: { reason: 'Behandleren er ophørt' }, effectiveFrom: dateOf(ends) }])
  // hours of a holder who stops without a successor lapse and do not return to a pool.
  note(ends, [{ type: 'RidingNumberLapsed', data: { hoursTenths }, effectiveFrom: dateOf(ends) }])
  return happens
}

export function requested(
  agreement: AgreementId,
  school: SchoolId,
  therapist: PersonId,
  provider: ProviderNumber | null,
  hoursTenths: number,
  effectiveFrom: EffectiveDate,
): DemoEvent {
  return {
    type: 'RidingAgreementRequested',
    data: { agreement, school, therapist, provider, hoursTenths },
    effectiveFrom,
  }
}

/** Accession before 2007: what the county agreed, often known by the county's name alone. Later: the municipality. */
function coverage(school: School, old: boolean, { places, random }: Told): CoverageArea {
  if (random.chance(old ? 0.2 : 0.08)) return { kind: 'unknown' }
  if (!old) return { kind: 'municipality', codes: [school.municipality] }
  const answer = countyOf(places.areas, school.municipality, '2006-12-31')
  const county = answer.status === 'one' ? answer.county : answer.status === 'several' ? answer.counties[0] : undefined
  if (county === undefined) return { kind: 'unknown' }
  if (random.chance(0.55)) return { kind: 'county', county: county.name, codes: [] }
  const others = random
    .shuffled(county.municipalitiesWhole.filter((code) => code !== school.municipality))
    .slice(0, random.int(0, 3))
  const codes = [school.municipality, ...others.map((code) => MunicipalityCode.parse(code))].toSorted()
  return { kind: 'county', county: county.name, codes }
}

/** An address some kilometres outside the town. */
function countryside(places: Places, code: string, random: Random): Address {
  const inTown = addressIn(places, code, random)
  if (inTown.position === null) return inTown
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const position = nudged(inTown.position, 5000, random)
    if (liesIn(places, position, code)) return { ...inTown, position }
  }
  return inTown
}

export function when(effective: Day, random: Random) {
  return effective <= importDay
    ? instant(importDay, random.int(600, 700))
    : officeHour(heardOn(effective, random), random)
}

function writer(region: RegionCode, effective: Day) {
  return effective <= importDay ? registrar : secretariat(region)
}
