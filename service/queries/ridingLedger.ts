import type { AsOf } from '#api/asOf'
import type { EventId } from '#events/envelope'
import type { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { CoverageArea } from '#events/ridingAgreement'
import type { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { municipalitiesOfRegion } from '#geo/hierarchy'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, endOf, knownAt, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { eventIds } from './capacity.ts'
import { coverageOf } from './municipality.ts'

/** A riding school as it was last known, whatever the date. */
export interface School {
  readonly school: string
  readonly name: string
  readonly address: Address
}

/** A riding agreement through a stretch of effective time, as the register has it. */
export interface Stretch {
  readonly agreement: string
  readonly school: string
  readonly therapist: string
  readonly provider: string | null
  readonly status: 'requested' | 'permitted' | 'started' | 'ended'
  /** Hours a week in tenths: what was asked for while requested, 0 once ended. */
  readonly hoursTenths: number
  readonly permittedTenths: number | null
  readonly permittedSchool: string | null
  readonly area: CoverageArea
  readonly accessionDate: EffectiveDate | null
  readonly sourceDocument: string | null
  readonly from: EffectiveDate
  readonly to: EffectiveDate | null
  readonly inputs: readonly EventId[]
}

/** Every riding agreement and school by what was known at the moment, over all of effective time. */
export interface Ledger {
  readonly schools: ReadonlyMap<string, School>
  /** By agreement and date, ascending. */
  readonly stretches: readonly Stretch[]
}

type StretchRow = {
  agreement: string
  school: string
  therapist: string
  provider: string | null
  status: Stretch['status']
  hours: number
  permitted_hours: number | null
  permitted_school: string | null
  area: string | null
  accession_date: string | null
  source_document: string | null
  effective_from: string
  effective_to: string
  inputs: string
}

/** Reads the riding ledger. Few hundred rows: the whole country is read at once. */
export function ridingLedger(views: Views, at: Pick<AsOf, 'effectiveOn' | 'recordedAt'>): Ledger {
  const { known } = moment(at)
  const schools = views
    .statement<AddressCells & { school: string; name: string }>(
      `SELECT s.* FROM riding_school s WHERE ${knownAt('s')} ORDER BY s.school, s.effective_from`,
    )
    .all({ known })
  const stretches = views
    .statement<StretchRow>(
      `SELECT g.* FROM riding_agreement g WHERE ${knownAt('g')} ORDER BY g.agreement, g.effective_from`,
    )
    .all({ known })
  return {
    schools: new Map(
      schools.map((row) => [row.school, { school: row.school, name: row.name, address: addressOf(row) }]),
    ),
    stretches: stretches.map((row) => ({
      agreement: row.agreement,
      school: row.school,
      therapist: row.therapist,
      provider: row.provider,
      status: row.status,
      hoursTenths: row.hours,
      permittedTenths: row.permitted_hours,
      permittedSchool: row.permitted_school,
      area: coverageOf(row.area),
      // Dates of the views are dates of checked events.
      accessionDate: row.accession_date as EffectiveDate | null,
      sourceDocument: row.source_document,
      from: row.effective_from as EffectiveDate,
      to: endOf(row.effective_to) as EffectiveDate | null,
      inputs: eventIds(row.inputs),
    })),
  }
}

/** Schools that the register has in the municipalities on the date, whether or not anybody has hours there. */
export function registeredSchools(views: Views, at: AsOf, municipalities: ReadonlySet<string>): number {
  return views
    .statement<{ municipality: string | null }>(`SELECT s.municipality FROM riding_school s WHERE ${asOf('s')}`)
    .all(moment(at))
    .filter(({ municipality }) => municipality !== null && municipalities.has(municipality)).length
}

/** Schools that are approved on the date. */
export function approvedSchools(views: Views, at: AsOf): ReadonlySet<string> {
  const rows = views
    .statement<{ school: string }>(`SELECT s.school FROM riding_school s WHERE s.approved = 1 AND ${asOf('s')}`)
    .all(moment(at))
  return new Set(rows.map(({ school }) => school))
}

/** Municipality of a school; null when the school or its place is not known. */
export function municipalityOfSchool({ schools }: Ledger, school: string): MunicipalityCode | null {
  return schools.get(school)?.address.municipality ?? null
}

/** Hours count from the day that they are permitted from; a request holds none, and nothing is left after the end. */
export function counts({ status }: Pick<Stretch, 'status'>): boolean {
  return status === 'permitted' || status === 'started'
}

/** Stretches whose hours count at schools in the municipalities. A school without a known place is in none. */
export function countedIn(ledger: Ledger, municipalities: ReadonlySet<string>): readonly Stretch[] {
  return ledger.stretches.filter(
    (stretch) => counts(stretch) && municipalities.has(municipalityOfSchool(ledger, stretch.school) ?? ''),
  )
}

/** Stretches that hold on the date, one for each agreement at most. */
export function holdingOn(stretches: readonly Stretch[], on: EffectiveDate): readonly Stretch[] {
  return stretches.filter(({ from, to }) => from <= on && (to === null || on < to))
}

/**
 * Municipalities whose riding hours a region answers for on a date: its own, and after a merger those of the region that
 * replaced it.
 */
export function territoryOf(areas: AreaCatalogue, region: RegionCode, on: EffectiveDate): ReadonlySet<string> {
  return new Set(municipalitiesOfRegion(areas, responsibleRegion(region, on), on))
}
