import type { AsOf } from '#api/asOf'
import { reachOf, type Scope } from '#api/policy'
import type { Authority } from '#api/views/reform'
import { RegionCode } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import { regionOf } from '#geo/hierarchy'
import { asOf, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import { bendLimitOere } from '../../rules/capacity/bendLimit.ts'
import { regimeOn, unitOf } from '../../rules/regime.ts'
import { regionsTogether, responsibleRegion } from '../../rules/responsibleRegion.ts'
import { type ClinicFigures, clinicFigures } from '../capacity.ts'
import { maySee } from '../caseAccess.ts'
import { type CaseRecord, isOpen } from '../caseRecords.ts'
import { unitIndexOn } from '../facts/bend.ts'
import { capacityOf, groupBy, municipalityFigures } from '../municipalityFigures.ts'
import { membersOf } from '../palliativeSupply.ts'
import { planInForce } from '../planInForce.ts'
import type { World } from '../query.ts'
import { countedIn, holdingOn, ridingLedger, territoryOf } from '../ridingLedger.ts'

type Figures = Authority['figures']

/** One of the two dates: every region in force on it, with its figures and its rule set. */
export interface Side {
  readonly at: AsOf
  /** Every region in force on the date, with its rule set and its figures. */
  readonly authorities: readonly Authority[]
  /** Parameters of each region's rule set, where it has one. */
  readonly plans: ReadonlyMap<string, ReturnType<typeof planInForce>>
}

/** Figures of every region in force on the date. `records` are the cases as they stand today. */
export function sideOn(
  views: Views,
  at: AsOf,
  scope: Scope,
  records: readonly CaseRecord[],
  regions: readonly { readonly code: string; readonly name: string }[],
  world: World,
): Side {
  const { areas } = world.geography
  const rows = groupBy(municipalityFigures(views, at, scope, world), ({ region }) => region)
  const placeOf = ({ municipality }: ClinicFigures) =>
    municipality === null ? null : (regionOf(areas, municipality, at.effectiveOn)?.code ?? null)
  const clinics = groupBy([...clinicFigures(views, at).values()], placeOf)
  const ledger = ridingLedger(views, at)
  const plans = new Map<string, ReturnType<typeof planInForce>>()
  const authorities = regions.map(({ code, name }): Authority => {
    const region = RegionCode.parse(code)
    const plan = planInForce(views, region, at)
    plans.set(code, plan)
    const own = rows.get(code) ?? []
    const here = clinics.get(code) ?? []
    const riding = holdingOn(countedIn(ledger, territoryOf(areas, region, at.effectiveOn)), at.effectiveOn)
    const ridingHoursTenths = riding.reduce((sum, { hoursTenths }) => sum + hoursTenths, 0)
    const increase = plan?.parameters.ridingMaxIncreaseTenths ?? null
    return {
      code: region,
      name,
      plan: plan === null ? null : { ruleSet: plan.ruleSet, ruleSetVersion: plan.ruleSetVersion },
      figures: {
        municipalities: own.length,
        inhabitants: own.reduce<number | null>((sum, { population }) => plus(sum, population), 0),
        clinics: here.length,
        providers: here.reduce((sum, { providers }) => sum + providers, 0),
        unit: unitOf(regimeOn(at.effectiveOn)),
        capacity: capacityOf(here),
        bySpecialty: bySpecialty(views, at, region, here, plan?.parameters ?? null),
        ridingSchools: own.reduce((sum, { ridingSchools }) => sum + ridingSchools, 0),
        ridingAgreements: riding.length,
        ridingHoursTenths,
        ridingCeilingTenths: increase === null ? null : ridingHoursTenths + increase,
        palliativeTherapists: membersOf(views, areas, region, at).length,
        openCases: openCases(scope, region, at, records),
        rulings: maySeeCasesIn(scope, region) ? rulingsOf(views, at, region) : null,
      },
    }
  })
  return { at, authorities, plans }
}

/**
 * Figures of several regions together; null where there are none. What is unknown of one is unknown of all, except
 * capacity, which is the sum of what is known.
 */
export function together(figures: readonly Figures[]): Figures | null {
  const [first, ...rest] = figures
  if (first === undefined) return null
  return rest.reduce<Figures>(
    (sum, one) => ({
      municipalities: sum.municipalities + one.municipalities,
      inhabitants: plus(sum.inhabitants, one.inhabitants),
      clinics: sum.clinics + one.clinics,
      providers: sum.providers + one.providers,
      unit: sum.unit,
      capacity: sum.capacity === null ? one.capacity : sum.capacity + (one.capacity ?? 0),
      bySpecialty: specialtiesOf([...sum.bySpecialty, ...one.bySpecialty]),
      ridingSchools: sum.ridingSchools + one.ridingSchools,
      ridingAgreements: sum.ridingAgreements + one.ridingAgreements,
      ridingHoursTenths: sum.ridingHoursTenths + one.ridingHoursTenths,
      ridingCeilingTenths: plus(sum.ridingCeilingTenths, one.ridingCeilingTenths),
      palliativeTherapists: sum.palliativeTherapists + one.palliativeTherapists,
      openCases: plus(sum.openCases, one.openCases),
      rulings: plus(sum.rulings, one.rulings),
    }),
    first,
  )
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

/** Capacity of the clinics by specialty, each clinic's kroner rounded by itself as its own page does. */
function bySpecialty(
  views: Views,
  at: AsOf,
  region: RegionCode,
  clinics: readonly ClinicFigures[],
  parameters: PlanParameters | null,
): Figures['bySpecialty'] {
  const inKroner = regimeOn(at.effectiveOn) === 'KR_PER_CLINIC'
  const regions = regionsTogether(region, at.effectiveOn)
  const oereOf = (specialty: string) => {
    if (!inKroner || parameters === null || (specialty !== '51' && specialty !== '62')) return () => null
    const unitOere = specialty === '62' ? parameters.unit62Oere : parameters.unit51Oere
    const index = unitIndexOn(views, at, regions, specialty) ?? parameters.unitIndexTenThousandths
    return (unitsHundredths: number) => bendLimitOere(unitsHundredths, unitOere, index)
  }
  const known = new Map<string, ReturnType<typeof oereOf>>()
  const amounts = clinics.flatMap((clinic) =>
    clinic.bySpecialty.map(({ specialty, amount }) => {
      const oere = known.get(specialty) ?? oereOf(specialty)
      known.set(specialty, oere)
      return { specialty, capacity: amount, oere: oere(amount) }
    }),
  )
  return specialtiesOf(amounts)
}

function specialtiesOf(amounts: Figures['bySpecialty']): Figures['bySpecialty'] {
  return [...groupBy(amounts, ({ specialty }) => specialty)]
    .map(([specialty, own]) => ({
      specialty,
      capacity: own.reduce((sum, { capacity }) => sum + capacity, 0),
      oere: own.reduce<number | null>((sum, { oere }) => plus(sum, oere), 0),
    }))
    .toSorted((a, b) => a.specialty.localeCompare(b.specialty))
}

/** Open cases that the region's committee answers for on the date; null where there may be others than the asker sees. */
function openCases(scope: Scope, region: RegionCode, { effectiveOn }: AsOf, records: readonly CaseRecord[]) {
  if (!maySeeCasesIn(scope, region)) return null
  return records.filter(
    (record) => isOpen(record) && maySee(scope, record) && responsibleRegion(record.region, effectiveOn) === region,
  ).length
}

/** True when the asker sees every case that lies with the region, on whatever date. */
function maySeeCasesIn(scope: Scope, region: RegionCode): boolean {
  const reach = reachOf(scope.role, 'case.read')
  return reach === 'all' || (reach === 'region' && scope.regions.includes(region))
}

function rulingsOf(views: Views, at: AsOf, region: RegionCode): number {
  return (
    views
      .statement<{ count: number }>(`SELECT count(*) AS count FROM ruling r WHERE r.region = :region AND ${asOf('r')}`)
      .get({ region, ...moment(at) })?.count ?? 0
  )
}
