/**
 * Shares a whole number out in proportion to weights, in whole numbers that add up to it exactly: the integer part of
 * each quota, the rest by largest remainder, the first of equals first (Hamilton; Balinski & Young 1975). Weights are 0 or
 * more. Where all are 0 there is nothing to go by, and a RangeError is thrown unless the total is 0.
 */
export function shareOut(total: number, weights: ArrayLike<number>): Int32Array {
  const shares = new Int32Array(weights.length)
  if (total === 0) return shares
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += weights[i] ?? 0
  if (!(sum > 0)) throw new RangeError(`nothing to share ${total} out by`)
  let given = 0
  const remainders = new Float64Array(weights.length)
  for (let i = 0; i < weights.length; i += 1) {
    const quota = (total * (weights[i] ?? 0)) / sum
    shares[i] = Math.floor(quota)
    remainders[i] = quota - Math.floor(quota)
    given += shares[i] ?? 0
  }
  const order = Array.from(remainders.keys()).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b)
  for (const i of order.slice(0, total - given)) shares[i] = (shares[i] ?? 0) + 1
  return shares
}
