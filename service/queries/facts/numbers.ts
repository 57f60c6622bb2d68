import type { AsOf } from '#api/asOf'
import type { SubjectOf } from '#events/caseSubject'
import type { RegionCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { CapacityStatus } from '#events/providerNumber'
import { EffectiveDate } from '#events/time'
import { distanceM } from '#geo/distance'
import { municipalityOf, regionOf } from '#geo/hierarchy'
import { type AddressCells, addressOf } from '../../projections/address.ts'
import { asOf, knownAt, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import { type PoolEntry, tightestBalance } from '../../rules/capacity/establishmentPool.ts'
import type { EmploymentFact, MobileFact, PoolFact } from '../../rules/facts/capacity.ts'
import { regionsEverTogether, regionsTogether } from '../../rules/responsibleRegion.ts'
import { clinicFigures, eventIds } from '../capacity.ts'
import type { World } from '../query.ts'
import type { NumberRow } from './holding.ts'

interface Asking {
  readonly before: Views
  readonly at: AsOf
  readonly region: RegionCode
  readonly world: World
}

/** The region's pool on the day on or after the date on which least of it is left. */
export function poolFact(
  asking: Asking,
  asked: { readonly specialty: string; readonly requestedOere: number | null; readonly place: Address | null },
): PoolFact {
  const { before: views, at, region } = asking
  const { specialty, requestedOere, place } = asked
  const rows = regionsEverTogether(region).flatMap((one) =>
    views
      .statement<{ kind: PoolEntry['kind']; oere: number; effective_from: string; inputs: string }>(
        `SELECT e.kind, e.oere, e.effective_from, e.inputs FROM establishment_pool e
         WHERE e.region = :region AND e.specialty = :specialty AND ${knownAt('e')}`,
      )
      .all({ region: one, specialty, known: moment(at).known })
      .map(({ effective_from, ...row }) => ({ ...row, region: one, from: EffectiveDate.parse(effective_from) })),
  )
  const together = regionsTogether(region, at.effectiveOn)
  const { advertisedOere, allocatedOere } = tightestBalance(rows, region, at.effectiveOn)
  const isAdvertised = rows.some(
    (one) => one.kind === 'advertised' && one.from <= at.effectiveOn && together.includes(one.region),
  )
  return {
    specialty,
    advertisedOere: isAdvertised ? advertisedOere : null,
    allocatedOere,
    requestedOere,
    place,
    inputs: rows.flatMap(({ inputs }) => eventIds(inputs)),
  }
}

/** Who is employed under the number on the date, and the ceiling that holds. */
export function employmentFact(
  { before: views, at }: Asking,
  { provider: number, employee, turnoverLast12Oere, turnoverThisYearOere, place }: SubjectOf<'A6'>,
  row: NumberRow | null,
): EmploymentFact {
  const parameters = { number, ...moment(at) }
  const employed = views
    .statement<{ employee: string; inputs: string }>(
      `SELECT e.employee, e.inputs FROM employment e WHERE e.number = :number AND ${asOf('e')}`,
    )
    .all(parameters)
  const ceiling = views
    .statement<{ oere: number; inputs: string }>(
      `SELECT t.oere, t.inputs FROM turnover_ceiling t WHERE t.number = :number AND ${asOf('t')}`,
    )
    .get(parameters)
  return {
    number,
    employees: employed.filter((one) => one.employee !== employee).length,
    ceilingOere: ceiling?.oere ?? null,
    turnoverLast12Oere,
    turnoverThisYearOere,
    place: place ?? (row === null ? null : (clinicFigures(views, at, row.clinic).get(row.clinic)?.address ?? null)),
    inputs: [...(row?.inputs ?? []), ...[...employed, ceiling].flatMap((one) => (one ? eventIds(one.inputs) : []))],
  }
}

type MobileRow = AddressCells & { number: string; inputs: string }

/** The number that becomes or was mobile, and the other mobile numbers on the date. */
export function mobileFact(
  asking: Asking,
  asked: {
    readonly provider: string
    readonly from: CapacityStatus | null
    readonly to: MobileFact['to']
    readonly place: Address | null
    readonly row: NumberRow | null
  },
): MobileFact {
  const { before: views, at, world } = asking
  const { provider, from, to, row } = asked
  const { areas } = world.geography
  const regions: readonly string[] = regionsTogether(asking.region, at.effectiveOn)
  const mobile = views
    .statement<MobileRow>(
      `SELECT p.number, p.inputs, a.text, a.postcode, a.town, a.dar, a.lng, a.lat, a.municipality, a.certainty
       FROM provider p JOIN practice_address a ON a.clinic = p.clinic AND a.kind = 'main' AND a.role = 'current'
       WHERE p.status = 'mobile' AND ${asOf('p')} AND ${asOf('a')} ORDER BY p.number`,
    )
    .all(moment(at))
    .map((one) => ({ number: one.number, inputs: one.inputs, address: addressOf(one) }))
    .filter(({ address: { municipality } }) => {
      const held = municipality === null ? undefined : regionOf(areas, municipality, at.effectiveOn)
      return held !== undefined && regions.includes(held.code)
    })
  const place =
    asked.place ?? (row === null ? null : (clinicFigures(views, at, row.clinic).get(row.clinic)?.address ?? null))
  // No road leads to or from an island without a fixed link.
  const isIsland = (code: string) => municipalityOf(areas, code)?.islandWithoutFixedLink === true
  const isReached = (to: Address) =>
    place?.municipality === to.municipality ||
    (to.municipality !== null &&
      place?.municipality != null &&
      !isIsland(to.municipality) &&
      !isIsland(place.municipality))
  const others = mobile.filter(({ number, address }) => number !== provider && isReached(address))
  return {
    number: provider,
    onRecord: row?.status ?? null,
    from,
    to,
    place,
    inRegion: mobile.length,
    othersM: others.flatMap(({ address }) =>
      place === null || place.position === null || address.position === null
        ? []
        : [Math.round(distanceM(place.position, address.position))],
    ),
    inputs: [...(row?.inputs ?? []), ...mobile.flatMap(({ inputs }) => eventIds(inputs))],
  }
}
