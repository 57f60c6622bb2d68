/** Decimals that no score is written with more of; what is smaller still is said to be below the last of them. */
const most = 6

/**
 * Decimals that leave two digits of a score above zero, two at the least: 2.31, 0.043, 0.0031. Small groups have scores in
 * the thousandths, and what is little must not look like nothing.
 */
export function scoreDecimals(score: number): number {
  if (score === 0) return 0
  return Math.min(most, Math.max(2, 1 - Math.floor(Math.log10(Math.abs(score)))))
}
