import type { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { regionsTogether } from '../responsibleRegion.ts'

/** An amount in øre a year that a region advertised, or gave away, from a date on. */
export interface PoolEntry {
  readonly region: RegionCode
  readonly kind: 'advertised' | 'awarded'
  readonly from: EffectiveDate
  readonly oere: number
}

/** What was advertised and what is given away on the day on which least is left. */
export interface PoolBalance {
  readonly advertisedOere: number
  readonly allocatedOere: number
}

/**
 * A region's pool on the day on or after `from` on which least of it is left: what is given away later is no longer there
 * to be given now, and what is advertised later cannot be given before. From a merger on the pool is that of the region
 * in force, with what is left of those that merged in it: neither the agreement (S_NYNED) nor the reform (S_OST) says that
 * an advertised pool lapses or stays apart, so what was advertised stays advertised (ASSUMPTION).
 */
export function tightestBalance(entries: readonly PoolEntry[], region: RegionCode, from: EffectiveDate): PoolBalance {
  const later = entries.map((entry) => entry.from).filter((date) => date > from)
  const balances = [from, ...later].map((date) => ({
    advertisedOere: sumUntil(entries, 'advertised', region, date),
    allocatedOere: sumUntil(entries, 'awarded', region, date),
  }))
  return balances.reduce((tightest, one) => (left(one) < left(tightest) ? one : tightest))
}

function left({ advertisedOere, allocatedOere }: PoolBalance): number {
  return advertisedOere - allocatedOere
}

function sumUntil(entries: readonly PoolEntry[], kind: PoolEntry['kind'], region: RegionCode, date: EffectiveDate) {
  const together = regionsTogether(region, date)
  return entries.reduce(
    (sum, one) => (one.kind === kind && one.from <= date && together.includes(one.region) ? sum + one.oere : sum),
    0,
  )
}
