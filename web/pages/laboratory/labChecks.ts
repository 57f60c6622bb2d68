import type { Caps } from '../caps/capsAnswer.ts'
import { columnSum, type Matrix } from './matrix.ts'
import type { Scenario } from './scenarioAnswer.ts'

/** One thing looked at while caps are set, with what its sentence needs. Findings about a proposal, never rulings. */
export type LabCheck =
  | {
      readonly code: 'over'
      readonly outcome: 'breach'
      readonly of: readonly { readonly area: string; readonly count: number }[]
    }
  /** More places than the area has physiotherapists of any kind. */
  | {
      readonly code: 'beyond'
      readonly outcome: 'needs-information'
      readonly of: readonly { readonly area: string; readonly cap: number; readonly count: number }[]
    }
  | { readonly code: 'within'; readonly outcome: 'pass' }
  | { readonly code: 'all' | 'errors'; readonly outcome: 'breach'; readonly count: number }
  | { readonly code: 'unknown' | 'warnings'; readonly outcome: 'needs-information'; readonly count: number }
  | { readonly code: 'sumSame'; readonly outcome: 'pass'; readonly cap: number }
  | {
      readonly code: 'sumDiffers'
      readonly outcome: 'needs-information'
      readonly cap: number
      readonly before: number
    }
  | { readonly code: 'fine'; readonly outcome: 'pass' }

/**
 * What the matrix says of one group and of all, and what the scenario's changes lack; the worst first. Areas that have
 * municipalities in common have no sum.
 */
export function labChecks(
  matrix: Matrix,
  group: string,
  problems: Scenario['problems'],
  { areas, overlaps }: Pick<Caps, 'areas' | 'overlaps'>,
): readonly LabCheck[] {
  const all = [...matrix.values()]
  const cells = all.filter((cell) => cell.group === group)
  const over = cells
    .flatMap(({ area, documented, cap }) =>
      cap !== null && documented > cap ? [{ area, count: documented - cap }] : [],
    )
    .toSorted((a, b) => b.count - a.count)
  const beyond = cells.flatMap(({ area, cap }) => {
    const count = areas.find(({ code }) => code === area)?.physiotherapists
    return cap !== null && count !== undefined && cap > count ? [{ area, cap, count }] : []
  })
  const unknown = cells.filter(({ cap }) => cap === null).length
  const { cap, before } = overlaps.length > 0 ? { cap: null, before: null } : columnSum(cells)
  const total = columnSum(all).over
  const checks: readonly (LabCheck | null)[] = [
    problems.errors > 0 ? { code: 'errors', outcome: 'breach', count: problems.errors } : null,
    over.length > 0 ? { code: 'over', outcome: 'breach', of: over } : null,
    total > 0 ? { code: 'all', outcome: 'breach', count: total } : null,
    problems.warnings > 0 ? { code: 'warnings', outcome: 'needs-information', count: problems.warnings } : null,
    beyond.length > 0 ? { code: 'beyond', outcome: 'needs-information', of: beyond } : null,
    unknown > 0 ? { code: 'unknown', outcome: 'needs-information', count: unknown } : null,
    cap !== null && before !== null && cap !== before
      ? { code: 'sumDiffers', outcome: 'needs-information', cap, before }
      : null,
    over.length === 0 && unknown === 0 ? { code: 'within', outcome: 'pass' } : null,
    cap !== null && cap === before ? { code: 'sumSame', outcome: 'pass', cap } : null,
    problems.errors + problems.warnings === 0 ? { code: 'fine', outcome: 'pass' } : null,
  ]
  return checks.flatMap((check) => check ?? [])
}
