import { classOf } from '../../map/classes.ts'
import { changeScale, type Scale } from '../../map/coverageScale.ts'
import type { Figure, Figures } from '../../map/figures.ts'
import type { ComparedRow } from './useComparison.ts'
import type { ComparedSide } from './useLaboratoryChoice.ts'

/** Classes of a share of inhabitants, as the map of coverage has them. */
const shareScale: Scale = {
  limits: [0.2, 0.4, 0.6, 0.8, 0.95],
  ramp: ['--seq-1', '--seq-2', '--seq-3', '--seq-4', '--seq-5', '--seq-6'],
  middle: null,
}

/** The scale of a side: shares for A and B, points for their difference. */
export function comparisonScale(side: ComparedSide): Scale {
  return side === 'difference' ? changeScale('share') : shareScale
}

/** Each municipality's figure for a side. A difference of nothing lies in the middle class, whatever is near it. */
export function comparisonFigures(
  rows: readonly ComparedRow[],
  side: ComparedSide,
  say: { readonly text: (value: number | null) => string; readonly said: (row: ComparedRow) => string },
): Figures {
  const scale = comparisonScale(side)
  return new Map(
    rows.map((row): [string, Figure] => {
      const value = side === 'difference' ? points(row.difference) : row[side]
      return [
        row.municipality,
        {
          code: row.municipality,
          name: row.name,
          value,
          text: say.text(value),
          said: say.said(row),
          class: classOf(scale.limits, value),
          rank: null,
          population: row.people,
        },
      ]
    }),
  )
}

function points(difference: number | null): number | null {
  return difference === null ? null : difference / 100
}
