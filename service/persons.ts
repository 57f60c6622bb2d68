import Database from 'better-sqlite3'
import { type PersonNames, PersonRow, type PersonsPage, type SetPerson } from '#api/persons'
import type { RecordedAt } from '#events/time'
import { Refusal } from './deciders/decider.ts'

/** Regions whose persons somebody may know; null for everybody's. */
export type Regions = readonly string[] | null

/**
 * Names and contact details, keyed by the reference that the log holds. Beside the log, because a person can be erased
 * and the log cannot: everything that is counted, found and drawn rests on references alone.
 */
export interface Persons {
  /** Throws `Refusal` for a person of another region, and for one that was erased: erased stays erased. */
  set(person: SetPerson, regions: Regions): PersonRow
  /** One person; undefined where there is none that the regions may know. */
  find(person: string, regions: Regions): PersonRow | undefined
  page(asked: { readonly text: string; readonly offset: number; readonly limit: number }, regions: Regions): PersonsPage
  names(persons: readonly string[], regions: Regions): PersonNames['names']
  /**
   * Takes a person away for good: the row is overwritten and the file written anew, so that no byte of it is left. That
   * there was one stays, without a name. False where there is none that the regions may know; an erased one is done.
   */
  erase(person: string, regions: Regions, at: RecordedAt): boolean
  /** True when a text holds the whole name of somebody, whatever the case of its letters. */
  namedIn(texts: readonly string[]): number | null
  /** Puts in many at once where nobody is yet; what is there already is left alone. */
  fill(persons: readonly SetPerson[]): void
  isEmpty(): boolean
  close(): void
}

const schema = `
  CREATE TABLE IF NOT EXISTS person (
    person TEXT PRIMARY KEY,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    mail TEXT,
    phone TEXT,
    source TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS erased (
    person TEXT PRIMARY KEY,
    region TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
`

const everybody = `SELECT person, region, name, mail, phone, source, NULL AS erasedAt FROM person
  UNION ALL SELECT person, region, NULL, NULL, NULL, NULL, at FROM erased`

/**
 * Opens or makes the file. No write-ahead log, which would keep what was erased until its turn comes: a rollback journal
 * is gone when the change is done, and freed bytes are overwritten.
 */
export function openPersons(file: string): Persons {
  const database = new Database(file)
  database.pragma('journal_mode = DELETE')
  database.pragma('synchronous = FULL')
  database.pragma('secure_delete = ON')
  // The file is written anew through memory, not through a file in a common folder.
  database.pragma('temp_store = MEMORY')
  database.function('folded', { deterministic: true }, (text) => folded(String(text ?? '')))
  database.exec(schema)

  const mine = '(:regions IS NULL OR region IN (SELECT value FROM json_each(:regions)))'
  const own = (regions: Regions) => ({ regions: regions === null ? null : JSON.stringify(regions) })
  const one = database.prepare<object, object>(`SELECT * FROM (${everybody}) WHERE person = :person AND ${mine}`)
  const regionOf = database.prepare<object, string>(`SELECT region FROM (${everybody}) WHERE person = :person`).pluck()
  const put = database.prepare<object>(
    `INSERT INTO person (person, region, name, mail, phone, source)
      VALUES (:person, :region, :name, :mail, :phone, :source)
      ON CONFLICT (person) DO UPDATE SET region = :region, name = :name, mail = :mail, phone = :phone, source = :source`,
  )
  const matching = `FROM (${everybody}) WHERE ${mine} AND (:text = ''
    OR instr(folded(name), :text) OR instr(folded(mail), :text) OR instr(person, :reference))`
  const allNames = database.prepare<[], string>('SELECT name FROM person').pluck()

  const find = (person: string, regions: Regions) => {
    const row = one.get({ person, ...own(regions) })
    return row === undefined ? undefined : PersonRow.parse(row)
  }

  return {
    find,
    set(person, regions) {
      const known = regionOf.get({ person: person.person })
      const isOurs = (region: string) => regions === null || regions.includes(region)
      if (!isOurs(person.region) || (known !== undefined && !isOurs(known)))
        throw new Refusal('person.otherRegion', { person: person.person })
      if (find(person.person, null)?.erasedAt) throw new Refusal('person.erased', { person: person.person })
      put.run(person)
      return PersonRow.parse({ ...person, erasedAt: null })
    },
    page({ text, offset, limit }, regions) {
      const asked = { text: folded(text), reference: text.trim().toLowerCase(), ...own(regions) }
      const total = database.prepare<object, number>(`SELECT count(*) ${matching}`).pluck().get(asked) ?? 0
      const rows = database
        .prepare<object, object>(
          `SELECT * ${matching} ORDER BY name IS NULL, folded(name), person LIMIT :limit OFFSET :offset`,
        )
        .all({ ...asked, limit, offset })
      const next = offset + rows.length
      return { total, rows: rows.map((row) => PersonRow.parse(row)), next: next < total ? next : null }
    },
    names(persons, regions) {
      return [...new Set(persons)].flatMap((person) => {
        const row = find(person, regions)
        return row === undefined ? [] : [{ person: row.person, name: row.name, erased: row.erasedAt !== null }]
      })
    },
    erase(person, regions, at) {
      const row = find(person, regions)
      if (row === undefined) return false
      if (row.erasedAt === null) {
        database.transaction(() => {
          database.prepare('INSERT INTO erased (person, region, at) VALUES (?, ?, ?)').run(person, row.region, at)
          database.prepare('DELETE FROM person WHERE person = ?').run(person)
        })()
        database.exec('VACUUM')
      }
      return true
    },
    namedIn(texts) {
      const names = allNames.all().map(folded)
      const found = texts.findIndex((text) => {
        const inside = ` ${folded(text)} `
        // Whole words: "Bo Dam" is not in "Ibo Damgård".
        return names.some((name) => inside.includes(` ${name} `))
      })
      return found === -1 ? null : found
    },
    fill(persons) {
      database.transaction(() => {
        for (const person of persons) if (regionOf.get({ person: person.person }) === undefined) put.run(person)
      })()
    },
    isEmpty: () => database.prepare<[], number>(`SELECT count(*) FROM (${everybody})`).pluck().get() === 0,
    close: () => database.close(),
  }
}

/** Small letters, and one space where there is anything but letters and digits: what two writings of a name agree in. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}@]+/gu, ' ')
    .trim()
}
