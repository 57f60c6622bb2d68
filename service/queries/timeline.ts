import { EffectiveDate } from '#events/time'
import { moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { answered } from './answered.ts'
import { anyEvent, type Condition, countEvents, eventRows, readable, readerOf, valuesOf, whereOf } from './eventRows.ts'
import type { Query } from './query.ts'

const mostNotable = 60
/** Recorded more than ten days before or after the date that it holds from. */
const farApart = 'abs(julianday(e.recorded_on) - julianday(e.effective_from)) > 10'

/** Events per day on both tracks between two dates, and those worth a line of their own. */
export const timeline: Query<'timeline'> = (views, at, scope, { from, to, municipality }, world) => {
  const reader = readerOf(scope, world)
  const { known } = moment(at)
  const place: Condition =
    municipality === undefined
      ? anyEvent
      : { sql: '(e.municipality = :place OR e.other_municipality = :place)', values: { place: municipality } }
  const seen = [readable(reader), place]
  const between = (column: string): Condition => ({
    sql: `e.${column} >= :from AND e.${column} <= :to`,
    values: { from, to },
  })
  const notable: Condition = { sql: `(e.corrects IS NOT NULL OR ${farApart})`, values: {} }
  const within: Condition = {
    sql: `(e.effective_from BETWEEN :from AND :to OR e.recorded_on BETWEEN :from AND :to)`,
    values: { from, to },
  }
  const later: Condition = { sql: 'e.effective_from > :asOf', values: { asOf: at.effectiveOn } }
  return {
    at: answered(views, at),
    effective: perDay(views, known, 'effective_from', [...seen, between('effective_from')]),
    recorded: perDay(views, known, 'recorded_on', [...seen, between('recorded_on')]),
    notable: [...eventRows(views, known, reader, [place, within, notable], mostNotable)],
    adoptedNotInForce: countEvents(views, known, reader, [place, later]),
  }
}

function perDay(
  views: Views,
  known: string,
  column: 'effective_from' | 'recorded_on',
  conditions: readonly Condition[],
): { on: EffectiveDate; count: number }[] {
  const sql = `SELECT e.${column} AS day, count(*) AS count FROM event e WHERE ${whereOf(conditions)} GROUP BY day ORDER BY day`
  return views
    .statement<{ day: string; count: number }>(sql)
    .all({ ...valuesOf(conditions), known })
    .map(({ day, count }) => ({ on: EffectiveDate.parse(day), count }))
}
