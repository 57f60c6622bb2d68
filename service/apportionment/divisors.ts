import { type Claims, claimsOf } from './claims.ts'
import type { DivisorMethod } from './methods.ts'

/** What a round of seats came to: what is certain, and who has the same claim to what is left. */
export interface Given {
  readonly seats: Int32Array
  /** Indices with one claim, more than the `left` seats that it is a claim to; empty without a tie. */
  readonly tied: readonly number[]
  readonly left: number
}

/** Relative difference below which two priorities are compared again in whole numbers. */
const nearly = 1e-9

/**
 * Seats by a divisor method, one after the other, on top of what each starts with: a divisor method with least numbers is
 * the same method begun there (Balinski & Young 2001, requirements). Sizes are whole and 0 or more; nobody of size 0 gets
 * a seat. Equal priorities are told apart exactly: as floating numbers first, and where those are near, as whole ones.
 */
export function bySteps(method: DivisorMethod, house: number, sizes: Float64Array, start: Int32Array): Given {
  const seats = start.slice()
  const claims = claimsOf(sizes.map((size, at) => priority(method, size, start[at] ?? 0)))
  let left = house - start.reduce((sum, one) => sum + one, 0)
  while (left > 0) {
    const first = foremost(method, sizes, seats, claims)
    if (first.length === 0 || first.length > left)
      return { seats, tied: first.map(claims.at).toSorted((a, b) => a - b), left }
    for (let last = first.length - 1; last >= 0; last -= 1) {
      const place = first[last] ?? 0
      const at = claims.at(place)
      seats[at] = (seats[at] ?? 0) + 1
      claims.lower(place, priority(method, sizes[at] ?? 0, seats[at] ?? 0))
    }
    left -= first.length
  }
  return { seats, tied: [], left: 0 }
}

/** `size^2 / squared`; where the divisor is 0, beyond every other, and among those by size. */
function priority({ squared }: DivisorMethod, size: number, seats: number): number {
  const divisor = squared(seats)
  return divisor === 0 ? size * beyond : (size * size) / divisor
}

/** No size squared comes near it: sizes are persons. */
const beyond = 1e30

/** Places of the greatest claims, all of them the same; in the order of the heap. None where nobody has a claim. */
function foremost(method: DivisorMethod, sizes: Float64Array, seats: Int32Array, claims: Claims): readonly number[] {
  const top = claims.greatest()
  if (top === 0) return []
  const near = claims.notBelow(top * (1 - nearly))
  if (near.length === 1) return near
  let best: number[] = []
  for (const place of near) {
    const [held] = best
    const [own, other] = [claims.at(place), held === undefined ? -1 : claims.at(held)]
    const order = other < 0 ? 1 : compare(method, [sizes[own], seats[own]], [sizes[other], seats[other]])
    if (order > 0) best = [place]
    else if (order === 0) best.push(place)
  }
  return best
}

type Claim = readonly [size: number | undefined, seats: number | undefined]

/** Exact: above 0 when the first claim is the greater. */
function compare({ squared }: DivisorMethod, [a = 0, aSeats = 0]: Claim, [b = 0, bSeats = 0]: Claim): number {
  const [aDivisor, bDivisor] = [squared(aSeats), squared(bSeats)]
  if (aDivisor === 0 || bDivisor === 0) return aDivisor === bDivisor ? a - b : bDivisor - aDivisor
  const difference = BigInt(a) ** 2n * BigInt(bDivisor) - BigInt(b) ** 2n * BigInt(aDivisor)
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}
