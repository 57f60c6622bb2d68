import type { DomainEventOf, EventType } from '#events/catalogue'
import type { EventId } from '#events/envelope'
import type { EffectiveDate, RecordedAt } from '#events/time'
import { type BitemporalTable, record, voidEvent } from './bitemporal.ts'
import type { Cell } from './effectiveTimeline.ts'
import type { Views } from './views.ts'

/**
 * A view and how it is kept. Handlers are synchronous and see events in log order; what they write depends on the log
 * alone, so that views rebuilt equal views kept. `version` goes up with every change of shape or meaning; the views then
 * rebuild themselves.
 */
export interface Projection {
  readonly name: string
  readonly version: number
  readonly tables: readonly BitemporalTable[]
  /** Plain tables besides the bitemporal ones. */
  readonly schema?: string
  readonly on: { readonly [Type in EventType]?: (write: Writer, event: Projected<Type>) => void }
}

/** An event as a projection gets it: numbered, and with the recorded time made non-decreasing. */
export type Projected<Type extends EventType = EventType> = DomainEventOf<Type> & {
  /** Running number in the log as this node reads it, from 1. */
  readonly number: number
  readonly recordedAt: RecordedAt
}

type Values<Column extends string> = Readonly<Record<Column, Cell>>

/** Writes the facts of one event. Dates are the event's own unless said otherwise. */
export interface Writer {
  readonly views: Views
  /** The key has these values from the date on, to `until` if that is given. */
  put<Column extends string>(
    table: BitemporalTable<Column>,
    key: string,
    values: Values<Column>,
    period?: { readonly from?: EffectiveDate; readonly until?: EffectiveDate | null },
  ): void
  /** Some columns change from the date on. */
  patch<Column extends string>(
    table: BitemporalTable<Column>,
    key: string,
    values: Partial<Values<Column>>,
    from?: EffectiveDate,
  ): void
  /** The key is no more from the date on. */
  end(table: BitemporalTable, key: string, from?: EffectiveDate): void
  /** What the event `target` said was wrong from the beginning: in these columns, or in its date. */
  amend<Column extends string>(
    table: BitemporalTable<Column>,
    key: string,
    target: EventId,
    right: { readonly values?: Partial<Values<Column>>; readonly from?: EffectiveDate },
  ): void
  /** The event that this one voids never happened. */
  voidCorrected(tables: readonly BitemporalTable[]): void
}

/** Writer of one event. */
export function writerFor(views: Views, event: Projected): Writer {
  const source = { event: event.id, number: event.number, recordedAt: event.recordedAt }
  return {
    views,
    put(table, key, values, { from = event.effectiveFrom, until = null } = {}) {
      const bodies = [{ kind: 'put' as const, from, values }]
      record(views, table, key, source, until === null ? bodies : [...bodies, { kind: 'end', from: until }])
    },
    patch(table, key, values, from = event.effectiveFrom) {
      record(views, table, key, source, [{ kind: 'patch', from, values: defined(values) }])
    },
    end(table, key, from = event.effectiveFrom) {
      record(views, table, key, source, [{ kind: 'end', from }])
    },
    amend(table, key, target, { values = {}, from }) {
      record(views, table, key, source, [{ kind: 'amend', target, values: defined(values), from: from ?? null }])
    },
    voidCorrected(tables) {
      if (event.corrects !== undefined) voidEvent(views, tables, event.corrects, source)
    },
  }
}

function defined(values: Readonly<Record<string, Cell | undefined>>): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])),
  )
}
