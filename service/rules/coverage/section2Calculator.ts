import type { Section2Figures, Section2Size, SizingBasis } from '#events/palliative'
import { compare, minus, plus, type Ratio, ratio, rounded, times } from '../ratio.ts'

/** Both sizes of a section-2 agreement, and how far apart their multipliers are. */
export interface Section2Calculation {
  readonly seed: Section2Size
  readonly population: Section2Size
  /** Population of the region over the donor's, in thousandths: 1543. */
  readonly populationRatioThousandths: number
  /** That ratio less one, in tenths of a percentage point: 543. */
  readonly populationUpliftTenths: number
  /** What the region has more, as a share of the region itself, in tenths of a percentage point: 352. */
  readonly shareOfOwnTenths: number
  /** How far the uplift is from the population's, in tenths of a percentage point. */
  readonly differenceTenths: number
  /** True when they differ by more than the parameter allows. */
  readonly warns: boolean
  /** The donor's own figures per patient, per service and per therapist, as a check on them. */
  readonly donor: {
    readonly oerePerPatient: number
    readonly oerePerService: number
    readonly servicesPerPatientTenths: number
    readonly patientsPerTherapistTenths: number
  }
}

/**
 * Sizes a section-2 agreement from another region's year, once with the uplift given and once with the ratio of
 * the populations. Everything is exact until the end; each result is then rounded to the nearest, the higher of two as near. Therapists
 * are whole before they are paid a base fee, because people are. Amounts in øre.
 */
export function calculateSection2(figures: Section2Figures, warnPoints: number): Section2Calculation {
  const uplift = ratio(100 + figures.upliftPercent, 100)
  const ofPopulation = ratio(figures.population, figures.donorPopulation)
  const apart = minus(ofPopulation, uplift)
  const { donorTherapists, donorPatients, donorServices, donorServiceCostOere } = figures
  return {
    seed: sizeBy('seed', uplift, figures),
    population: sizeBy('population', ofPopulation, figures),
    populationRatioThousandths: rounded(ofPopulation, 1000),
    populationUpliftTenths: rounded(minus(ofPopulation, one), 1000),
    shareOfOwnTenths: rounded(minus(one, ratio(figures.donorPopulation, figures.population)), 1000),
    differenceTenths: Math.abs(rounded(apart, 1000)),
    warns: exceeds(times(apart, ratio(100, 1)), warnPoints),
    donor: {
      oerePerPatient: rounded(ratio(donorServiceCostOere, donorPatients)),
      oerePerService: rounded(ratio(donorServiceCostOere, donorServices)),
      servicesPerPatientTenths: rounded(ratio(donorServices, donorPatients), 10),
      patientsPerTherapistTenths: rounded(ratio(donorPatients, donorTherapists), 10),
    },
  }
}

function sizeBy(basis: SizingBasis, multiplier: Ratio, figures: Section2Figures): Section2Size {
  const scaled = (value: number) => times(multiplier, ratio(value, 1))
  const therapists = rounded(scaled(figures.donorTherapists))
  const serviceCost = scaled(figures.donorServiceCostOere)
  const baseFeesOere = therapists * figures.baseFeeOere
  const yearly = plus(serviceCost, ratio(baseFeesOere + figures.supervisionOere + figures.themeDayOere, 1))
  const total = plus(times(yearly, ratio(figures.years, 1)), ratio(figures.startUpOere ?? 0, 1))
  return {
    basis,
    therapists,
    patients: rounded(scaled(figures.donorPatients)),
    services: rounded(scaled(figures.donorServices)),
    serviceCostOere: rounded(serviceCost),
    baseFeesOere,
    yearlyOere: rounded(yearly),
    totalOere: rounded(total),
  }
}

/** How a year's budget for supervision is made up. */
export interface SupervisionBudget {
  /** One group in one year, in øre. */
  readonly groupOere: number
  /** Groups that the budget pays for, and therapists in each, in tenths. */
  readonly groups: number
  readonly therapistsPerGroupTenths: number
  /** The budget before the uplift, in øre. */
  readonly unscaledOere: number
}

/** Supervision of groups so many times a year, so many hours, at so many øre an hour (S_SEED002). */
export function supervisionBudget(given: {
  readonly timesPerYear: number
  readonly hours: number
  readonly oerePerHour: number
  readonly budgetOere: number
  readonly therapists: number
  readonly upliftPercent: number
}): SupervisionBudget {
  const groupOere = given.timesPerYear * given.hours * given.oerePerHour
  const groups = Math.floor(given.budgetOere / groupOere)
  return {
    groupOere,
    groups,
    therapistsPerGroupTenths: groups === 0 ? 0 : rounded(ratio(given.therapists, groups), 10),
    unscaledOere: rounded(ratio(given.budgetOere, 100 + given.upliftPercent), 100),
  }
}

const one = ratio(1, 1)

/** True when the number is further from 0 than the limit. */
function exceeds({ over, under }: Ratio, limit: number): boolean {
  return compare({ over: over < 0n ? -over : over, under }, ratio(limit, 1)) > 0
}
