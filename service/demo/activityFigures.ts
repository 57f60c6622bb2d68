import type { ActivityFigures } from '#events/activity'
import type { Random } from './random.ts'

/** What is reported of one subject and specialty; every number of the demonstration is known. */
export interface Figures {
  readonly patients: number
  readonly group: number
  readonly individual: number
  readonly home: number
  readonly progressivePatients: number
  readonly progressiveIndividual: number
  readonly oere: number
}

export const nothing: Figures = {
  patients: 0,
  group: 0,
  individual: 0,
  home: 0,
  progressivePatients: 0,
  progressiveIndividual: 0,
  oere: 0,
}

/** Each figure times its own factor, rounded; figures that are not named stay. */
export function scaled(figures: Figures, factors: Partial<Figures>): Figures {
  const by = (key: keyof Figures) => Math.round(figures[key] * (factors[key] ?? 1))
  return bounded({
    patients: by('patients'),
    group: by('group'),
    individual: by('individual'),
    home: by('home'),
    progressivePatients: by('progressivePatients'),
    progressiveIndividual: by('progressiveIndividual'),
    oere: by('oere'),
  })
}

/** A part is never larger than what it is a part of, whatever the rounding. */
function bounded(figures: Figures): Figures {
  return {
    ...figures,
    home: Math.min(figures.home, figures.group + figures.individual),
    progressivePatients: Math.min(figures.progressivePatients, figures.patients),
    progressiveIndividual: Math.min(figures.progressiveIndividual, figures.individual),
  }
}

export function sum(all: readonly Figures[]): Figures {
  return all.reduce(
    (total, one) => ({
      patients: total.patients + one.patients,
      group: total.group + one.group,
      individual: total.individual + one.individual,
      home: total.home + one.home,
      progressivePatients: total.progressivePatients + one.progressivePatients,
      progressiveIndividual: total.progressiveIndividual + one.progressiveIndividual,
      oere: total.oere + one.oere,
    }),
    nothing,
  )
}

/** Free physiotherapy of so many patients in a year: invented, of the size that the sources speak of (S_U62, SEED 001). */
export function yearOf(patients: number, home: number, random: Random): Figures {
  const progressivePatients = Math.round(patients * (0.4 + 0.2 * random.next()))
  return bounded({
    patients,
    group: Math.round(patients * (15 + 5 * random.next())),
    individual: Math.round(patients * (24.8 + 3 * random.next())),
    home: Math.round(patients * 43 * home),
    progressivePatients,
    progressiveIndividual: Math.round(progressivePatients * (3.1 + 1.1 * random.next())),
    oere: patients * Math.round(12_000 * (0.93 + 0.13 * random.next())) * 100,
  })
}

/** As it is reported. General physiotherapy has no progressive patients to tell of. */
export function reported(figures: Figures, specialty: string, priceLevelYear: number): ActivityFigures {
  const progressive = specialty === '62'
  return {
    patients: figures.patients,
    groupServices: figures.group,
    individualServices: figures.individual,
    homeServices: figures.home,
    progressivePatients: progressive ? figures.progressivePatients : null,
    progressiveIndividualServices: progressive ? figures.progressiveIndividual : null,
    oere: figures.oere,
    priceLevelYear,
  }
}

/**
 * Figures whose cost per patient is exactly a tenth above the mean of all, themselves included, so that the edge of R-21
 * is met to the øre. `other` gets the few øre of rest, so that the division has none.
 */
export function exactlyATenthAbove(
  edge: Figures,
  other: Figures,
  rest: readonly Figures[],
): { readonly edge: Figures; readonly other: Figures } {
  const others = sum([other, ...rest])
  const p = edge.patients
  // o / p = 11/10 (O + o) / (P + p) gives o (10 P - p) = 11 p O, whole when O is a multiple of 10 P - p.
  const step = 10 * others.patients - p
  const times = Math.round(others.oere / step)
  return {
    edge: { ...edge, oere: 11 * p * times },
    other: { ...other, oere: other.oere + times * step - others.oere },
  }
}
