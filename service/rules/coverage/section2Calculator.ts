import type { Section2Figures, Section2Size, SizingBasis } from '#events/palliative'

/** An exact number: numerator over a positive denominator. */
interface Ratio {
  readonly over: bigint
  readonly under: bigint
}

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
  const uplift: Ratio = { over: BigInt(100 + figures.upliftPercent), under: 100n }
  const ratio: Ratio = { over: BigInt(figures.population), under: BigInt(figures.donorPopulation) }
  const differencePoints = times(difference(ratio, uplift), 100n)
  const { donorTherapists, donorPatients, donorServices, donorServiceCostOere } = figures
  return {
    seed: sizeBy('seed', uplift, figures),
    population: sizeBy('population', ratio, figures),
    populationRatioThousandths: halfUp(times(ratio, 1000n)),
    populationUpliftTenths: halfUp(times(difference(ratio, whole(1n)), 1000n)),
    shareOfOwnTenths: halfUp(times(difference(whole(1n), { over: ratio.under, under: ratio.over }), 1000n)),
    differenceTenths: Math.abs(halfUp(times(differencePoints, 10n))),
    warns: exceeds(differencePoints, BigInt(warnPoints)),
    donor: {
      oerePerPatient: halfUp(quotient(donorServiceCostOere, donorPatients)),
      oerePerService: halfUp(quotient(donorServiceCostOere, donorServices)),
      servicesPerPatientTenths: halfUp(times(quotient(donorServices, donorPatients), 10n)),
      patientsPerTherapistTenths: halfUp(times(quotient(donorPatients, donorTherapists), 10n)),
    },
  }
}

function sizeBy(basis: SizingBasis, multiplier: Ratio, figures: Section2Figures): Section2Size {
  const scaled = (value: number) => times(multiplier, BigInt(value))
  const therapists = halfUp(scaled(figures.donorTherapists))
  const serviceCost = scaled(figures.donorServiceCostOere)
  const baseFeesOere = therapists * figures.baseFeeOere
  const fixed = BigInt(baseFeesOere + figures.supervisionOere + figures.themeDayOere)
  const yearly = sum(serviceCost, whole(fixed))
  const total = sum(times(yearly, BigInt(figures.years)), whole(BigInt(figures.startUpOere ?? 0)))
  return {
    basis,
    therapists,
    patients: halfUp(scaled(figures.donorPatients)),
    services: halfUp(scaled(figures.donorServices)),
    serviceCostOere: halfUp(serviceCost),
    baseFeesOere,
    yearlyOere: halfUp(yearly),
    totalOere: halfUp(total),
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
    therapistsPerGroupTenths: groups === 0 ? 0 : halfUp(times(quotient(given.therapists, groups), 10n)),
    unscaledOere: halfUp(times(quotient(given.budgetOere, 100 + given.upliftPercent), 100n)),
  }
}

function whole(value: bigint): Ratio {
  return { over: value, under: 1n }
}

function quotient(over: number, under: number): Ratio {
  return { over: BigInt(over), under: BigInt(under) }
}

function times({ over, under }: Ratio, factor: bigint): Ratio {
  return { over: over * factor, under }
}

function sum(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}

function difference(a: Ratio, b: Ratio): Ratio {
  return sum(a, times(b, -1n))
}

/** True when the number is further from 0 than the limit. */
function exceeds({ over, under }: Ratio, limit: bigint): boolean {
  return (over < 0n ? -over : over) > limit * under
}

/** The nearest whole number; the higher one of two as near: 742.5 is 743. */
function halfUp({ over, under }: Ratio): number {
  const doubled = 2n * over + under
  const step = 2n * under
  const down = doubled / step
  return Number(doubled % step < 0n ? down - 1n : down)
}
