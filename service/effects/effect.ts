import type { Command } from '#api/contract'
import type { EffectiveDate } from '#events/time'

/** When a change takes hold, and on whose word. */
export interface Occasion {
  /** First day on which it holds. */
  readonly from: EffectiveDate
  readonly receivedOn: EffectiveDate
  /** Number of the ruling; null in a what-if. */
  readonly ruling: string | null
}

/** Commands that carry a change out, in order; or the fields that it lacks and cannot be carried out without. */
export type Effect = { readonly commands: readonly Command[] } | { readonly lacks: readonly string[] }
