/** Digits before and after the decimal mark; thousands apart by points (`1.450.000,00`) or commas (`1,450,000.00`). */
const shapes = [
  [/^\d{1,3}(\.\d{3})+(,\d+)?$/, /\./g],
  [/^\d{1,3}(,\d{3})+\.\d+$/, /,/g],
  [/^\d{1,3}(,\d{3}){2,}$/, /,/g],
  [/^\d+([.,]\d+)?$/, null],
] as const

/**
 * A quantity as a person types it, in whole steps of `10^-decimals`: `14,0` with one decimal is 140. Null for what is no
 * number, is negative, is finer than its step, or lies outside the bounds, which are in steps too.
 */
export function typedQuantity(text: string, decimals: number, [least, most]: readonly [number, number]): number | null {
  const bare = text.trim().replaceAll(/[\s\u00A0]/g, '')
  const shape = shapes.find(([pattern]) => pattern.test(bare))
  if (shape === undefined) return null
  const plain = (shape[1] === null ? bare : bare.replaceAll(shape[1], '')).replace(',', '.')
  const [whole = '', fraction = ''] = plain.split('.')
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > decimals) return null
  const steps = Number(whole + kept.padEnd(decimals, '0'))
  return Number.isSafeInteger(steps) && steps >= least && steps <= most ? steps : null
}

/** Steps as a person would type them: 140 with one decimal is `14,0`. Empty for what is not known. */
export function quantityText(steps: number | null, decimals: number): string {
  return steps === null ? '' : (steps / 10 ** decimals).toFixed(decimals).replace('.', ',')
}
