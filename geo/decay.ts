import { type Band, checkBands } from './bands.ts'

/** Weight of a journey by its cost; 0 or more, never rising with the cost. Costs are minutes, metres or whatever the reach is in. */
export type Decay = (cost: number) => number

/**
 * Step: the weight of the first band whose limit is not below the cost; 0 beyond the last. Limits are inclusive (<=) and
 * ascending. 1 / 0.68 / 0.22 at 10 / 20 / 30 minutes are the bands of E2SFCA (Luo & Qi 2009). Throws a RangeError when
 * the limits do not ascend or lie below 0, where nothing can be within reach and no score would mean anything.
 */
export function stepDecay(bands: readonly Band[]): Decay {
  checkBands(bands)
  const limits = Float64Array.from(bands, ({ upTo }) => upTo)
  const weights = Float64Array.from(bands, ({ weight }) => weight)
  return (cost) => {
    for (let band = 0; band < limits.length; band += 1) if (cost <= (limits[band] ?? 0)) return weights[band] ?? 0
    return 0
  }
}

/**
 * Linear around a midpoint: 1 to `midpoint - width / 2`, 0 from `midpoint + width / 2`, straight between (Conveyal R5,
 * analyst/decay). A width of 0 is a step at the midpoint, itself included.
 */
export function linearDecay(midpoint: number, width: number): Decay {
  const end = midpoint + width / 2
  if (width === 0) return (cost) => (cost <= midpoint ? 1 : 0)
  return (cost) => Math.min(1, Math.max(0, (end - cost) / width))
}

/** Logistic with median `median` and standard deviation `deviation`, 1 at cost 0: g(0) / g(t) (Conveyal R5, analyst/decay). */
export function logisticDecay(median: number, deviation: number): Decay {
  const g = (cost: number) => 1 + Math.exp(((cost - median) * Math.PI) / (deviation * Math.sqrt(3)))
  return (cost) => g(0) / g(cost)
}

/** Halves with every `halfLife`: 0.5 ^ (t / h). */
export function halfLifeDecay(halfLife: number): Decay {
  return (cost) => 0.5 ** (cost / halfLife)
}

/** Gaussian: exp(-t² / 2s²) (PySAL access, weights). */
export function gaussianDecay(deviation: number): Decay {
  return (cost) => Math.exp(-(cost * cost) / (2 * deviation * deviation))
}

/** Power: (max(t, floor) / scale) ^ exponent, the exponent negative (PySAL access, weights). The floor keeps it finite at 0. */
export function powerDecay(scale: number, exponent: number, floor: number): Decay {
  return (cost) => (Math.max(cost, floor) / scale) ** exponent
}
