import { EffectiveDate } from '#events/time'
import type { RuleSetName } from './planParameter.ts'

/** The day to offer for a decision: today while the rule set holds, else its first day. */
export function offeredDate({ from, to }: RuleSetName, today: EffectiveDate | undefined): string {
  const holds = today !== undefined && from <= today && (to === null || today < to)
  return holds ? today : from
}

/** The date when it is one on which the rule set holds; null otherwise. */
export function dateWithin({ from, to }: RuleSetName, typed: string): EffectiveDate | null {
  const on = EffectiveDate.safeParse(typed)
  return on.success && from <= on.data && (to === null || on.data < to) ? on.data : null
}
