import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { RecordedAt } from '#events/time'
import { importPersons } from '#service/imports/persons'
import { openPersons } from '#service/persons'

const folder = mkdtempSync(join(tmpdir(), 'import-persons-'))
const persons = openPersons(join(folder, 'persons.db'))
afterAll(() => {
  persons.close()
  rmSync(folder, { recursive: true, force: true })
})
const all = () => persons.page({ text: '', offset: 0, limit: 10 }, null).rows
const table = (text: string) => new TextEncoder().encode(text)

describe('a file of names', () => {
  it('with anything wrong is named by row and column, without the cell, and nothing is written', () => {
    const bytes = table(
      'name;person;region;mail;phone;source\nÅse Holm;p-1;1082;;;Register\nBo Dam;P 2;1082;bo;12;Register\n;p-3;1099;;;x\n',
    )
    const imported = importPersons(bytes, persons)
    if (imported.status !== 'refused') throw new Error('was taken')
    expect(imported.problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'person'],
      [3, 'mail'],
      [3, 'phone'],
      [4, 'region'],
      [4, 'name'],
    ])
    expect(JSON.stringify(imported)).not.toContain('Bo Dam')
    expect(all()).toEqual([])
  })

  it('without a column is told so', () => {
    const imported = importPersons(table('person,name\np-1,Åse\n'), persons)
    expect(imported).toMatchObject({ status: 'refused', problems: [{ column: 'region' }, { column: 'mail' }, {}, {}] })
  })

  it('is kept beside the log, again changes nothing, and who was erased stays erased', () => {
    const text =
      'person;region;name;mail;phone;source\np-1;1082;Åse Holm;aa@b.example;;Register\np-2;1084;Bo Dam;;12345678;Register\n'
    // As an older spreadsheet writes it.
    const windows = Uint8Array.from(Buffer.from(text, 'latin1'))
    expect(importPersons(windows, persons)).toEqual({ status: 'done', kept: 2, erased: 0 })
    const before = all()
    expect(before.map(({ name, mail, phone }) => [name, mail, phone])).toEqual([
      ['Bo Dam', null, '12345678'],
      ['Åse Holm', 'aa@b.example', null],
    ])
    expect(importPersons(table(text), persons)).toEqual({ status: 'done', kept: 2, erased: 0 })
    expect(all()).toEqual(before)
    persons.erase('p-1', null, RecordedAt.parse('2026-11-22T12:00:00.000Z'))
    expect(importPersons(table(text), persons)).toEqual({ status: 'done', kept: 1, erased: 1 })
    expect(all().map(({ name }) => name)).toEqual(['Bo Dam', null])
  })
})
