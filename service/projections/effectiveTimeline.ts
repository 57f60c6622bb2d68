import type { EventId } from '#events/envelope'
import type { EffectiveDate } from '#events/time'

/** What a column can hold. */
export type Cell = string | number | null
export type Cells = Readonly<Record<string, Cell>>

/** The date that stands for an open end, so that dates compare as text. */
export const openEnd = '9999-12-31'

/**
 * One thing that an event says about one key of a table.
 *
 * - `put`: from the date on the key has exactly these values, whatever stood before.
 * - `patch`: from the date on these columns have new values; says nothing about a key that does not exist then.
 * - `end`: from the date on the key does not exist.
 * - `amend`: the fact of the event `target` was wrong: its columns, or its date, were these all along.
 * - `void`: the event `target` never happened.
 */
export type FactBody =
  | { readonly kind: 'put' | 'patch'; readonly from: EffectiveDate; readonly values: Cells }
  | { readonly kind: 'end'; readonly from: EffectiveDate }
  | {
      readonly kind: 'amend'
      readonly target: EventId
      readonly values: Cells
      readonly from: EffectiveDate | null
    }
  | { readonly kind: 'void'; readonly target: EventId }
export type Fact = { readonly event: EventId } & FactBody

/** A stretch of time with one set of values, and the events that they come from. */
export interface Segment {
  readonly from: string
  readonly to: string
  readonly values: Cells
  readonly inputs: readonly EventId[]
}

type Standing = {
  readonly kind: 'put' | 'patch' | 'end'
  readonly from: EffectiveDate
  readonly values: Cells
  readonly inputs: readonly EventId[]
}

/**
 * The values of one key along effective time, given everything that was recorded about it, in log order. The later
 * effective date wins, on the same date the later record: a fact that arrives late fills its own place and leaves what
 * is known about later dates alone. Segments are ascending and do not overlap; where there is none the key does not exist.
 */
export function effectiveTimeline(facts: readonly Fact[]): readonly Segment[] {
  // Sorting is stable, so equal dates keep the order of the log.
  const inOrder = standing(facts).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const segments: Segment[] = []
  let current: { values: Cells; inputs: readonly EventId[] } | null = null
  for (const [index, fact] of inOrder.entries()) {
    current = applied(current, fact)
    const to = inOrder[index + 1]?.from ?? openEnd
    if (current !== null && fact.from < to) segments.push({ from: fact.from, to, ...current })
  }
  return segments
}

function applied(
  current: { readonly values: Cells; readonly inputs: readonly EventId[] } | null,
  fact: Standing,
): { values: Cells; inputs: readonly EventId[] } | null {
  switch (fact.kind) {
    case 'put':
      return { values: fact.values, inputs: fact.inputs }
    case 'patch':
      if (current === null) return null
      return {
        values: { ...current.values, ...fact.values },
        inputs: [...new Set([...current.inputs, ...fact.inputs])],
      }
    case 'end':
      return null
    default:
      return fact.kind satisfies never
  }
}

/** Facts that stand after voids and corrections, still in log order. */
function standing(facts: readonly Fact[]): readonly Standing[] {
  const voided = voidedEvents(facts)
  const amendments = amendmentsByEvent(facts, voided)
  const opened = new Set<EventId>()
  return facts.flatMap((fact): Standing[] => {
    if (fact.kind === 'void' || fact.kind === 'amend' || voided.has(fact.event)) return []
    const amended = amendments.get(fact.event) ?? []
    // A wrong date is the date on which the fact begins; an end that was recorded with it stays.
    const begins = !opened.has(fact.event)
    opened.add(fact.event)
    return [
      {
        kind: fact.kind,
        from: (begins ? amended.findLast(({ from }) => from !== null)?.from : null) ?? fact.from,
        values: fact.kind === 'end' ? {} : Object.assign({}, fact.values, ...amended.map(({ values }) => values)),
        inputs: [fact.event, ...amended.map(({ event }) => event)],
      },
    ]
  })
}

/** A void can itself be voided, always by a later event: the newest is looked at first. */
function voidedEvents(facts: readonly Fact[]): ReadonlySet<EventId> {
  const voided = new Set<EventId>()
  for (const fact of facts.toReversed()) {
    if (fact.kind === 'void' && !voided.has(fact.event)) voided.add(fact.target)
  }
  return voided
}

type Amendment = Extract<Fact, { kind: 'amend' }>

/** Amendments by the event that they set right in the end; one of a voided event, or of a voided amendment, has no effect. */
function amendmentsByEvent(
  facts: readonly Fact[],
  voided: ReadonlySet<EventId>,
): ReadonlyMap<EventId, readonly Amendment[]> {
  const rootOf = new Map<EventId, EventId>()
  const amendments = new Map<EventId, Amendment[]>()
  for (const fact of facts) {
    if (fact.kind === 'void' || voided.has(fact.event)) continue
    if (fact.kind !== 'amend') {
      rootOf.set(fact.event, fact.event)
      continue
    }
    const root = rootOf.get(fact.target)
    if (root === undefined) continue
    rootOf.set(fact.event, root)
    amendments.set(root, [...(amendments.get(root) ?? []), fact])
  }
  return amendments
}
