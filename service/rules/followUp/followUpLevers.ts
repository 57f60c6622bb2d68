import type { ControlFacts, PaymentCeilingFacts } from '../facts/followUp.ts'
import type { Lever } from '../flip.ts'

/** Kroner are counted in øre: a thousand million kroner. */
const reachOere = 100_000_000_000

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
