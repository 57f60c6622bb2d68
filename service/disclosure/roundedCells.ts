import type { Hierarchy } from './hierarchy.ts'
import { counted, type Tally } from './tally.ts'

/** Whole counts by municipality, for the gate alone. */
export interface Cells {
  /** In the hierarchy's order. */
  readonly codes: readonly string[]
  /** Null where it is unknown. */
  readonly count: (code: string) => number | null
  /** Before it was rounded: two versions say the same of a cell only when this is the same. */
  readonly exact: (code: string) => number | null
  /** True of a known count below the smallest cell before it was rounded; of zero too, since nobody says it cannot be otherwise. */
  readonly isSmall: (code: string) => boolean
}

/**
 * Estimates as whole persons. A region's sum is rounded half up, and its municipalities' add up to it by largest
 * remainder, so that no two totals of one table contradict each other. Counts that are whole stay what they are.
 */
export function roundedCells(
  { municipalities, rounded }: Hierarchy,
  counts: ReadonlyMap<string, Tally | null>,
  minCell: number,
): Cells {
  const exact = new Map(
    municipalities.map((code) => {
      const tally = counts.get(code) ?? null
      return [code, tally === null ? null : counted(tally)] as const
    }),
  )
  const whole = new Map([...exact].map(([code, count]) => [code, count === null ? null : Math.floor(count)]))
  for (const region of rounded) {
    const parts = [...region.municipalities].flatMap((code) => {
      const count = exact.get(code) ?? null
      return count === null ? [] : [{ code, count, rest: count - Math.floor(count) }]
    })
    // Sums of binary fractions can miss a half by a hair; a billionth of a person is none.
    const total = Math.floor(parts.reduce((sum, { count }) => sum + count, 0) + 0.5 + 1e-9)
    const missing = total - parts.reduce((sum, { count }) => sum + Math.floor(count), 0)
    const first = parts.toSorted((a, b) => b.rest - a.rest || a.code.localeCompare(b.code)).slice(0, missing)
    for (const { code, count } of first) whole.set(code, Math.floor(count) + 1)
  }
  return {
    codes: municipalities,
    count: (code) => whole.get(code) ?? null,
    exact: (code) => exact.get(code) ?? null,
    isSmall(code) {
      const count = exact.get(code) ?? null
      return count !== null && count < minCell
    },
  }
}
