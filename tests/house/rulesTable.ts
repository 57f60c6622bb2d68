import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { ApplicationType } from '#events/case'
import type { Source } from '#events/finding'
import { ruleWords } from '#events/glossary'
import { RegionCode } from '#events/identifiers'
import type { ParameterKey } from '#events/planParameters'
import { type RuleCard, rules, rulesFor } from '#service/rules/rulebook'
import { ok2024, rm2015 } from '#service/rules/ruleSets'

const root = resolve(import.meta.dirname, '../..')

/** Where the table stands. */
export const tableFile = join(root, 'docs/rules.md')

/** The rule book as a page in Markdown: what each rule governs, reads, comes from, and where it is tested. */
export function rulesTable(): string {
  const tests = titlesByFile()
  const lines = rules.map((rule) => {
    const cells = [
      `**${rule.id}** ${nameOf(rule.id)}`,
      governed(rule),
      rule.uses.map(parameter).join('<br>') || 'none',
      rule.sources.map(sourceOf).join('<br>'),
      rule.strength,
      testsOf(rule.id, tests)
        .map((file) => `[${file}](../${file})`)
        .join('<br>'),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return `# The rule book

Written by \`npm run rules-table\` from the rules themselves; a test keeps it current. Values are those of rule set OK-2024,
with RM-2015 beside where it differs. A parameter marked ASSUMPTION has no source and waits for the region's word.

| Rule | Governs | Parameters | Sources | Strength | Tests |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`
}

/** Test files that name the rule in a title, by its id. */
export function testsOf(id: string, files: ReadonlyMap<string, string> = titlesByFile()): string[] {
  return [...files].flatMap(([file, titles]) => (titles.includes(id) ? [file] : []))
}

function nameOf(id: string): string {
  return Object.entries(ruleWords).find(([key]) => key === id)?.[1].en ?? ''
}

function governed({ id }: RuleCard): string {
  const types = ApplicationType.options.filter((type) => rulesFor(type).some((rule) => rule.id === id))
  return types.length === 0 ? 'follow-up and registers' : types.join(' ')
}

function parameter(key: ParameterKey): string {
  const { parameters, sources } = ok2024(RegionCode.parse('1082'))
  const before = rm2015.parameters[key]
  const differs = before === parameters[key] ? '' : ` (RM-2015: ${before})`
  return `\`${key}\` ${parameters[key]}${differs}, ${sources[key]?.kind ?? 'ASSUMPTION'}`
}

function sourceOf({ kind, id, section, url }: Source): string {
  const text = [kind, id, section].filter(Boolean).join(' ')
  return url === undefined ? text : `[${text}](${url})`
}

/** The titles of all tests, by the path of their file. */
function titlesByFile(): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .toSorted()
  return new Map(
    files.map((name) => {
      const path = join(root, 'tests', name)
      const source = readFileSync(path, 'utf8')
      // A title is the first text of a call, or a row of a table of cases.
      const titles = [...source.matchAll(/\b(?:describe|test|it)(?:\.each\([\s\S]*?\]\))?\(\s*(['"`])(.*?)\1/g)]
      return [relative(root, path), titles.map((match) => match[2]).join('\n')]
    }),
  )
}
