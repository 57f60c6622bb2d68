import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import { none, number, percent, signed } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { comparisonFigures, comparisonScale } from './comparisonFigures.ts'
import type { MapMatter } from './mapMatter.ts'
import { SidesMap } from './SidesMap.tsx'
import type { Compared, ComparedRow } from './useComparison.ts'
import type { ComparedSide, MapSide } from './useLaboratoryChoice.ts'

/** Who is covered in A, in B, or how they differ, by municipality. */
export const ComparisonMap = memo(function ComparisonMap({
  asOf,
  compared,
  group,
  side,
  focused,
  onPick,
}: {
  readonly asOf: EffectiveDate
  readonly compared: Compared
  readonly group: string
  readonly side: MapSide
  readonly focused: string | null
  readonly onPick: (municipality: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const groupName = useGroupName()
  const named = groupName(group)
  const { rows, max, unit } = compared
  const matter = useMemo((): MapMatter => {
    const share = (value: number | null) => (value === null ? t('caps.told.unknown') : percent(value, language))
    const difference = (value: number | null) =>
      value === null ? none : value === 0 ? t('laboratory.comparison.same') : signed(value, language, 1)
    const text = (side: ComparedSide, value: number | null) =>
      value === null || (side === 'difference' && value === 0)
        ? ''
        : side === 'difference'
          ? signed(value * 100, language, 1)
          : percent(value, language, 0)
    return {
      label: (side) =>
        side === 'both'
          ? t('scenarios.sides.pair', { group: named })
          : t('laboratory.comparison.map', { what: t(`laboratory.comparison.mapWhat.${side}`), group: named }),
      figures: (side) =>
        comparisonFigures(rows, side, {
          text: (value) => text(side, value),
          said: (row: ComparedRow) =>
            t('laboratory.comparison.said', {
              a: share(row.a),
              b: share(row.b),
              difference: difference(row.difference),
            }),
        }),
      scale: comparisonScale,
      ticks: (side) => {
        const { limits, ramp } = comparisonScale(side)
        return ramp.map((_, at) => rangeText(limits, at, side, (value) => number(value, language)))
      },
      ends: (side) =>
        side === 'difference'
          ? [t('laboratory.comparison.worse'), t('laboratory.comparison.pointsUnit'), t('laboratory.comparison.better')]
          : [`${t('laboratory.comparison.coveredShare', { max, unit: t(`laboratory.comparison.${unit}`) })}, %`],
    }
  }, [rows, max, unit, named, language, t])
  return <SidesMap asOf={asOf} matter={matter} side={side} focused={focused} onPick={onPick} />
})

/** The lower end of a class as the legend writes it; the middle of a difference is from two below to two above. */
function rangeText(limits: readonly number[], at: number, side: ComparedSide, say: (value: number) => string): string {
  const percentOf = (value: number) => Math.round(value * 100)
  const low = limits[at - 1]
  const high = limits[at]
  if (low === undefined) return `≤ ${say(percentOf(high ?? 0))}`
  if (high === undefined) return `> ${say(percentOf(low))}`
  if (side === 'difference' && low < 0 && high > 0) return `±${say(percentOf(high))}`
  return side === 'difference' && high < 0 ? `≤ ${say(percentOf(high))}` : `> ${say(percentOf(low))}`
}
