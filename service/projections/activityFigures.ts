import type { ActivityFigures } from '#events/activity'

/** A report's figures in the cells of the view. */
export type ActivityCells = {
  patients: number | null
  group_services: number | null
  individual_services: number | null
  home_services: number | null
  progressive_patients: number | null
  progressive_individual_services: number | null
  oere: number | null
  price_level_year: number
}

/** The figures of a row of reports; what was not reported is null, never 0. */
export function figuresOf(row: ActivityCells): ActivityFigures {
  return {
    patients: row.patients,
    groupServices: row.group_services,
    individualServices: row.individual_services,
    homeServices: row.home_services,
    progressivePatients: row.progressive_patients,
    progressiveIndividualServices: row.progressive_individual_services,
    oere: row.oere,
    priceLevelYear: row.price_level_year,
  }
}
