import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { coverageFigures, looksOf } from '../../map/coverageFigures.ts'
import { changeScale, moreIsBetter, scaleOf } from '../../map/coverageScale.ts'
import type { Look } from '../../map/layers/look.ts'
import { token } from '../../map/palette.ts'
import { supplyPlaces } from '../../map/supplySymbols.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useCoverageWords } from './useCoverageWords.ts'

/** Figures, colours and symbols of coverage, or of its change since another date; null where it is not shown. */
export function useCoveragePicture(
  covered: Answer<'coverage'> | undefined,
  held: Answer<'coverage'> | undefined,
): CoveragePicture | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  return useMemo(() => {
    if (covered === undefined) return null
    const scale = held === undefined ? scaleOf(covered) : changeScale(covered.measure)
    const unchanged = t('coverage.look.unchanged')
    const figures = coverageFigures(covered, held, scale, {
      label: (value) => (held === undefined ? words.label(value, covered) : words.change(value, covered)),
      said: (row, was) => {
        const value = words.value(row.value, covered)
        if (held === undefined)
          return t(`coverage.said.${covered.measure}`, {
            value,
            k: covered.k,
            limit: words.limit(covered.max, covered.unit),
          })
        const early = words.value(was?.value ?? null, held)
        const change = words.change((row.value ?? 0) - (was?.value ?? 0), covered)
        return change === unchanged
          ? t('coverage.compare.noChange', { value })
          : t('coverage.compare.said', { change, before: early, after: value })
      },
      absent: (one) => (one === 'known' ? t('map.hover.unknown') : t(`coverage.look.${one}`)),
    })
    const limit = words.limit(covered.max, covered.unit)
    const squareSaid = ({ look, v, was, d }: Square) => {
      if (look === undefined) return t('coverage.square.hidden')
      if (look === 'unreachable') return t('coverage.look.unreachable')
      if (look === 'unknown' || typeof v !== 'number') return t('coverage.look.unknown')
      if (covered.measure === 'share') {
        if (typeof d === 'number' && d !== 0)
          return t(d > 0 ? 'coverage.square.gained' : 'coverage.square.lost', { limit })
        return t(v === 1 ? 'coverage.square.within' : 'coverage.square.beyond', { limit })
      }
      const now = words.value(v, covered)
      if (held === undefined || typeof was !== 'number' || typeof d !== 'number')
        return t(`coverage.square.${covered.measure}`, { value: now, k: covered.k })
      const change = words.change(d, covered)
      return change === unchanged
        ? t('coverage.compare.noChange', { value: now })
        : t('coverage.compare.said', { change, before: words.value(was, held), after: now })
    }
    const supply = supplyPlaces(covered, {
      counted: (persons) => t('coverage.persons', { count: persons }),
      uncounted: ({ reason, until }) =>
        t(`coverage.reason.${reason}`, { until: until === null ? '' : date(until, language) }),
      offer: t('coverage.symbols.offer'),
    })
    const looks = looksOf(covered, held)
    // Of times and of changes the lowest class is no worst.
    const lowestIsWorst = held === undefined && moreIsBetter(covered.measure)
    const coloured = (own: Look): Look => ({
      ...own,
      coloured: true,
      ramp: scale.ramp.map(token),
      lowest: lowestIsWorst ? own.lowest : [],
      unknown: own.unknown.filter((code) => !looks.unreachable.includes(code)),
    })
    return { scale, figures, supply, looks, coloured, squareSaid }
  }, [covered, held, language, t])
}

/** What a tile says of a square; nothing where none is shown. */
type Square = Readonly<Record<string, unknown>>

export interface CoveragePicture {
  /** Classes and colours, which the legend shares. */
  readonly scale: ReturnType<typeof scaleOf>
  readonly figures: ReturnType<typeof coverageFigures>
  readonly supply: ReturnType<typeof supplyPlaces>
  /** Areas that no class colours: nobody, unreachable, unknown. */
  readonly looks: ReturnType<typeof looksOf>
  /** A square in words, for the pointer. */
  squareSaid(square: Square): string
  /** The look of the map's other layers, with the areas in the colours of coverage. */
  coloured(own: Look): Look
}
