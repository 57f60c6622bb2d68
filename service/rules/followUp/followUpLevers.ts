import type { ControlFacts, PaymentCeilingFacts, SmallCapacityFact } from '../facts/followUp.ts'
import type { Lever } from '../flip.ts'

/** Kroner are counted in øre: a thousand million kroner. */
const reachOere = 100_000_000_000

/** turnover of the year, in øre. */
export function yearsTurnover<Facts extends { readonly small: SmallCapacityFact | null }>(): Lever<Facts> {
  return {
    key: 'turnover',
    unit: 'oere',
    reach: reachOere,
    move(facts, by) {
      const { small } = facts
      if (small === null || small.oere === null || small.oere + by < 0) return null
      return { ...facts, small: { ...small, oere: small.oere + by } }
    },
  }
}

/** hours registered for the number, in tenths a week. */
export function registeredHours<Facts extends { readonly small: SmallCapacityFact | null }>(): Lever<Facts> {
  return {
    key: 'weeklyHours',
    unit: 'hoursTenths',
    reach: 10_000,
    move(facts, by) {
      const { small } = facts
      if (small === null || small.hoursTenths === null || small.hoursTenths + by <= 0) return null
      return { ...facts, small: { ...small, hoursTenths: small.hoursTenths + by } }
    },
  }
}

/** what the subject cost, in øre; the region's sum goes along with it. */
export const cost: Lever<ControlFacts> = {
  key: 'cost',
  unit: 'oere',
  reach: reachOere,
  move(facts, by) {
    const { figures, regional } = facts
    if (figures.oere === null || figures.oere + by < 0) return null
    return {
      ...facts,
      figures: { ...figures, oere: figures.oere + by },
      regional: { ...regional, oere: regional.oere + by },
    }
  },
}

/** what was paid, in øre. */
export const paid: Lever<PaymentCeilingFacts> = {
  key: 'paid',
  unit: 'oere',
  reach: reachOere,
  move(facts, by) {
    const { oere } = facts.actual
    return oere === null || oere + by < 0 ? null : { ...facts, actual: { ...facts.actual, oere: oere + by } }
  },
}
