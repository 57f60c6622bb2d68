import type { Section2Figures } from '#events/palliative'

/** SEED 002: Region Syddanmark's 2023, scaled to Region Hovedstaden. Amounts in øre. */
export const syddanmark2023: Section2Figures = {
  donorTherapists: 20,
  donorPatients: 550,
  donorServices: 20_715,
  donorServiceCostOere: 172_500_000,
  donorPopulation: 1_238_406,
  population: 1_911_067,
  upliftPercent: 35,
  baseFeeOere: 2_000_000,
  supervisionOere: 10_800_000,
  themeDayOere: 2_000_000,
  startUpOere: null,
  years: 4,
}
