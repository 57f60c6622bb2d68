import { moment } from '../projections/bitemporal.ts'
import { answered } from './answered.ts'
import { type Condition, countEvents, eventRows, readerOf } from './eventRows.ts'
import type { Query } from './query.ts'

/** The log within the asker's reach, the newest first. It lists what was recorded, whatever date it holds from. */
export const events: Query<'events'> = (views, at, scope, params, world) => {
  const { known } = moment(at)
  const reader = readerOf(scope, world)
  const asked: Condition[] = []
  if (params.stream !== undefined) asked.push({ sql: 'e.stream = :stream', values: { stream: params.stream } })
  if (params.type !== undefined) asked.push({ sql: 'e.type = :type', values: { type: params.type } })
  if (params.municipality !== undefined) {
    const sql = '(e.municipality = :municipality OR e.other_municipality = :municipality)'
    asked.push({ sql, values: { municipality: params.municipality } })
  }
  if (params.corrections === true) asked.push({ sql: 'e.corrects IS NOT NULL', values: {} })
  const page =
    params.before === undefined ? asked : [...asked, { sql: 'e.number < :before', values: { before: params.before } }]
  // One more than asked for tells whether there is a next page.
  const found = eventRows(views, known, reader, page, params.limit + 1)
  const rows = found.slice(0, params.limit)
  return {
    at: answered(views, at),
    total: countEvents(views, known, reader, asked),
    rows,
    next: found.length > rows.length ? (rows.at(-1)?.number ?? null) : null,
  }
}
