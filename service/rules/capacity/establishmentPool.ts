import type { EffectiveDate } from '#events/time'

/** An amount in øre a year that is there from a date on. */
export interface PoolEntry {
  readonly from: EffectiveDate
  readonly oere: number
}

/** What was advertised and what is given away on the day on which least is left. */
export interface PoolBalance {
  readonly advertisedOere: number
  readonly allocatedOere: number
}

/**
 * The pool on the day on or after `from` on which least of it is left: what is given away later is no longer there to be
 * given now, and what is advertised later cannot be given before.
 */
export function tightestBalance(
  advertised: readonly PoolEntry[],
  awarded: readonly PoolEntry[],
  from: EffectiveDate,
): PoolBalance {
  const later = [...advertised, ...awarded].map((entry) => entry.from).filter((date) => date > from)
  const balances = [from, ...later].map((date) => ({
    advertisedOere: sumUntil(advertised, date),
    allocatedOere: sumUntil(awarded, date),
  }))
  return balances.reduce((tightest, one) => (left(one) < left(tightest) ? one : tightest))
}

function left({ advertisedOere, allocatedOere }: PoolBalance): number {
  return advertisedOere - allocatedOere
}

function sumUntil(entries: readonly PoolEntry[], date: EffectiveDate): number {
  return entries.reduce((sum, { from, oere }) => (from <= date ? sum + oere : sum), 0)
}
