import Database from 'better-sqlite3'
import { type DomainEvent, type EventType, isScenarioEvent } from '#events/catalogue'
import { type EventId, Position } from '#events/envelope'
import { RecordedAt } from '#events/time'
import { factsSchema, schemaOf, voidEvent } from './bitemporal.ts'
import { projections } from './catalogue.ts'
import { type Projected, type Projection, writerFor } from './projection.ts'

type Parameters = Readonly<Record<string, string | number | null>>

/** A prepared statement with named parameters. */
export interface ViewStatement<Row> {
  run(parameters: Parameters): void
  get(parameters: Parameters): Row | undefined
  all(parameters: Parameters): Row[]
}

/** What the log says, as tables that can be asked. Disposable: deleting the file loses nothing. */
export interface Views {
  readonly db: Database.Database
  /** Number of the last commit that moved the register; only goes up, also through a rebuild. */
  ordinal(): number
  /** Number of the last commit of all, those that only moved somebody's scenario too. */
  commit(): number
  /** Names what the register's tables hold: the same name, the same answers. */
  version(): string
  /** The last event of the log that is in the views. */
  position(): Position | 'start'
  /** The last event of the register that is in the views: what a scenario on them stands on. */
  registerPosition(): Position | 'start'
  /** True when the log holds demonstration data. */
  synthetic(): boolean
  /** The statement, prepared once. The caller names the row that its own SQL selects. */
  statement<Row = unknown>(sql: string): ViewStatement<Row>
  close(): void
}

