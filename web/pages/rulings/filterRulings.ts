import type { Answer } from '../../api.ts'

export type RulingRow = Answer<'rulings'>['rows'][number]

/** What a reader of the list looks for; undefined is anything. */
export interface RulingFilter {
  readonly year?: string | undefined
  /** `withdrawn`: those that were taken back, whatever they said. */
  readonly outcome?: RulingRow['outcome'] | 'withdrawn' | undefined
  readonly type?: RulingRow['type'] | undefined
  readonly q?: string | undefined
}

/**
 * Rulings of the year and outcome that hold every word of the text: in the numbers, the applicant, the municipalities,
 * the reasons, the conditions or the rules departed from. Upper and lower case are the same.
 */
export function filterRulings(
  rows: readonly RulingRow[],
  { year, outcome, type, q = '' }: RulingFilter,
  nameOf: (code: string | null) => string,
): readonly RulingRow[] {
  const words = q.toLocaleLowerCase('da').split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (year === undefined || row.ruledOn.startsWith(year)) &&
      (outcome === undefined || (outcome === 'withdrawn' ? row.withdrawn : row.outcome === outcome)) &&
      (type === undefined || row.type === type) &&
      words.every((word) => hayOf(row, nameOf).includes(word)),
  )
}

function hayOf(row: RulingRow, nameOf: (code: string | null) => string): string {
  const places = [nameOf(row.fromMunicipality), nameOf(row.toMunicipality)]
  const departures = row.derogations.flatMap(({ rule, reason }) => [rule, reason])
  const said = [row.reasons, ...row.conditions, ...departures]
  return [row.number, row.caseNumber, row.case, row.applicant, ...places, ...said].join(' ').toLocaleLowerCase('da')
}

/** Years in which a committee ruled, the latest first. */
export function yearsOf(rows: readonly RulingRow[]): readonly string[] {
  return [...new Set(rows.map(({ ruledOn }) => ruledOn.slice(0, 4)))].toSorted().toReversed()
}
