/**
 * A quotient kept as its two whole numbers, so that comparing with a limit is exact: 13,200 kr is exactly 10 % above
 * 12,000 kr, and 10/30 + 10/30 + 10/30 is 1.
 */
export interface Ratio {
  readonly over: bigint
  /** Above 0. */
  readonly under: bigint
}

/** The quotient of two whole numbers. Throws a RangeError for a divisor that is not above 0 or a part that is not whole. */
export function ratio(over: number, under: number): Ratio {
  if (!(under > 0)) throw new RangeError(`${under} cannot be divided by`)
  return { over: BigInt(over), under: BigInt(under) }
}

/** Below 0 when `a` is the smaller, above 0 when it is the larger, 0 when they are equal. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The exact product. */
export function times(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.over, under: a.under * b.under }
}

/** The exact sum. */
export function plus(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}

/** The exact difference. */
export function minus(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.under - b.over * a.under, under: a.under * b.under }
}

/** `a` divided by `b`. Throws a RangeError when `b` is not above 0. */
export function dividedBy(a: Ratio, b: Ratio): Ratio {
  if (b.over <= 0n) throw new RangeError('a ratio can only be divided by one above 0')
  return { over: a.over * b.under, under: a.under * b.over }
}

/** In whole steps, `steps` of them to one, halves away from 0. For showing: what decides is `compare`. */
export function rounded({ over, under }: Ratio, steps = 1): number {
  const doubled = 2n * over * BigInt(steps)
  const half = over < 0n ? -under : under
  return Number((doubled + half) / (2n * under))
}

/** The middle of the ratios: of an even number, the mean of the two in the middle. Null of none. */
export function median(ratios: readonly Ratio[]): Ratio | null {
  const sorted = ratios.toSorted(compare)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  if (low === undefined || high === undefined) return null
  return { over: low.over * high.under + high.over * low.under, under: 2n * low.under * high.under }
}
