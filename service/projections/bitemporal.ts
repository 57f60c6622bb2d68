import type { AsOf } from '#api/asOf'
import { EventId } from '#events/envelope'
import type { RecordedAt } from '#events/time'
import {
  type Cell,
  type Cells,
  effectiveTimeline,
  type Fact,
  type FactBody,
  openEnd,
  type Segment,
} from './effectiveTimeline.ts'
import type { Views } from './views.ts'

/**
 * A table in two times. Each row holds from `effective_from` until `effective_to` in the world, and was what the service
 * knew from `recorded_from` until `recorded_to`; both periods are half-open, an open end is a date that never comes.
 * `key` says what the row is about, `inputs` which events it comes from, as a JSON list.
 */
export interface BitemporalTable<Column extends string = string> {
  readonly name: string
  readonly columns: Readonly<Record<Column, 'TEXT' | 'INTEGER' | 'REAL'>>
  /** Columns that queries look rows up by. */
  readonly indexed: readonly NoInfer<Column>[]
}

/** Types a table without repeating its columns. */
export function bitemporal<const Column extends string>(table: BitemporalTable<Column>): BitemporalTable<Column> {
  return table
}

/** The instant that stands for "still known so". */
const neverForgotten = '9999-12-31T23:59:59.999Z'

/** The facts behind every bitemporal table: what a correction or a void needs to find again. */
export const factsSchema = `
  CREATE TABLE facts (
    number INTEGER NOT NULL, part INTEGER NOT NULL, view TEXT NOT NULL, key TEXT NOT NULL, event TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (view, key, number, part)
  ) WITHOUT ROWID;
  CREATE INDEX facts_event ON facts (event);
`

/** The SQL that makes the table and its indexes. */
export function schemaOf({ name, columns, indexed }: BitemporalTable): string {
  const own = Object.entries(columns).map(([column, type]) => `${column} ${type}, `)
  return `
    CREATE TABLE ${name} (
      key TEXT NOT NULL, ${own.join('')}inputs TEXT NOT NULL,
      effective_from TEXT NOT NULL, effective_to TEXT NOT NULL, recorded_from TEXT NOT NULL, recorded_to TEXT NOT NULL
    );
    CREATE INDEX ${name}_key ON ${name} (key, recorded_to);
    ${indexed.map((column) => `CREATE INDEX ${name}_${column} ON ${name} (${column}, recorded_to);`).join('\n')}
  `
}

/** Rows of `alias` that held on `:on` by what was known at `:known`: the one as-of predicate. Bind it with `moment`. */
export function asOf(alias: string): string {
  return `${alias}.effective_from <= :on AND :on < ${alias}.effective_to AND ${knownAt(alias)}`
}

/** Rows of `alias` on any date, by what was known at `:known`. */
export function knownAt(alias: string): string {
  return `${alias}.recorded_from <= :known AND :known < ${alias}.recorded_to`
}

/** What `asOf` and `knownAt` compare with. Everything recorded up to and at the instant is known. */
export function moment(at: Pick<AsOf, 'effectiveOn' | 'recordedAt'>): { on: string; known: string } {
  return { on: at.effectiveOn, known: at.recordedAt === 'now' ? '9999-12-31T23:59:59.998Z' : at.recordedAt }
}

/** The event that a fact comes from: its running number, and its recorded time made non-decreasing. */
export interface FactSource {
  readonly event: EventId
  readonly number: number
  readonly recordedAt: RecordedAt
}

/** Writes what an event says about one key, and brings the key's rows up to date from the event's recorded time on. */
export function record<Column extends string>(
  views: Views,
  table: BitemporalTable<Column>,
  key: string,
  source: FactSource,
  bodies: readonly FactBody[],
): void {
  const facts = factsOf(views, table.name, key)
  const added = bodies.map((body): Fact => ({ event: source.event, ...body }))
  const before = facts.filter(({ event }) => event === source.event).length
  const insert = views.statement(
    'INSERT INTO facts (number, part, view, key, event, body) VALUES (:number, :part, :view, :key, :event, :body)',
  )
  for (const [index, body] of bodies.entries()) {
    insert.run({
      number: source.number,
      part: before + index,
      view: table.name,
      key,
      event: source.event,
      body: JSON.stringify(body),
    })
  }
  const isNew = facts.length === 0
  rewrite(views, table, key, source.recordedAt, effectiveTimeline([...facts, ...added]), isNew)
}

