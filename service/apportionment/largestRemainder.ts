import type { Given } from './divisors.ts'

/**
 * Seats by largest remainder (Hamilton): `floor(house x size / all)`, and what is left one each to the largest remainders.
 * Whoever's quota is below its least number gets just that and is taken out, with its seats, until no quota is below.
 * Remainders are whole numbers over the sum of sizes, so equal ones are equal exactly. Sizes are whole and 0 or more.
 */
export function byRemainders(house: number, sizes: Float64Array, least: Int32Array): Given {
  const isOpen = new Uint8Array(sizes.length)
  for (let at = 0; at < sizes.length; at += 1) isOpen[at] = Number((sizes[at] ?? 0) > 0)
  for (;;) {
    let [all, free, open] = [0, house, 0]
    for (let at = 0; at < sizes.length; at += 1) {
      if (isOpen[at] === 1) {
        all += sizes[at] ?? 0
        open += 1
      } else free -= least[at] ?? 0
    }
    const below: number[] = []
    for (let at = 0; at < sizes.length; at += 1)
      if (isOpen[at] === 1 && free * (sizes[at] ?? 0) < (least[at] ?? 0) * all) below.push(at)
    if (below.length === 0 || below.length === open) return rounded(free, sizes, least.slice(), isOpen, all)
    for (const at of below) isOpen[at] = 0
  }
}

function rounded(free: number, sizes: Float64Array, seats: Int32Array, isOpen: Uint8Array, all: number): Given {
  let left = free
  const remainders = new Float64Array(sizes.length)
  const order: number[] = []
  for (let at = 0; at < sizes.length; at += 1) {
    if (isOpen[at] !== 1) continue
    const numerator = free * (sizes[at] ?? 0)
    const remainder = numerator % all
    const floor = (numerator - remainder) / all
    remainders[at] = remainder
    seats[at] = floor
    left -= floor
    order.push(at)
  }
  order.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0))
  const last = order[left - 1]
  if (left <= 0 || last === undefined) return { seats, tied: [], left: Math.max(0, left) }
  const limit = remainders[last] ?? 0
  const equal: number[] = []
  for (const at of order) {
    const remainder = remainders[at] ?? 0
    if (remainder < limit) break
    if (remainder === limit) equal.push(at)
    else {
      seats[at] = (seats[at] ?? 0) + 1
      left -= 1
    }
  }
  if (equal.length > left) return { seats, tied: equal.toSorted((a, b) => a - b), left }
  for (const at of equal) seats[at] = (seats[at] ?? 0) + 1
  return { seats, tied: [], left: 0 }
}
