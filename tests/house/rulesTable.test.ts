import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '#service/rules/rulebook'
import { rulesTable, tableFile, testsOf } from './rulesTable.ts'

describe('docs/rules.md', () => {
  test('is what the rule book says now; npm run rules-table writes it again', () => {
    expect(readFileSync(tableFile, 'utf8')).toBe(rulesTable())
  })

  test('has a line for every rule, each named by the title of a test', () => {
    const lines = rulesTable().match(/^\| \*\*R-.*$/gm) ?? []
    expect(lines).toHaveLength(rules.length)
    for (const [index, { id }] of rules.entries())
      expect(lines[index]).toMatch(new RegExp(`^\\| \\*\\*${id}\\*\\*.*\\.test\\.ts\\) \\|$`))
  })

  test('finds no test for a rule that does not exist', () => {
    expect(testsOf('R-99')).toEqual([])
  })
})
