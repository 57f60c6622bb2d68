import type { AsOf } from '#api/asOf'
import { RegionCode } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { regionOf } from '#geo/hierarchy'
import type { Views } from '../projections/views.ts'
import { planInForce } from './planInForce.ts'

/** Parameters that hold for a municipality on the date: its region's. Null where it has no region or no rule set holds. */
export function parametersFor(
  views: Views,
  areas: AreaCatalogue,
  municipality: string,
  at: AsOf,
): PlanParameters | null {
  const region = RegionCode.safeParse(regionOf(areas, municipality, at.effectiveOn)?.code).data
  return region === undefined ? null : (planInForce(views, region, at)?.parameters ?? null)
}
