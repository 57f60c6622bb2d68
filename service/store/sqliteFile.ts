import { mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { StoreUnavailable } from './eventStore.ts'

/** An opened log file, held by this process until `release`. */
export interface LogFile {
  readonly database: Database.Database
  release(): void
}

/** "Prak" in ASCII: how SQLite's header tells our logs from other databases. */
const applicationId = 0x5072616b
const schemaVersion = 1

/**
 * AUTOINCREMENT, because a position must never be given twice, not even after a failed write. The triggers make the log
 * append-only for every tool that opens the file; the one before INSERT is there for `INSERT OR REPLACE`, which deletes
 * without asking the delete trigger.
 */
const schema = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 0),
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    effective_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: UPDATE refused'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: DELETE refused'); END;
  CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events
      WHERE position = NEW.position OR id = NEW.id OR (stream = NEW.stream AND revision = NEW.revision))
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: event exists'); END;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`

/**
 * Opens or creates the log in `file`, with its folder. `':memory:'` gives a log that ends with the process.
 * Throws `StoreUnavailable` when another process holds the log or the file cannot be opened, and a plain error when the
 * file is something other than a log of ours; such a file is left untouched.
 */
export function openLogFile(file: string, busyTimeoutMs: number): LogFile {
  if (file === ':memory:') return { database: prepared(new Database(file), file), release: () => {} }
  const path = realPath(file)
  const lock = holdLock(path)
  try {
    const database = prepared(openDatabase(path, busyTimeoutMs), path)
    return { database, release: () => lock.close() }
  } catch (error) {
    lock.close()
    throw error
  }
}

/** Turns what SQLite throws into the port's words; anything that is no trouble of disk or locks comes back as it is. */
export function translateSqlite(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const because = reasons.find(([code]) => error.code.startsWith(code))
  return because ? new StoreUnavailable(`${because[1]} (${error.code}: ${error.message})`, { cause: error }) : error
}

const reasons: readonly (readonly [string, string])[] = [
  ['SQLITE_FULL', 'The disk is full, nothing was written to the log'],
  ['SQLITE_IOERR', 'The disk failed while reading or writing the log'],
  ['SQLITE_BUSY', 'Another program has locked the log file'],
  ['SQLITE_LOCKED', 'The log file is locked'],
  ['SQLITE_READONLY', 'The log file is read-only'],
  ['SQLITE_PERM', 'This user may not open the log file'],
  ['SQLITE_CANTOPEN', 'The log file cannot be opened'],
]

/** The same file reached by a symbolic link or a relative path must find the same lock. */
function realPath(file: string): string {
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    return join(realpathSync(dirname(resolve(file))), basename(file))
  } catch (error) {
    throw new StoreUnavailable(`The folder of the log ${file} cannot be made or opened`, { cause: error })
  }
}

/**
 * An open exclusive transaction on an empty database beside the log. The operating system drops it with the process,
 * however that ends, and other tools may still read the log itself.
 */
function holdLock(path: string): Database.Database {
  const lock = openDatabase(`${path}.lock`, 0)
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw translateSqlite(error)
    throw new StoreUnavailable(`Another process is already using the log ${path}; only one may write to it at a time`, {
      cause: error,
    })
  }
}

function openDatabase(path: string, timeout: number): Database.Database {
  try {
    return new Database(path, { timeout })
  } catch (error) {
    throw translateSqlite(error)
  }
}

function prepared(database: Database.Database, path: string): Database.Database {
  try {
    const id = database.pragma('application_id', { simple: true })
    const version = database.pragma('user_version', { simple: true })
    const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
    if (id === 0 && tables === 0) {
      makeDurable(database)
      database.transaction(() => database.exec(schema)).exclusive()
      return database
    }
    if (id !== applicationId)
      throw new Error(`${path} is a database, but not a log of this service; it was left as it is`)
    if (version !== schemaVersion) {
      throw new Error(`${path} is a log of version ${String(version)}; this service reads version ${schemaVersion}`)
    }
    makeDurable(database)
    return database
  } catch (error) {
    database.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw new Error(`${path} is not a log: it is no SQLite database; it was left as it is`, { cause: error })
    }
    throw translateSqlite(error)
  }
}

/** WAL lets readers read while we write; FULL syncs the file at every commit, before an append is acknowledged. */
function makeDurable(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
}
