import { describe, expect, test } from 'vitest'
import { sourceSection, sourceTitle } from '#events/glossary'
import { rules } from '#service/rules/rulebook'
import { ruleSets } from '#service/rules/ruleSets'

const sources = [...rules.flatMap(({ sources: of }) => of), ...ruleSets.flatMap((one) => Object.values(one.sources))]

describe('every source of the rules and the rule sets', () => {
  test('has a title in both languages, and no reader meets an id or a parameter key', () => {
    for (const source of sources)
      for (const text of Object.values(sourceTitle(source))) {
        expect(text).not.toBe(source.id)
        expect(text).not.toMatch(/S_[A-Z0-9]+|[a-z][A-Z]/)
      }
  })

  test('says where in Danish, without a word of English', () => {
    const english =
      /\b(section|annex|footnote|recommendation|of|from|the|survey|hours|per|until|until|terms|point|in general)\b/
    for (const { section } of sources) if (section !== undefined) expect(sourceSection(section).da).not.toMatch(english)
    expect(sourceSection('section 4, annex 2').da).toBe('afsnit 4, bilag 2')
  })
})