/** The event `target` never happened: wherever it said something, what stood before comes back. */
export function voidEvent(views: Views, tables: readonly BitemporalTable[], target: EventId, source: FactSource): void {
  const touched = views
    .statement<{ view: string; key: string }>(
      'SELECT DISTINCT view, key FROM facts WHERE event = :target ORDER BY view, key',
    )
    .all({ target })
  for (const { view, key } of touched) {
    const table = tables.find(({ name }) => name === view)
    if (table !== undefined) record(views, table, key, source, [{ kind: 'void', target }])
  }
}

/** What was recorded about one key, in log order. */
export function factsOf(views: Views, view: string, key: string): readonly Fact[] {
  return views
    .statement<{ event: string; body: string }>(
      'SELECT event, body FROM facts WHERE view = :view AND key = :key ORDER BY number, part',
    )
    .all({ view, key })
    .map(({ event, body }) => {
      // Written by `record` above and by nothing else.
      const parsed = JSON.parse(body) as FactBody
      return { event: EventId.parse(event), ...parsed }
    })
}

interface Statements {
  readonly columns: readonly string[]
  readonly current: string
  readonly forget: string
  readonly remove: string
  readonly insert: string
}

const statements = new WeakMap<BitemporalTable, Statements>()

/** The SQL that keeps a table, written once. */
function statementsFor(table: BitemporalTable): Statements {
  const known = statements.get(table)
  if (known !== undefined) return known
  const { name } = table
  const columns = Object.keys(table.columns)
  const all = ['key', ...columns, 'inputs', 'effective_from', 'effective_to', 'recorded_from']
  const made = {
    columns,
    current: `SELECT rowid, * FROM ${name} WHERE key = :key AND recorded_to = '${neverForgotten}'`,
    forget: `UPDATE ${name} SET recorded_to = :recordedAt WHERE rowid = :rowid`,
    remove: `DELETE FROM ${name} WHERE rowid = :rowid`,
    insert: `INSERT INTO ${name} (${all.join(', ')}, recorded_to) VALUES (${all.map((column) => `:${column}`).join(', ')}, '${neverForgotten}')`,
  }
  statements.set(table, made)
  return made
}

type CurrentRow = Record<string, Cell> & { rowid: number; recorded_from: string; inputs: string }

/** Replaces the key's current rows by `segments`; rows that stay the same are left as they are. A new key has none. */
function rewrite(
  views: Views,
  table: BitemporalTable,
  key: string,
  recordedAt: RecordedAt,
  segments: readonly Segment[],
  isNew: boolean,
): void {
  const { columns, ...sql } = statementsFor(table)
  const wanted = new Map(segments.map((segment) => [fingerprint(segment, columns), segment]))
  const rows = isNew ? [] : views.statement<CurrentRow>(sql.current).all({ key })
  for (const row of rows) {
    const { rowid, recorded_from, inputs, effective_from, effective_to } = row
    const same = JSON.stringify([effective_from, effective_to, inputs, ...columns.map((column) => row[column])])
    if (wanted.delete(same)) continue
    // Known for no time at all: nobody could have seen it.
    if (recorded_from === recordedAt) views.statement(sql.remove).run({ rowid })
    else views.statement(sql.forget).run({ rowid, recordedAt })
  }
  const insert = views.statement(sql.insert)
  for (const { from, to, values, inputs } of wanted.values()) {
    insert.run({
      key,
      ...columnsOf(values, columns),
      inputs: JSON.stringify(inputs),
      effective_from: from,
      effective_to: to,
      recorded_from: recordedAt,
    })
  }
}

function fingerprint({ from, to, values, inputs }: Segment, columns: readonly string[]): string {
  return JSON.stringify([from, to, JSON.stringify(inputs), ...columns.map((column) => values[column] ?? null)])
}

function columnsOf(values: Cells, columns: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(columns.map((column) => [column, values[column] ?? null]))
}

/** The last day text of an open period as the API says it: null. */
export function endOf(effectiveTo: string): string | null {
  return effectiveTo === openEnd ? null : effectiveTo
}
