import type { AsOf } from '#api/asOf'
import type { CaseSubject } from '#events/caseSubject'
import { placesOf } from '#events/caseSubject'
import { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { regionOf } from '#geo/hierarchy'
import { effectOf } from '../../effects/effects.ts'
import type { Supposing, Views } from '../../projections/views.ts'
import type {
  DocumentationFact,
  PermissionFact,
  RidingFacts,
  RidingNumberFact,
  SiteFact,
  TotalFact,
} from '../../rules/facts/riding.ts'
import { isKnown, lackingIn } from '../../rules/riding/ridingDocumentation.ts'
import { totalOf } from '../../rules/riding/ridingTimeline.ts'
import type { CaseRecord } from '../caseRows.ts'
import type { World } from '../query.ts'
import { heldAt, heldIn } from '../ridingChange.ts'
import {
  approvedSchools,
  countedIn,
  counts,
  holdingOn,
  type Ledger,
  municipalityOfSchool,
  ridingLedger,
  type Stretch,
  territoryOf,
} from '../ridingLedger.ts'
import { areaFacts, involvementFact } from './ridingAreas.ts'
import { agreementOn, type Setting, schoolFact, under } from './ridingSetting.ts'

const ridingSpecialties: ReadonlySet<string> = new Set(['57', '65'])

/** What the riding rules look at for one case; null when it is about no riding school and no riding number. */
export function ridingFacts(
  views: Views,
  changed: Supposing,
  { subject, region, wantedFrom, receivedOn }: Pick<CaseRecord, 'subject' | 'region' | 'wantedFrom' | 'receivedOn'>,
  at: AsOf,
  world: World,
): RidingFacts | null {
  if (!mayBeRiding(subject)) return null
  const before = ridingLedger(views, at)
  if (!isRiding(subject, before, at.effectiveOn)) return null
  const after = changed((supposed) => ridingLedger(supposed, at))
  const approved = approvedSchools(views, at)
  const setting = { before, after, on: at.effectiveOn, region, approved, world }
  const change = effectOf(subject, { from: wantedFrom, receivedOn, region, ruling: null }, null)
  const touched = touchedIn(subject, before, setting.on)
  return {
    takesHold: takesHold(subject, setting),
    lacks: 'lacks' in change ? change.lacks : [],
    number: numberFact(subject, setting),
    permission: permissionFact(subject, setting),
    totals: totalFacts(subject, setting),
    areas: areaFacts(subject, setting),
    sites: siteFacts(subject, setting),
    involved: involvementFact(subject, touched, setting),
    documentation: documentationFact(subject, setting),
    inputs: [...new Set(touched.flatMap(({ inputs }) => inputs))].toSorted(),
  }
}

function mayBeRiding(subject: CaseSubject): boolean {
  return ['A1', 'A2', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12'].includes(subject.type)
}

function isRiding(subject: CaseSubject, ledger: Ledger, on: EffectiveDate): boolean {
  switch (subject.type) {
    case 'A1':
      return ridingSpecialties.has(subject.specialty)
    case 'A2':
      return subject.schools.length > 0 || under(ledger, subject.provider, on).length > 0
    case 'A11':
      return under(ledger, subject.provider, on).length > 0
    case 'A12':
      return subject.agreements.length > 0 || under(ledger, subject.provider, on).length > 0
    default:
      return true
  }
}

/** Agreements that the case changes, as they stand without it. */
function touchedIn(subject: CaseSubject, ledger: Ledger, on: EffectiveDate): readonly Stretch[] {
  const named = (ids: readonly string[]) => ids.flatMap((id) => agreementOn(ledger, id, on) ?? [])
  const reduced = 'reductions' in subject ? subject.reductions.map(({ agreement }) => agreement) : []
  switch (subject.type) {
    case 'A2':
    case 'A11':
      return under(ledger, subject.provider, on)
    case 'A9':
    case 'A10':
      return named([subject.agreement, ...reduced])
    case 'A12':
      return named(subject.agreements)
    default:
      return named(reduced)
  }
}

function takesHold(subject: CaseSubject, { after, on }: Setting): boolean {
  switch (subject.type) {
    case 'A7':
    case 'A8':
      return agreementOn(after, subject.agreement, on) !== null
    case 'A9':
      return agreementOn(after, subject.agreement, on)?.school === subject.toSchool
    case 'A10':
      return agreementOn(after, subject.agreement, on)?.hoursTenths === subject.hoursTenths
    case 'A2':
      return subject.schools.every(
        ({ agreement }) => agreement === undefined || agreementOn(after, agreement, on) === null,
      )
    case 'A12':
      return subject.agreements.every((agreement) => agreementOn(after, agreement, on) === null)
    default:
      return true
  }
}

function numberFact(subject: CaseSubject, { before, on }: Setting): RidingNumberFact | null {
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

function permissionFact(subject: CaseSubject, setting: Setting): PermissionFact | null {
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

/** The region that the case belongs to, and where a move crosses into another the one that it comes to. */
function totalFacts(subject: CaseSubject, { before, after, on, region, world }: Setting): TotalFact[] {
  if (subject.type === 'A1' || subject.type === 'A11') return []
  const { areas } = world.geography
  const own = territoryOf(areas, region, on)
  const schools = subject.type === 'A9' ? [subject.fromSchool, subject.toSchool] : []
  const others = schools.flatMap((school) => {
    const code = municipalityOfSchool(before, school)
    return code === null || own.has(code) ? [] : (regionOf(areas, code, on)?.code ?? [])
  })
  const codes = [region, ...new Set(others)].map((code) => RegionCode.parse(code))
  return codes.map((code) => {
    const territory = territoryOf(areas, code, on)
    const totalIn = (ledger: Ledger) => totalOf(heldAt(ledger, heldIn(ledger), territory))
    return { region: code, before: totalIn(before), after: totalIn(after) }
  })
}

/** Schools of the therapist after the change, and of the agreements that gave hours away. */
function siteFacts(subject: CaseSubject, setting: Setting): SiteFact[] {
  if (!('agreement' in subject)) return []
  const { after, on } = setting
  const holding = holdingOn(after.stretches, on).filter(counts)
  const main = holding.find(({ agreement }) => agreement === subject.agreement)
  if (main === undefined) return []
  const reduced = 'reductions' in subject ? subject.reductions.map(({ agreement }) => agreement as string) : []
  return holding
    .filter(({ agreement, therapist }) => therapist === main.therapist || reduced.includes(agreement))
    .map(({ agreement, school, hoursTenths }) => ({
      agreement,
      school: schoolFact(school, null, setting),
      hoursTenths,
      schoolTenths: holding.filter((one) => one.school === school).reduce((sum, one) => sum + one.hoursTenths, 0),
    }))
}

function documentationFact(
  subject: CaseSubject,
  { before, after, on, region, world }: Setting,
): DocumentationFact | null {
  const own = ownDocumentation(subject, after, before, on)
  if (own === null) return null
  const territory = territoryOf(world.geography.areas, region, on)
  const counted = holdingOn(countedIn(before, territory), on)
  const undocumented = counted.filter((one) => lackingIn(one).length > 0).map(({ agreement }) => agreement)
  return { of: counted.length, documented: counted.length - undocumented.length, undocumented, own }
}

/** A new agreement's source document and accession are the ruling itself, so only its area can be missing. */
function ownDocumentation(
  subject: CaseSubject,
  after: Ledger,
  before: Ledger,
  on: EffectiveDate,
): NonNullable<DocumentationFact['own']> | null {
  switch (subject.type) {
    case 'A7':
    case 'A8':
      return [{ agreement: subject.agreement, lacks: isKnown(subject.area) ? [] : ['area'] }]
    case 'A9':
    case 'A10': {
      const now = agreementOn(before, subject.agreement, on) ?? agreementOn(after, subject.agreement, on)
      return now === null ? [] : [{ agreement: now.agreement, lacks: lackingIn(now) }]
    }
    default:
      return null
  }
}
