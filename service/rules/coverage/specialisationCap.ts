import type { PlanParameters } from '#events/planParameters'

/** A group, or a family counted as one, in an area. */
export interface CapGroup {
  readonly id: string
  /** Patients or expected users; null when unknown or suppressed: unknown is not nobody. */
  readonly people: number | null
  /** Persons with valid documentation. */
  readonly documented: number
}

/** A group's cap in an area. */
export interface Cap {
  readonly id: string
  /** Physiotherapists of the exact share, before rounding. */
  readonly share: number
  readonly cap: number
  readonly documented: number
  /** Documented above the cap; 0 when within it. */
  readonly excess: number
}

/** What a cap is measured by. */
export type CapParameters = Pick<PlanParameters, 'capFactorHundredths' | 'capRounding' | 'capMinimum'>

/**
 * Caps of an area in proportion to the groups' size (R-27): `max(minimum, rounded(P x k x N_g / sum N))`. With 40
 * physiotherapists and 1,212 patients, 300 with sclerosis give a share of 9.90 and a cap of 10. The caps may add up to
 * more than P, because one person can be documented for several groups. Null where the size of any group is unknown: the
 * shares of all depend on it. Counts and parameters are whole numbers, so the rounding is exact.
 */
export function capsOf(
  physiotherapists: number,
  groups: readonly CapGroup[],
  parameters: CapParameters,
): readonly Cap[] | null {
  const sizes = groups.map(({ people }) => people)
  if (sizes.some((people) => people === null)) return null
  const all = sizes.reduce((sum: number, people) => sum + (people ?? 0), 0)
  return groups.map(({ id, people, documented }) => {
    const { share, cap } = capOf(physiotherapists, people ?? 0, all, parameters)
    return { id, share, cap, documented, excess: Math.max(0, documented - cap) }
  })
}

/** One cap: `max(minimum, rounded(P x k x people / all))`, with the share before rounding. Nobody at all gives the minimum. */
export function capOf(
  physiotherapists: number,
  people: number,
  all: number,
  { capFactorHundredths, capRounding, capMinimum }: CapParameters,
): { readonly share: number; readonly cap: number } {
  if (all === 0) return { share: 0, cap: capMinimum }
  const numerator = physiotherapists * capFactorHundredths * people
  const cap = Math.max(capMinimum, roundedRatio(numerator, 100 * all, capRounding))
  return { share: numerator / (100 * all), cap }
}

/**
 * Lowest and highest cap that sizes between these bounds leave possible: the group's own, and those of all others together.
 * Null where a size has no upper bound.
 */
export function capBetween(
  physiotherapists: number,
  own: { readonly least: number; readonly most: number | null },
  others: { readonly least: number; readonly most: number | null },
  parameters: CapParameters,
): readonly [number, number] | null {
  if (own.most === null || others.most === null) return null
  const low = capOf(physiotherapists, own.least, own.least + others.most, parameters)
  const high = capOf(physiotherapists, own.most, own.most + others.least, parameters)
  return [low.cap, high.cap]
}

/** A ratio of whole numbers, rounded without a binary fraction in between; half up. */
function roundedRatio(numerator: number, denominator: number, rounding: PlanParameters['capRounding']): number {
  const rest = numerator % denominator
  const whole = (numerator - rest) / denominator
  if (rounding === 'floor') return whole
  if (rounding === 'ceil') return rest > 0 ? whole + 1 : whole
  return 2 * rest >= denominator ? whole + 1 : whole
}
