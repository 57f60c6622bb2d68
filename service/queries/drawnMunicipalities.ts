import { EffectiveDate } from '#events/time'
import type { Area, AreaCatalogue } from '#geo/areaCatalogue'
import { areasInForce } from '#geo/hierarchy'

/** Municipalities that stand for the country on a date. */
export interface DrawnMunicipalities {
  readonly municipalities: readonly Area[]
  /** Their first day, when that lies after the date; null when they hold on it. */
  readonly validFrom: EffectiveDate | null
}

/**
 * The municipalities in force on the date. Before the first of them (2007-01-01, R-41) they are those of that day: the
 * register has clinics from before, and the borders of the former municipalities are not known.
 */
export function municipalitiesOn(areas: AreaCatalogue, on: EffectiveDate): DrawnMunicipalities {
  const [first] = areas.municipalities.flatMap(({ validFrom }) => validFrom ?? []).toSorted()
  const validFrom = first !== undefined && on < first ? EffectiveDate.parse(first) : null
  return { municipalities: areasInForce(areas, 'municipality', validFrom ?? on), validFrom }
}
