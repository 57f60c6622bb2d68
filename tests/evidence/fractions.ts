/** A quotient of whole numbers, below the line above 0. */
export type Fraction = readonly [over: bigint, under: bigint]

export function fraction(over: number, under: number): Fraction {
  if (!(under > 0)) throw new Error(`${under} cannot be divided by`)
  return [BigInt(over), BigInt(under)]
}

export function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d]
}

export function less([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d - c * b, b * d]
}

export function plus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d + c * b, b * d]
}

/** Below 0 when the first is smaller. */
function order(a: Fraction, b: Fraction): number {
  const [over] = less(a, b)
  return over < 0n ? -1 : over > 0n ? 1 : 0
}

/** The nearest whole number of so many steps to one; of two as near the one further from 0. */
export function whole([over, under]: Fraction, steps = 1): number {
  const scaled = over * BigInt(steps)
  const size = scaled < 0n ? -scaled : scaled
  const nearest = (2n * size + under) / (2n * under)
  return Number(scaled < 0n ? -nearest : nearest)
}

/** The middle one, or the mean of the two in the middle; null of none. */
export function median(all: readonly Fraction[]): Fraction | null {
  const sorted = all.toSorted(order)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : times(plus(low, high), fraction(1, 2))
}
