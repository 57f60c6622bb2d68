import { stringify } from 'csv-stringify/sync'
import type { LeftOut } from '../reach/countedPopulation.ts'
import { leastHouseholds } from '../reach/countedPopulation.ts'
import type { PopulationReport } from './population.ts'
import type { PopulationProblem } from './populationProblem.ts'

/** A municipality farther off FOLK1A than this is marked: other years and wide squares at borders explain less. */
const farOffPercent = 5
/** So many problems of one kind are listed; a table has all of them. */
const listed = 20

/** The report as lines to read: problems, the balance of people, and every municipality beside FOLK1A. */
export function reportLines(report: PopulationReport): readonly string[] {
  const { kind, layout, rows, unusedColumns } = report
  const unused = unusedColumns.length === 0 ? [] : [`Columns that are not read: ${unusedColumns.join(', ')}`]
  const what = layout === 'grid' ? 'squares' : 'parishes'
  return [
    `${rows} ${kind === 'table' ? 'rows' : 'features'} of ${what}`,
    ...unused,
    '',
    ...problemLines(report),
    '',
    ...balanceLines(report),
    '',
    ...totalLines(report),
  ]
}

function problemLines({ problems }: PopulationReport): readonly string[] {
  if (problems.length === 0) return ['Nothing is wrong.']
  const kinds = [...new Set(problems.map(({ fault }) => fault))]
  const inFile = problems.filter(({ remedy }) => remedy === 'file').length
  return [
    `Problems: ${problems.length}, of which ${problems.length - inFile} settled as proposed by --confirm, ${inFile} not`,
    ...kinds.flatMap((kind) => {
      const own = problems.filter(({ fault }) => fault === kind)
      const more = own.length > listed ? [`  and ${own.length - listed} more of these; --report writes them all`] : []
      return [`${kind}: ${own.length}`, ...own.slice(0, listed).map(problemLine), ...more]
    }),
  ]
}

function problemLine({ row, column, found, expected, proposal, remedy }: PopulationProblem): string {
  const where = [row === null ? 'file' : `row ${row}`, ...(column === null ? [] : [column])].join(', ')
  const must = remedy === 'file' ? 'must be put right: ' : 'proposal: '
  return `  ${where}: found ${found === '' ? 'nothing' : found}; expected ${expected}; ${must}${proposal}`
}

function balanceLines({ delivered, inhabitants, leftOut, moved, squares, smallSquares }: PopulationReport): string[] {
  const missing = leftOut.reduce((sum, { people }) => sum + (people ?? 0), 0)
  const rounding = delivered - inhabitants - missing
  return [
    `People delivered: ${round(delivered)}`,
    `  in ${squares} kilometre squares: ${inhabitants}, of which moved from sea to land: ${moved}`,
    `  left out: ${round(missing)} in ${counted(leftOut.length)}`,
    ...reasons(leftOut).map((line) => `    ${line}`),
    `  rounding of fractions: ${round(rounding)}`,
    `  off maps, and in all sums: ${smallSquares} squares of fewer than ${leastHouseholds} households`,
  ]
}

function reasons(leftOut: readonly LeftOut[]): string[] {
  const kinds = new Map<string, { rows: number; people: number; unknown: number }>()
  for (const { why, people } of leftOut) {
    const kind = why.split(':')[0] ?? why
    const held = kinds.get(kind) ?? { rows: 0, people: 0, unknown: 0 }
    held.rows += 1
    held.people += people ?? 0
    held.unknown += people === null ? 1 : 0
    kinds.set(kind, held)
  }
  return [...kinds].map(([kind, { rows, people, unknown }]) => {
    const nobodyKnows = unknown === 0 ? '' : `, ${counted(unknown)} without a number`
    return `${kind}: ${round(people)} people in ${counted(rows)}${nobodyKnows}`
  })
}

function totalLines({ totals: { municipalities, officialOn, inNone }, inhabitants }: PopulationReport): string[] {
  const hasCodes = municipalities.some(({ inFile }) => inFile !== null)
  const line = (code: string, name: string, official: number | null, onMap: number, inFile: number | null) =>
    [
      code.padEnd(5),
      name.padEnd(20),
      String(official ?? 'unknown').padStart(9),
      String(onMap).padStart(9),
      deviation(onMap, official).padStart(9),
      ...(hasCodes ? [String(inFile ?? 'none').padStart(9), deviation(inFile, official).padStart(9)] : []),
    ].join(' ')
  const head = ['', 'FOLK1A', 'map', 'off', ...(hasCodes ? ['file', 'off'] : [])]
  const sum = municipalities.reduce((all, { official }) => all + (official ?? 0), 0)
  const named = municipalities.reduce((all, { inFile }) => all + (inFile ?? 0), 0)
  const farOff = municipalities.filter(
    ({ onMap, official }) => Math.abs(percentOff(onMap, official) ?? 0) > farOffPercent,
  ).length
  return [
    `By municipality: FOLK1A of ${officialOn}; on the map, by the kilometre square that is mostly the municipality's${hasCodes ? '; in the file, by its codes' : ''}`,
    [(head[0] ?? '').padEnd(26), ...head.slice(1).map((word) => word.padStart(9))].join(' '),
    ...municipalities.map(({ code, name, official, onMap, inFile }) => line(code, name, official, onMap, inFile)),
    ...(inNone === 0 ? [] : [line('', 'in no municipality', null, inNone, null)]),
    line('', 'Denmark', sum, inhabitants, hasCodes ? named : null),
    `* more than ${farOffPercent} % off: ${farOff} of ${municipalities.length} on the map`,
  ]
}

function deviation(people: number | null, official: number | null): string {
  const percent = percentOff(people, official)
  if (percent === null) return ''
  return `${Math.abs(percent) > farOffPercent ? '*' : ''}${percent < 0 ? '' : '+'}${percent.toFixed(1)} %`
}

function percentOff(people: number | null, official: number | null): number | null {
  return people === null || official === null || official === 0 ? null : ((people - official) / official) * 100
}

function counted(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`
}

function round(people: number): string {
  return String(Math.round(people * 10) / 10)
}

/** Every problem as a table for Danish spreadsheets. */
export function problemsCsv({ problems }: PopulationReport): string {
  const columns = ['row', 'column', 'fault', 'found', 'expected', 'proposal', 'remedy'] as const
  const rows = problems.map((problem) => columns.map((column) => problem[column] ?? ''))
  return stringify([columns, ...rows], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}
