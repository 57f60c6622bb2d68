import type { AsOf } from '#api/asOf'
import type { CapsAnswer } from '#api/views/caps'
import type { PlanParameters } from '#events/planParameters'
import type { Demand } from '../demand/demand.ts'
import { expectedIn } from '../demand/expected.ts'
import type { Geography } from '../geography.ts'
import type { Views } from '../projections/views.ts'

type Children = CapsAnswer['areas'][number]['children']

/** Clinics for children by area. */
export function childrensClinics(_views: Views, _at: AsOf, _geography: Geography) {
  return {
    of(municipalities: readonly string[], demand: Demand, parameters: PlanParameters | null): Children {
      return {
        patients: expectedIn(demand, 'cerebral-palsy-children', 'prevalence', municipalities),
        qualifying: [],
        lacking: [],
        outOfReach: [],
        maxKm: parameters?.coverageMaxKm ?? 30,
        verdict: 'not-applicable',
      }
    },
  }
}
