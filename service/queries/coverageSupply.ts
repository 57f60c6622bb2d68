import type { AsOf } from '#api/asOf'
import type { CoverageService, UncountedReason } from '#api/views/coverage'
import type { DiagnosisGroupId } from '#events/identifiers'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { OfferService } from '#events/municipalOffer'
import type { Position2d } from '#events/place'
import type { EffectiveDate } from '#events/time'
import { areasInForce } from '#geo/hierarchy'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { addMonths } from '../rules/calendar.ts'
import { clinicFigures } from './capacity.ts'
import { competentSupply, takingNobodyNew } from './competentSupply.ts'
import { limitsBy } from './coverageLimits.ts'
import { groupBy } from './municipalityFigures.ts'
import { membersOf } from './palliativeSupply.ts'
import type { World } from './query.ts'
import { approvedSchools, holdingOn, ridingLedger } from './ridingLedger.ts'

/** A place that counts for a service. */
export interface SupplySite {
  readonly kind: 'clinic' | 'school' | 'therapist'
  readonly id: string | null
  readonly name: string
  readonly municipality: MunicipalityCode | null
  readonly position: Position2d
  readonly persons: readonly string[]
  /** How far they drive, in kilometres in a straight line; null where the patient comes to them, or no end was said. */
  readonly radiusKm: number | null
}

/** Known and not counted. */
export interface Uncounted extends Omit<SupplySite, 'position' | 'radiusKm'> {
  readonly position: Position2d | null
  readonly reason: UncountedReason
  readonly until: EffectiveDate | null
}

/** A municipality's own offer where it holds the service. */
export interface OfferSite {
  readonly municipality: MunicipalityCode
  readonly name: string
  readonly position: Position2d
}

/** Who gives a service on a date. Municipal offers stand beside it and are never added to it. */
export interface Supply {
  /** False for a service that is not documented by group. */
  readonly usesGroup: boolean
  /** False where what would count has not been recorded. */
  readonly recorded: boolean
  readonly sites: readonly SupplySite[]
  readonly uncounted: readonly Uncounted[]
  readonly offers: readonly OfferSite[]
  readonly offersUnknown: number
}

type Counted = Pick<Supply, 'sites' | 'uncounted'>

/** Services of a municipal offer that stand for a service here; a palliative one is in no offer. */
const offered: Readonly<Record<CoverageService, readonly OfferService[]>> = {
  clinic: ['individual', 'group'],
  home: ['home'],
  riding: ['riding'],
  children: ['childPlace'],
  palliative: [],
}

/** Everybody who gives the service to the group, who is known and does not count, and the municipal offers beside them. */
export function supplyFor(
  views: Views,
  at: AsOf,
  { group, service }: { readonly group: DiagnosisGroupId; readonly service: CoverageService },
  world: World,
): Supply {
  const usesGroup = service === 'clinic' || service === 'home'
  const counted = (): Counted => {
    if (service === 'riding') return ridingSupply(views, at)
    if (service === 'palliative') return palliativeSupply(views, at, world)
    if (service === 'children') return childrenSupply(views, at)
    return competent(views, at, group, service === 'home', world)
  }
  const { sites, uncounted } = counted()
  // Where no clinic has told anything about children, nobody knows.
  const recorded = service !== 'children' || sites.length + uncounted.length > 0
  return { usesGroup, recorded, sites, uncounted, ...offersOf(views, at, offered[service]) }
}

function competent(views: Views, at: AsOf, group: DiagnosisGroupId, mobile: boolean, { geography }: World): Counted {
  const limits = limitsBy(views, geography.areas, at)
  const { sites, uncounted } = competentSupply(views, at, group, { limits, mobile })
  const code = MunicipalityCode.nullable()
  return {
    sites: sites.map(({ clinic, municipality, ...site }) => ({
      ...site,
      kind: 'clinic',
      id: clinic,
      municipality: code.parse(municipality),
      radiusKm: null,
    })),
    uncounted: uncounted.map(({ clinic, municipality, ...site }) => ({
      ...site,
      kind: 'clinic',
      id: clinic,
      municipality: code.parse(municipality),
    })),
  }
}

/** Approved schools where a riding therapist has begun under an agreement. Riding is not documented by group. */
function ridingSupply(views: Views, at: AsOf): Counted {
  const ledger = ridingLedger(views, at)
  const approved = approvedSchools(views, at)
  const holding = holdingOn(ledger.stretches, at.effectiveOn)
  const schools = [...ledger.schools.values()].flatMap(({ school, name, address }) => {
    const here = holding.filter((stretch) => stretch.school === school && stretch.status !== 'ended')
    if (here.length === 0) return []
    const started = here.filter(({ status, hoursTenths }) => status === 'started' && hoursTenths > 0)
    const isStarted = approved.has(school) && started.length > 0
    const persons = (isStarted ? started : here).map(({ therapist }) => therapist)
    const reason: UncountedReason | null = !isStarted ? 'notStarted' : address.position === null ? 'noPlace' : null
    const { municipality, position } = address
    return [{ kind: 'school' as const, id: school, name, municipality, position, persons, reason }]
  })
  return split(schools.map((one) => ({ ...one, radiusKm: null })))
}

type ChildrenRow = {
  clinic: string
  competence: number | null
  facilities: number | null
  equipment: number | null
  parents_involved: number | null
  lng: number | null
  lat: number | null
  municipality: string | null
}

