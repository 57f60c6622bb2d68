import type { AsOf } from '#api/asOf'
import type { CapsAnswer } from '#api/views/caps'
import type { ChildrensCriteria } from '#events/clinic'
import { ClinicId, MunicipalityCode } from '#events/identifiers'
import type { Position2d } from '#events/place'
import type { PlanParameters } from '#events/planParameters'
import { distanceM } from '#geo/distance'
import type { Demand } from '../demand/demand.ts'
import { expectedIn, summed } from '../demand/expected.ts'
import { childrensGroups } from '../demand/groupRates.ts'
import type { Geography, Town } from '../geography.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { criteriaOf, inReach, isChildrensClinic } from '../rules/coverage/childrensClinic.ts'
import { eventIds } from './capacity.ts'

type Children = CapsAnswer['areas'][number]['children']

/** A clinic that has told about treating children, at each of its places. */
export interface ChildrensClinic {
  readonly clinic: string
  readonly name: string
  readonly criteria: ChildrensCriteria
  readonly position: Position2d | null
  readonly municipality: string | null
  readonly inputs: ReturnType<typeof eventIds>
}

type Row = {
  clinic: string
  name: string
  competence: number | null
  facilities: number | null
  equipment: number | null
  parents_involved: number | null
  lng: number | null
  lat: number | null
  municipality: string | null
  inputs: string
}

/** Every clinic that has told, once for each place; once without a place where none is known. */
export function childrensClinicsAt(views: Views, at: AsOf): readonly ChildrensClinic[] {
  const rows = views
    .statement<Row>(
      `SELECT h.clinic, c.name, h.competence, h.facilities, h.equipment, h.parents_involved, h.inputs, a.lng, a.lat, a.municipality
       FROM childrens_clinic h JOIN clinic c ON c.clinic = h.clinic AND ${asOf('c')}
       LEFT JOIN practice_address a ON a.clinic = h.clinic AND a.role = 'current' AND ${asOf('a')}
       WHERE ${asOf('h')} ORDER BY h.clinic, a.address`,
    )
    .all(moment(at))
  return rows.map(({ clinic, name, lng, lat, municipality, inputs, ...said }) => ({
    clinic,
    name,
    criteria: {
      competence: yesOrNo(said.competence),
      facilities: yesOrNo(said.facilities),
      equipment: yesOrNo(said.equipment),
      parentsInvolved: yesOrNo(said.parents_involved),
    },
    position: lng === null || lat === null ? null : [lng, lat],
    municipality,
    inputs: eventIds(inputs),
  }))
}

/**
 * Straight-line metres from the municipality's largest town to the nearest of the clinics; null where none counts. An island
 * without a fixed link counts its own alone, and they count only there (as R-28).
 */
export function nearestMetres(
  geography: Geography,
  municipality: string,
  clinics: readonly ChildrensClinic[],
): number | null {
  const { areas } = geography
  const town = largestTowns(geography).get(municipality)
  if (town === undefined) return null
  const isIsland = (code: string | null) =>
    areas.municipalities.some((one) => one.code === code && one.islandWithoutFixedLink)
  const counting = clinics.filter(
    (one) => one.municipality === municipality || !(isIsland(municipality) || isIsland(one.municipality)),
  )
  const metres = counting.flatMap(({ position }) =>
    position === null ? [] : [distanceM([town.lng, town.lat], position)],
  )
  return metres.length === 0 ? null : Math.round(Math.min(...metres))
}

/** What the clinics for children are in an area, and which municipalities are far from them. */
export function childrenIn(
  municipalities: readonly string[],
  all: readonly ChildrensClinic[],
  demand: Demand,
  geography: Geography,
  limits: Pick<PlanParameters, 'coverageMaxKm' | 'detourHundredths'>,
): Children {
  const patients = summed(childrensGroups.map((group) => expectedIn(demand, group, 'prevalence', municipalities)))
  const here = onePerClinic(all.filter((one) => one.municipality !== null && municipalities.includes(one.municipality)))
  const qualifying = all.filter(({ criteria }) => isChildrensClinic(criteria))
  // These could qualify, when they tell the rest.
  const open = all.filter(({ criteria }) => criteriaOf(criteria).unmet.length === 0)
  const outOfReach = municipalities.flatMap((code) => {
    const nearest = nearestMetres(geography, code, qualifying)
    if (inReach(nearest, limits)) return []
    const name = geography.areas.municipalities.find((one) => one.code === code)?.name ?? code
    const byRoad = nearest === null ? null : Math.round((nearest * limits.detourHundredths) / 100)
    return [{ municipality: MunicipalityCode.parse(code), name, nearestMetres: byRoad }]
  })
  const isOpen = outOfReach.every(({ municipality }) => inReach(nearestMetres(geography, municipality, open), limits))
  return {
    patients,
    qualifying: here
      .filter(({ criteria }) => isChildrensClinic(criteria))
      .map(({ clinic, name }) => ({ clinic: ClinicId.parse(clinic), name })),
    lacking: here.flatMap(({ clinic, name, criteria }) => {
      const { unsaid, unmet } = criteriaOf(criteria)
      const missing = [...unsaid, ...unmet]
      return missing.length === 0 ? [] : [{ clinic: ClinicId.parse(clinic), name, missing }]
    }),
    outOfReach,
    maxKm: limits.coverageMaxKm,
    verdict: outOfReach.length === 0 ? 'pass' : patients.state === 'unknown' || isOpen ? 'needs-information' : 'breach',
  }
}

const largest = new WeakMap<Geography, ReadonlyMap<string, Town>>()

/** The largest town of each municipality. */
function largestTowns(geography: Geography): ReadonlyMap<string, Town> {
  const known =
    largest.get(geography) ??
    new Map(
      geography.towns
        .toSorted((a, b) => (a.population ?? 0) - (b.population ?? 0))
        .flatMap((town) => (town.municipality === null ? [] : [[town.municipality, town] as const])),
    )
  largest.set(geography, known)
  return known
}

function onePerClinic(clinics: readonly ChildrensClinic[]): readonly ChildrensClinic[] {
  return clinics.filter((one, index) => clinics.findIndex(({ clinic }) => clinic === one.clinic) === index)
}

function yesOrNo(said: number | null): boolean | null {
  return said === null ? null : said === 1
}
