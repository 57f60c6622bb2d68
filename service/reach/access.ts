import { balanced, linksOfFields, spatialAvailability, threeStep, twoStep, weightsOf } from '#geo/accessibility'
import { type Band, bandedField, twoStepByBands } from '#geo/bands'
import type { CostField } from '#geo/costField'
import { type Decay, gaussianDecay, halfLifeDecay, linearDecay, logisticDecay, powerDecay, stepDecay } from '#geo/decay'

/** Measures of how much supply people have, and not only how far it is: E2SFCA, 3SFCA, balanced, spatial availability. */
export type AccessMeasure = 'crowding' | 'threeStep' | 'balanced' | 'availability'

/** How a journey's weight falls with its cost. All are cut at the limit, which is itself included. */
export type DecayChoice =
  | { readonly kind: 'step' }
  | { readonly kind: 'linear' | 'logistic' | 'halfLife' | 'gaussian'; readonly spread: number }
  | { readonly kind: 'power'; readonly spread: number; readonly exponent: number }

/** Bands of E2SFCA: the weights of Luo & Qi (2009) at a third, two thirds and the whole of the limit. */
export function bandsOf(max: number): readonly Band[] {
  return [
    { upTo: max / 3, weight: 1 },
    { upTo: (2 * max) / 3, weight: 0.68 },
    { upTo: max, weight: 0.22 },
  ]
}

/**
 * The decay of a choice. `linear` falls to 0 at the limit over the spread before it; `logistic` has its median at half the
 * limit and the spread as deviation; `halfLife` halves with every spread; the spread of `gaussian` is its deviation;
 * `power` is 1 up to the spread and falls by the exponent after it.
 */
export function decayOf(choice: DecayChoice, max: number): Decay {
  switch (choice.kind) {
    case 'step':
      return stepDecay(bandsOf(max))
    case 'linear':
      return linearDecay(max - choice.spread / 2, choice.spread)
    case 'logistic':
      return logisticDecay(max / 2, choice.spread)
    case 'halfLife':
      return halfLifeDecay(choice.spread)
    case 'gaussian':
      return gaussianDecay(choice.spread)
    case 'power':
      return powerDecay(choice.spread, -choice.exponent, choice.spread)
  }
}

/** What the scores of the cells are made of. */
export interface AccessAsked {
  readonly measure: AccessMeasure
  readonly decay: DecayChoice
  readonly max: number
  /** Cells within the limit of each site, and the supply there, in the same order. */
  readonly fields: readonly CostField[]
  readonly supply: readonly number[]
}

/**
 * The score of every cell: supply per inhabitant, or for `availability` the supply that falls to the cell's inhabitants. 0
 * where no site is within the limit.
 */
export function accessScores(
  { measure, decay, max, fields, supply }: AccessAsked,
  population: Int32Array,
): Float64Array {
  const cells = population.length
  if (measure === 'crowding' && decay.kind === 'step') {
    const bands = bandsOf(max)
    const banded = fields.map((field) => bandedField(field, bands))
    return twoStepByBands(cells, banded, bands, population, supply)
  }
  const links = linksOfFields(cells, fields)
  const weight = decayOf(decay, max)
  if (measure === 'threeStep') return threeStep(links, weight, max, population, supply)
  const weights = weightsOf(links, weight)
  if (measure === 'crowding') return twoStep(links, weights, population, supply)
  if (measure === 'balanced') return balanced(links, weights, population, supply)
  return spatialAvailability(links, weights, population, supply)
}
