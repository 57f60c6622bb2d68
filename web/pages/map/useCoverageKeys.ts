import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { classRanges } from '../../map/classes.ts'
import { changeScale, moreIsBetter, scaleOf } from '../../map/coverageScale.ts'
import type { PatternName } from '../../map/patterns.ts'
import type { SupplySymbol } from '../../map/supplySymbols.ts'
import { useCoverageWords } from './useCoverageWords.ts'

type Coverage = Answer<'coverage'>

/** One class of the map: its colour, whether it is hatched besides, its range in words, and its upper limit in short. */
export interface ClassKey {
  readonly colour: `--${string}`
  readonly pattern: PatternName | null
  readonly range: string
  readonly limit: string
}

/** What has no class: the ground that lies under the pattern, if any, and the word. */
interface LookKey {
  readonly pattern: PatternName | null
  readonly colour: `--${string}`
  readonly text: string
}

/** Everything that the map of coverage shows, in words: the same for the legend on the screen, on pictures and on paper. */
export interface CoverageKeys {
  readonly classes: readonly ClassKey[]
  readonly looks: readonly LookKey[]
  /** Of kilometre squares, which the map shows when it is near enough. */
  readonly squares: readonly LookKey[]
  readonly symbols: readonly { readonly symbol: SupplySymbol; readonly text: string }[]
}

/** The keys of an answer, or of its change since another date. */
export function useCoverageKeys(answer: Coverage, before: Coverage | undefined): CoverageKeys {
  const { t } = useTranslation()
  const words = useCoverageWords()
  const { limits, ramp, middle } = before === undefined ? scaleOf(answer) : changeScale(answer.measure)
  const say = (value: number | null) =>
    value === null
      ? ''
      : before === undefined
        ? words.label(value, answer)
        : words.change(value, answer).replace(/[,.]0(?=\u00A0|$)/, '')
  const range = (from: number | null, to: number | null) =>
    from === null
      ? t('map.legend.below', { to: say(to) })
      : to === null
        ? t('map.legend.above', { from: say(from) })
        : t('map.legend.classRange', { from: say(from), to: say(to) })
  const short = (limit: number) =>
    before === undefined
      ? words.label(limit, answer).replace(/\u00A0.*$/, '')
      : words.change(limit, answer).replace(/,0|\.0|\u00A0.*$/g, '')
  const has = (look: string) => [answer, before].some((one) => one?.rows.some((row) => row.look === look))
  // Of times and of changes the lowest class is no worst.
  const lowestIsHatched = middle === null && moreIsBetter(answer.measure)
  const ground = '--seq-none'
  return {
    classes: classRanges(limits).map(({ from, to }, at) => ({
      colour: ramp[at] ?? ground,
      pattern: at === 0 && lowestIsHatched ? 'hatch' : null,
      range: at === middle ? t('coverage.look.nearly', { limit: say(to).slice(1) }) : range(from, to),
      limit: to === null ? '' : short(to),
    })),
    looks: [
      ...(before === undefined && has('zero')
        ? [{ pattern: 'look-zero' as const, colour: ramp[0] ?? ground, text: t('coverage.look.zero') }]
        : []),
      ...(has('unreachable')
        ? [{ pattern: 'look-unreachable' as const, colour: ground, text: t('coverage.look.unreachable') } as const]
        : []),
      ...(has('unknown')
        ? [{ pattern: 'dots' as const, colour: ground, text: t('coverage.look.unknown') } as const]
        : []),
    ],
    squares: [
      ...(before === undefined
        ? [{ pattern: 'uncovered' as const, colour: ramp[0] ?? ground, text: t('coverage.look.uncovered') }]
        : []),
      { pattern: null, colour: '--map-outside', text: t('coverage.look.hidden') },
    ],
    symbols: symbolsOf(answer).map((symbol) => ({ symbol, text: t(`coverage.symbols.${symbol}`) })),
  }
}

/** The symbols that the map shows now. */
function symbolsOf({ sites, uncounted, offers }: Coverage): readonly SupplySymbol[] {
  return [
    ...new Set(sites.map(({ kind }) => kind)),
    ...(uncounted.some(({ reason }) => reason === 'grace') ? ['grace' as const] : []),
    ...(uncounted.some(({ reason }) => reason !== 'grace') ? ['out' as const] : []),
    ...(offers.length > 0 ? ['offer' as const] : []),
  ]
}
