import type { EventId } from '#events/envelope'
import type { EffectiveDate } from '#events/time'

/** Values in the order they were recorded, each holding from its date until one with a later date holds. */
export type Dated<Value> = readonly {
  readonly from: EffectiveDate
  readonly value: Value
  readonly event: EventId
}[]

/** The value that holds on a date: the one with the latest `from` not after it, the last recorded of equals. */
export function valueOn<Value>(dated: Dated<Value>, on: EffectiveDate): Value | undefined {
  let found: Dated<Value>[number] | undefined
  for (const entry of dated) if (entry.from <= on && (found === undefined || entry.from >= found.from)) found = entry
  return found?.value
}

/** With one more value. */
export function withValue<Value>(
  dated: Dated<Value>,
  value: Value,
  event: { readonly id: EventId; readonly effectiveFrom: EffectiveDate },
): Dated<Value> {
  return [...dated, { from: event.effectiveFrom, value, event: event.id }]
}

/** Without what one event said. */
export function withoutEvent<Value>(dated: Dated<Value>, event: EventId): Dated<Value> {
  return dated.filter((entry) => entry.event !== event)
}

/** With another date for what one event said. */
export function redated<Value>(dated: Dated<Value>, event: EventId, from: EffectiveDate): Dated<Value> {
  return dated.map((entry) => (entry.event === event ? { ...entry, from } : entry))
}
