import type { ApportionmentMethod } from '#events/quota'

/** A method that gives seats one by one: the next goes to the greatest size over the divisor of the seats it has. */
export interface DivisorMethod {
  readonly kind: 'divisor'
  /**
   * Divisor of the next seat for a unit that has `seats`, as the square of a whole number over four: a priority is compared
   * as `size^2 / squared`, so that no method needs a root. 0 goes before everything that is not 0.
   */
  squared(seats: number): number
}

/** Largest remainder has no divisors: it rounds all quotas at once. */
export interface RemainderMethod {
  readonly kind: 'remainder'
}

/** `n^2`, for a divisor that is a whole number. */
const whole = (n: number) => n * n

/**
 * The methods by name. Sources: Balinski & Young, "The quota method of apportionment", American Mathematical Monthly 82
 * (1975), and "Fair Representation" (2001), chapter on divisor methods.
 *
 * - `largestRemainder` (Hamilton, Hare): the quota `house x size / all` rounded down, the rest to the largest remainders.
 * - `sainteLague` (Webster): divisors 1, 3, 5, ...; the quota rounded at its half.
 * - `modifiedSainteLague`: the same with 1.4 for 1, which makes the first seat dearer.
 * - `dHondt` (Jefferson): divisors 1, 2, 3, ...; rounded down, kind to the large.
 * - `huntingtonHill`: divisors sqrt(s (s + 1)); rounded at the geometric mean. The first seat is free.
 * - `adams`: divisors 0, 1, 2, ...; rounded up, kind to the small. The first seat is free.
 *
 * Divisors of one method may all be multiplied by one number: Sainte-Lague's modified ones are 7, 15, 25, ... here.
 */
export const methods: Readonly<Record<ApportionmentMethod, DivisorMethod | RemainderMethod>> = {
  largestRemainder: { kind: 'remainder' },
  sainteLague: { kind: 'divisor', squared: (seats) => whole(2 * seats + 1) },
  modifiedSainteLague: { kind: 'divisor', squared: (seats) => whole(seats === 0 ? 7 : 5 * (2 * seats + 1)) },
  dHondt: { kind: 'divisor', squared: (seats) => whole(seats + 1) },
  huntingtonHill: { kind: 'divisor', squared: (seats) => seats * (seats + 1) },
  adams: { kind: 'divisor', squared: (seats) => whole(seats) },
}
