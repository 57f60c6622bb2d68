import { createHash, randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import type { RecordedAt } from '#events/time'

/** A session as its cookie names it. */
export interface SessionMark {
  readonly sid: string
  readonly userId: string
  readonly startedAt: string
}

/** What the service must remember of its accounts: who is meant by a reference, and which sessions are over. */
export interface Accounts {
  /**
   * The reference under which an issuer's account acts, the same every time: random, so that it says nothing about the
   * person, and nobody's once its row is erased.
   */
  referenceOf(issuer: string, subject: string): string
  /** Ends one session. `until` is when its cookie would have ended by itself. */
  end(session: SessionMark, until: RecordedAt): void
  /** Ends every session that the account began by now. */
  endAll(userId: string, now: RecordedAt): void
  isEnded(session: SessionMark): boolean
  close(): void
}

const schema = `
  CREATE TABLE IF NOT EXISTS account (
    key TEXT PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ended_session (
    sid TEXT PRIMARY KEY,
    until TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ended_account (
    user_id TEXT PRIMARY KEY,
    at TEXT NOT NULL
  ) STRICT;
`

/**
 * Opens or makes the file. It holds no name and no mail address: an issuer's account is known by a digest. Unlike the
 * views it cannot be built again from the log.
 */
export function openAccounts(file: string): Accounts {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(schema)
  const find = database.prepare<[string], string>('SELECT reference FROM account WHERE key = ?').pluck()
  const add = database.prepare<[string, string]>('INSERT INTO account (key, reference) VALUES (?, ?)')
  const endOne = database.prepare<[string, string]>('INSERT OR IGNORE INTO ended_session (sid, until) VALUES (?, ?)')
  const forget = database.prepare<[string]>('DELETE FROM ended_session WHERE until < ?')
  const endMany = database.prepare<[string, string]>('INSERT OR REPLACE INTO ended_account (user_id, at) VALUES (?, ?)')
  const ended = database
    .prepare<[string, string, string], number>(
      `SELECT EXISTS (SELECT 1 FROM ended_session WHERE sid = ?)
        OR EXISTS (SELECT 1 FROM ended_account WHERE user_id = ? AND at >= ?)`,
    )
    .pluck()

  return {
    referenceOf(issuer, subject) {
      const key = createHash('sha256').update(`${issuer}\n${subject}`).digest('base64url')
      const known = find.get(key)
      if (known !== undefined) return known
      const reference = `u-${randomBytes(12).toString('hex')}`
      add.run(key, reference)
      return reference
    },
    end({ sid }, until) {
      endOne.run(sid, until)
    },
    endAll(userId, now) {
      // Cookies that ended by themselves need no line any more.
      forget.run(now)
      endMany.run(userId, now)
    },
    isEnded: ({ sid, userId, startedAt }) => ended.get(sid, userId, startedAt) === 1,
    close: () => database.close(),
  }
}