/** Clinics with capacity that take new patients and have told that they meet all four criteria. Children are treated whatever their group. */
function childrenSupply(views: Views, at: AsOf): Counted {
  const figures = clinicFigures(views, at)
  const closedToNew = takingNobodyNew(views, at)
  const rows = views
    .statement<ChildrenRow>(
      `SELECT h.*, a.lng, a.lat, a.municipality FROM childrens_clinic h
       LEFT JOIN practice_address a ON a.clinic = h.clinic AND a.role = 'current' AND ${asOf('a')}
       WHERE ${asOf('h')} ORDER BY h.clinic, a.address`,
    )
    .all(moment(at))
  const people = views
    .statement<{ clinic: string; holder: string }>(
      `SELECT DISTINCT p.clinic, p.holder FROM provider p WHERE ${asOf('p')} ORDER BY p.clinic, p.holder`,
    )
    .all(moment(at))
  const personsOf = groupBy(people, ({ clinic }) => clinic)
  return split(
    rows.map((row) => {
      const { clinic, lng, lat } = row
      const criteria = [row.competence, row.facilities, row.equipment, row.parents_involved]
      const reason: UncountedReason | null = criteria.includes(0)
        ? 'lacksFlags'
        : criteria.includes(null)
          ? 'flagsUnknown'
          : (figures.get(clinic)?.capacity ?? 0) <= 0
            ? 'noCapacity'
            : closedToNew.has(clinic)
              ? 'noNewPatients'
              : lng === null || lat === null
                ? 'noPlace'
                : null
      return {
        kind: 'clinic',
        id: clinic,
        name: figures.get(clinic)?.name ?? clinic,
        municipality: MunicipalityCode.nullable().parse(row.municipality),
        position: lng === null || lat === null ? null : [lng, lat],
        persons: (personsOf.get(clinic) ?? []).map(({ holder }) => holder),
        radiusKm: null,
        reason,
      }
    }),
  )
}

/**
 * Therapists of the palliative agreements who take new patients, as they said within the survey's months. They drive
 * as far as they said; who said nothing drives as far as the region's parameter has it.
 */
function palliativeSupply(views: Views, at: AsOf, { geography: { areas } }: World): Counted {
  const limits = limitsBy(views, areas, at)
  const figures = clinicFigures(views, at)
  const members = areasInForce(areas, 'region', at.effectiveOn).flatMap(({ code }) =>
    membersOf(views, areas, RegionCode.parse(code), at),
  )
  return split(
    members.map(({ person, clinic, provider, municipality, position, radiusKm, accepts, saidOn }) => {
      const { surveyMonths, homeRadiusKm } = limits(municipality)
      const isCurrent = saidOn !== null && at.effectiveOn <= addMonths(saidOn, surveyMonths)
      const reason: UncountedReason | null =
        accepts === null || !isCurrent
          ? 'acceptanceUnknown'
          : !accepts
            ? 'notAccepting'
            : position === null
              ? 'noPlace'
              : null
      return {
        kind: 'therapist',
        id: clinic,
        name: figures.get(clinic ?? '')?.name ?? provider ?? '',
        municipality,
        position,
        persons: [person],
        radiusKm: radiusKm ?? homeRadiusKm,
        reason,
      }
    }),
  )
}

function split(
  all: readonly (Omit<SupplySite, 'position'> & {
    readonly position: Position2d | null
    readonly reason: UncountedReason | null
  })[],
): Counted {
  return {
    sites: all.flatMap(({ reason, position, ...site }) =>
      reason === null && position !== null ? [{ ...site, position }] : [],
    ),
    uncounted: all.flatMap(({ reason, radiusKm: _, ...site }) =>
      reason === null ? [] : [{ ...site, reason, until: null }],
    ),
  }
}

type OfferRow = { municipality: string; service: string; included: string }
type PlaceRow = { offered_by: string; name: string; lng: number; lat: number }

function offersOf(views: Views, at: AsOf, services: readonly OfferService[]): Pick<Supply, 'offers' | 'offersUnknown'> {
  if (services.length === 0) return { offers: [], offersUnknown: 0 }
  const offering = views
    .statement<{ municipality: string }>(`SELECT o.municipality FROM municipal_offer o WHERE ${asOf('o')}`)
    .all(moment(at))
  const rows = views
    .statement<OfferRow>(`SELECT s.municipality, s.service, s.included FROM offer_service s WHERE ${asOf('s')}`)
    .all(moment(at))
    .filter(({ service }) => services.some((one) => one === service))
  const held = new Set(rows.filter(({ included }) => included === 'yes').map(({ municipality }) => municipality))
  const said = new Set(rows.filter(({ included }) => included === 'no').map(({ municipality }) => municipality))
  const places = views
    .statement<PlaceRow>(
      `SELECT p.offered_by, p.name, p.lng, p.lat FROM offer_place p
       WHERE p.lng IS NOT NULL AND p.lat IS NOT NULL AND ${asOf('p')} ORDER BY p.offered_by, p.place`,
    )
    .all(moment(at))
  return {
    offers: places
      .filter(({ offered_by }) => held.has(offered_by))
      .map(({ offered_by, name, lng, lat }) => ({
        municipality: MunicipalityCode.parse(offered_by),
        name,
        position: [lng, lat],
      })),
    offersUnknown: offering.filter(({ municipality }) => !held.has(municipality) && !said.has(municipality)).length,
  }
}
