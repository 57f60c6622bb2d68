import { compare, minus, type Ratio, ratio, rounded } from '../ratio.ts'

/** A percentage that a source prints beside the same one divided by us, all in thousandths. */
export interface Quoted {
  readonly publishedPermille: number
  /** Null where one of the amounts is not known. */
  readonly computedPermille: number | null
  /** Published less computed; null when the latter is unknown. 0 means that the two agree as printed. */
  readonly differencePermille: number | null
}

/** Growth between two amounts, in thousandths of the first: 172 to 210 is 221, 22.1 %. Null from nothing or unknown. */
export function growthPermille(from: number | null, to: number | null): number | null {
  if (from === null || to === null || from <= 0) return null
  return rounded(minus(ratio(to, from), one), 1000)
}

/** A published growth beside our own division of the amounts it is said to come from. The two are never made to match. */
export function quoted(publishedPermille: number, from: number | null, to: number | null): Quoted {
  const computedPermille = growthPermille(from, to)
  const differencePermille = computedPermille === null ? null : publishedPermille - computedPermille
  return { publishedPermille, computedPermille, differencePermille }
}

/**
 * Growth of the amount per user, from the growth of the amount and of the share of the inhabitants who are users, in
 * thousandths: +22.3 % and +18 % give +3.6 %. It is about the share, not about head counts.
 */
export function perUserShareGrowthPermille(amountPermille: number, userSharePermille: number): number {
  return rounded(minus(ratio(1000 + amountPermille, 1000 + userSharePermille), one), 1000)
}

const one: Ratio = ratio(1, 1)

/** True when the ratio is above 0. */
export function isPositive(value: Ratio): boolean {
  return compare(value, ratio(0, 1)) > 0
}