const metaSchema = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`

/** Opens the views, or makes them. Views of other projection versions than these are emptied, to be built again. */
export function openViews({ file }: { readonly file: string }): Views {
  const db = new Database(file)
  // The log is the truth: the views may lose their last commits in a power cut, but never half of one.
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  const views = viewsOn(db)
  if (storedVersions(db) !== versions()) resetViews(views)
  return views
}

/** An independent copy in memory, for a scenario that is looked at for a while. */
export function forkViews(views: Views): Views {
  return viewsIn(views.db.serialize())
}

/** Views in memory from the image of a database; null when other projections than these made it. */
export function viewsFromImage(image: Buffer): Views | null {
  const views = viewsIn(image)
  if (storedVersions(views.db) === versions()) return views
  views.close()
  return null
}

function viewsIn(image: Buffer): Views {
  // The header says "write-ahead log", which a database in memory cannot have: 1 is a rollback journal (file format 1.3).
  image[18] = 1
  image[19] = 1
  return viewsOn(new Database(image))
}

/** Says what a copy holds besides the log's own events, so that its answers are told from those of another copy. */
export function nameContent({ db }: Views, content: string): void {
  setMeta(db, 'content', content)
}

/** Suppositions made by this process, to tell them apart. */
let suppositions = 0

/** Asks the views as they would be after a change. What they answer is as it was before, once the asking is over. */
export type Supposing = <Answer>(ask: (views: Views) => Answer) => Answer

/**
 * What `ask` answers when the events had happened. They are taken in and back in one turn, so that nobody else sees them
 * and nothing is copied; `ask` must have its answer when it returns. Inside it, the views that it gets can be asked to
 * suppose something more.
 */
export function supposing(views: Views, events: readonly DomainEvent[]): Supposing {
  return (ask) => (events.length === 0 ? ask(views) : supposed(views, () => project(views, events), ask))
}

/**
 * What `ask` answers when the events had never happened, by all that is known; asked as `supposing` asks. Only what the
 * events themselves said is taken back, not what somebody decided because of them.
 */
export function supposingWithout(views: Views, events: readonly EventId[]): Supposing {
  const tables = projections.flatMap((projection) => projection.tables)
  const takeBack = () => {
    for (const event of events) {
      takenBack += 1
      voidEvent(views, tables, event, { event, number: afterAll + takenBack, recordedAt: endOfTime })
    }
  }
  return (ask) => (events.length === 0 ? ask(views) : supposed(views, takeBack, ask))
}

/** Later than every event, and still known "now"; each that is taken back has a number of its own, also within another supposition. */
const afterAll = 2 ** 52
let takenBack = 0
const endOfTime = RecordedAt.parse('9999-12-31T23:59:59.997Z')

function supposed<Answer>(views: Views, change: () => void, ask: (views: Views) => Answer): Answer {
  views.db.exec('SAVEPOINT supposed')
  try {
    change()
    suppositions += 1
    // Also for who asks the main views meanwhile: what is remembered now is remembered under no number of a commit.
    nameContent(views, `supposed${suppositions}`)
    // Views of their own, so that nothing remembered about them is taken for what really happened.
    return ask({ ...views })
  } finally {
    views.db.exec('ROLLBACK TO supposed')
    views.db.exec('RELEASE supposed')
  }
}

/** Empties the views; the commit number goes on. */
export function resetViews(views: Views): void {
  const { db } = views
  const ordinal = hasMeta(db) ? views.commit() + 1 : 0
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
  db.transaction(() => {
    for (const table of tables.all()) db.exec(`DROP TABLE "${table}"`)
    db.exec(metaSchema)
    db.exec(factsSchema)
    for (const { tables: bitemporal, schema = '' } of projections) {
      for (const table of bitemporal) db.exec(schemaOf(table))
      db.exec(schema)
    }
    setMeta(db, 'versions', versions())
    setMeta(db, 'ordinal', String(ordinal))
    setMeta(db, 'commit', String(ordinal))
  }).immediate()
}

/**
 * Takes events into the views, in log order and in one transaction together with the position after them. An event that
 * is there already is left out. Answers the commit's number and the names of the projections that moved.
 */
export function project(
  views: Views,
  events: readonly DomainEvent[],
  position?: Position,
): { readonly ordinal: number; readonly projections: readonly string[] } {
  const { db } = views
  const moved = new Set<string>()
  db.transaction(() => {
    let lastRecordedAt = meta(db, 'lastRecordedAt')
    let number = Number(meta(db, 'number') ?? 0)
    let synthetic = false
    let registerEnd: Position | undefined
    const known = views.statement<{ id: string }>('SELECT id FROM event WHERE id = :id')
    const knownOfScenario = views.statement<{ id: string }>('SELECT id FROM scenario_event WHERE id = :id')
    for (const event of events) {
      // Without a number and without touching the clock: nothing that anybody tries out leaves a trace in the register.
      if (isScenarioEvent(event)) {
        if (knownOfScenario.get({ id: event.id }) === undefined) apply(views, { ...event, number: 0 }, moved)
        continue
      }
      registerEnd = event.position
      if (known.get({ id: event.id }) !== undefined) continue
      number += 1
      // Clocks of a cluster may step back; the log's order is the truth.
      lastRecordedAt =
        lastRecordedAt === undefined || event.recordedAt > lastRecordedAt ? event.recordedAt : lastRecordedAt
      apply(views, { ...event, number, recordedAt: RecordedAt.parse(lastRecordedAt) }, moved)
      synthetic ||= event.metadata.synthetic === true
    }
    if (synthetic) setMeta(db, 'synthetic', 'true')
    if (lastRecordedAt !== undefined) setMeta(db, 'lastRecordedAt', lastRecordedAt)
    setMeta(db, 'number', String(number))
    const end = position ?? events.at(-1)?.position
    if (end !== undefined) setMeta(db, 'position', end)
    const commit = String(views.commit() + 1)
    setMeta(db, 'commit', commit)
    if (registerEnd !== undefined) {
      setMeta(db, 'registerPosition', registerEnd)
      setMeta(db, 'ordinal', commit)
    }
  }).immediate()
  return { ordinal: views.commit(), projections: [...moved] }
}

function apply(views: Views, event: Projected, moved: Set<string>): void {
  const write = writerFor(views, event)
  for (const projection of projections) {
    const handler = handlerOf(projection, event.type)
    if (handler === undefined) continue
    handler(write, event)
    moved.add(projection.name)
  }
}

function handlerOf(
  { on }: Projection,
  type: EventType,
): ((write: ReturnType<typeof writerFor>, event: Projected) => void) | undefined {
  // The table is keyed by the event's own type, so the handler takes this very event.
  return on[type] as ((write: ReturnType<typeof writerFor>, event: Projected) => void) | undefined
}

function viewsOn(db: Database.Database): Views {
  const prepared = new Map<string, ViewStatement<unknown>>()
  const ordinal = () => Number(meta(db, 'ordinal') ?? 0)
  const positionIn = (name: string) => {
    const position = meta(db, name)
    return position === undefined ? 'start' : Position.parse(position)
  }
  return {
    db,
    ordinal,
    commit: () => Number(meta(db, 'commit') ?? meta(db, 'ordinal') ?? 0),
    version: () => [ordinal(), meta(db, 'content') ?? []].flat().join('-'),
    position: () => positionIn('position'),
    registerPosition: () => positionIn('registerPosition'),
    synthetic: () => meta(db, 'synthetic') !== undefined,
    statement<Row>(sql: string): ViewStatement<Row> {
      const statement = prepared.get(sql) ?? db.prepare<[Parameters], unknown>(sql)
      prepared.set(sql, statement)
      // The caller wrote the SQL and so knows its row.
      return statement as ViewStatement<Row>
    },
    close: () => db.close(),
  }
}

function versions(): string {
  return JSON.stringify(projections.map(({ name, version }) => [name, version]))
}

function storedVersions(db: Database.Database): string | undefined {
  return hasMeta(db) ? meta(db, 'versions') : undefined
}

function hasMeta(db: Database.Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'").get() !== undefined
}

function meta(db: Database.Database, name: string): string | undefined {
  return db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name)
}

function setMeta(db: Database.Database, name: string, value: string): void {
  db.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value)
}
