import { ratio, rounded, times } from '../ratio.ts'

/** What one specialty may bring a clinic in a year before the bend (S_KAP): units times a unit's kroner times the index, in øre. */
export function bendLimitOere(unitsHundredths: number, unitOere: number, indexTenThousandths: number): number {
  return rounded(times(times(ratio(unitsHundredths, 100), ratio(unitOere, 1)), ratio(indexTenThousandths, 10_000)))
}

/** Units that an amount at the level year gives, in hundredths; a part of a hundredth is not given. */
export function unitsOf(oere: number, unitOere: number): number {
  return Number((BigInt(oere) * 100n) / BigInt(unitOere))
}

/** Øre that are cut from an excess, rounded half up. */
export function cutOere(excessOere: number, percent: number): number {
  return rounded(times(ratio(excessOere, 1), ratio(percent, 100)))
}

/** Owner and lessee numbers that a clinic may have: its units of all specialties together, rounded up (S_FAKTA). */
export function maxNumbers(totalUnitsHundredths: number): number {
  return Math.ceil(totalUnitsHundredths / 100)
}

/**
 * Shares a cut among amounts of the month pro rata, in whole øre that add up to the cut: what the fractions leave goes to
 * the largest remainders, the first of equals. Nobody bears anything of a month without amounts.
 */
export function sharedCut(cut: number, amountsOere: readonly number[]): readonly number[] {
  const total = amountsOere.reduce((sum, amount) => sum + BigInt(amount), 0n)
  if (total === 0n) return amountsOere.map(() => 0)
  const exact = amountsOere.map((amount, index) => {
    const product = BigInt(cut) * BigInt(amount)
    return { index, whole: Number(product / total), remainder: product % total }
  })
  const left = cut - exact.reduce((sum, { whole }) => sum + whole, 0)
  const rounding = exact
    .toSorted((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.index - b.index))
    .slice(0, left)
    .map(({ index }) => index)
  return exact.map(({ index, whole }) => whole + (rounding.includes(index) ? 1 : 0))
}
