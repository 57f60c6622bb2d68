import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type AccessLogPage, AccessRow } from '#api/accessLog'
import { danishDay } from './projections/danishDay.ts'

/** A reading before it has a number. */
export type Reading = Omit<AccessRow, 'number'>

/** What to read of the log: the readings of one year about regions that the asker has. */
export interface AccessQuery {
  readonly year: number
  readonly regions: readonly string[]
  readonly before: number | undefined
  readonly limit: number
}

/** Who read what only committee and secretariat may know. Apart from the event log, and only ever added to. */
export interface AccessLog {
  /**
   * Writes a reading to the disk before it returns. Throws when it cannot. The same person's reading of the same about
   * the same, as of the same, again within the clock's hour is the one that is written already: what a page asks for anew
   * whenever it is turned to says nothing more, and would hide what does.
   */
  note(reading: Reading): void
  page(query: AccessQuery): AccessLogPage
  close(): void
}

const schema = `
  CREATE TABLE IF NOT EXISTS reading (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    region TEXT,
    effective_on TEXT NOT NULL,
    known_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS reading_of_the_hour ON reading (user_id, what, at);
  CREATE TRIGGER IF NOT EXISTS readings_are_never_updated BEFORE UPDATE ON reading
    BEGIN SELECT RAISE(ABORT, 'the access log is append-only: UPDATE refused'); END;
  CREATE TRIGGER IF NOT EXISTS readings_are_never_deleted BEFORE DELETE ON reading
    BEGIN SELECT RAISE(ABORT, 'the access log is append-only: DELETE refused'); END;
  CREATE TRIGGER IF NOT EXISTS readings_are_never_replaced BEFORE INSERT ON reading
    WHEN EXISTS (SELECT 1 FROM reading WHERE number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'the access log is append-only: reading exists'); END;
`

type Row = Omit<AccessRow, 'about' | 'userId' | 'effectiveOn' | 'knownAt'> & {
  about: string
  user_id: string
  effective_on: string
  known_at: string
}

/**
 * The access log in a folder, one file a year: a year that need no longer be kept is a file to delete, and what is kept
 * cannot be changed, not even by who wants to clean up.
 */
export function openAccessLog(folder: string): AccessLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const open = new Map<number, Database.Database>()

  function ofYear(year: number): Database.Database {
    const known = open.get(year)
    if (known !== undefined) return known
    const database = new Database(join(folder, `${year}.db`))
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec(schema)
    open.set(year, database)
    return database
  }

  const years = () =>
    readdirSync(folder)
      .flatMap((name) => /^(\d{4})\.db$/.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => b - a)

  return {
    note({ about, ...reading }) {
      ofYear(Number(danishDay(reading.at).slice(0, 4)))
        .prepare(
          `INSERT INTO reading (at, user_id, role, organisation, what, about, region, effective_on, known_at)
            SELECT :at, :userId, :role, :organisation, :what, :about, :region, :effectiveOn, :knownAt
            WHERE NOT EXISTS (
              SELECT 1 FROM reading
              WHERE user_id = :userId AND what = :what AND at >= :hour AND at <= :at AND role = :role
                AND organisation IS :organisation AND about = :about AND region IS :region
                AND effective_on = :effectiveOn AND known_at = :knownAt
            )`,
        )
        .run({ ...reading, about: JSON.stringify(about), hour: hourOf(reading.at) })
    },
    page({ year, regions, before, limit }) {
      const kept = years()
      if (!kept.includes(year)) return { year, years: kept, total: 0, rows: [], next: null }
      const database = ofYear(year)
      const own = { regions: JSON.stringify(regions) }
      const ofOwn = '(region IS NULL OR region IN (SELECT value FROM json_each(:regions)))'
      const total =
        database.prepare<object, number>(`SELECT count(*) FROM reading WHERE ${ofOwn}`).pluck().get(own) ?? 0
      // One more than asked for tells whether there is a next page.
      const found = database
        .prepare<object, Row>(
          `SELECT * FROM reading WHERE ${ofOwn} AND (:before IS NULL OR number < :before) ORDER BY number DESC LIMIT :limit`,
        )
        .all({ ...own, before: before ?? null, limit: limit + 1 })
      const rows = found.slice(0, limit).map(rowOf)
      return { year, years: kept, total, rows, next: found.length > limit ? (rows.at(-1)?.number ?? null) : null }
    },
    close() {
      for (const database of open.values()) database.close()
    },
  }
}

/** Beginning of the clock's hour that an instant lies in, as texts compare. */
function hourOf(at: string): string {
  return at.slice(0, '2026-11-22T12'.length)
}

function rowOf({ about, user_id, effective_on, known_at, ...rest }: Row): AccessRow {
  return AccessRow.parse({
    ...rest,
    about: JSON.parse(about),
    userId: user_id,
    effectiveOn: effective_on,
    knownAt: known_at,
  })
}
