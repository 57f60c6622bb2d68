import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SetPerson } from '#api/persons'
import { RecordedAt } from '#events/time'
import { refusePersonalText } from '#service/personalText'
import { openPersons } from '#service/persons'

const folder = mkdtempSync(join(tmpdir(), 'persons-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = RecordedAt.parse('2026-11-22T12:00:00.000Z')
const someone = (person: string, name: string, region = '1082') =>
  SetPerson.parse({ person, region, name, mail: `${person}@klinik.example`, phone: '97 12 34 56', source: 'Ansøgning' })
const bytesIn = (where: string) =>
  readdirSync(where)
    .map((file) => readFileSync(join(where, file)).toString('latin1'))
    .join('\n')
const code = (value: string) => expect.objectContaining({ code: value })

describe('the persons', () => {
  it('keeps a name and contact, changes them, and finds them whatever the letters', () => {
    const persons = openPersons(join(folder, 'kept.db'))
    persons.set(someone('p-1', 'Åse Bjerre-Sørensen'), ['1082'])
    persons.set(someone('p-1', 'Åse Bjerre Holm'), ['1082'])
    persons.set(someone('p-2', 'Bo Dam', '1084'), null)
    const found = (text: string, regions: string[] | null) =>
      persons.page({ text, offset: 0, limit: 10 }, regions).rows.map(({ name }) => name)
    expect(found('åSE bjerre', ['1082'])).toEqual(['Åse Bjerre Holm'])
    expect(found('Sørensen', null)).toEqual([])
    expect(found('p-2', null)).toEqual(['Bo Dam'])
    // What another region's are called is not known here.
    expect(found('', ['1082'])).toEqual(['Åse Bjerre Holm'])
    expect(persons.names(['p-1', 'p-2', 'p-9'], ['1082'])).toEqual([
      { person: 'p-1', name: 'Åse Bjerre Holm', erased: false },
    ])
    persons.close()
  })

  it('is changed and erased by its own region only', () => {
    const persons = openPersons(join(folder, 'own.db'))
    persons.set(someone('p-1', 'Ida Solvang'), ['1082'])
    expect(() => persons.set(someone('p-1', 'En anden'), ['1084'])).toThrow(code('person.otherRegion'))
    expect(() => persons.set(someone('p-1', 'En anden', '1084'), ['1084'])).toThrow(code('person.otherRegion'))
    expect(persons.erase('p-1', ['1084'], at)).toBe(false)
    expect(persons.find('p-1', null)?.name).toBe('Ida Solvang')
    persons.close()
  })

  it('comes in pages, by name, the erased last', () => {
    const persons = openPersons(join(folder, 'pages.db'))
    persons.fill(['Carl C', 'Anna A', 'Bent B'].map((name, index) => someone(`p-${index}`, name)))
    persons.erase('p-1', null, at)
    const first = persons.page({ text: '', offset: 0, limit: 2 }, null)
    const last = persons.page({ text: '', offset: first.next ?? 0, limit: 2 }, null)
    expect(first.rows.map(({ name }) => name)).toEqual(['Bent B', 'Carl C'])
    expect([first.total, first.next, last.next]).toEqual([3, 2, null])
    expect(last.rows).toEqual([
      { person: 'p-1', region: '1082', name: null, mail: null, phone: null, source: null, erasedAt: at },
    ])
    persons.close()
  })

  it('leaves no byte of who was erased or renamed, among many, while the file is still open', () => {
    const own = mkdtempSync(join(folder, 'bytes-'))
    const persons = openPersons(join(own, 'persons.db'))
    persons.fill(Array.from({ length: 400 }, (_, index) => someone(`q-${index}`, `Person Nummer ${index}`)))
    persons.set(someone('p-1', 'Kirstine Overgaard'), null)
    expect(bytesIn(own)).toContain('Kirstine Overgaard')
    persons.set(someone('p-1', 'Kirstine Lindhardt'), null)
    expect(bytesIn(own)).not.toContain('Overgaard')
    expect(persons.erase('p-1', null, at)).toBe(true)
    for (const word of ['Kirstine', 'Lindhardt', 'p-1@klinik.example']) expect(bytesIn(own)).not.toContain(word)
    expect(bytesIn(own)).toContain('Person Nummer 399')
    persons.close()
  })

  it('says of an erased person only that there was one; it stays erased, also after a new start and a new filling', () => {
    const file = join(folder, 'erased.db')
    const before = openPersons(file)
    before.set(someone('p-1', 'Ida Solvang'), null)
    before.erase('p-1', null, at)
    before.close()
    const persons = openPersons(file)
    expect(persons.isEmpty()).toBe(false)
    persons.fill([someone('p-1', 'Ida Solvang')])
    expect(persons.names(['p-1'], null)).toEqual([{ person: 'p-1', name: null, erased: true }])
    // Nothing is left to find the person by but the reference.
    const found = (text: string) => persons.page({ text, offset: 0, limit: 10 }, null).total
    expect(['P-1', 'p-2', 'Ida'].map(found)).toEqual([1, 0, 0])
    expect(persons.erase('p-1', null, at)).toBe(true)
    expect(() => persons.set(someone('p-1', 'Ida Solvang'), null)).toThrow(code('person.erased'))
    persons.close()
  })
})

describe('a text for the log', () => {
  const persons = openPersons(join(folder, 'text.db'))
  persons.set(someone('p-1', 'Bo Dam'), null)
  afterAll(() => persons.close())
  const refused = (data: object) => () => refusePersonalText({ type: 'WriteMinutes', data }, persons)

  it.each(['010170-1234', 'CPR 3112991234.', 'født 010170 1234'])('is refused with a civil number: %s', (text) => {
    expect(refused({ remarks: [{ text }] })).toThrow(code('text.civilNumber'))
    expect(refused({ remarks: [{ text }] })).toThrow(
      expect.objectContaining({ params: { command: 'WriteMinutes', field: 'remarks.0.text' } }),
    )
  })

  it.each(['sag 26-0101', '5790000000005', '320170-1234', '011370-1234', '12345678', 'a010170-1234'])(
    'is taken with another number: %s',
    (text) => expect(refused({ text })).not.toThrow(),
  )

  it('leaves phone and location numbers alone', () => {
    expect(refused({ phone: '0101701234' })).not.toThrow()
  })

  it('is refused when it names somebody whole, and only then', () => {
    expect(refused({ text: 'Talt med BO  DAM, som er enig.' })).toThrow(code('text.personalName'))
    for (const text of ['Talt med Ibo Damgård', 'Bo og Dam', 'p-1 er enig']) expect(refused({ text })).not.toThrow()
  })
})
