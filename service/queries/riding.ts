import type { AsOf } from '#api/asOf'
import { type CaseSubject, isRiding } from '#events/caseSubject'
import { worstOutcome } from '#events/finding'
import { AgreementId, MunicipalityCode, PersonId, ProviderNumber, RegionCode, SchoolId } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import type { CoverageArea } from '#events/ridingAgreement'
import type { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { countyArea } from '#geo/countyAreas'
import { regionOf } from '#geo/hierarchy'
import { effectOf } from '../effects/effects.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { lackingIn } from '../rules/riding/ridingDocumentation.ts'
import { hoursOn, increasesOf, type Step, totalOf } from '../rules/riding/ridingTimeline.ts'
import { answered } from './answered.ts'
import { maySee } from './caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from './caseRecords.ts'
import { planInForce } from './planInForce.ts'
import type { AnswerOf, Query } from './query.ts'
import { type Held, heldAfter, heldAt, heldIn } from './ridingChange.ts'
import {
  approvedSchools,
  counts,
  holdingOn,
  type Ledger,
  municipalityOfSchool,
  registeredSchools,
  ridingLedger,
  type Stretch,
  territoryOf,
} from './ridingLedger.ts'

type Answer = AnswerOf<'riding'>
type Row = Answer['rows'][number]
type Drawn = Row['drawn']

/** The riding ledger of a region on the date, and what open cases and decided changes would make of it. */
export const riding: Query<'riding'> = (views, at, scope, { region }, { geography }) => {
  const { areas } = geography
  const ledger = ridingLedger(views, at)
  const territory = territoryOf(areas, region, at.effectiveOn)
  const held = heldIn(ledger)
  const own = heldAt(ledger, held, territory)
  const timeline = totalOf(own)
  const parameters = planInForce(views, region, at)?.parameters ?? null
  const here = holdingOn(ledger.stretches, at.effectiveOn).filter(
    (stretch) => stretch.status !== 'ended' && territory.has(municipalityOfSchool(ledger, stretch.school) ?? ''),
  )
  const counted = here.filter(counts)
  const cases = caseRecords(views, at).filter((record) => isOpen(record) && maySee(scope, record))
  const approved = approvedSchools(views, at)
  const clinics = clinicNames(views, at)
  const documented = counted.filter((stretch) => lackingIn(stretch).length === 0)
  return {
    at: answered(views, at),
    region,
    totalTenths: hoursOn(timeline, at.effectiveOn),
    permittedTenths: sum(counted.filter(({ status }) => status === 'permitted')),
    byBasis: (['municipality', 'county', 'unknown'] as const).map((kind) => {
      const of = counted.filter(({ area }) => area.kind === kind)
      return { kind, schools: schoolsOf(of).size, hoursTenths: sum(of) }
    }),
    schools: schoolsOf(counted).size,
    registeredSchools: registeredSchools(views, at, territory),
    timeline: [...timeline],
    maxIncreaseTenths: parameters?.ridingMaxIncreaseTenths ?? null,
    minHoursTenths: parameters?.ridingMinHoursTenths ?? null,
    rows: here.map((stretch) => ({
      ...rowOf(stretch, ledger, held),
      clinicName: clinics.get(stretch.provider ?? '') ?? null,
      approved: approved.has(stretch.school),
      drawn: drawn(areas, stretch.area, region, at.effectiveOn),
      ...leastHours(stretch, counted, parameters),
      openCases: cases
        .filter(({ subject }) => agreementsIn(subject).includes(stretch.agreement))
        .map(({ case: id, number, type }) => ({ case: id, number, type })),
    })),
    pending: cases.flatMap((record) => pending(record, { ledger, held, territory, timeline, parameters })),
    documented: {
      of: counted.length,
      documented: documented.length,
      targetPercent: parameters?.areaTargetPercent ?? null,
    },
    coming: coming(own, timeline, at.effectiveOn),
  }
}

/** Name of the clinic of every provider number on the date. */
function clinicNames(views: Views, at: AsOf): ReadonlyMap<string, string> {
  const rows = views
    .statement<{ number: string; name: string }>(
      `SELECT p.number, c.name FROM provider p JOIN clinic c ON c.clinic = p.clinic AND ${asOf('c')} WHERE ${asOf('p')}`,
    )
    .all(moment(at))
  return new Map(rows.map(({ number, name }) => [number, name]))
}

function rowOf(stretch: Stretch, ledger: Ledger, held: readonly Held[]) {
  const { agreement, school, status, hoursTenths } = stretch
  const place = ledger.schools.get(school)
  const since = held.find((one) => one.agreement === agreement && one.from <= stretch.from && isIn(one, stretch.from))
  return {
    agreement: AgreementId.parse(agreement),
    school: SchoolId.parse(school),
    schoolName: place?.name ?? school,
    municipality: place?.address.municipality ?? null,
    position: place?.address.position ?? null,
    therapist: PersonId.parse(stretch.therapist),
    provider: ProviderNumber.nullable().parse(stretch.provider),
    // Ended ones were left out before.
    status: status as Row['status'],
    hoursTenths,
    from: counts(stretch) ? (since?.from ?? stretch.from) : stretch.from,
    accessionDate: stretch.accessionDate,
    area: stretch.area,
    sourceDocument: stretch.sourceDocument,
    undocumented: [...lackingIn(stretch)],
  }
}

function isIn({ to }: Held, date: EffectiveDate): boolean {
  return to === null || date < to
}

/** R-17 for a row: what it is short of the least hours, counted as the rule set counts. */
function leastHours(
  stretch: Stretch,
  counted: readonly Stretch[],
  parameters: PlanParameters | null,
): Pick<Row, 'minHours' | 'shortTenths'> {
  if (parameters === null || !counts(stretch)) return { minHours: 'not-applicable', shortTenths: 0 }
  const { ridingMinHoursTenths: least, ridingCountMode: mode } = parameters
  const hours = mode === 'pair' ? stretch.hoursTenths : sum(counted.filter(({ school }) => school === stretch.school))
  const shortTenths = Math.max(0, least - hours)
  return { minHours: shortTenths > 0 ? 'breach' : 'pass', shortTenths }
}

/** What an open case would make of the total: the same effect as its findings look at. */
function pending(
  record: CaseRecord,
  known: {
    readonly ledger: Ledger
    readonly held: readonly Held[]
    readonly territory: ReadonlySet<string>
    readonly timeline: readonly Step[]
    readonly parameters: PlanParameters | null
  },
): Answer['pending'] {
  const { subject, wantedFrom, receivedOn, region } = record
  if (!isRiding(subject)) return []
  const { ledger, held, territory, timeline, parameters } = known
  const schools = schoolsIn(subject, held)
  if (!schools.some((school) => territory.has(municipalityOfSchool(ledger, school) ?? ''))) return []
  const change = effectOf(subject, { from: wantedFrom, receivedOn, region, ruling: null }, null)
  const changed = heldAfter(held, 'lacks' in change ? [] : change.commands)
  const after = totalOf(heldAt(ledger, changed, territory))
  const allowedTenths = parameters?.ridingMaxIncreaseTenths ?? 0
  return [
    {
      case: record.case,
      number: record.number,
      type: record.type,
      status: record.status,
      wantedFrom,
      deltaTenths: hoursOn(after, wantedFrom) - hoursOn(timeline, wantedFrom),
      timeline: [...after],
      breaches: [...increasesOf({ before: timeline, after, from: wantedFrom, allowedTenths })],
      outcome: worstOutcome(record.findings?.findings ?? []),
      schools: schools.map((school) => SchoolId.parse(school)),
    },
  ]
}

/** Existing agreements that an application changes. */
function agreementsIn(subject: CaseSubject): readonly string[] {
  return [
    ...(subject.type === 'A9' || subject.type === 'A10' ? [subject.agreement] : []),
    ...(subject.type === 'A12' ? subject.agreements : []),
    ...(subject.type === 'A2' ? subject.schools.flatMap(({ agreement }) => agreement ?? []) : []),
    ...('reductions' in subject ? subject.reductions.map(({ agreement }) => agreement) : []),
  ]
}

/** Schools that an application names, itself or by an agreement. */
function schoolsIn(subject: CaseSubject, held: readonly Held[]): readonly string[] {
  const named =
    subject.type === 'A9'
      ? [subject.fromSchool, subject.toSchool]
      : subject.type === 'A2'
        ? subject.schools.map(({ school }) => school)
        : 'school' in subject
          ? [subject.school]
          : []
  const ids = agreementsIn(subject)
  return [
    ...new Set([...named, ...held.filter(({ agreement }) => ids.includes(agreement)).map(({ school }) => school)]),
  ]
}

/** Changes after the date that are decided, nearest first. */
function coming(own: readonly Held[], timeline: readonly Step[], on: EffectiveDate): Answer['coming'] {
  const edges = own.flatMap(({ agreement, school, from, to, hoursTenths }) => [
    { agreement, school, on: from, deltaTenths: hoursTenths },
    ...(to === null ? [] : [{ agreement, school, on: to, deltaTenths: -hoursTenths }]),
  ])
  const changes = new Map<string, (typeof edges)[number]>()
  for (const edge of edges.filter((one) => one.on > on)) {
    const key = JSON.stringify([edge.on, edge.agreement, edge.school])
    changes.set(key, { ...edge, deltaTenths: edge.deltaTenths + (changes.get(key)?.deltaTenths ?? 0) })
  }
  return [...changes.values()]
    .filter(({ deltaTenths }) => deltaTenths !== 0)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.agreement < b.agreement ? -1 : 1))
    .map((change) => ({
      on: change.on,
      agreement: AgreementId.parse(change.agreement),
      school: SchoolId.parse(change.school),
      deltaTenths: change.deltaTenths,
      totalTenths: hoursOn(timeline, change.on),
    }))
}

/** An area on today's map. A county's name alone is a guess; what lay only partly in the county is named apart. */
function drawn(areas: AreaCatalogue, area: CoverageArea, region: string, on: EffectiveDate): Drawn {
  const { whole, parts } =
    area.kind === 'municipality'
      ? { whole: area.codes, parts: [] }
      : area.kind === 'county'
        ? countyArea(areas, area.county, area.codes)
        : { whole: [], parts: [] }
  const regions = [...whole, ...parts].flatMap((code) => regionOf(areas, code, on)?.code ?? [])
  return {
    whole: whole.map((code) => MunicipalityCode.parse(code)),
    parts: parts.map((code) => MunicipalityCode.parse(code)),
    hypothesis: area.kind === 'county' && area.codes.length === 0,
    otherRegions: [...new Set(regions)]
      .filter((code) => code !== region)
      .toSorted()
      .map((code) => RegionCode.parse(code)),
  }
}

function schoolsOf(stretches: readonly Stretch[]): ReadonlySet<string> {
  return new Set(stretches.map(({ school }) => school))
}

function sum(stretches: readonly { readonly hoursTenths: number }[]): number {
  return stretches.reduce((total, { hoursTenths }) => total + hoursTenths, 0)
}
