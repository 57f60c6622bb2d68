import type { CapacityFacts } from '../facts/capacity.ts'
import type { CaseFacts } from '../facts.ts'
import type { Lever } from '../flip.ts'
import { unitOf } from '../regime.ts'

/** An amount in the facts moved by so many steps; null where there is none, or it would be negative. */
function moved(amount: number | null | undefined, by: number): number | null {
  return amount === null || amount === undefined || amount + by < 0 ? null : amount + by
}

/** The facts with one part of what is known about capacity changed; null where it cannot be. */
function having(
  facts: CaseFacts,
  change: (capacity: CapacityFacts) => Partial<CapacityFacts> | null,
): CaseFacts | null {
  const changed = facts.capacity === null ? null : change(facts.capacity)
  return facts.capacity === null || changed === null ? null : { ...facts, capacity: { ...facts.capacity, ...changed } }
}

/** A thousand million kroner, in øre: beyond what any clinic turns over. */
const reachOere = 100_000_000_000

/** what the application asks of the pool, in øre a year. */
export const requested: Lever<CaseFacts> = {
  key: 'requested',
  unit: 'oere',
  reach: reachOere,
  move: (facts, by) =>
    having(facts, ({ pool }) => {
      const requestedOere = moved(pool?.requestedOere, by)
      return pool === null || requestedOere === null ? null : { pool: { ...pool, requestedOere } }
    }),
}

/** what is planned at the extra address. */
export const plannedExtra: Lever<CaseFacts> = {
  key: 'plannedExtra',
  unit: ({ capacity }) => unitOf(capacity?.extra?.capacity.regime ?? 'HOURS'),
  move: (facts, by) =>
    having(facts, ({ extra }) => {
      const planned = moved(extra?.plannedExtra, by)
      return extra === null || planned === null ? null : { extra: { ...extra, plannedExtra: planned } }
    }),
}

/** this year's turnover of the number, in øre. */
export const turnover: Lever<CaseFacts> = {
  key: 'turnover',
  unit: 'oere',
  reach: reachOere,
  move: (facts, by) =>
    having(facts, ({ employment }) => {
      const oere = moved(employment?.turnoverThisYearOere, by)
      return employment === null || oere === null ? null : { employment: { ...employment, turnoverThisYearOere: oere } }
    }),
}

/** the subsidy of one specialty, in øre a year. */
export function subsidy(specialty: '51' | '62'): Lever<CaseFacts> {
  return {
    key: specialty === '51' ? 'subsidy51' : 'subsidy62',
    unit: 'oere',
    reach: reachOere,
    move: (facts, by) =>
      having(facts, ({ bend }) => {
        const oere = moved(bend?.specialties.find((one) => one.specialty === specialty)?.subsidyOere, by)
        if (bend === null || oere === null) return null
        const specialties = bend.specialties.map((one) =>
          one.specialty === specialty ? { ...one, subsidyOere: oere } : one,
        )
        return { bend: { ...bend, specialties } }
      }),
  }
}

/** owner and lessee numbers of the clinic. */
export const numbers: Lever<CaseFacts> = {
  key: 'numbers',
  unit: 'count',
  reach: 1000,
  move: (facts, by) =>
    having(facts, ({ bend }) => {
      const numbersAfter = moved(bend?.numbersAfter, by)
      return bend === null || numbersAfter === null ? null : { bend: { ...bend, numbersAfter } }
    }),
}
