import type { Command } from '#api/contract'
import type { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'

/** When a change takes hold, and on whose word. */
export interface Occasion {
  /** First day on which it holds. */
  readonly from: EffectiveDate
  readonly receivedOn: EffectiveDate
  /** Region whose committee grants it. */
  readonly region: RegionCode
  /** Number of the ruling; null in a what-if. */
  readonly ruling: string | null
}

/** Commands that carry a change out, in order; or the fields that it lacks and cannot be carried out without. */
export type Effect = { readonly commands: readonly Command[] } | { readonly lacks: readonly string[] }

/** Effects one after the other, as one: it lacks what any of them lacks. */
export function together(...effects: readonly Effect[]): Effect {
  const lacks = effects.flatMap((effect) => ('lacks' in effect ? effect.lacks : []))
  if (lacks.length > 0) return { lacks: [...new Set(lacks)] }
  return { commands: effects.flatMap((effect) => ('commands' in effect ? effect.commands : [])) }
}
