import type { PaperBlock, PaperCell } from '#api/views/paper'
import { bySeverity, type Finding, type FindingSet } from '#events/finding'
import { danishDate, date, instant } from '#events/say/format'
import { measured, quantity } from '#events/say/quantity'
import { disclosedFinding } from '../disclosure.ts'
import { type CaseFile, cell } from './caseSections.ts'
import { type FiguresOf, findingFigures } from './findingFigures.ts'
import type { Telling } from './telling.ts'

/** Every finding that the case turns on, worst first: verdict, strength, what was measured, and where the rule stands. */
export function findings(
  file: CaseFile,
  set: FindingSet | null,
  of: Omit<FiguresOf, 'set'>,
  telling: Telling,
): PaperBlock[] {
  const { say, words, language } = telling
  const heading: PaperBlock = { kind: 'heading', text: say('appendixFindings'), newPage: true }
  if (set === null) return [heading, { kind: 'text', line: [say('noFindings')] }]
  const sorted = set.findings.toSorted(bySeverity)
  const told = sorted.filter(({ outcome }) => outcome !== 'not-applicable')
  const rest = sorted.filter(({ outcome }) => outcome === 'not-applicable').map(({ rule }) => words.rule(rule))
  const columns = [
    { title: say('ref'), width: 0.07 },
    { title: say('rule'), width: 0.19 },
    { title: say('verdict'), width: 0.16 },
    { title: say('evidence'), width: 0.34 },
    { title: say('source'), width: 0.24 },
  ]
  const known = instant(set.knownAt, language)
  return [
    heading,
    { kind: 'text', line: [say('findingsNote', { known })] },
    ...changed(file, set, telling),
    {
      kind: 'table',
      caption: say('appendixFindings'),
      columns,
      rows: told.map((finding) => rowOf(finding, { ...of, set }, file.row.case, telling)),
    },
    ...(rest.length === 0 ? [] : [{ kind: 'text' as const, line: [say('irrelevant', { rules: rest.join(', ') })] }]),
  ]
}

/** Findings without what small counts of persons would give away. */
export function toldFindings(set: FindingSet | null, minCell: number): FindingSet | null {
  return set === null ? null : { ...set, findings: set.findings.map((one) => disclosedFinding(one, minCell)) }
}

function rowOf(finding: Finding, of: FiguresOf, id: string, telling: Telling): PaperCell[] {
  const { words, say, refer, path, figure } = telling
  const ref = refer({
    ref: finding.rule,
    text: say('findingOf', { rule: words.rule(finding.rule) }),
    path: path(`/sager/${id}`, { finding: finding.rule }),
  })
  for (const one of findingFigures(of, finding, ref)) figure(one)
  const numbers = measuresOf(finding, telling)
  return [
    cell({ ref }),
    { line: [{ strong: words.rule(finding.rule) }], note: words.strength(finding.strength) },
    { line: [words.outcome(finding.outcome)], icon: finding.outcome },
    { line: [words.finding(finding)], ...(numbers === '' ? {} : { note: numbers }) },
    cell(sourcesOf(finding, telling)),
  ]
}

function measuresOf({ measured: all }: Finding, { words, names, say, language }: Telling): string {
  return all
    .map((measure) => {
      const { key, value, limit, unit, municipality } = measure
      const name =
        municipality === undefined ? words.measure(key) : `${words.measure(key)}, ${names.municipality(municipality)}`
      const said = value === null ? say('unknown') : measured(measure, value, language)
      const held =
        limit === undefined || limit === null ? '' : ` (${say('limit', { limit: quantity(limit, unit, language) })})`
      return `${name}: ${said}${held}`
    })
    .join('. ')
}

function sourcesOf({ sources }: Finding, { words }: Telling): string {
  return sources
    .map((source) => [words.sourceTitle(source), words.section(source.section)].filter(Boolean).join(', '))
    .join('; ')
}

/** The verdicts that are others than in the set of findings before this one. */
function changed({ earlier }: CaseFile, set: FindingSet, { say, words, language }: Telling): PaperBlock[] {
  const before = earlier.find(({ knownAt }) => knownAt < set.knownAt)
  if (before === undefined) return []
  const moved = set.findings.filter(({ rule, outcome }) => {
    const was = before.findings.find((one) => one.rule === rule)
    return was !== undefined && was.outcome !== outcome
  })
  if (moved.length === 0) return []
  const text = moved.map(({ rule, outcome }) => say('nowOutcome', { ref: rule, outcome: words.outcome(outcome) }))
  return [
    {
      kind: 'text',
      line: [say('changedSince', { date: date(danishDate(before.knownAt), language), findings: text.join(', ') })],
    },
  ]
}
