import type { Given } from './divisors.ts'

/**
 * Seats by largest remainder (Hamilton): `floor(house x size / all)`, and what is left one each to the largest remainders.
 * Whoever's quota is below its least number gets just that and is taken out, with its seats, until no quota is below.
 * Remainders are whole numbers over the sum of sizes, so equal ones are equal exactly. Sizes are whole and 0 or more.
 */
export function byRemainders(house: number, sizes: readonly number[], least: Int32Array): Given {
  const seats = Int32Array.from(least)
  let open = [...sizes.keys()].filter((at) => (sizes[at] ?? 0) > 0)
  for (;;) {
    const all = open.reduce((sum, at) => sum + (sizes[at] ?? 0), 0)
    const inside = new Set(open)
    const free = house - least.reduce((sum, one, at) => sum + (inside.has(at) ? 0 : one), 0)
    const below = open.filter((at) => free * (sizes[at] ?? 0) < (least[at] ?? 0) * all)
    if (below.length > 0 && below.length < open.length) {
      open = open.filter((at) => !below.includes(at))
      continue
    }
    return rounded(free, sizes, seats, open, all)
  }
}

function rounded(
  free: number,
  sizes: readonly number[],
  seats: Int32Array,
  open: readonly number[],
  all: number,
): Given {
  let left = free
  const remainders = open.map((at) => {
    const numerator = free * (sizes[at] ?? 0)
    const remainder = numerator % all
    seats[at] = (numerator - remainder) / all
    left -= seats[at] ?? 0
    return { at, remainder }
  })
  const order = remainders.toSorted((a, b) => b.remainder - a.remainder)
  const last = order[left - 1]
  if (left <= 0 || last === undefined) return { seats, tied: [], left: Math.max(0, left) }
  const above = order.filter(({ remainder }) => remainder > last.remainder)
  const equal = order.filter(({ remainder }) => remainder === last.remainder)
  for (const { at } of above) seats[at] = (seats[at] ?? 0) + 1
  left -= above.length
  if (equal.length > left) return { seats, tied: equal.map(({ at }) => at).toSorted((a, b) => a - b), left }
  for (const { at } of equal) seats[at] = (seats[at] ?? 0) + 1
  return { seats, tied: [], left: 0 }
}
