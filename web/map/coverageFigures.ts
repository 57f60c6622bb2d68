import type { Answer } from '../api.ts'
import { classOf } from './classes.ts'
import { moreIsBetter, type Scale } from './coverageScale.ts'
import { type Figures, rankIn } from './figures.ts'

type Row = Answer<'coverage'>['rows'][number]

/** How values are written. */
interface Words {
  /** As short as a label. */
  readonly label: (value: number) => string
  readonly said: (row: Row, was: Row | undefined) => string
  /** What stands for a value that there is none of. */
  readonly absent: (look: Row['look']) => string
}

/** A municipality's value: the measure, or with `before` how much it has changed; null when either is not known. */
export function measuredIn(row: Row, before: ReadonlyMap<string, Row> | undefined): number | null {
  if (before === undefined) return row.value
  const was = before.get(row.municipality)?.value ?? null
  return row.value === null || was === null ? null : row.value - was
}

/** Rows by municipality. */
export function rowsBy(answer: Answer<'coverage'> | undefined): ReadonlyMap<string, Row> | undefined {
  return answer === undefined ? undefined : new Map(answer.rows.map((row) => [row.municipality, row]))
}

/** Values of the municipalities, classed by the scale that the legend shows too. The best is number 1. */
export function coverageFigures(
  answer: Answer<'coverage'>,
  before: Answer<'coverage'> | undefined,
  { limits }: Scale,
  words: Words,
): Figures {
  const was = rowsBy(before)
  const known = answer.rows.flatMap((row) => measuredIn(row, was) ?? [])
  const sign = moreIsBetter(answer.measure) ? 1 : -1
  const ranked = known.toSorted((a, b) => sign * (b - a))
  return new Map(
    answer.rows.map((row) => {
      const value = measuredIn(row, was)
      return [
        row.municipality,
        {
          code: row.municipality,
          name: row.name,
          value,
          text: value === null ? '' : words.label(value),
          said: words.said(row, was?.get(row.municipality)),
          absent: words.absent(row.look),
          class: classOf(limits, value),
          ...rankIn(ranked, value),
          population: row.people,
        },
      ]
    }),
  )
}

/** Municipalities by how they look when there is no class to show them by, on either date when two are held together. */
export function looksOf(
  answer: Answer<'coverage'>,
  before: Answer<'coverage'> | undefined,
): Readonly<Record<'zero' | 'unreachable' | 'unknown', string[]>> {
  const was = rowsBy(before)
  const looksOn = (row: Row) => [row.look, was?.get(row.municipality)?.look]
  const of = (look: Row['look']) =>
    answer.rows
      // A change has a value wherever both dates have: nobody then and nobody now is no change, and no look.
      .filter((row) => (was === undefined ? row.look === look : look !== 'zero' && looksOn(row).includes(look)))
      .map(({ municipality }) => municipality)
  return { zero: of('zero'), unreachable: of('unreachable'), unknown: of('unknown') }
}
