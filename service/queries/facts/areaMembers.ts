import type { AsOf } from '#api/asOf'
import type { AreaRef } from '#events/quota'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { councilMembers, municipalitiesOfRegion } from '#geo/hierarchy'
import type { Views } from '../../projections/views.ts'
import { planningAreasAt } from './planningAreas.ts'

/** Municipalities of an area that a cap can be set for, on a date; none for one that nobody knows. */
export function municipalitiesOfArea(
  views: Views,
  areas: AreaCatalogue,
  { kind, code }: AreaRef,
  at: AsOf,
): readonly string[] {
  switch (kind) {
    case 'region':
      return municipalitiesOfRegion(areas, code, at.effectiveOn)
    case 'council':
      return councilMembers(areas, code) ?? []
    case 'municipality':
      return [code]
    case 'planningArea':
      return planningAreasAt(views, at).find(({ id }) => id === code)?.municipalities ?? []
    default:
      return kind satisfies never
  }
}
