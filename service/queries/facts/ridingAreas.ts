import { type CaseSubject, placesOf, type SubjectOf } from '#events/caseSubject'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { CoverageArea } from '#events/ridingAgreement'
import type { EffectiveDate } from '#events/time'
import { countyArea } from '#geo/countyAreas'
import { regionOf } from '#geo/hierarchy'
import type { AreaFact, InvolvementFact, SchoolFact } from '../../rules/facts/riding.ts'
import { isKnown } from '../../rules/riding/ridingDocumentation.ts'
import { counts, holdingOn, type Ledger, type Stretch } from '../ridingLedger.ts'
import { agreementOn, type Setting, schoolFact, under } from './ridingSetting.ts'

/** The areas that the case is judged by, each with its school. */
export function areaFacts(subject: CaseSubject, setting: Setting): AreaFact[] {
  const { before, after, on } = setting
  switch (subject.type) {
    case 'A7':
    case 'A8': {
      const accessionDate = accessionOf(before, subject.therapist, on)
      const school = schoolFact(subject.school, subject.place, setting)
      return [areaFact(school, true, subject.area, accessionDate, setting)]
    }
    case 'A9':
    case 'A10': {
      const now = agreementOn(after, subject.agreement, on) ?? agreementOn(before, subject.agreement, on)
      if (now === null) return []
      const id = subject.type === 'A9' ? subject.toSchool : now.school
      const school = schoolFact(id, placesOf(subject).to, setting)
      return [areaFact(school, true, now.area, now.accessionDate, setting)]
    }
    case 'A2':
      return takenOver(subject, setting)
    default:
      return []
  }
}

/** Every school that the number has or that the receiver asks for; who takes over accedes on the day. */
function takenOver(subject: SubjectOf<'A2'>, setting: Setting): AreaFact[] {
  const { before, on } = setting
  const given = under(before, subject.provider, on).map(({ school }) => school)
  const ids = [...new Set([...given, ...subject.schools.map(({ school }) => school)])].toSorted()
  return ids.map((id) => {
    const asked = subject.schools.find(({ school }) => school === id)
    const codes = asked?.codes ?? []
    const area: CoverageArea = codes.length === 0 ? { kind: 'unknown' } : { kind: 'municipality', codes }
    return areaFact(schoolFact(id, null, setting), asked !== undefined, area, on, setting)
  })
}

/** The day on which a therapist acceded: the first of any agreement. Who has none accedes now; null when it is not known. */
function accessionOf(ledger: Ledger, therapist: string, on: EffectiveDate): EffectiveDate | null {
  const own = holdingOn(ledger.stretches, on).filter((one) => counts(one) && one.therapist === therapist)
  if (own.length === 0) return on
  return own.flatMap(({ accessionDate }) => accessionDate ?? []).toSorted()[0] ?? null
}

function areaFact(
  school: SchoolFact,
  permission: boolean,
  area: CoverageArea,
  accessionDate: EffectiveDate | null,
  setting: Setting,
): AreaFact {
  const { whole, parts } = municipalitiesIn(area, setting)
  const regions = [...whole, ...parts].flatMap((code) => regionIn(code, setting) ?? [])
  return {
    school,
    permission,
    area,
    accessionDate,
    whole,
    parts,
    regions: [...new Set(regions)].toSorted(),
  }
}

function municipalitiesIn(area: CoverageArea, { world }: Setting) {
  const { whole, parts } =
    area.kind === 'county'
      ? countyArea(world.geography.areas, area.county, area.codes)
      : { whole: area.kind === 'municipality' ? area.codes : [], parts: [] }
  const codes = (list: readonly string[]) => list.map((code) => MunicipalityCode.parse(code))
  return { whole: codes(whole), parts: codes(parts) }
}

function regionIn(municipality: string, { world, on }: Setting): RegionCode | null {
  return RegionCode.nullable().parse(regionOf(world.geography.areas, municipality, on)?.code ?? null)
}

/** Whom the case involves: both ends, and every municipality of the areas that it touches or asks for. */
export function involvementFact(
  subject: CaseSubject,
  touched: readonly Stretch[],
  setting: Setting,
): InvolvementFact | null {
  if (subject.type === 'A1' || subject.type === 'A11') return null
  const places = placesOf(subject)
  const at = (school: string, said: Address | null) => schoolFact(school, said, setting).municipality
  const schools = touched.flatMap(({ school }) => at(school, null) ?? [])
  const named = areaFacts(subject, setting)
  const areas = [
    ...touched.map(({ area }) => area),
    ...named.filter(({ permission }) => permission).map(({ area }) => area),
  ]
  const ends =
    subject.type === 'A9'
      ? { from: at(subject.fromSchool, places.from), to: at(subject.toSchool, places.to) }
      : 'school' in subject
        ? { from: at(subject.school, subject.place), to: at(subject.school, subject.place) }
        : { from: schools[0] ?? null, to: schools[0] ?? null }
  const asked = named.flatMap(({ school }) => school.municipality ?? [])
  const codes = areas.filter(isKnown).flatMap((area) => {
    const { whole, parts } = municipalitiesIn(area, setting)
    return [...whole, ...parts]
  })
  return {
    ...ends,
    areas: [...new Set([...schools, ...asked, ...codes])]
      .toSorted()
      .map((municipality) => ({ municipality, region: regionIn(municipality, setting) })),
    areasKnown: areas.every(isKnown),
  }
}
