import { expect, test } from 'vitest'
import { findingWords, flipWords, measureWords } from '#events/glossary'
import { Specialty } from '#events/identifiers'
import { parameterWords } from '#events/parameterWords'
import { rules } from '#service/rules/rulebook'
import { ruleSets } from '#service/rules/ruleSets'

/** Every text that a reader of findings and parameters can meet. */
const texts = [findingWords, measureWords, parameterWords, flipWords].flatMap((table) =>
  JSON.stringify(table)
    .split('"')
    .filter((text) => /\b(51|62)\b/.test(text)),
)

test('S3-3: 51 and 62 are specialties of a number, and are called so wherever they are named', () => {
  expect(Specialty.options).toEqual(expect.arrayContaining(['51', '62']))
  const said = texts.filter((text) => / /.test(text))
  expect(said.length).toBeGreaterThan(0)
  for (const text of said) expect(text).toMatch(/special/i)
})

test('S3-3: no text and no source calls 51 or 62 a paragraph or a section; section 24 and 27 are, and are no specialties', () => {
  const sections = [
    ...rules.flatMap(({ sources }) => sources),
    ...ruleSets.flatMap((one) => Object.values(one.sources)),
  ]
  const sources = sections.map(({ section }) => section ?? '')
  for (const text of [...texts, ...sources]) expect(text).not.toMatch(/(§|paragra[pf]+h?|section)\s*(51|62)\b/i)
  for (const section of ['24', '26', '27']) expect(Specialty.safeParse(section).success).toBe(false)
})
